"""Numbers as critics write them."""

import pytest

from tui.grading.number_words import number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("7.5", 7.5),
        ("8,5", 8.5),
        ("6 . 5", 6.5),
        (".5", 0.5),
        ("1½", 1.5),
        ("½", 0.5),
        ("3 1/2", 3.5),
        ("1/2", 0.5),
        ("2⅔", 2.667),
        ("seven", 7),
        ("zero", 0),
        ("three-point-five", 3.5),
        ("four and a half", 4.5),
        ("two and three quarters", 2.75),
        ("half a", 0.5),
        ("a half", 0.5),
        ("twenty", 20),
        ("seventy five", 75),
        ("a hundred", 100),
        ("2 and a half", 2.5),
        ("cinq", 5),
    ],
)
def test_a_number_is_worth_what_it_says(words: str, value: float) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", ["", "several", "1/0/2", "seven eleven", "point"])
def test_other_words_are_no_number(words: str) -> None:
    assert number(words) is None
