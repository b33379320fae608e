"""One comment as lines: who, when, how it stands, what it says; nothing is wider than it may be."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.threading import make_comment
from tests.makers import NOON
from tui.app.widgets.comment_lines import MARK, Setting, comment_lines, estimates, gap, most_rails, rail
from tui.app.widgets.typesetting import Line
from tui.model.comment import Comment, Span, Standing
from tui.model.prose import Style

WORDS = st.text(alphabet=st.sampled_from("abc ’—[]/é漢字。\n"), max_size=200)


def lines(comment: Comment, width: int = 60, **setting: Any) -> list[Line]:
    return list(comment_lines(comment, replace(Setting(width, NOON), **setting)))


def texts(comment: Comment, width: int = 60, **setting: Any) -> list[str]:
    return [line.text.rstrip() for line in lines(comment, width, **setting)]


def looks_of(line: Line, words: str) -> set[str]:
    start = line.text.index(words)
    return {span.look for span in line.spans if span.start <= start and span.end >= start + len(words)}


def test_a_comment_has_a_head_and_its_text_beside_a_rail() -> None:
    assert texts(make_comment(author="Bo")) == ["• Bo · 1 hour ago", "│ The fog has the better lines."]


def test_answers_stand_behind_the_rails_of_what_they_answer() -> None:
    head, text = texts(make_comment(author="Bo", parent="0", depth=3))
    assert head == "│ │ • Bo · 1 hour ago"
    assert text == "│ │ │ The fog has the better lines."


def test_each_depth_has_a_rail_of_its_own_colour() -> None:
    (line,) = [line for line in lines(make_comment(parent="0", depth=3)) if "better" in line.text]
    assert [span.look for span in line.spans] == ["rail-1", "rail-2", "rail-3"]
    assert rail(7) == "rail-1"


def test_a_gap_carries_the_rails_that_go_through_it() -> None:
    assert gap(make_comment(depth=3, parent="0"), 60).text == "│ │ "
    assert gap(make_comment(), 60).text == ""


def test_deeper_than_there_is_room_the_head_says_how_deep() -> None:
    head, text, *_ = texts(make_comment(author="Bo", parent="0", depth=30), width=52)
    assert head.startswith("│ " * most_rails(52) + "• Bo")
    assert head.endswith("· 30 deep · 1 hour ago")
    assert cell_len(text) <= 52


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"by_critic": True}, "critic"),
        ({"own": True}, "you"),
        ({"standing": Standing.HELD}, "waits for the moderator"),
        ({"standing": Standing.GONE}, "deleted on the site"),
        ({"standing": Standing.UNKNOWN}, "nobody knows"),
        ({"standing": Standing.MISSING}, "not shown"),
        ({"standing": Standing.SENDING}, "on its way"),
        ({"edited": NOON - timedelta(days=2)}, "edited 2 days ago"),
        ({"parent": "12"}, "answers one that is not here"),
        ({"author": ""}, "Somebody"),
    ],
)
def test_the_head_says_how_a_comment_stands(fields: dict[str, Any], words: str) -> None:
    assert words in texts(make_comment(**fields), 90)[0]


def test_the_head_says_what_is_new_and_what_is_begun() -> None:
    assert "● new" in texts(make_comment(), new=True)[0]
    assert "your draft" in texts(make_comment(), drafted=True)[0]


def test_a_folded_comment_is_its_head_and_its_first_words() -> None:
    comment = make_comment(author="Bo", text="fog " * 100)
    head, words = texts(comment, folded=True, below=12, new_below=2)
    assert head == "▸ Bo · 12 below · ● 2 new · 1 hour ago"
    assert words.endswith("…")
    assert cell_len(words) <= 60


def test_a_comment_with_answers_can_be_told_from_one_without() -> None:
    assert texts(make_comment(), below=1)[0].startswith("▾ ")
    assert texts(make_comment())[0].startswith("• ")
    assert lines(make_comment())[0].spans[0].link == MARK


def test_links_are_numbered_and_named_below() -> None:
    text = "See the place, or https://b.example/x instead."
    at = text.index("https")
    spans = (Span(4, 13, url="https://www.place.example/fog/"), Span(at, at + 19, url="https://b.example/x"))
    shown = texts(make_comment(text=text, spans=spans))
    assert shown[1:] == ["│ See the place[1], or https://b.example/x[2] instead.", "│ [1] place.example/fog"]


def test_a_click_on_a_link_knows_its_number() -> None:
    comment = make_comment(text="See the place.", spans=(Span(4, 13, url="https://place.example/"),))
    line = lines(comment)[1]
    assert {span.link for span in line.spans if span.look in ("link", "marker")} == {1}
    assert looks_of(line, "the place") == {"link"}


def test_italics_quotes_and_spoilers_keep_their_looks() -> None:
    text = "He said\n\nThe keeper knew\n\nand the keeper dies."
    spans = (
        Span(0, 2, Style.ITALIC), Span(9, 24, quoted=2), Span(9, 12, Style.BOLD), Span(35, 45, Style.SPOILER),
    )  # fmt: skip
    shown = lines(make_comment(text=text, spans=spans))
    assert looks_of(shown[1], "He") == {"italic"}
    assert shown[3].text == "│ ▎ ▎ The keeper knew"
    assert "bold" in looks_of(shown[3], "The")
    assert "spoiler" in looks_of(shown[5], text[35:45])


def test_what_is_searched_for_is_marked_wherever_it_stands() -> None:
    line = lines(make_comment(text="Fog, and more fog."), found="fog")[1]
    assert [line.text[span.start : span.end] for span in line.spans if span.look == "found"] == ["Fog", "fog"]


def test_the_author_followed_is_marked() -> None:
    assert "found" in looks_of(lines(make_comment(author="Bo"), same_author=True)[0], "Bo")


def test_a_comment_without_end_is_cut_and_says_so() -> None:
    shown = texts(make_comment(text="fog " * 250_000))
    assert shown[-1] == "│ … and 988,000 characters more: o opens its page"
    assert len(shown) < 300


def test_a_word_without_end_is_broken() -> None:
    shown = texts(make_comment(text="f" * 10_000))
    assert all(cell_len(line) <= 60 for line in shown)
    assert sum(line.count("f") for line in shown) == 10_000


def test_markup_is_words() -> None:
    assert texts(make_comment(author="[/] [b]Bo[/b]", text="[/] [red]fog[/red]"))[1] == "│ [/] [red]fog[/red]"


def test_a_name_without_end_leaves_room_for_when() -> None:
    (head, *_) = texts(make_comment(author="N" * 300, by_critic=True), new=True)
    assert cell_len(head) <= 60
    assert "· critic · ● new" in head


@given(WORDS, WORDS, st.integers(1, 40), st.integers(4, 90), st.booleans())
def test_no_line_is_wider_than_it_may_be(author: str, text: str, depth: int, width: int, folded: bool) -> None:
    comment = make_comment(author=" ".join(author.split()), text=text, depth=depth, parent="0", by_critic=True)
    least = 2 * most_rails(width) + 3
    for line in lines(comment, width, folded=folded, below=3, new=True):
        assert cell_len(line.text) <= max(width, least)


@given(WORDS)
def test_no_word_is_lost(text: str) -> None:
    shown = "".join(line.text.replace("│ ", "") for line in lines(make_comment(text=text))[1:])
    assert "".join(shown.split()) == "".join(text.split())


def test_heights_are_estimated_without_laying_out() -> None:
    short, long = make_comment(text="fog"), make_comment(text="fog and horn " * 100)
    few, many = estimates((short, long), 60, 72)
    assert few < many
    assert abs(many - len(lines(long)) - 1) < 5
