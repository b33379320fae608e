"""Whose taste is the reader's."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.readers import crowd
from tests.benchmarks.taste import Tally, left_out, rms
from tui.summaries.agreement import ENOUGH
from tui.summaries.taste import Scale, kriged, predict, taste

NAMES = {1: "Ada Quill", 2: "Bo Lund", 3: "Cyra Fenn"}
SCALES = {critic: Scale(60, 15) for critic in NAMES}
grades = st.dictionaries(st.integers(1, 30), st.sampled_from([0.0, 25.0, 50.0, 66.7, 75.0, 91.0, 100.0]), max_size=25)
everyone = st.dictionaries(st.sampled_from(sorted(NAMES)), grades, max_size=3)


def test_under_five_shared_works_nothing_is_said() -> None:
    mine = {work: 50.0 + work for work in range(ENOUGH - 1)}
    known = taste(mine, {1: mine}, SCALES, NAMES)
    (ada,) = known.critics
    assert (ada.critic, ada.agreement.n, ada.enough, ada.agreement.rho) == ("Ada Quill", 4, False, None)
    assert not known.enough
    assert predict(known, 99, {1: 90}, SCALES) is None


def test_nobody_is_like_a_reader_who_graded_nothing() -> None:
    known = taste({}, {}, SCALES, NAMES)
    assert (known.graded, known.mean, known.critics, known.enough) == (0, None, (), False)
    assert predict(known, 1, {1: 90}, SCALES) is None


def test_the_critic_most_like_the_reader_comes_first_and_counts_most() -> None:
    mine = {work: float(work * 5) for work in range(20)}
    other = {work: float(100 - work * 5) for work in range(20)}
    known = taste(mine, {1: other, 2: mine}, SCALES, NAMES)
    assert [each.critic for each in known.critics] == ["Bo Lund", "Ada Quill"]
    assert [each.agreement.rho for each in known.critics] == [1, -1]
    liked, disliked = predict(known, 99, {2: 100, 1: 0}, SCALES), predict(known, 99, {2: 0, 1: 100}, SCALES)
    assert liked is not None
    assert disliked is not None
    assert liked.score > 60 > disliked.score


@given(grades, everyone, grades.map(dict), st.randoms())
def test_order_never_matters_and_bounds_hold(
    mine: dict[int, float], theirs: dict[int, dict[int, float]], film: dict[int, float], chance: Random
) -> None:
    known = taste(mine, theirs, SCALES, NAMES)
    turned = list(mine.items())
    chance.shuffle(turned)
    assert taste(dict(turned), dict(reversed(theirs.items())), SCALES, NAMES) == known
    assert sum(each.agreement.n for each in known.critics) == sum(len(mine.keys() & each) for each in theirs.values())
    here = {critic: score for critic, score in film.items() if critic in NAMES}
    told = predict(known, 7, here, SCALES)
    if told is not None:
        assert 0 <= told.low <= told.score <= told.high <= 100
        assert told.critics == len([each for each in known.critics if each.enough and each.critic_id in here])


@given(st.lists(st.tuples(st.floats(0.1, 0.5), st.floats(-2, 2)), min_size=1, max_size=6), st.floats(0, 0.6))
def test_kriging_solves_its_equations(told: list[tuple[float, float]], among: float) -> None:
    """The weights times the critics' correlations give each one's closeness, when none is below zero."""
    n = len(told)
    matrix = [[1.0 if row == column else among for column in range(n)] + [told[row][0]] for row in range(n)]
    weights = solved(matrix)
    explained = sum(weight * near for weight, (near, _) in zip(weights, told, strict=True))
    expected, variance = kriged(told, among)
    assert 0.05 - 1e-9 <= variance <= 1
    if min(weights) >= 1e-9 and explained <= 0.95:
        assert expected == pytest.approx(sum(w * far for w, (_, far) in zip(weights, told, strict=True)), abs=1e-6)
        assert variance == pytest.approx(1 - explained, abs=1e-6)


def solved(matrix: list[list[float]]) -> list[float]:
    """Gauss and Jordan."""
    for at, row in enumerate(matrix):
        lead = row[at]
        row[:] = [each / lead for each in row]
        for other in matrix:
            if other is not row:
                factor = other[at]
                other[:] = [each - factor * own for each, own in zip(other, row, strict=True)]
    return [row[-1] for row in matrix]


def test_simulated_readers_are_foretold_better_than_by_their_mean() -> None:
    tally = Tally()
    for seed in range(6):
        left_out(crowd(seed, 60), tally)
    assert len(tally.off) > 300
    assert rms(tally.off) < 0.92 * rms(tally.mean_off)
    assert rms(tally.off) < 0.92 * rms(tally.critics_off)
    assert 0.72 <= tally.within / len(tally.off) <= 0.88
