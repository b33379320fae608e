"""Whose opinion a figure is."""

import pytest

from tui.grading.fractions import read
from tui.grading.opinion import not_own
from tui.grading.passage import Passage
from tui.grading.surroundings import around


def whose(text: str) -> str:
    """Return why the last fraction of a text is not the critic's."""
    passage = Passage(text)
    *_, one = read(passage)
    place = around(passage, one)
    return not_own(place, passage.plain[one.start - len(place.part) : one.start])


@pytest.mark.parametrize(
    "text",
    [
        "It has 7/10 on IMDb",
        "IMDb: 7/10",
        "a Metacritic score of 71/100",
        "My wife gave it 8/10",
        "The ten-year-old, who had slept through half of it, gave it 8/10",
        "I hear that the people in the row behind gave it 8/10",
        "It is loud, writes one, giving it 2/10",
        "Nationwide rating 4/10",
        "User score\n7/10",
        "The one from Hull got 9/10 for his scones",
        "7/10 (318)",
        "Nora Beck gave it 8/10",
        "He gets a 4/10 on his test",
        "our readers voted it 8/10",
        "People giving this 1/10 have no soul",
        "4/5 (120 votes)",
        "average: 3.9/5",
        "rated 7/10 by most people here",
        "Ebert gave it 4/4",
        "The other reviewer gave it 2/10",
    ],
)
def test_other_peoples_figures_are_theirs(text: str) -> None:
    assert whose(text)


@pytest.mark.parametrize(
    "text",
    [
        "I gave it 7/10 on IMDb",
        "IMDb: 6.1/10 | Me: 7/10",
        "IMDb says 6/10, I say 7/10",
        "This one gets 7/10",
        "I give it 7/10",
        "While my wife loved it, I give it 3/10",
        "So I rate it 7/10",
    ],
)
def test_the_critics_own_figures_are_not(text: str) -> None:
    assert whose(text) == ""
