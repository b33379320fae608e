"""Grades as data and attributes write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.figures import number, read_figure


@pytest.mark.parametrize(
    ("written", "best", "value", "top", "letter"),
    [
        ("4", 5, 4, 5, None),
        ("4,5", "5", 4.5, 5, None),
        (4.5, 5, 4.5, 5, None),
        ("4/5", None, 4, 5, None),
        ("4 / 5", 10, 4, 5, None),
        ("4.5 out of 5 stars", None, 4.5, 5, None),
        ("Rating: 3.5 out of 5.", None, 3.5, 5, None),
        ("3½ stars", None, 3.5, None, None),
        ("3 1/2 stars", None, 3.5, None, None),
        ("80%", None, 80, 100, None),
        ("B+", None, None, None, "B+"),
        ("b–", None, None, None, "B-"),
        ("★★★½", None, 3.5, None, None),
        ("★★★☆☆", None, 3, 5, None),
        ("⭐️⭐️", 5, 2, 5, None),
        ("four stars", None, 4, None, None),
        ("three and a half stars out of five", None, 3.5, 5, None),
        ("87", "100", 87, 100, None),
    ],
)
def test_a_figure_is_read(
    written: object, best: object, value: float | None, top: float | None, letter: str | None
) -> None:
    figure = read_figure(written, best)
    assert figure is not None
    assert (figure.value, figure.best, figure.letter) == (value, top, letter)


@pytest.mark.parametrize(
    ("written", "best"),
    [
        ("", None),
        ("Unproven", None),
        ("-1", -1),
        ("6", 5),
        ("9/11", None),
        ("Seven", None),
        ("E", None),
        (None, None),
        (True, None),
        ([4], None),
        ("24/7", None),
        ("4 people liked this", None),
    ],
)
def test_what_is_no_grade_is_none(written: object, best: object) -> None:
    assert read_figure(written, best) is None


@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=6), st.floats(), st.integers()))
def test_a_figure_lies_on_its_scale(written: str, best: object) -> None:
    figure = read_figure(written, best)
    if figure and figure.value is not None:
        assert figure.value >= 0
        assert figure.best is None or 0 <= figure.value <= figure.best


def test_numbers_have_points_or_commas() -> None:
    assert (number("3,5"), number(" 4 "), number("1e9"), number("x"), number(True)) == (3.5, 4, None, None, None)
