"""Plots of plain text: columns, bars, dots, a trend and matrices, drawn to an eighth of a cell. Pure, without colour.

A plot is lines of pieces. A piece names the ink it is drawn with (`quiet`, `bold`, `track`, or `grade-0` … `grade-4` of
the one scale) and says what it stands for: `at` comes back as it was handed in, so a screen can open what is pointed
at, and a command line prints the words alone. Labels come fitted by whoever hands them in, all of one width in cells.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from tui.model.record import record
from tui.model.scale import LETTERS, step

EIGHTHS = " ▁▂▃▄▅▆▇█"
SIDEWAYS = " ▏▎▍▌▋▊▉█"


class Piece(NamedTuple):
    """Words of one ink."""

    text: str
    ink: str = ""
    """Empty for the text's own; several parted by spaces add up."""
    at: object = None
    """What it stands for; None for what cannot be opened."""


PlotLine = tuple[Piece, ...]


@record(frozen=True, slots=True)
class Bar:
    """One bar."""

    label: str
    number: float
    ink: str = ""
    at: object = None
    note: str = ""
    """Said behind a bar that lies; empty says the number."""
    aside: bool = False
    """True for what is not of the scale (no grade): it may not make the others small."""


def ink_of(score: float | None) -> str:
    """Return the ink of a grade."""
    return "quiet" if score is None else f"grade-{step(score)}"


def text_of(line: PlotLine) -> str:
    """Return a line without its inks."""
    return "".join(piece.text for piece in line).rstrip()


def breadth(text: str) -> int:
    """Return how many cells a terminal gives a text: two for wide characters, none for what stands over another."""
    return sum(
        2 if east_asian_width(character) in "WF" else 0 if combining(character) else 1 for character in text
    )  # fmt: skip


def short(number: float, room: int) -> str:
    """Return a count in few cells: `950`, `12k`."""
    text = f"{number:.0f}"
    return text if len(text) <= room else f"{number / 1000:.0f}k"


def heights(numbers: Sequence[float], most: float, full: int) -> tuple[int, ...]:
    """Return each number's height in eighths, `most` filling `full` of them; what is not nothing is never nothing."""
    return tuple(min(full, max(1, round(number * full / most))) if number > 0 and most else 0 for number in numbers)


def histogram(bars: Sequence[Bar], width: int, height: int = 6) -> tuple[PlotLine, ...]:
    """Return the bars standing where their labels and counts have room, else lying under each other."""
    room = width // max(1, len(bars)) - 1
    widest = max((len(short(bar.number, 4)) for bar in bars), default=0)
    stands = room >= max(widest, *(len(bar.label.strip()) for bar in bars), 2) if bars else False
    return standing(bars, width, height) if stands else lying(bars, width)


