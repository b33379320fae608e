from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.filling import app_on, arrived, filled
from tui.app.widgets.histogram import GradeHistogram, counts, heights
from tui.model.listing import Histogram
from tui.model.scale import LETTERS
from tui.model.shown import BARS


def test_every_bar_has_its_number() -> None:
    histogram = Histogram(tuple((letter, place) for place, letter in enumerate(LETTERS)), unscored=98, ungraded=99)
    assert dict(zip(BARS, counts(histogram), strict=True)) == {
        **{letter: place for place, letter in enumerate(LETTERS)},
        "unscored": 98,
        "none": 99,
    }


def test_heights_are_in_eighths_of_a_cell() -> None:
    assert heights((0, 1, 50, 100), 3) == (0, 1, 12, 24)


def test_an_empty_list_has_flat_bars() -> None:
    assert heights((0, 0), 3) == (0, 0)


@given(st.lists(st.integers(0, 10**6), min_size=1), st.integers(1, 8))
def test_one_review_is_never_nothing_and_the_most_fill_the_room(numbers: list[int], rows: int) -> None:
    tops = heights(tuple(numbers), rows)
    assert all((top > 0) == (number > 0) and top <= rows * 8 for top, number in zip(tops, numbers, strict=True))
    assert not any(numbers) or max(tops) == rows * 8


def test_what_has_no_grade_does_not_flatten_the_letters() -> None:
    few, many = (4, 2, *[0] * 11), (0, 900)
    assert heights((*few, *many), 4) == (32, 16, *[0] * 11, 0, 32)
    assert heights((*[0] * 13, 0, 900), 4)[-1] == 32


@pytest.mark.parametrize("size", [(48, 20), (80, 24), (120, 40), (240, 70)])
async def test_the_letters_stand_under_the_bars(tmp_path: Path, size: tuple[int, int]) -> None:
    with filled(tmp_path) as library:
        async with app_on(library).run_test(size=size) as pilot:
            screen = await arrived(pilot)
            histogram = screen.query_one(GradeHistogram)
            texts = [histogram.render_line(y).text for y in range(histogram.size.height)]
            letters = next(text for text in texts if "A+" in text)
            for place, letter in enumerate(LETTERS):
                assert letters[1 + place * histogram.step :].startswith(letter)
