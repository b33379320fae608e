"""Two notations of one grade."""

import pytest

from tests.grading.noticing import noticed
from tui.grading import fractions, letters, percent, stars
from tui.grading.candidate import Candidate
from tui.grading.pairing import distinct, paired
from tui.grading.passage import Passage


def pairs(text: str) -> list[Candidate]:
    """Return the candidates of a text, pairs joined."""
    found = [one for notation in (fractions, letters, percent, stars) for one in noticed(notation.read, text)]
    return paired(Passage(text), distinct(found))


@pytest.mark.parametrize(
    ("text", "value", "best", "letter"),
    [
        ("7/10 or B-", 7, 10, "B-"),
        ("7.7 out of 10.0 for a B+", 7.7, 10, "B+"),
        ("A+ (97.5%)", 97.5, 100, "A+"),
        ("★★★★ 4/5", 4, 5, None),
        ("B+ | 8/10", 8, 10, "B+"),
        ("⭐⭐⭐⭐☆ (4/5)", 4, 5, None),
    ],
)
def test_a_grade_written_twice_is_one(text: str, value: float, best: float, letter: str | None) -> None:
    (one,) = pairs(text)
    assert (one.written, one.value, one.best, one.letter) == (text, value, best, letter)


@pytest.mark.parametrize("text", ["8/10 and 3/10", "B or C", "8/10 ★☆☆☆☆", "7/10 and the dog gets a B"])
def test_grades_that_contradict_each_other_stay_apart(text: str) -> None:
    assert len(pairs(text)) == 2
