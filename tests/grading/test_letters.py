"""School letters."""

import pytest

from tests.grading.noticing import noticed, only
from tui.grading.letters import normal, read


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Grade: B+", "B+"),
        ("My Grade:F", "F"),
        ("Rating: A-", "A-"),
        ("B–", "B-"),
        ("Grade: B−.", "B-"),
        ("B/B-", "B"),
        ("i give it a b+ .", "B+"),
        ("i give it a c .", "C"),
        ("C plus", "C+"),
        ("a b minus", "B-"),
        ("**B+**", "B+"),
        ("(Grade: C-)", "C-"),
        ("grade: b- \n", "B-"),
        ("GRADE: D", "D"),
    ],
)
def test_a_letter_is_read(text: str, letter: str) -> None:
    assert only(read, text).letter == letter


@pytest.mark.parametrize(
    "text",
    [
        "A patient film",
        "B-movie",
        "A-list",
        "the C-suite",
        "DVD",
        "F. for Fog was his",
        "A) the hat",
        "R&B",
        "Mr. B.C. Smith",
        "that is a plus for me",
        "PG-13",
        "O.D. Fog",
        "A's and B's",
        "C++",
    ],
)
def test_articles_initials_and_parts_of_words_are_no_letters(text: str) -> None:
    assert noticed(read, text) == []


def test_any_dash_is_a_minus() -> None:
    assert {normal(f"b{dash}") for dash in "-–−‐‑"} == {"B-"}


def test_a_letter_outside_the_table_is_none() -> None:
    assert normal("Z") is None
