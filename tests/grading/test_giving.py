"""Phrases that give a grade."""

import pytest

from tui.grading.fractions import read
from tui.grading.giving import given
from tui.grading.passage import Passage
from tui.grading.surroundings import around


def weight(text: str) -> float:
    """Return how plainly a text gives its last fraction."""
    passage = Passage(text)
    *_, one = read(passage)
    return given(one, around(passage, one))[0]


def test_the_plainer_the_words_the_more_they_weigh() -> None:
    assert weight("I give it 7/10") > weight("It gets 7/10") > weight("It's a 7/10") > weight("Fog and 7/10 of it") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Je lui donne 7/10",
        "7/10 from me",
        "Just give it 7/10",
        "So why the 3 out of 10",
        "That lifts it to 6/10",
        "10/10 would drown again",
    ],
)
def test_other_ways_to_give_are_known(text: str) -> None:
    assert weight(text) > 2


@pytest.mark.parametrize("text", ["The dog gets 7/10", "his accordion deserves 2/10"])
def test_what_is_given_to_others_is_not_given_to_the_work(text: str) -> None:
    assert weight(text) == 0
