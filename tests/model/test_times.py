from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.times import length, short


@pytest.mark.parametrize(
    ("text", "minutes"), [("45m", 45), ("45 min", 45), ("6h", 360), ("6", 360), (" 2D ", 2_880), ("1w", 10_080)]
)
def test_a_length_of_time_is_read(text: str, minutes: int) -> None:
    assert length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "soon", "0h", "-1h", "1.5h", "400d", "99999999h", "٣h"])
def test_what_is_none_is_none(text: str) -> None:
    assert length(text) is None


@given(st.integers(1, 500_000))
def test_what_is_written_short_reads_back(minutes: int) -> None:
    given = timedelta(minutes=minutes)
    assert length(short(given)) in (given, None if minutes > 99_999 else given)
