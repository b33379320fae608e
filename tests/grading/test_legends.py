"""Lists that look like grades."""

import pytest

from tests.grading.noticing import noticed
from tui.grading.fractions import read
from tui.grading.legends import in_legend
from tui.grading.passage import Passage
from tui.grading.surroundings import around
from tui.grading.units import read as read_units


def refused(text: str) -> list[str]:
    """Return what a text lists, as written."""
    passage = Passage(text)
    found = noticed(read, text) or noticed(read_units, text)
    return [one.written for one in in_legend(passage, found, [around(passage, one) for one in found])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("My rating system: 5 stars – superb; 1 star – awful.", 2),
        ("5/5 = superb, 3/5 = fair, 1/5 = awful", 3),
        ("From Salt Harbour (8/10) and Tin Summer (4/10) to this.", 2),
        ("Salt Harbour (7/10) - Tin Summer (5/10) - Fog (9/10)", 3),
        ("One star for the dog. One star for the hat.", 2),
        ("4 stars We would marry it. 3 stars We would dine with it. 2 stars We would nod. 1 star We would move.", 4),
    ],
)
def test_legends_and_lists_are_told(text: str, count: int) -> None:
    assert len(refused(text)) == count


@pytest.mark.parametrize(
    "text", ["The Second Foghorn (7/10)", "I was unsure: 6/10 and then 7/10.", "Half a star for the dog."]
)
def test_a_single_grade_is_no_list(text: str) -> None:
    assert refused(text) == []
