"""The head of a review."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.credits import read_credits
from tui.articles.facts import Facts
from tui.articles.prose import read_prose
from tui.model.credits import Credits

LONG = "It begins with fog and it ends with fog, and between the two a keeper learns to listen. " * 6
POST = f"""The Second Foghorn

Directed By Ilse Marrow

Starring – Tomas Vey, Petra Lund, Oona Quist

The Plot – Follows a keeper (Vey) who hears a second foghorn. A tale of patience and salt.

Rated PG for brief peril and adult fog

The Second Foghorn | Official Trailer | Lantern Pictures – YouTube

{LONG}

My Grade: 7/10 or B-

3 thoughts on “The Second Foghorn”

1. Directed by Nobody, I say. Nice review!

Leave a Reply

Your email address will not be published. Required fields are marked *"""


def credits(html: str) -> Credits:
    return read_credits(read_prose(html)).credits


def roles(html: str) -> list[str]:
    return [block.role for block in read_credits(read_prose(html)).prose.blocks]


class TestATypicalPost:
    def test_every_credit_is_read(self) -> None:
        assert credits(POST) == Credits(
            ("Ilse Marrow",),
            ("Tomas Vey", "Petra Lund", "Oona Quist"),
            "Follows a keeper (Vey) who hears a second foghorn. A tale of patience and salt.",
            "PG",
            "brief peril and adult fog",
        )

    def test_credits_and_footer_are_marked_and_nothing_else(self) -> None:
        assert roles(POST) == ["", *["credits"] * 5, "", "", *["footer"] * 4]

    @pytest.mark.parametrize("missing", ["Directed By", "Starring", "The Plot", "Rated PG"])
    def test_any_credit_may_be_absent(self, missing: str) -> None:
        lines = [line for line in POST.split("\n\n") if not line.startswith(missing)]
        read, whole = credits("\n\n".join(lines)), credits(POST)
        same = [getattr(read, name) == getattr(whole, name) for name in ("directed_by", "starring", "plot", "rated")]
        assert same.count(False) == 1


class TestForms:
    def test_labels_in_bold_on_lines_of_one_paragraph(self) -> None:
        html = "<p><b>Director:</b> Ann Vey<br><b>Cast:</b> Tom Lund, Charli xcx<br>Length: 99<br><b>MPAA:</b> R</p>"
        read = credits(html + f"<p>{LONG}</p>")
        assert (read.directed_by, read.starring, read.rated) == (("Ann Vey",), ("Tom Lund", "Charli xcx"), "R")
        assert roles(html + f"<p>{LONG}</p>") == ["credits", ""]

    def test_all_on_one_line(self) -> None:
        read = credits(
            "<p>Directed by Ann Vey. Starring Tom Lund, Petra Roe. Rated PG-13 for violence. 110 minutes.</p>"
        )
        assert read == Credits(("Ann Vey",), ("Tom Lund", "Petra Roe"), None, "PG-13", "violence")

    def test_bars_between(self) -> None:
        read = credits("<p>Dir: Ann Vey | Cast: Tom Lund, Petra Roe | 110 min | FSK 12</p>")
        assert read == Credits(("Ann Vey",), ("Tom Lund", "Petra Roe"), None, "FSK 12")

    def test_a_list(self) -> None:
        read = credits("<ul><li>Director: Ann Vey</li><li>With: Tom Lund and Petra Roe</li><li>Cert: 12A</li></ul>")
        assert read == Credits(("Ann Vey",), ("Tom Lund", "Petra Roe"), None, "12A")

    def test_a_table(self) -> None:
        html = "<table><tr><td>Director<td>Ann Vey<tr><td>Stars<td>Tom Lund<tr><td>Rating<td>PG-13</table>"
        assert credits(html) == Credits(("Ann Vey",), ("Tom Lund",), None, "PG-13")

    def test_headings_above_their_values(self) -> None:
        html = "<h4>Director</h4><p>Ann Vey</p><h4>Rated</h4><p>PG</p>"
        assert credits(html) == Credits(("Ann Vey",), (), None, "PG")
        assert roles(html) == ["credits"] * 4

    def test_the_title_may_lead_the_line(self) -> None:
        assert credits("<p>The Second Foghorn (2023), directed by Ann Vey</p>").directed_by == ("Ann Vey",)

    def test_a_box_at_the_end(self) -> None:
        html = f"<p>{LONG}</p><ul><li>Director: Ann Vey</li><li>Cast: Tom Lund</li><li>Running time: 99 mins</li></ul>"
        assert credits(html) == Credits(("Ann Vey",), ("Tom Lund",))
        assert roles(html) == ["", "credits", "credits", "credits"]

    def test_a_written_and_directed_film(self) -> None:
        assert credits("<p>Written and directed by Ann Vey</p>").directed_by == ("Ann Vey",)

    def test_a_synopsis_under_its_heading(self) -> None:
        assert credits(f"<h3>Synopsis</h3><p>A keeper hears a horn.</p><p>{LONG}</p>").plot == "A keeper hears a horn."


class TestSentences:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Directed by her mother, the film is a delight.",
            "Directed by Ann Vey, the film is a delight and a puzzle.",
            "With Ann Vey, Tom Lund finds a muse.",
            "Starring roles are hard to come by here.",
            "The plot is thin, and the fog is thick.",
            "Rated among the best of its year, it has aged.",
            "Story: 8/10",
            "Rating: 7/10",
        ],
    )
    def test_are_no_credits(self, sentence: str) -> None:
        assert credits(f"<p>{sentence}</p>").empty
        assert roles(f"<p>{sentence}</p>") == [""]

    def test_a_lone_label_in_the_middle_is_none(self) -> None:
        html = f"<p>{LONG}</p><p>Cast: a shadow over the bay.</p><p>Director: Ann Vey</p><p>{LONG}</p>"
        assert credits(html).directed_by == ()


class TestTrailers:
    PLAYER = '<iframe src="https://www.youtube.com/embed/foghorn123"></iframe>'
    PAGE = "https://www.youtube.com/watch?v=foghorn123"

    def test_a_player_above_the_text_is_the_trailer(self) -> None:
        assert credits(f"<p>Directed by Ann Vey</p>{self.PLAYER}<p>{LONG}</p>").trailer == self.PAGE

    def test_a_player_in_the_middle_of_the_text_is_not(self) -> None:
        assert credits(f"<p>{LONG}</p>{self.PLAYER}<p>{LONG}</p>").trailer is None

    def test_unless_it_is_called_so(self) -> None:
        assert credits(f"<p>{LONG}</p><h3>Trailer</h3>{self.PLAYER}<p>{LONG}</p>").trailer == self.PAGE

    def test_a_link_called_trailer_is_one(self) -> None:
        html = f'<p>{LONG}</p><p><a href="https://vimeo.com/123456">Watch the trailer</a></p>'
        assert credits(html).trailer == "https://vimeo.com/123456"

    def test_a_bare_address_in_the_head_is_one(self) -> None:
        assert credits(f"Foghorn\n\nhttps://youtu.be/foghorn123\n\n{LONG}").trailer == self.PAGE


def test_data_fill_what_the_text_leaves_out() -> None:
    facts = Facts("Foghorn", directors=("Ann Vey",), actors=("Tom Lund",), rated="PG")
    read = read_credits(read_prose("<p>Directed by Ilse Marrow</p>"), facts).credits
    assert read == Credits(("Ilse Marrow",), ("Tom Lund",), None, "PG")


@given(st.text())
def test_any_text_has_credits_or_none_and_keeps_its_words(text: str) -> None:
    prose = read_prose(text)
    read = read_credits(prose)
    assert read.prose.text == prose.text
    assert [block.runs for block in read.prose.blocks] == [block.runs for block in prose.blocks]
