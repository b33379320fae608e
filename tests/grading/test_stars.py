"""Rows of stars and of what stands for them."""

import pytest

from tests.grading.noticing import noticed, only
from tui.grading.stars import read


@pytest.mark.parametrize(
    ("row", "value", "best"),
    [
        ("★★★½", 3.5, None),
        ("★★★☆☆", 3, 5),
        ("★★★½☆", 3.5, 5),
        ("★★★★★", 5, 5),
        ("★★★★½", 4.5, 5),
        ("★ ★ ★", 3, None),
        ("⭐️⭐️ 1/2", 2.5, None),
        ("⭐⭐⭐⭐", 4, None),
        ("❤️❤️❤️💛", 3.5, None),
        ("***1/2", 3.5, None),
        ("** 1/2", 2.5, None),
        ("***1/2 stars (out of 4 stars)", 3.5, 4),
        ("*** of 4 stars", 3, 4),
        ("** from ****", 2, 4),
        ("★★★/5", 3, 5),
        ("1/2 out of ****", None, None),
        ("★★½ out of ★★★★", 2.5, 4),
        ("* * * out of * * * *", 3, 4),
        ("4★", 4, None),
        ("☆☆☆☆☆", 0, 5),
        ("***/*****", 3, 5),
        ("3.5★", 3.5, None),
    ],
)
def test_a_row_is_counted(row: str, value: float | None, best: float | None) -> None:
    found = noticed(read, f"Rating: {row}\n")
    if value is not None:
        assert [(one.value, one.best) for one in found[:1]] == [(value, best)]


@pytest.mark.parametrize(
    "text",
    [
        "**bold** words",
        "f***ing",
        "***SPOILERS***",
        "*** contains spoilers ***",
        "* the hat\n* the limp",
        "a*b",
        "__*x*__",
    ],
)
def test_emphasis_bullets_and_banners_are_no_stars(text: str) -> None:
    assert noticed(read, text) == []


def test_a_critics_own_sign_counts_behind_a_label_only() -> None:
    assert only(read, "Mon avis : @@").value == 2
    assert noticed(read, "write to me @@ home") == []
