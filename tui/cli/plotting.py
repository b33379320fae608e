"""`grades --plot`: the same plots as the app's, as plain lines; nothing in them needs colour."""

from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from statistics import fmean

from tui.app.widgets.cells import fitted
from tui.model.errors import BadFile
from tui.model.review import ReviewRow
from tui.model.scale import LETTERS, letter
from tui.model.shown import UNGRADED, UNSCORED
from tui.summaries.plots import Bar, PlotLine, Point, Row, histogram, lying, matrix, text_of, trend

Group = tuple[str, list[ReviewRow]]
"""A name and its reviews."""
SVG_COLUMNS = 100
"""How wide a plot is drawn in a picture."""
_COLUMNS = [*((letter, "") for letter in LETTERS), ("~", ""), ("·", "")]


def write_svg(file: Path, groups: Sequence[Group], by: str | None, title: str) -> None:
    """Write the plot to `file` as a picture of a terminal, which Rich draws. Raises BadFile."""
    from rich.console import Console

    console = Console(record=True, width=SVG_COLUMNS, file=StringIO())
    console.print("\n".join(plotted(groups, by, SVG_COLUMNS)), markup=False, highlight=False)
    try:
        file.write_text(console.export_svg(title=title), encoding="utf-8")
    except OSError as error:
        raise BadFile(
            f"cannot write {file}: {error.strerror or error}", "Give a file in a folder that exists"
        ) from None


def plotted(groups: Sequence[Group], by: str | None, width: int) -> Iterable[str]:
    """Yield the lines of a plot: a histogram, or critics by letter, works by mean, years as a trend."""
    plots = {"critic": _critics, "work": _works, "year": _years}
    lines = plots[by](groups, width) if by else _letters(groups, width)
    yield from map(text_of, lines)


def _letters(groups: Sequence[Group], width: int) -> Iterable[PlotLine]:
    rows = groups[0][1] if groups else []
    aside = len(LETTERS)
    bars = [
        Bar(label, number, aside=place >= aside)
        for place, ((label, _), number) in enumerate(zip(_COLUMNS, _counts(rows), strict=True))
        if number or place < aside
    ]
    return histogram(bars, width)


def _critics(groups: Sequence[Group], width: int) -> Iterable[PlotLine]:
    name = max(6, min(24, max((len(name) for name, _ in groups), default=0), width - 2 * len(_COLUMNS) - 8))
    graded = [(each, rows, sum(row.score is not None for row in rows)) for each, rows in groups]
    return matrix(
        [
            Row(fitted(each, name), [(number, None) for number in _counts(rows)], note=f"{n:>6,}")
            for each, rows, n in graded
        ],
        _COLUMNS,
        width,
    )


def _works(groups: Sequence[Group], width: int) -> Iterable[PlotLine]:
    name = max(12, min(40, max((len(name) for name, _ in groups), default=0), width // 2))
    means = [(each, [row.score for row in rows if row.score is not None]) for each, rows in groups]
    told = sorted(((each, fmean(scores), len(scores)) for each, scores in means if scores), key=lambda one: -one[1])
    return lying(
        [
            Bar(fitted(each, name), mean, note=f"{letter(mean):<2} {mean:>3.0f}  n {n:>3}")
            for each, mean, n in told
        ],
        width,
    )  # fmt: skip


def _years(groups: Sequence[Group], width: int) -> Iterable[PlotLine]:
    scores = {year: [row.score for row in rows if row.score is not None] for year, rows in groups}
    return trend([Point(year, fmean(pile), len(pile)) for year, pile in sorted(scores.items()) if pile], width, 6)


def _counts(rows: Iterable[ReviewRow]) -> list[int]:
    counts = dict.fromkeys((*LETTERS, UNSCORED, UNGRADED), 0)
    for row in rows:
        bar = UNGRADED if row.written is None else UNSCORED if row.score is None else letter(row.score)
        counts[bar] += 1
    return list(counts.values())
