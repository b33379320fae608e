"""Percent."""

from tests.grading.noticing import noticed, only
from tui.grading.percent import read


def test_percent_is_out_of_a_hundred() -> None:
    one = only(read, "Score: 79%")
    assert (one.written, one.value, one.best) == ("79%", 79, 100)
    assert only(read, "97,5 percent").value == 97.5


def test_more_than_everything_is_no_percent_grade() -> None:
    assert noticed(read, "110% effort, % of nothing") == []
