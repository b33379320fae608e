"""The badge: as written, on the common scale, and where it was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.prose_making import make_prose, paragraph
from tests.makers import make_grade
from tui.app.widgets.grade_badge import bar, grade_lines
from tui.model.grade import Grade, Where
from tui.model.prose import Prose

PROSE = make_prose(paragraph("My Grade: 7/10 or B-"))


def texts(grade: Grade | None, measure: int = 72) -> list[str]:
    return [line.text for line in grade_lines(grade, PROSE, measure)]


def test_a_grade_stands_as_written_with_bar_and_score_and_its_evidence() -> None:
    badge, evidence = texts(make_grade(where=Where("text", 10, 20)))
    assert badge.startswith(" 7/10 or B-   ██████████████ ")
    assert badge.endswith("70 of 100")
    assert evidence == "prose, last paragraph: “My Grade: 7/10 or B-”"


def test_the_letter_stands_beside_a_grade_that_is_not_written_as_one() -> None:
    assert "  B-  ████" in texts(make_grade(written="7/10"))[0]
    assert texts(make_grade(written="7/10 or B-"))[0].count("B-") == 1


def test_an_unstated_scale_is_said_to_be_unstated() -> None:
    assert texts(make_grade(written="★★★", best=None, score=None, letter=None))[0] == " ★★★   scale not stated"


@pytest.mark.parametrize(("verdict", "words"), [("up", "▲ recommended"), ("down", "▼ not recommended")])
def test_a_verdict_is_an_arrow_with_words(verdict: str, words: str) -> None:
    grade = make_grade(written="Fresh", value=None, best=None, score=None, letter=None, verdict=verdict)
    assert texts(grade)[0] == f" Fresh   {words}"


def test_no_grade_is_said_quietly() -> None:
    assert texts(None) == ["no grade given"]


def test_the_bar_is_exact_to_an_eighth_of_a_cell() -> None:
    assert bar(100, 4) == "████"
    assert bar(50, 4) == "██  "
    assert bar(53.125, 4) == "██▏ "
    assert bar(0, 4) == "    "


@given(
    st.text(alphabet="★½/10B- 漢[]é", min_size=0, max_size=60),
    st.integers(20, 80),
    st.sampled_from([None, 0.0, 66.7, 100.0]),
)
def test_no_line_is_wider_than_the_measure(written: str, measure: int, score: float | None) -> None:
    grade = make_grade(written=written, score=score, letter=None if score is None else "B-", verdict="up")
    for line in grade_lines(grade, Prose(), measure):
        assert cell_len(line.text) <= measure
        assert all(0 <= span.start <= span.end <= max(measure, len(line.text)) for span in line.spans)
