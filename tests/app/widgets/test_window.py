"""A view upon rows of unequal height."""

from hypothesis import given
from hypothesis import strategies as st

from tui.app.widgets.window import Window

HEIGHTS = st.lists(st.integers(1, 12), min_size=1, max_size=30)


def seen(window: Window, heights: list[int], height: int) -> list[tuple[int, int]]:
    return list(window.lines(len(heights), heights.__getitem__, height))


def every_line(heights: list[int]) -> list[tuple[int, int]]:
    return [(row, line) for row, many in enumerate(heights) for line in range(many)]


@given(HEIGHTS, st.integers(1, 20), st.lists(st.integers(-40, 40), max_size=12))
def test_scrolling_shows_a_whole_view_of_neighbouring_lines(heights: list[int], height: int, steps: list[int]) -> None:
    window, at = Window(), 0
    lines = every_line(heights)
    most = max(0, len(lines) - height)
    for step in steps:
        window.scroll(step, len(heights), heights.__getitem__, height)
        at = max(0, min(at + step, most))
        assert seen(window, heights, height) == lines[at : at + height]


@given(HEIGHTS, st.integers(1, 20), st.data())
def test_a_row_is_put_where_it_is_wanted_as_far_as_the_ends_allow(
    heights: list[int], height: int, data: st.DataObject
) -> None:
    row, line = data.draw(st.integers(0, len(heights) - 1)), data.draw(st.integers(-5, 25))
    window = Window()
    window.put(row, line, len(heights), heights.__getitem__, height)
    lines = every_line(heights)
    begin = max(0, min(lines.index((row, 0)) - line, max(0, len(lines) - height)))
    assert seen(window, heights, height) == lines[begin : begin + height]


def test_only_rows_around_the_view_are_laid_out() -> None:
    asked: set[int] = set()

    def height_of(row: int) -> int:
        asked.add(row)
        return 3

    window = Window()
    window.put(2_500, 4, 5_000, height_of, 24)
    list(window.lines(5_000, height_of, 24))
    assert len(asked) < 15


def test_where_a_row_begins_is_known_while_it_is_in_view() -> None:
    heights = [4, 4, 4, 4]
    window = Window(1, 2)
    assert window.line_of(1, heights.__getitem__, 6) == -2
    assert window.line_of(2, heights.__getitem__, 6) == 2
    assert window.line_of(3, heights.__getitem__, 6) is None
    assert window.line_of(0, heights.__getitem__, 6) is None


def test_a_view_upon_nothing_holds_nothing() -> None:
    window = Window()
    window.scroll(5, 0, [].__getitem__, 10)
    assert seen(window, [], 10) == []
