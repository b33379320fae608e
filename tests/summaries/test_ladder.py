"""Counted scores."""

from collections.abc import Sequence
from random import Random
from statistics import fmean, median, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.summaries.ladder import Ladder, ladder, together

grades = st.sampled_from([0.0, 25.0, 33.0, 50.0, 66.7, 70.0, 75.0, 83.0, 91.0, 100.0])
piles = st.lists(grades, min_size=1, max_size=60)


@given(piles)
def test_figures_are_those_of_the_pile(pile: list[float]) -> None:
    found = ladder(pile).figures
    assert (found.n, found.low, found.high) == (len(pile), min(pile), max(pile))
    assert found.mean == pytest.approx(fmean(pile), abs=0.051)
    assert found.median == pytest.approx(median(pile), abs=0.051)
    assert (found.spread is None) == (len(pile) == 1)
    assert found.spread is None or found.spread == pytest.approx(pstdev(pile), abs=0.051)


@given(piles, st.randoms())
def test_order_never_matters(pile: list[float], chance: Random) -> None:
    shuffled = list(pile)
    chance.shuffle(shuffled)
    assert ladder(shuffled) == ladder(pile)


@given(piles, grades)
def test_a_percentile_counts_what_is_below_and_half_of_what_is_equal(pile: list[float], score: float) -> None:
    expected = 100 * fmean((each < score) + (each == score) / 2 for each in pile)
    assert ladder(pile).percentile(score) == pytest.approx(expected)


@given(piles)
def test_a_quantile_is_the_inverse_of_a_percentile(pile: list[float]) -> None:
    found = ladder(pile)
    assert [found.quantile(found.percentile(score)) for score in pile] == pytest.approx(pile)


@given(piles, st.floats(0, 100), st.floats(0, 100))
def test_a_quantile_rises_within_the_pile(pile: list[float], one: float, other: float) -> None:
    found = ladder(pile)
    low, high = (found.quantile(at) for at in sorted((one, other)))
    assert min(pile) <= low <= high + 1e-9
    assert high <= max(pile)


@given(st.lists(piles, max_size=5))
def test_ladders_put_together_are_the_ladder_of_all(some: Sequence[list[float]]) -> None:
    assert together(map(ladder, some)) == ladder(score for pile in some for score in pile)


def test_nothing_has_no_figures_and_stands_in_the_middle() -> None:
    assert Ladder().figures.mean is None
    assert Ladder().percentile(70) == 50
