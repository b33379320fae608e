"""The one scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.scale import LETTERS, letter, score


def test_the_letters_stand_best_first() -> None:
    assert list(LETTERS.values()) == sorted(LETTERS.values(), reverse=True)
    assert (next(iter(LETTERS)), list(LETTERS)[-1]) == ("A+", "F")


@pytest.mark.parametrize(
    ("value", "best", "points"),
    [(7, 10, 70), (3.5, 4, 87.5), (2, 3, 66.7), (0, 5, 0), (13, 10, 100), (-1, 10, 0)],
)
def test_a_score_is_the_share_of_the_best_within_the_scale(value: float, best: float, points: float) -> None:
    assert score(value, best) == points


@pytest.mark.parametrize("name", LETTERS)
def test_each_letter_is_its_own_nearest(name: str) -> None:
    assert letter(LETTERS[name]) == name


@pytest.mark.parametrize(("points", "name"), [(70, "B-"), (71, "B"), (97.5, "A+"), (54, "C+"), (8, "F"), (8.5, "D-")])
def test_a_number_takes_the_nearest_letter_and_between_two_the_better(points: float, name: str) -> None:
    assert letter(points) == name


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_better_score_never_has_a_worse_letter(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert LETTERS[letter(low)] <= LETTERS[letter(high)]
