"""When a feed is visited next: tables of what servers say and critics do, and what must hold whatever they say."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tui.model.critic import FeedState
from tui.model.outcome import Failed, Fetched, Unchanged
from tui.refresh.scheduling import (
    FIRST_FAILURE,
    LAST_FAILURE,
    LEAST,
    LONGEST_WAIT,
    MOST,
    after_answer,
    after_failure,
    asked_for,
    follows,
    interval,
    looks_elsewhere,
    rhythm,
    wants_whole,
)

HOUR, DAY = 3_600, 86_400


def ago(**length: float) -> datetime:
    return NOON - timedelta(**length)


def posts(days: float, many: int = 10) -> list[datetime]:
    """Return dates that far apart, the newest first."""
    return [NOON - timedelta(days=days * number) for number in range(many)]


@pytest.mark.parametrize(
    ("dates", "seconds"),
    [
        (posts(1), DAY), (posts(7), 7 * DAY), (posts(0.25), DAY // 4), ([], None), (posts(1, 1), None),
        (posts(1, 2), None), ([NOON] * 10, None),
        ([NOON, ago(days=1), ago(days=2), ago(days=300)], DAY),  # a break long ago is no rhythm
        (posts(1, 20) + posts(100, 50), DAY),  # nor is what stands far down an archive
    ],
)  # fmt: skip
def test_a_rhythm_is_the_usual_time_between_two_posts(dates: list[datetime], seconds: int | None) -> None:
    assert rhythm(dates) == seconds


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({}, None), ({"ttl": "60"}, HOUR), ({"ttl": " 1440 "}, DAY), ({"ttl": "soon"}, None), ({"ttl": "-5"}, None),
        ({"ttl": "0"}, None), ({"sy:updatePeriod": "hourly", "sy:updateFrequency": "1"}, HOUR),
        ({"sy:updatePeriod": "daily"}, DAY), ({"sy:updatePeriod": "Daily", "sy:updateFrequency": "4"}, DAY // 4),
        ({"sy:updatePeriod": "hourly", "sy:updateFrequency": "0"}, HOUR),
        ({"sy:updatePeriod": "fortnightly"}, None), ({"sy:updatePeriod": "daily", "sy:updateFrequency": "½"}, None),
        ({"ttl": "60", "sy:updatePeriod": "daily"}, DAY), ({"ttl": "9" * 40}, 999_999_999 * 60),
    ],
)  # fmt: skip
def test_what_a_feed_asks_for_is_understood(fields: dict[str, str], seconds: int | None) -> None:
    assert asked_for(fields) == seconds


@pytest.mark.parametrize(
    ("state", "every", "good_for", "hours"),
    [
        (FeedState(), None, None, 6),  # nothing is known
        (FeedState(rhythm=DAY, newest=ago(hours=3)), None, None, 6),
        (FeedState(rhythm=7 * DAY, newest=ago(days=1)), None, None, 24),
        (FeedState(rhythm=2 * HOUR, newest=NOON), None, None, 0.5),
        (FeedState(rhythm=60, newest=NOON), None, None, 0.5),
        (FeedState(rhythm=DAY, newest=ago(days=8)), None, None, 12),  # silent for long
        (FeedState(rhythm=DAY, newest=ago(days=400)), None, None, 24),
        (FeedState(rhythm=8 * HOUR, newest=NOON), None, 4 * HOUR, 4),  # the server says how long it is good
        (FeedState(rhythm=8 * HOUR, newest=NOON), None, 60, 2),  # that never makes visits more frequent
        (FeedState(rhythm=8 * HOUR, newest=NOON), None, 400 * DAY, 24),  # nor silences a feed
        (FeedState(rhythm=8 * HOUR, newest=NOON, asked_for=12 * HOUR), None, None, 12),
        (FeedState(rhythm=8 * HOUR, newest=NOON, asked_for=400 * DAY), None, None, 24),
        (FeedState(rhythm=8 * HOUR, newest=NOON, asked_for=12 * HOUR), timedelta(hours=1), None, 1),
        (FeedState(), timedelta(days=7), None, 168),  # the reader's word
        (FeedState(), timedelta(seconds=1), None, 0.5),
        (FeedState(rhythm=DAY, newest=NOON + timedelta(days=900)), None, None, 6),  # a date in the future
    ],
)  # fmt: skip
def test_a_feed_that_answers_is_visited_again_in_so_many_hours(
    state: FeedState, every: timedelta | None, good_for: float | None, hours: float
) -> None:
    assert interval(state, NOON, every=every, good_for=good_for) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("failures", "hours"), [(0, 0.5), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 48), (500, 48)]
)
def test_the_pause_doubles_with_every_failure(failures: int, hours: float) -> None:
    state = after_failure(FeedState(failures=failures), Failed("no such host"), NOON, luck=0)
    assert (state.failures, state.due) == (failures + 1, NOON + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("failed", "held"),
    [
        (Failed("", status=429, wait=120), timedelta(seconds=120)),
        (Failed("", status=503, wait=7_200), timedelta(hours=2)),
        (Failed("", status=503, wait=10**12), LONGEST_WAIT),
        (Failed("", status=429), timedelta(hours=1)),
        (Failed("", status=503), None), (Failed("", status=500, wait=60), None), (Failed("", status=404), None),
        (Failed("no such host"), None),
    ],
)  # fmt: skip
def test_what_a_server_asks_for_is_obeyed(failed: Failed, held: timedelta | None) -> None:
    state = after_failure(FeedState(), failed, NOON)
    assert state.held_until == (None if held is None else NOON + held)
    assert state.due is not None
    assert state.held_until is None or state.due >= state.held_until


def test_a_feed_that_is_gone_stays_gone_until_it_answers() -> None:
    gone = after_failure(FeedState(), Failed("", status=410), NOON)
    assert gone.gone == NOON
    later = NOON + timedelta(days=1)
    assert after_failure(gone, Failed("no such host"), later).gone == NOON
    assert after_answer(gone, Unchanged(""), later).gone is None


@pytest.mark.parametrize(
    ("whole", "wanted"),
    [(None, True), (NOON, False), (ago(days=2.9), False), (ago(days=3), True), (NOON + timedelta(days=1), True)],
)
def test_a_feed_is_asked_for_whole_now_and_then(whole: datetime | None, wanted: bool) -> None:
    assert wants_whole(FeedState(whole=whole), NOON) is wanted


def test_a_304_does_not_count_as_whole() -> None:
    state = FeedState(whole=ago(days=2))
    assert after_answer(state, Unchanged(""), NOON).whole == ago(days=2)
    assert after_answer(state, Fetched("", b""), NOON).whole == NOON


def test_a_subscription_follows_a_permanent_redirect_at_the_second_visit_and_no_other_redirect() -> None:
    once = Fetched("https://new.example/", b"", moved_to="https://new.example/")
    first = after_answer(FeedState(), once, NOON)
    assert not follows(FeedState(), once)
    assert follows(first, once)
    assert follows(first, Unchanged("https://new.example/", moved_to="https://new.example/"))
    assert not follows(first, replace(once, moved_to="https://third.example/"))
    assert not follows(first, replace(once, moved_to=""))
    back = after_answer(first, replace(once, moved_to=""), NOON)
    assert not follows(back, once)


def test_it_is_worth_looking_elsewhere_ever_more_rarely() -> None:
    assert [failures for failures in range(300) if looks_elsewhere(failures)] == [1, 4, 16, 64, 256]


DATES = st.integers(-20_000, 30_000).map(lambda days: NOON + timedelta(days=days))
STATES = st.builds(
    FeedState,
    failures=st.integers(0, 10_000),
    rhythm=st.none() | st.integers(0, 10**10),
    newest=st.none() | DATES,
    asked_for=st.none() | st.integers(0, 2**60),
)  # fmt: skip
LUCK = st.floats(0, 1)


@given(STATES, st.none() | st.floats(0, 1e15), LUCK)
def test_a_feed_that_answers_is_due_within_sane_bounds_whatever_it_says(
    state: FeedState, good_for: float | None, luck: float
) -> None:
    after = after_answer(state, Unchanged("", good_for=good_for), NOON, luck=luck)
    assert after.due is not None
    assert NOON + LEAST <= after.due <= NOON + MOST * 1.1
    assert (after.failures, after.held_until) == (0, None)


@given(STATES, st.sampled_from([None, 403, 404, 410, 429, 500, 503]), st.none() | st.floats(0, 1e15), LUCK)
def test_a_feed_that_fails_is_due_within_sane_bounds_and_never_before_it_wants(
    state: FeedState, status: int | None, wait: float | None, luck: float
) -> None:
    after = after_failure(state, Failed("", status=status, wait=wait), NOON, luck=luck)
    assert after.due is not None
    assert NOON + FIRST_FAILURE / 2 <= after.due <= NOON + max(LAST_FAILURE, LONGEST_WAIT)
    assert after.held_until is None or after.held_until <= after.due


@given(st.lists(DATES, max_size=40))
def test_any_dates_have_a_rhythm_or_none(dates: list[datetime]) -> None:
    found = rhythm(dates)
    assert found is None or found >= 0


@given(st.dictionaries(st.sampled_from(["ttl", "sy:updatePeriod", "sy:updateFrequency"]), st.text(max_size=12)))
def test_any_words_ask_for_a_time_or_none(fields: dict[str, str]) -> None:
    found = asked_for(fields)
    assert found is None or found >= 0
