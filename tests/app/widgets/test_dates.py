"""Dates as a person says them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.makers import NOON
from tui.app.widgets.dates import ago, day


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(hours=-3), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=5), "5 hours ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=20), "2 weeks ago"),
        (timedelta(days=100), "3 months ago"),
        (timedelta(days=800), "2 years ago"),
    ],
)
def test_an_age_is_said_in_its_largest_unit(passed: timedelta, words: str) -> None:
    assert ago(NOON - passed, NOON) == words


def test_a_day_is_the_readers_day() -> None:
    late = datetime(2026, 3, 14, 23, 30, tzinfo=UTC)
    assert day(late) == "14 March 2026"
    assert day(late, NOON.astimezone(timezone(timedelta(hours=2)))) == "15 March 2026"
