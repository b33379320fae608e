"""Grades that are only supposed."""

import pytest

from tui.grading.fractions import read
from tui.grading.passage import Passage
from tui.grading.supposition import only_supposed
from tui.grading.surroundings import around


def supposed(text: str) -> str:
    """Return why the last fraction of a text is only supposed."""
    passage = Passage(text)
    *_, one = read(passage)
    return only_supposed(around(passage, one))


@pytest.mark.parametrize(
    "text",
    [
        "It could have been a 9/10",
        "With another ending it might be an 8/10",
        "I expected a 10/10",
        "This is not a 10/10",
        "Why does everyone give this 10/10",
        "I was torn whether to give it 7/10",
        "It falls from a solid 8/10",
        "A 10/10 would mean that it changed me",
        "If it were shorter, I'd give it 9/10",
        "It doesn't deserve the 3/10",
        "I'd give it 9/10 if it had an ending",
        "between a 6/10",
        "every 10/10 film",
    ],
)
def test_a_supposed_grade_is_none(text: str) -> None:
    assert supposed(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'd give it 8/10",
        "I would give this a 7/10",
        "I can't help but give it a 10/10",
        "I can't give it more than 6/10",
        "If I had to rate it I'd say 8/10",
        "I'd go with 7/10 if you like ham",
        "It was promised much, but I give it 6/10",
        "It isn't perfect. 7/10",
    ],
)
def test_a_polite_grade_is_a_grade(text: str) -> None:
    assert supposed(text) == ""
