"""What a figure is of."""

import pytest

from tui.grading.fractions import read
from tui.grading.passage import Passage
from tui.grading.subject import not_of_the_work
from tui.grading.surroundings import around


def of_what(text: str) -> str:
    """Return what else than the work the last fraction of a text is of."""
    passage = Passage(text)
    *_, one = read(passage)
    return not_of_the_work(passage, one, around(passage, one))


@pytest.mark.parametrize(
    "text",
    [
        "Acting: 8/10",
        "The soundtrack is a 10/10",
        "the picture quality gets 4/5",
        "The musical score is 10/10",
        "10/10 for effort",
        "I give the acting 8/10",
        "I gave the original an 8/10",
        "the trailer got 5/5",
        "Salt Harbour, which I gave 9/10",
        "See also: Tin Summer (4/10)",
        "Part 4/5",
        "split 50/50",
        "7 out of 10 people",
        "4/5 of the film",
        "a 3/4 beat",
        "Day 4/10",
        "The book was a 9/10, the film less so.",
        "parental guide, violence: 2/10",
    ],
)
def test_parts_other_works_and_shares_are_not_the_work(text: str) -> None:
    assert of_what(text)


@pytest.mark.parametrize(
    "text", ["The film gets 7/10", "Overall: 7/10", "7/10", "The book gets 4/5", "The plot is thin. 6/10"]
)
def test_the_work_is_the_work(text: str) -> None:
    assert of_what(text) == ""
