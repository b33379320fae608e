"""Grades in figures."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tui.summaries.distribution import distribution

scores = st.lists(st.floats(0, 100), max_size=60)


def test_nothing_has_no_mean() -> None:
    empty = distribution([])
    assert (empty.count, empty.mean, empty.median, empty.spread) == (0, None, None, None)


def test_two_scores_have_a_spread_and_one_has_none() -> None:
    assert distribution([60, 80]).spread == 10
    assert distribution([60]).spread is None


def test_each_score_stands_at_its_nearest_letter() -> None:
    letters = dict(distribution([70, 67, 0, 100]).letters)
    assert (letters["B-"], letters["F"], letters["A+"]) == (2, 1, 1)


@given(scores)
def test_the_letters_add_up_to_the_count(pile: list[float]) -> None:
    assert sum(count for _, count in distribution(pile).letters) == distribution(pile).count == len(pile)


@given(scores, st.randoms())
def test_order_never_matters(pile: list[float], chance: Random) -> None:
    shuffled = list(pile)
    chance.shuffle(shuffled)
    assert distribution(shuffled) == distribution(pile)


@given(st.lists(st.floats(0, 100), min_size=1))
def test_mean_and_median_lie_within_the_pile(pile: list[float]) -> None:
    found = distribution(pile)
    assert found.mean is not None
    assert found.median is not None
    assert min(pile) - 0.1 <= found.mean <= max(pile) + 0.1
    assert min(pile) - 0.1 <= found.median <= max(pile) + 0.1
