"""Counted units."""

import pytest

from tests.grading.noticing import noticed, only
from tui.grading.units import read
from tui.model.grade import Notation


@pytest.mark.parametrize(
    ("text", "value", "notation"),
    [
        ("3 stars", 3, Notation.STARS),
        ("a HALF A STAR.", 0.5, Notation.STARS),
        ("three and a half stars", 3.5, Notation.STARS),
        ("Two Popcorns", 2, Notation.UNIT),
        ("7–8 Punkte", 7.5, Notation.UNIT),
        ("4 bags of popcorn", 4, Notation.UNIT),
        ("Rating: four anchors", 4, Notation.UNIT),
        ("So I give it 3 rusty anchors.", 3, Notation.UNIT),
    ],
)
def test_what_is_counted_is_read(text: str, value: float, notation: Notation) -> None:
    one = noticed(read, text)[0]
    assert (one.value, one.notation) == (value, notation)


@pytest.mark.parametrize(
    "text", ["Star Wars", "starring", "the stars", "I give it 3 hours", "Rating: 3 minutes", "a star is born"]
)
def test_other_things_are_not_counted(text: str) -> None:
    assert [one for one in noticed(read, text) if one.value] == []


def test_the_unit_is_named() -> None:
    assert only(read, "Rating: four anchors").unit == "anchors"
