from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tui.app.widgets.ages import age


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (timedelta(0), "now"),
        (timedelta(seconds=59), "now"),
        (timedelta(minutes=5), "5m"),
        (timedelta(minutes=59, seconds=59), "59m"),
        (timedelta(hours=3), "3h"),
        (timedelta(days=13), "13d"),
        (timedelta(days=20), "2w"),
        (timedelta(days=100), "3mo"),
        (timedelta(days=729), "23mo"),
        (timedelta(days=365 * 12 + 4), "12y"),
        (timedelta(hours=-3), "now"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(past: timedelta, words: str) -> None:
    assert age(NOON - past, NOON) == words


def test_no_date_has_no_age() -> None:
    assert age(None, NOON) == ""


@given(st.timedeltas(timedelta(0), timedelta(days=365 * 99)))
def test_an_age_has_room_in_four_cells(past: timedelta) -> None:
    assert len(age(NOON - past, NOON)) <= 4