def standing(bars: Sequence[Bar], width: int, height: int = 6) -> tuple[PlotLine, ...]:
    """Return columns: `height` lines of bars, a line of labels, a line of counts."""
    each = max(2, min(7, width // max(1, len(bars))))
    room = each - 1 if each < 6 else each - 2
    tops = heights([bar.number for bar in bars], _most(bars), height * 8)
    gap = Piece(" " * (each - room))

    def level(words: Iterable[str], ink: str = "") -> PlotLine:
        cells = (
            (Piece(text[:room].ljust(room), ink or bar.ink, bar.at), gap) for text, bar in zip(words, bars, strict=True)
        )
        return tuple(_flat(cells))

    lines = [level(EIGHTHS[max(0, min(8, top - 8 * row))] * room for top in tops) for row in reversed(range(height))]
    labels = tuple(
        piece._replace(ink=f"{piece.ink} bold".strip()) for piece in level(bar.label.strip() for bar in bars)
    )
    counts = level((short(bar.number, room) if bar.number else "" for bar in bars), "quiet")
    return (*lines, tuple(labels), counts)


def lying(bars: Sequence[Bar], width: int) -> tuple[PlotLine, ...]:
    """Return a line for each bar: its label, the bar on its track, its note."""
    notes = [bar.note or f"{bar.number:,.0f}" for bar in bars]
    widest = max(map(len, notes), default=0)
    label = max((breadth(bar.label) for bar in bars), default=0)
    room = max(1, min(48, width - label - widest - 3))
    sizes = heights([bar.number for bar in bars], _most(bars), room * 8)
    return tuple(
        (
            Piece(bar.label + " " * (label - breadth(bar.label) + 1), "bold", bar.at),
            Piece(sideways(size, room), f"{bar.ink} track".strip(), bar.at),
            Piece(f" {note:>{widest}}", "quiet", bar.at),
        )
        for bar, size, note in zip(bars, sizes, notes, strict=True)
    )


def sideways(eighths: int, cells: int) -> str:
    """Return a bar that lies, in exactly `cells` cells."""
    full, rest = divmod(eighths, 8)
    return ("█" * full + (SIDEWAYS[rest] if rest else "")).ljust(cells)


def _most(bars: Iterable[Bar]) -> float:
    own = [bar.number for bar in bars if not bar.aside]
    return max(own, default=0) or max((bar.number for bar in bars), default=0)


class Dot(NamedTuple):
    """One grade on the strip."""

    score: float
    at: object = None


def strip(dots: Sequence[Dot], width: int, *, marks: Sequence[tuple[float, str]] = (), most: int = 4) -> list[PlotLine]:
    """Return grades as dots over the scale from F to A+, dots at one place piled up, and `marks` named under it.

    Where a pile is higher than `most`, its topmost dot is how many there are.
    """
    cells = max(16, min(width, 103)) - 2
    piles: dict[int, list[Dot]] = {}
    for dot in sorted(dots, key=lambda dot: dot.score):
        piles.setdefault(_place(dot.score, cells), []).append(dot)
    tallest = min(most, max(map(len, piles.values()), default=0))
    lines = [_dots(piles, row, tallest, cells) for row in reversed(range(tallest))]
    return [*lines, *axis(cells), *(_mark(score, words, cells) for score, words in marks)]


def axis(cells: int) -> list[PlotLine]:
    """Return the scale from 0 to 100 in so many cells: a ruler, and the letters under their scores."""
    ruler, names = ["─"] * cells, [" "] * (cells + 2)
    for letter in ("F", "D", "C", "B", "A+"):
        place = _place(LETTERS[letter], cells)
        ruler[place] = "┬"
        names[place + 1 : place + 1 + len(letter)] = letter
    return [(Piece(" " + "".join(ruler), "quiet"),), (Piece("".join(names).rstrip(), "quiet"),)]


def _place(score: float, cells: int) -> int:
    return round(score * (cells - 1) / 100)


def _dots(piles: dict[int, list[Dot]], row: int, tallest: int, cells: int) -> PlotLine:
    pieces = [Piece(" ")]
    for place in range(cells):
        pile = piles.get(place, ())
        if len(pile) <= row:
            pieces.append(Piece(" "))
            continue
        over = len(pile) if row == tallest - 1 and len(pile) > tallest else 0
        sign = "●" if not over else str(over) if over < 10 else "+"
        pieces.append(Piece(sign, ink_of(pile[row].score), pile[row].at))
    return tuple(pieces)


def _mark(score: float, words: str, cells: int) -> PlotLine:
    place = _place(score, cells) + 1
    if place + 2 + len(words) <= cells + 2:
        return (Piece(" " * place + "▲ " + words),)
    return (Piece(" " * max(0, place - 1 - len(words)) + words + " ▲"),)


def spark(numbers: Sequence[float], most: float | None = None) -> str:
    """Return numbers as one line of eighths, `most` (else their own greatest) filling a cell."""
    return "".join(EIGHTHS[top] for top in heights(numbers, most or max(numbers, default=0), 8))


def reach(low: float, middle: float, high: float, cells: int) -> tuple[str, str, str]:
    """Return a scale of so many cells in three parts: the line up to the dot, the dot, the line on to `high`."""
    first, at, last = (_place(score, cells) for score in (low, middle, high))
    return " " * first + "─" * (at - first), "●", ("─" * (last - at)).ljust(cells - at - 1)


class Point(NamedTuple):
    """One year of a trend."""

    label: str
    """Four digits."""
    mean: float
    """0-100."""
    number: int
    """Of how many."""
    at: object = None


def trend(points: Sequence[Point], width: int, height: int = 4) -> tuple[PlotLine, ...]:
    """Return means by year as columns on the whole scale from F to A+; years share a column where there are too many.

    The scale is never cut: a critic who gives 70 and then 72 shall not look like one who changed.
    """
    gutter = 3
    each = 5 if len(points) * 5 <= width - gutter else 4
    shared = together(points, max(1, (width - gutter) // each))
    tops = heights([point.mean for point in shared], 100, height * 8)
    lines = []
    for row in reversed(range(height)):
        letter = "A+" if row == height - 1 else "F" if row == 0 else "C" if row == height // 2 and height > 3 else ""
        bars = (
            Piece((EIGHTHS[max(0, min(8, top - 8 * row))] * (each - 1)).ljust(each), ink_of(point.mean), point.at)
            for point, top in zip(shared, tops, strict=True)
        )
        lines.append((Piece(letter.ljust(gutter), "quiet"), *bars))
    start = Piece(" " * gutter)
    labels = (Piece((p.label if each > 4 else f"’{p.label[-2:]}").ljust(each), "bold", p.at) for p in shared)
    means = (Piece(f"{p.mean:.0f}".ljust(each), "", p.at) for p in shared)
    counts = (Piece(short(p.number, each - 1).ljust(each), "quiet", p.at) for p in shared)
    return (*lines, (start, *labels), (start, *means), (Piece("n".ljust(gutter), "quiet"), *counts))


def together(points: Sequence[Point], most: int) -> tuple[Point, ...]:
    """Return at most `most` points: neighbours share one, its mean weighted by how many each has, named by its last."""
    size = -(-len(points) // most)
    if size < 2:
        return tuple(points)
    groups = [points[start : start + size] for start in range(0, len(points), size)]
    return tuple(_shared(group) for group in groups)


def _shared(group: Sequence[Point]) -> Point:
    number = sum(point.number for point in group)
    mean = sum(point.mean * point.number for point in group) / number if number else 0.0
    return Point(group[-1].label, mean, number, group[-1].at)


class Row(NamedTuple):
    """One line of a matrix."""

    label: str
    cells: Sequence[tuple[int, object]]
    """How many, and what they stand for."""
    at: object = None
    """What the label stands for."""
    note: str = ""
    """Said behind the label; all of one width."""


def matrix(rows: Sequence[Row], columns: Sequence[tuple[str, str]], width: int) -> tuple[PlotLine, ...]:
    """Return a heading and a line for each row: in each cell a bar against the row's greatest, and its number.

    Numbers are left out where they do not fit. `columns` are (label, ink). So each row is the shape of one pile, and
    rows of any size can be compared.
    """
    lead = max((breadth(row.label) + len(row.note) for row in rows), default=0) + 1
    digits = max((len(f"{number}") for row in rows for number, _ in row.cells), default=1)
    room = max(2, min(6, (width - lead) // max(1, len(columns))))
    room = room if digits + 2 <= room else min(3, room)
    lines = [*_matrix_heading(columns, lead, room)]
    for row in rows:
        numbers = [number for number, _ in row.cells]
        tops = heights(numbers, max(numbers, default=0), 8)
        cells = (
            _cell(number, EIGHTHS[top], ink, room, at)
            for (number, at), top, (_, ink) in zip(row.cells, tops, columns, strict=True)
        )
        lines.append((Piece(row.label, "", row.at), Piece(row.note + " ", "quiet", row.at), *_flat(cells)))
    return tuple(lines)


def _matrix_heading(columns: Sequence[tuple[str, str]], lead: int, room: int) -> Iterable[PlotLine]:
    """Yield the columns' labels; where they would touch, their signs stand under their letters."""
    labels = [(label.strip(), f"{ink} bold".strip()) for label, ink in columns]
    parts = [labels] if room > 2 else [[(text[:1], ink) for text, ink in labels], [(t[1:2], ink) for t, ink in labels]]
    for part in parts:
        yield (Piece(" " * lead), *(Piece(f"{text:>{room}}", ink) for text, ink in part))


def _cell(number: int, bar: str, ink: str, room: int, at: object) -> PlotLine:
    if not number:
        return (Piece("·".rjust(room), "quiet"),)
    words = f"{number:>{room - 1}}" if room > 3 else " " * (room - 1)
    return (Piece(words, "quiet", at), Piece(bar, ink, at))


def _flat(cells: Iterable[PlotLine]) -> Iterable[Piece]:
    return (piece for cell in cells for piece in cell)
