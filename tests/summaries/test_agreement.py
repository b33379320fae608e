"""Rank correlation."""

from itertools import pairwise
from math import sqrt
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.summaries.agreement import ENOUGH, agreement, ranks, shrunk, spearman

grades = st.sampled_from([0.0, 25.0, 50.0, 66.7, 75.0, 83.0, 100.0])
pairs = st.lists(st.tuples(grades, grades), min_size=ENOUGH, max_size=40)


def test_ties_share_the_mean_of_their_ranks() -> None:
    assert ranks([10, 20, 20, 5]) == [2, 3.5, 3.5, 1]


def test_known_values() -> None:
    """The textbook's ten pairs without ties: 1 - 6 * 194 / 990."""
    one = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    other = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    assert spearman(list(zip(one, other, strict=True))) == pytest.approx(-0.176, abs=0.001)


@given(pairs)
def test_it_is_what_the_definition_gives(given_pairs: list[tuple[float, float]]) -> None:
    """Ranks by counting, correlation by its formula."""

    def rank(value: float, among: list[float]) -> float:
        return sum(each < value for each in among) + (1 + sum(each == value for each in among)) / 2

    ones, others = [one for one, _ in given_pairs], [other for _, other in given_pairs]
    x, y = [rank(each, ones) for each in ones], [rank(each, others) for each in others]
    top = fmean(a * b for a, b in zip(x, y, strict=True)) - fmean(x) * fmean(y)
    under = (fmean(a * a for a in x) - fmean(x) ** 2) * (fmean(b * b for b in y) - fmean(y) ** 2)
    found = spearman(given_pairs)
    if len(set(ones)) == 1 or len(set(others)) == 1:
        assert found is None
    else:
        assert found is not None
        assert found == pytest.approx(top / sqrt(under), abs=0.001)
        assert -1 <= found <= 1


@given(pairs, st.randoms())
def test_order_never_matters_and_sides_turn(given_pairs: list[tuple[float, float]], chance: Random) -> None:
    shuffled = list(given_pairs)
    chance.shuffle(shuffled)
    found = agreement(1, 2, given_pairs)
    assert agreement(1, 2, shuffled) == found
    other = agreement(2, 1, [(b, a) for a, b in given_pairs])
    assert other.rho == found.rho
    assert other.n == found.turned.n
    assert other.difference == found.turned.difference


def test_too_few_works_say_nothing_but_how_many_they_are() -> None:
    found = agreement(1, 2, [(50, 60), (60, 70), (70, 80), (80, 90)])
    assert (found.n, found.rho, found.shrunk, found.difference) == (4, None, None, -10)
    assert agreement(1, 2, []).difference is None


def test_the_more_works_the_more_is_believed() -> None:
    believed = [shrunk(0.8, n) for n in (5, 10, 50, 500)]
    assert all(few < many for few, many in pairwise(believed))
    assert believed[-1] < 0.8
