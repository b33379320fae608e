from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tests.makers import NOON, make_row
from tui.app.widgets.review_line import LEAD, Inks, badge, columns, draw, heading

PLAIN = Style()
INKS = Inks(PLAIN, PLAIN, PLAIN, (PLAIN,) * 5)


def line(width: int, **fields: Any) -> str:
    """The line as plain text."""
    return "".join(segment.text for segment in draw(make_row(**fields), columns(width), INKS, PLAIN, NOON))


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"letter": "B-"}, "B-"),
        ({"letter": None, "score": None, "verdict": "up"}, "▲"),
        ({"letter": None, "score": None, "verdict": "down"}, "▼"),
        ({"letter": None, "score": None, "written": "★★★"}, "~"),
        ({"letter": None, "score": None, "written": None}, "·"),
    ],
)
def test_a_grade_is_a_letter_a_verdict_or_a_sign(fields: dict[str, Any], shown: str) -> None:
    assert badge(make_row(**fields)) == shown


def test_a_line_tells_mark_grade_work_year_critic_comments_and_age() -> None:
    shown = line(100, published=NOON - timedelta(days=2), starred=True)
    assert " ".join(shown.split()) == "●★ B- 7/10 or B- The Second Foghorn (2025) Ada Quill 3 2d"


def test_a_line_says_quietly_that_a_post_gives_more_grades() -> None:
    assert "B-⁺ 7/10 or B-" in line(100, more=2)
    assert cell_len(line(26, more=2)) == cell_len(line(26)) == 26


def test_a_narrow_line_keeps_grade_and_work() -> None:
    assert " ".join(line(26).split()) == "● B- The Second Foghorn"


def test_an_essay_is_shown_by_its_own_title() -> None:
    assert "Ten Films About Fog" in line(80, work=None, title="Ten Films About Fog")
    assert "(untitled)" in line(80, work=None, title="")


@given(
    st.integers(LEAD + 1, 240),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
    st.one_of(st.none(), st.integers(0, 10**6)),
)
def test_a_line_is_exactly_as_wide_as_its_list(width: int, work: str, critic: str, comments: int | None) -> None:
    assert cell_len(line(width, work=work, critic=critic, comments=comments, written=work)) == width


@given(st.integers(LEAD + 10, 240))
def test_the_heading_is_as_wide_as_the_lines(width: int) -> None:
    assert len(heading(columns(width))) == width
