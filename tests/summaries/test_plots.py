import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.scale import LETTERS
from tui.summaries.plots import (
    Bar,
    Dot,
    Piece,
    Point,
    Row,
    heights,
    histogram,
    ink_of,
    lying,
    matrix,
    reach,
    short,
    sideways,
    spark,
    standing,
    strip,
    text_of,
    together,
    trend,
)

BARS = tuple(Bar(letter, place, ink_of(score), letter) for place, (letter, score) in enumerate(LETTERS.items()))
COLUMNS = [(letter, ink_of(score)) for letter, score in LETTERS.items()]


def words(lines: object) -> list[str]:
    return [text_of(line) for line in lines]  # type: ignore[attr-defined]


@given(st.lists(st.integers(0, 10**6), min_size=1), st.integers(1, 64))
def test_one_of_a_kind_is_never_nothing_and_the_most_fill_the_room(numbers: list[int], full: int) -> None:
    tops = heights(numbers, max(numbers), full)
    assert all((top > 0) == (number > 0) and top <= full for top, number in zip(tops, numbers, strict=True))
    assert not any(numbers) or max(tops) == full


def test_a_bar_that_lies_is_drawn_to_an_eighth() -> None:
    assert sideways(19, 4) == "██▍ "


def test_columns_have_their_labels_and_counts_under_them() -> None:
    lines = words(standing(BARS[:3], 12, 2))
    assert lines == ["        ███", "    ▄▄▄ ███", "A+  A   A-", "    1   2"] or lines[-2:] == [
        "A+  A   A-",
        "    1   2",
    ]
    assert lines[0].strip("█ ") == ""


def test_where_columns_have_no_room_bars_lie_with_the_same_numbers() -> None:
    many = [Bar(bar.label, 100 + bar.number, bar.ink, bar.at) for bar in BARS]
    narrow, wide = words(histogram(many, 38)), words(histogram(many, 100))
    assert [line.split()[0] for line in narrow] == list(LETTERS)
    assert [line.split()[-1] for line in narrow] == [str(100 + place) for place in range(13)]
    assert wide[-2].split() == list(LETTERS)
    assert wide[-1].split() == [str(100 + place) for place in range(13)]


def test_what_has_no_grade_does_not_flatten_the_letters() -> None:
    lines = words(lying([Bar("A", 4), Bar("·", 900, aside=True)], 30))
    assert lines[0].count("█") == lines[1].count("█")


@pytest.mark.parametrize("width", [20, 38, 58, 78, 118, 158])
def test_no_plot_is_wider_than_its_room(width: int) -> None:
    points = [Point(str(year), 50 + year % 40, year % 9 + 1) for year in range(1990, 2026)]
    rows = [Row("Ada Quill ", [(place * 7, None) for place in range(13)], note=" 120")]
    plots = (histogram(BARS, width), strip([Dot(75)], width, marks=[(75, "median")]), trend(points, width))
    assert all(len(line) <= max(width, 20) for plot in plots for line in words(plot))
    assert width < 40 or all(len(line) <= width for line in words(matrix(rows, COLUMNS, width)))


def test_each_piece_says_what_it_stands_for() -> None:
    for line in (*histogram(BARS, 38), *histogram(BARS, 100)):
        assert {piece.at for piece in line if piece.text.strip()} <= set(LETTERS)


def test_a_strip_puts_every_grade_at_its_place_and_piles_up_what_is_equal() -> None:
    lines = words(strip([Dot(0), Dot(100), Dot(75), Dot(75)], 103, marks=[(75, "median B")]))
    assert lines[0] == " " * 76 + "●"
    assert lines[1] == " ●" + " " * 74 + "●" + " " * 24 + "●"
    assert lines[3].split() == ["F", "D", "C", "B", "A+"]
    assert lines[4] == " " * 76 + "▲ median B"


def test_a_pile_too_high_says_how_many_there_are() -> None:
    assert words(strip([Dot(50)] * 7, 40, most=3))[0].strip() == "7"
    assert words(strip([Dot(50)] * 30, 40, most=3))[0].strip() == "+"


def test_a_mark_at_the_right_end_is_said_to_its_left() -> None:
    assert words(strip([Dot(100)], 40, marks=[(100, "median A+")]))[-1].endswith("median A+ ▲")


def test_a_trend_keeps_to_the_whole_scale() -> None:
    lines = trend([Point("2024", 50, 3), Point("2025", 100, 1)], 40, 4)
    assert [line[1].text.strip() for line in lines[:4]] == ["", "", "████", "████"]
    assert [line[2].text.strip() for line in lines[:4]] == ["████"] * 4
    assert [words(lines)[row].split() for row in (4, 5, 6)] == [["2024", "2025"], ["50", "100"], ["n", "3", "1"]]


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(1, 500)), min_size=1, max_size=60), st.integers(1, 20))
def test_years_that_share_a_column_lose_nobody(given_: list[tuple[float, int]], most: int) -> None:
    points = [Point(str(1960 + place), mean, number) for place, (mean, number) in enumerate(given_)]
    shared = together(points, most)
    assert len(shared) <= most
    assert sum(point.number for point in shared) == sum(point.number for point in points)
    whole = sum(point.mean * point.number for point in points)
    assert sum(point.mean * point.number for point in shared) == pytest.approx(whole)


def test_a_matrix_gives_each_row_its_own_shape() -> None:
    rows = [Row("Ada ", [(2, "a"), (4, "b"), (0, None)]), Row("Bram", [(200, "c"), (400, "d"), (0, None)])]
    lines = matrix(rows, [("A", ""), ("B", ""), ("C", "")], 40)
    assert words(lines) == ["          A     B     C", "Ada      2▄    4█     ·", "Bram   200▄  400█     ·"]
    assert [piece.at for piece in lines[2] if piece.at] == ["c", "c", "d", "d"]


def test_a_narrow_matrix_leaves_the_numbers_out_and_keeps_its_letters_apart() -> None:
    rows = [Row("Ada Quill", [(place * 30, None) for place in range(13)])]
    lines = words(matrix(rows, COLUMNS, 38))
    assert lines[0].split() == list("AAABBBCCCDDDF")
    assert lines[1].split() == ["+", "-"] * 4
    assert all(len(line) <= 38 for line in lines)


def test_numbers_are_kept_short() -> None:
    assert [short(number, 3) for number in (7, 950, 12_300)] == ["7", "950", "12k"]
    assert spark([0, 1, 2, 4]) == " ▂▄█"


def test_a_line_says_its_words_without_ink() -> None:
    assert text_of((Piece("B-", "grade-2"), Piece("  12  ", "quiet"))) == "B-  12"


def test_a_reach_goes_from_the_lowest_grade_over_the_mean_to_the_highest() -> None:
    assert "".join(reach(25, 50, 100, 9)) == "  ──●────"
    assert "".join(reach(0, 0, 0, 5)) == "●    "
    assert "".join(reach(100, 100, 100, 5)) == "    ●"
