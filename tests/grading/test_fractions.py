"""Numbers out of a stated best."""

import pytest

from tests.grading.noticing import noticed, only
from tui.grading.fractions import read


@pytest.mark.parametrize(
    ("text", "value", "best"),
    [
        ("7/10", 7, 10),
        ("3.5/4", 3.5, 4),
        ("1½/5", 1.5, 5),
        ("8,5/10", 8.5, 10),
        ("7.7 out of 10.0", 7.7, 10),
        ("3 out of 4 stars", 3, 4),
        ("a six out of ten", 6, 10),
        ("ZERO out of 10", 0, 10),
        ("2 de 10", 2, 10),
        ("three-point-five stars out of five", 3.5, 5),
        ("four and a half out of five stars", 4.5, 5),
        ("8 / 10", 8, 10),
        ("3 1/2 out of 5", 3.5, 5),
        ("2 and a half out of 5", 2.5, 5),
        ("6 . 5/10", 6.5, 10),
        ("10 of 10 stars", 10, 10),
        ("8 von 10 Punkten", 8, 10),
        ("4 sur 5", 4, 5),
        ("deux étoiles sur cinq", 2, 5),
        ("85/100", 85, 100),
        ("½/5", 0.5, 5),
        ("14/20", 14, 20),
        ("7⁄10", 7, 10),
        ("three stars of four", 3, 4),
        ("2 stars ( out of 4", 2, 4),
    ],
)
def test_a_number_out_of_a_best_is_read(text: str, value: float, best: float) -> None:
    one = only(read, f"I liked it: {text}, and that is that.")
    assert (one.value, one.best) == (value, best)


def test_a_grade_over_the_top_is_kept_as_written() -> None:
    one = only(read, "13 Marks Out Of 10")
    assert (one.written, one.value, one.best) == ("13 Marks Out Of 10", 13, 10)


def test_an_invented_unit_is_named() -> None:
    one = only(read, "3 smashed pumpkins out of 10")
    assert (one.value, one.best, one.unit) == (3, 10, "smashed pumpkins")


def test_a_minus_is_read_only_where_a_minus_can_be() -> None:
    assert only(read, "I give it a -2/10").value == -2
    assert only(read, "My Rating -8/10").value == 8


@pytest.mark.parametrize(
    "text",
    [
        "open 24/7",
        "since 9/11",
        "on 8/08/2019",
        "ITV2/3/4",
        "7/365",
        "2/3rds of it",
        "the title 8 1/2",
        "1984/1991",
        "https://critic.example/2022/03/10/fog",
        "$8/10",
        "16/9",
        "10 times out of 10",
        "half out of his mind",
        "3/4",
        "one out of",
        "out of work",
        "9/10ths of the law",
        "cd4/5",
    ],
)
def test_dates_shares_and_addresses_are_no_fractions(text: str) -> None:
    plain = [one for one in noticed(read, text) if one.written != "3/4"]
    assert plain == []
