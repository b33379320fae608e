"""`export`: what went in comes out, and nothing a critic wrote does anything on the way."""

import csv
import io
from pathlib import Path

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.makers import make_draft, make_grade
from tui.cli.exporting import COLUMNS, escaped
from tui.model.work import Work


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_subscriptions_come_back_with_their_tags(matinee: Matinee, shelf: Shelf, tmp_path: Path) -> None:
    given = """<opml><body><outline text="Weekly"><outline text="Noir &amp; fog"><outline text="Ada &lt;Quill&gt;"
        xmlUrl="https://ada.example/feed" category="slow"/></outline></outline>
        <outline text="Bram" xmlUrl="https://bram.example/feed"/></body></opml>"""
    (tmp_path / "in.opml").write_text(given)
    matinee("import", str(tmp_path / "in.opml"))
    before = matinee("critics", "--json").json
    (tmp_path / "out.opml").write_text(matinee("export").out)
    for critic in before:
        matinee("remove", critic["name"])
    assert matinee("import", str(tmp_path / "out.opml")).code == 0
    after = matinee("critics", "--json").json
    assert [(each["name"], each["feed"], each["tags"]) for each in after] == [
        (each["name"], each["feed"], each["tags"]) for each in before
    ]
    assert after[0]["tags"] == ["Weekly", "Noir & fog", "slow"]


def test_reviews_come_as_json_with_their_texts(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(make_draft(guid="a"), make_draft(guid="b"))
    reviews = matinee("export", "--format", "json").json
    assert len(reviews) == 2
    assert reviews[0] == matinee("read", str(reviews[0]["id"]), "--json").json


def test_reviews_come_as_a_table(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(make_draft(title='Fog, "again"'))
    (row,) = table(matinee("export", "--format", "csv").out)
    assert tuple(row) == COLUMNS
    assert (row["title"], row["work"], row["year"], row["grade"], row["score"]) == (
        'Fog, "again"', "The Second Foghorn", "2025", "7/10 or B-", "70",
    )  # fmt: skip
    assert row["published"] == "2026-03-14T12:00:00Z"


def test_no_cell_is_a_formula(matinee: Matinee, shelf: Shelf) -> None:
    evil = ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", " =1+1"]
    shelf.put(*(make_draft(guid=title, title=title, grade=make_grade(written=title)) for title in evil))
    for row in table(matinee("export", "--format", "csv").out):
        assert row["title"].startswith("'")
        assert row["grade"].startswith("'")


def test_markdown_shows_what_was_written(matinee: Matinee, shelf: Shelf) -> None:
    draft = make_draft(
        title="[REC]² <b>", work=Work("# *Fog*", 2025), url="https://critic.example/a>b",
        text="1. First <script>\n\n- not a list_item\n\n> nor a quote & so on",
    )  # fmt: skip
    shelf.put(draft)
    assert matinee("export", "--format", "markdown").out == (
        "## \\# \\*Fog\\* (2025)\n\n"
        "**7/10 or B-** · Ada Quill · 2026-03-14 · [\\[REC\\]² \\<b\\>](<https://critic.example/a%3Eb>)\n\n"
        "1\\. First \\<script\\>\n\n\\- not a list\\_item\n\n\\> nor a quote &amp; so on\n\n"
    )
    assert escaped("a | b ~~c~~ `d`") == "a \\| b \\~\\~c\\~\\~ \\`d\\`"


def test_a_query_chooses(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(make_draft(guid="a"), make_draft(guid="b", grade=None))
    assert len(matinee("export", "--format", "json", "grade:none").json) == 1
    assert matinee("export", "grade:none").code == 2


def test_an_empty_library_exports_well_formed_nothing(matinee: Matinee) -> None:
    assert matinee("export", "--format", "json").json == []
    assert table(matinee("export", "--format", "csv").out) == []
    assert matinee("export", "--format", "markdown").out == ""
    assert "<body>" in matinee("export").out
