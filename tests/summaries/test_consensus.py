"""What critics together think."""

from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.summaries.consensus import PRIOR, calibrated, consensus, standing
from tui.summaries.ladder import Ladder, ladder, together

scores = st.lists(st.floats(0, 100), min_size=1, max_size=30)


def test_nothing_is_early_and_has_no_mean() -> None:
    nothing = consensus([])
    assert (nothing.n, nothing.mean, nothing.early, nothing.split) == (0, None, True, False)


def test_two_critics_are_early_and_three_are_not() -> None:
    assert consensus([70, 80]).early
    assert not consensus([70, 80, 75]).early


def test_critics_are_split_where_they_spread_by_a_fifth_of_the_scale() -> None:
    assert consensus([91, 58, 25]).split
    assert not consensus([91, 67, 50]).split
    assert not consensus([100, 0]).split


@given(scores, st.randoms())
def test_order_never_matters(pile: list[float], chance: Random) -> None:
    shuffled = list(pile)
    chance.shuffle(shuffled)
    assert consensus(shuffled) == consensus(pile)


@given(scores)
def test_everything_lies_within_the_pile_and_no_spread_is_above_half_the_scale(pile: list[float]) -> None:
    found = consensus(pile)
    assert found.mean is not None
    assert found.median is not None
    assert min(pile) - 0.1 <= found.mean <= max(pile) + 0.1
    assert min(pile) - 0.1 <= found.median <= max(pile) + 0.1
    assert (found.spread or 0) <= 50


def test_a_grade_weighs_by_what_it_means_for_its_critic() -> None:
    kind, strict = ladder([75, 83, 91, 95, 100] * 20), ladder([25, 42, 50, 58, 75] * 20)
    everyone = together([kind, strict])
    from_kind = calibrated([(75, kind)], everyone)
    from_strict = calibrated([(75, strict)], everyone)
    assert from_kind is not None
    assert from_strict is not None
    assert from_kind < 75 < from_strict


def test_a_critic_without_history_is_taken_at_their_word() -> None:
    everyone = ladder([25, 50, 75, 100] * 10)
    assert calibrated([(75, Ladder())], everyone) == pytest.approx(75)


def test_nothing_is_calibrated_from_nothing() -> None:
    assert calibrated([], ladder([50])) is None


grades = st.sampled_from([0.0, 25.0, 50.0, 66.7, 75.0, 100.0])
histories = st.lists(st.lists(grades, min_size=1, max_size=20), min_size=1, max_size=6)


@given(histories)
def test_the_calibrated_consensus_is_an_independent_computation_s(histories: list[list[float]]) -> None:
    """The same by counting: each critic's first grade is of this work."""
    pool = sorted(score for pile in histories for score in pile)
    percentiles = []
    for pile in histories:
        own = 100 * fmean((each < pile[0]) + (each == pile[0]) / 2 for each in pile)
        every = 100 * fmean((each < pile[0]) + (each == pile[0]) / 2 for each in pool)
        percentiles.append((own * len(pile) + every * PRIOR) / (len(pile) + PRIOR))
    found = calibrated([(pile[0], ladder(pile)) for pile in histories], ladder(pool))
    assert found is not None
    assert pool[0] <= found <= pool[-1]
    at = {score: 100 * fmean((each < score) + (each == score) / 2 for each in pool) for score in pool}
    below = max((score for score in at if at[score] <= fmean(percentiles) + 1e-9), default=pool[0])
    above = min((score for score in at if at[score] >= fmean(percentiles) - 1e-9), default=pool[-1])
    assert below - 1e-6 <= found <= above + 1e-6


@given(st.lists(grades, min_size=1, max_size=30), grades, grades)
def test_a_better_grade_never_stands_lower(pile: list[float], one: float, other: float) -> None:
    low, high = sorted((one, other))
    own = ladder(pile)
    assert standing(low, own, own) <= standing(high, own, own)
