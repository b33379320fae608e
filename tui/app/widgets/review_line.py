"""One review as one line: which columns a width has room for, and what stands in each."""

from collections.abc import Iterator
from datetime import datetime

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.app.widgets.ages import age
from tui.app.widgets.cells import fitted, shortened, steady
from tui.model.record import record
from tui.model.review import ReviewRow


@record(frozen=True, slots=True)
class Columns:
    """Cells for each column; 0 leaves it out. The work takes what is left over."""

    work: int
    written: int = 0
    critic: int = 0
    comments: int = 0
    age: int = 0


def columns(width: int) -> Columns:
    """Return the columns of a list `width` cells wide: the narrower, the fewer."""
    written = 11 if width >= 84 else 0
    critic = max(11, min(24, width // 5)) if width >= 52 else 0
    comments = 4 if width >= 60 else 0
    when = 4 if width >= 34 else 0
    room = sum(column + 1 for column in (written, comments, when) if column) + (critic + 2 if critic else 0)
    return Columns(max(1, width - LEAD - room), written, critic, comments, when)


LEAD = 8
"""Cells before the title: a margin, two marks, a space, three for the grade, a space."""


@record(frozen=True, slots=True)
class Inks:
    """The foregrounds of a line, computed once a theme."""

    unread: Style
    quiet: Style
    star: Style
    steps: tuple[Style, ...]
    """For each of `grade_colours`' five steps."""

    def of_score(self, score: float | None) -> Style:
        """Return the ink of a grade."""
        from tui.app.widgets.grade_colours import step

        return self.quiet if score is None else self.steps[step(score)]


MORE = "⁺"
"""Behind a grade: the post gives others beside it, and reading it names them."""


def badge(row: ReviewRow) -> str:
    """Return the grade in three cells: its letter; a verdict's triangle; `~` on no known scale; `·` without a grade."""
    if row.letter is not None:
        return row.letter
    if row.verdict is not None:
        return "▲" if row.verdict == "up" else "▼"
    return "·" if row.written is None else "~"


def draw(row: ReviewRow, room: Columns, inks: Inks, base: Style, now: datetime) -> Iterator[Segment]:
    """Return the segments of one line, exactly as wide as `columns` was asked for."""
    quiet = base + inks.quiet
    plain = base + inks.unread if not row.read else base
    yield Segment(" ", base)
    yield Segment(" " if row.read else "●", base + inks.star)
    yield Segment("★ " if row.starred else "  ", base + inks.star)
    letter = badge(row)
    yield Segment(letter, base + inks.of_score(row.score) + _BOLD)
    yield Segment(fitted(MORE if row.more else "", 4 - cell_len(letter)), quiet)
    if room.written:
        yield Segment(fitted(row.written or "", room.written) + " ", quiet)
    yield from _title(row, room.work, plain, quiet)
    if room.critic:
        yield Segment("  " + fitted(row.critic, room.critic), quiet if row.read else base)
    if room.comments:
        yield Segment(" " + fitted(_count(row.comments), room.comments, right=True), quiet)
    if room.age:
        yield Segment(" " + fitted(age(row.published, now), room.age, right=True), quiet)


_BOLD = Style(bold=True)


def _title(row: ReviewRow, room: int, plain: Style, quiet: Style) -> Iterator[Segment]:
    if row.work is None:
        yield Segment(fitted(row.title or "(untitled)", room), plain + Style(italic=True))
        return
    year = f" ({row.year})" if row.year else ""
    if room - len(year) < 12:
        year = ""
    title = shortened(row.work, room - len(year))
    yield Segment(title, plain)
    yield Segment(year + " " * (room - cell_len(title) - len(year)), quiet)


def _count(comments: int | None) -> str:
    if not comments:
        return ""
    return str(comments) if comments < 1000 else f"{comments / 1000:.0f}k"


def heading(room: Columns) -> str:
    """Return the words over the columns, exactly as wide as they are."""
    words = " " * (LEAD - 5) + " Gr. "
    words += "As written  " if room.written else ""
    words += fitted("Work", room.work)
    words += "  " + fitted("Critic", room.critic) if room.critic else ""
    words += " " + fitted("Talk", room.comments, right=True) if room.comments else ""
    return words + (" " + fitted("Age", room.age, right=True) if room.age else "")


def spoken(row: ReviewRow) -> str:
    """Return the line as one sentence, for messages: `The Second Foghorn by Ada Quill`."""
    return f"{steady(row.work or row.title)} by {steady(row.critic)}"
