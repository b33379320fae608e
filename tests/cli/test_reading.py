"""`list` and `read`."""

import pytest

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.loopback import serving
from tests.makers import NOON, make_draft, make_grade
from tests.refresh.feeds import post, rss
from tui.model.work import Work
from tui.store.library import Library

KEYS = [
    "id",
    "critic",
    "title",
    "work",
    "url",
    "published",
    "updated",
    "grade",
    "credits",
    "read",
    "starred",
    "comments",
]


def test_the_json_of_a_review_has_the_shape_scripts_depend_on(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put()
    (review,) = matinee("list", "--json").json
    assert list(review) == KEYS
    assert review["grade"] == {
        "written": "7/10 or B-", "value": 7, "best": 10, "score": 70, "letter": "B-", "verdict": None,
        "notation": "fraction", "source": "prose", "confidence": 0.97,
    }  # fmt: skip
    assert review["published"] == "2026-03-14T12:00:00Z"
    assert review["critic"]["name"] == "Ada Quill"
    assert review["work"]["title"] == "The Second Foghorn"
    assert review["credits"]["directed_by"] == ["Ilse Marrow"]


def test_reading_adds_the_text(matinee: Matinee, shelf: Shelf) -> None:
    (number,) = shelf.put()
    review = matinee("read", str(number), "--json").json
    assert list(review) == [*KEYS, "text", "others", "text_from", "history"]
    assert review["text"] == "A patient film about fog.\n\nMy Grade: 7/10 or B-"


def test_a_query_chooses_by_grade(matinee: Matinee, shelf: Shelf) -> None:
    low = make_draft(
        guid="2", title="Low", work=Work("Low"), grade=make_grade(written="2/10", value=2, score=20, letter="D-")
    )
    shelf.put(make_draft(), low)
    assert [each["title"] for each in matinee("list", "grade>=B-", "--json").json] == ["The Second Foghorn"]
    assert [each["title"] for each in matinee("list", "grade<B-", "--json").json] == ["Low"]


def test_a_kept_search_is_asked_for_by_its_name(matinee: Matinee, shelf: Shelf) -> None:
    low = make_draft(guid="2", title="Low", work=Work("Low"), grade=make_grade(written="2/10", value=2, score=20))
    ids = shelf.put(make_draft(), low)
    with Library.open(shelf.file) as library:
        library.save_search("Worth seeing", "grade>=50 OR starred")
        library.mark(ids, "starred", True, now=NOON)
    asked = matinee("list", "--saved", "worth seeing", "grade<50", "--json").json
    assert [each["title"] for each in asked] == ["Low"]
    ran = matinee("list", "--saved", "fog")
    assert (ran.code, ran.out) == (2, "")
    assert "Kept: Worth seeing" in ran.err


def test_a_search_shows_where_its_words_stand(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(make_draft(text="A long way to the lighthouse. " * 20 + "There the lamp waits. " + "Fog. " * 50))
    (review,) = matinee("list", "lamp", "--json").json
    assert "There the lamp waits." in review["snippet"]
    assert len(review["snippet"]) < 140
    head, below = matinee("list", "lamp", "--snippets", "--sort", "match").out.splitlines()
    assert "The Second Foghorn" in head
    assert "There the lamp waits." in below
    assert len(matinee("list", "lamp").out.splitlines()) == 1, "a pipe gets a line each"
    assert "snippet" not in matinee("list", "--json").json[0]
    assert matinee("list", "foghorn", "--json").json[0]["snippet"] is None, "the title has it, the text does not"


def test_the_limit_counts(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(*(make_draft(guid=str(number)) for number in range(5)))
    assert len(matinee("list", "--limit", "3", "--json").json) == 3
    assert len(matinee("list", "--limit", "3").out.splitlines()) == 3
    assert len(matinee("list").out.splitlines()) == 5


def test_a_library_without_reviews_lists_nothing_and_says_so_aside(matinee: Matinee) -> None:
    assert matinee("list", "--json").json == []
    assert matinee("list").out == ""
    assert "matinee add" in matinee("list").err


def test_plain_text_names_the_grade_its_source_and_the_credits(matinee: Matinee, shelf: Shelf) -> None:
    (number,) = shelf.put()
    out = matinee("read", str(number)).out
    assert "Grade: 7/10 or B- (score 70, B-, from prose)" in out
    assert "Directed by: Ilse Marrow" in out
    assert "Rated: PG for brief peril" in out


@pytest.mark.parametrize("number", ["0", "77", "-1", "seven", "9" * 40])
def test_an_unknown_review_is_wrong_use_in_one_line(matinee: Matinee, shelf: Shelf, number: str) -> None:
    shelf.put()
    ran = matinee("read", "--", number)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "matinee list" in ran.err


def test_a_bad_query_points_at_the_character(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put()
    ran = matinee("list", "fog (grade>=B")
    assert (ran.code, ran.out) == (2, "")
    query, mark = ran.err.splitlines()[1:]
    assert query.strip() == "fog (grade>=B"
    assert mark.strip() == "^"


@pytest.mark.parametrize("title", ["[REC]²", "[/]", "[bold red]x[/bold red]", "{0} %s \\n"])
def test_a_title_is_printed_as_it_is_written(matinee: Matinee, shelf: Shelf, title: str) -> None:
    (number,) = shelf.put(make_draft(title=title, work=Work(title)))
    assert title in matinee("list").out
    assert title in matinee("read", str(number)).out
    assert matinee("list", "--json").json[0]["title"] == title


def test_an_edited_review_tells_what_it_was(matinee: Matinee) -> None:
    with serving() as site:
        site.feed("/feed", rss(post(1, text="<p>A masterpiece of fog.</p><p>My Grade: B</p>")))
        matinee("add", f"{site.url}/feed")
        site.feed("/feed", rss(post(1, text="<p>A film of fog, seen twice by now.</p><p>My Grade: C+</p>")))
        refreshed = matinee("refresh", "--json").json
    change = {"critic": "The Fog Desk", "id": 1, "title": "Foghorn 1", "before": "B", "after": "C+"}
    assert refreshed["regraded"] == [change]
    (was,) = matinee("read", "1", "--json").json["history"]
    assert (was["grade"]["letter"], was["text"]) == ("B", "A masterpiece of fog.\n\nMy Grade: B")
    assert "\nGrade changed from B to C+ (" in matinee("read", "1").out
