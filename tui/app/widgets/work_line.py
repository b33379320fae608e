"""One line of the list of works: which columns a width has room for, and what stands in each."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.app.widgets.ages import age
from tui.app.widgets.cells import fitted, shortened
from tui.app.widgets.counted import HIDDEN
from tui.model.record import record
from tui.model.scale import letter
from tui.model.works import WorkRow
from tui.summaries.consensus import EARLY, SPLIT
from tui.summaries.plots import reach


@record(frozen=True, slots=True)
class WorkColumns:
    """Cells for each column; 0 leaves it out. The title takes what is left over."""

    title: int
    calibrated: int = 0
    spread: int = 0
    reach: int = 0
    """From the lowest grade to the highest, on the scale."""
    director: int = 0
    newest: int = 0
    mine: int = 0


LEAD = 11
"""Cells before the optional columns: a margin, letter, mean, how many critics."""


def work_columns(width: int) -> WorkColumns:
    """Return the columns of a list `width` cells wide: the narrower, the fewer."""
    calibrated = 4 if width >= 64 else 0
    spread = 5 if width >= 48 else 0
    span = 25 if width >= 120 else 17 if width >= 104 else 0
    director = max(12, min(28, width // 5)) if width >= 70 else 0
    newest = 4 if width >= 56 else 0
    mine = 4 if width >= 36 else 0
    room = sum(column + 1 for column in (calibrated, spread, span, newest, mine) if column)
    room += director + 2 if director else 0
    return WorkColumns(max(1, width - LEAD - 2 - room), calibrated, spread, span, director, newest, mine)


@record(frozen=True, slots=True)
class WorkInks:
    """The foregrounds of a line, computed once a theme."""

    quiet: Style
    strong: Style
    steps: tuple[Style, ...]
    """For each of the five steps of the scale."""

    def of_score(self, score: float | None) -> Style:
        """Return the ink of a grade."""
        from tui.model.scale import step

        return self.quiet if score is None else self.steps[step(score)]


_BOLD = Style(bold=True)


def draw_work(
    row: WorkRow,
    room: WorkColumns,
    inks: WorkInks,
    base: Style,
    now: datetime,
    calibrated: Mapping[int, float],
    *,
    hidden: bool = False,
) -> Iterator[Segment]:
    """Return the segments of one line, exactly as wide as `work_columns` was asked for."""
    quiet = base + inks.quiet
    mean = None if hidden else row.mean
    early = row.critics < EARLY
    ink = base + inks.of_score(mean)
    sign = HIDDEN if hidden and row.critics else "·" if mean is None else letter(mean)
    yield Segment(" ", base)
    yield Segment(f"{sign:<3}", ink if early else ink + _BOLD)
    yield Segment("" if mean is None else f"{mean:>3.0f}", ink)
    yield Segment("   " if mean is None else "", base)
    if room.calibrated:
        even = None if hidden else calibrated.get(row.id)
        yield Segment(f" {even:>{room.calibrated}.0f}" if even is not None else " " * (room.calibrated + 1), quiet)
    if room.reach:
        yield Segment(" ", base)
        yield from _reach(row, room.reach, ink, base, quiet, hidden)
    if room.spread:
        yield from _spread(row, room.spread, base, quiet, hidden)
    yield Segment(f"{row.critics:>4}", quiet if early else base)
    yield from _title(row, room.title, base, quiet, early)
    if room.director:
        yield Segment("  " + fitted(row.director, room.director), quiet)
    if room.newest:
        yield Segment(" " + fitted(age(row.newest, now), room.newest, right=True), quiet)
    if room.mine:
        yield Segment(" ", base)
        yield _mine(row, room.mine, inks, base, quiet)


def _reach(row: WorkRow, room: int, ink: Style, base: Style, quiet: Style, hidden: bool) -> Iterator[Segment]:
    if hidden or row.mean is None or row.low is None or row.high is None:
        yield Segment(" " * room, base)
        return
    below, dot, above = reach(row.low, row.mean, row.high, room)
    yield from (Segment(below, quiet), Segment(dot, ink), Segment(above, quiet))


def _spread(row: WorkRow, room: int, base: Style, quiet: Style, hidden: bool) -> Iterator[Segment]:
    split = row.critics >= EARLY and row.spread is not None and row.spread >= SPLIT
    words = "" if row.spread is None or hidden else f"±{row.spread:.0f}{'↕' if split else ' '}"
    yield Segment(f" {words:>{room}}", base + _BOLD if split and not hidden else quiet)


def _title(row: WorkRow, room: int, base: Style, quiet: Style, early: bool) -> Iterator[Segment]:
    year = f" ({row.year})" if row.year else ""
    year = "" if room - len(year) < 12 else year
    title = shortened(row.title, room - len(year))
    yield Segment("  " + title, base)
    yield Segment(year + " " * (room - cell_len(title) - len(year)), quiet)


def _mine(row: WorkRow, room: int, inks: WorkInks, base: Style, quiet: Style) -> Segment:
    mine = row.mine
    if mine is None or mine.empty:
        return Segment(" " * room, base)
    if mine.grade is not None:
        words = mine.grade.letter or ({"up": "▲", "down": "▼"}.get(mine.grade.verdict or "") or "~")
        return Segment(fitted(f" {words}", room), base + inks.of_score(mine.grade.score) + _BOLD)
    return Segment(fitted(" ✓" if mine.seen else " ◇", room), quiet)


def work_heading(room: WorkColumns) -> str:
    """Return the words over the columns, exactly as wide as they are."""
    words = " Gr. Mn"
    words += f" {'Cal.':>{room.calibrated}}" if room.calibrated else ""
    words += " " + fitted("F" + "C".center(room.reach - 3) + "A+", room.reach) if room.reach else ""
    words += f" {'Spr.':>{room.spread}}" if room.spread else ""
    words += "   n  " + fitted("Work", room.title)
    words += "  " + fitted("Director", room.director) if room.director else ""
    words += " " + fitted("New", room.newest, right=True) if room.newest else ""
    return words + (" " + fitted("Mine", room.mine) if room.mine else "")
