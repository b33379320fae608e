"""A critic in figures."""

from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.listing import Histogram
from tui.model.scale import LETTERS
from tui.summaries.profile import generosity, letter_meanings, written_bars, years

counts = st.lists(st.integers(0, 30), min_size=len(LETTERS), max_size=len(LETTERS))


@given(counts)
def test_a_letter_means_what_stands_below_and_above_it(many: list[int]) -> None:
    histogram = Histogram(tuple(zip(LETTERS, many, strict=True)))
    given_letters = [score for (letter, count) in histogram.letters for score in [LETTERS[letter]] * count]
    for each in letter_meanings(histogram):
        at = LETTERS[each.letter]
        assert each.percentile == pytest.approx(100 * fmean((s < at) + (s == at) / 2 for s in given_letters), abs=0.06)
        assert each.at_or_above == pytest.approx(100 * fmean(s >= at for s in given_letters), abs=0.06)
    assert sum(each.count for each in letter_meanings(histogram)) == sum(many)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=2, max_size=40))
def test_generosity_is_the_mean_difference(pairs: list[tuple[float, float]]) -> None:
    found = generosity(pairs)
    apart = [own - others for own, others in pairs]
    assert found is not None
    assert found.n == len(pairs)
    assert found.points == pytest.approx(fmean(apart), abs=0.051)
    assert found.error == pytest.approx(stdev(apart) / len(apart) ** 0.5, abs=0.0051)


def test_generosity_says_a_word_only_where_it_is_sure() -> None:
    sure = generosity([(80, 70), (75, 66), (60, 49), (90, 80), (70, 61)])
    unsure = generosity([(80, 40), (30, 66), (60, 49), (40, 80), (70, 61)])
    assert sure is not None
    assert unsure is not None
    assert (sure.word, unsure.word) == ("generous", "like the others")
    assert generosity([]) is None


@given(st.lists(st.tuples(st.integers(1990, 2030), st.none() | st.floats(0, 100)), max_size=50))
def test_the_years_add_up(published: list[tuple[int, float | None]]) -> None:
    found = years(published)
    assert sum(each.reviews for each in found) == len(published)
    assert sum(each.figures.n for each in found) == sum(score is not None for _, score in published)
    assert [each.year for each in found] == sorted({year for year, _ in published})


def test_one_value_of_one_scale_is_one_bar_however_it_is_written() -> None:
    bars = written_bars(
        [("7/10", 7, 10, 70.0), ("7 / 10", 7, 10, 70.0), ("7/10", 7, 10, 70.0), ("B-", None, None, 67.0)]
    )
    assert [(bar.label, bar.count, bar.score) for bar in bars] == [("7/10", 3, 70.0), ("B-", 1, 67.0)]
    assert bars[0].spellings == ("7/10", "7 / 10")


def test_what_has_no_score_comes_last() -> None:
    bars = written_bars([("Thumbs up", None, None, None), ("D", None, None, 25.0)])
    assert [bar.label for bar in bars] == ["D", "Thumbs up"]
