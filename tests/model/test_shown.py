from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_critic
from tui.model.listing import Sort
from tui.model.query_language import parse
from tui.model.shown import BARS, UNREAD, Shown, in_words, or_better, or_worse, shelf_of, shelf_of_tag, standing_at

NOW = datetime(2026, 3, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("bars", "words"),
    [
        ({"B-"}, "B-"),
        (or_better("B-"), "B- or better"),
        (or_worse("C+"), "C+ or worse"),
        ({"B+", "B", "B-"}, "B+ to B-"),
        ({"A", "F"}, "A or F"),
        ({"A", "C", "F"}, "A, C or F"),
        ({"A", "none"}, "A or none"),
        ({"unscored", "none"}, "without a scale or none"),
        (set(BARS) - {"none", "unscored"}, "any letter"),
        (set(), ""),
    ],
)
def test_a_choice_of_grades_is_said_in_words(bars: set[str], words: str) -> None:
    assert in_words(bars) == words


@given(st.sets(st.sampled_from(BARS)))
def test_a_choice_of_grades_is_a_query_that_can_be_written(bars: set[str]) -> None:
    query = standing_at(bars)
    assert parse(query.text, now=NOW) == query


def test_every_grade_is_no_filter() -> None:
    assert standing_at(BARS).is_all
    assert standing_at(()).is_all


def test_everything_asked_for_holds_together() -> None:
    shown = Shown(UNREAD, parse("fog", now=NOW), or_better("A"), Sort.BEST)
    assert parse(shown.query.text, now=NOW) == shown.query
    assert shown.query.text == "unread fog (grade:A+ OR grade:A)"


def test_the_histogram_counts_without_the_choice_of_grades() -> None:
    assert Shown(UNREAD, bars=frozenset({"A"})).ground == UNREAD.query


def test_a_filter_is_said_in_words() -> None:
    assert Shown(search=parse("fog", now=NOW), bars=frozenset({"A"})).filter_words == "fog · grade A"
    assert not Shown().narrowed


def test_a_shelf_is_known_by_its_critic_or_tag() -> None:
    assert shelf_of(make_critic(id=7, name="[/] Quill")).critic_id == 7
    tag = shelf_of_tag('a "quoted" tag')
    assert parse(tag.query.text, now=NOW) == tag.query
