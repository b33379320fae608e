"""Grades in titles."""

import pytest

from tui.grading.passage import Passage
from tui.grading.titles import weigh_title
from tui.grading.weighing import Weighed


def accepted(title: str) -> list[Weighed]:
    """Return what a title says is a grade."""
    return [one for one in weigh_title(Passage(title, "title")) if one.accepted]


@pytest.mark.parametrize(
    ("title", "value", "best", "letter"),
    [
        ("Happiness, 1998 - ★★★★★", 5, 5, None),
        ("Fog, 2024 - ★★½", 2.5, 5, None),
        ("Fog – 8/10", 8, 10, None),
        ("Review: Fog (B+)", None, None, "B+"),
        ("Fog [3.5/5]", 3.5, 5, None),
        ("8/10: Fog", 8, 10, None),
    ],
)
def test_a_grade_set_apart_in_a_title_is_read(
    title: str, value: float | None, best: float | None, letter: str | None
) -> None:
    (one,) = accepted(title)
    assert (one.candidate.value, one.candidate.best, one.candidate.letter) == (value, best, letter)


@pytest.mark.parametrize(
    "title",
    [
        "50/50",
        "8 1/2",
        "Star 80",
        "Space/Time",
        "Fahrenheit 9/11",
        "Part 2/3",
        "Plan B",
        "The A-Team",
        "Five Star",
        "Day 4/10",
        "Four Stars",
        "★",
    ],
)
def test_names_are_not_grades(title: str) -> None:
    assert accepted(title) == []
