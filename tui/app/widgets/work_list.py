"""The list of works: an order of numbers, and the rows that have arrived; the others are drawn as quiet lines."""

from array import array
from collections.abc import Hashable, Iterable, Mapping
from datetime import datetime
from textwrap import wrap

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.cells import fitted
from tui.app.widgets.grade_colours import DARK, LIGHT
from tui.app.widgets.lines import Lines
from tui.app.widgets.review_list import OURS
from tui.app.widgets.work_line import WorkColumns, WorkInks, draw_work, work_columns, work_heading
from tui.model.works import WorkRow

AHEAD = 3
"""Windows fetched ahead of the one in view, in both directions."""
MOST_ROWS = 4_000
"""Rows kept; more are forgotten but for those around the cursor."""
PLAIN = WorkInks(Style(), Style(), (Style(),) * 5)


class WorkList(Lines):
    """The list itself. It is handed an order and rows; it asks for rows with `RowsWanted`."""

    class RowsWanted(Message):
        """These rows are, or will soon be, in view, and have not arrived."""

        def __init__(self, ids: tuple[int, ...]) -> None:
            self.ids = ids
            super().__init__()

    def __init__(self, now: datetime, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.now = now
        """What ages are counted from."""
        self.ids: array[int] = array("q")
        self.rows: dict[int, WorkRow] = {}
        self.calibrated: dict[int, float] = {}
        """The consensus with the critics' scales evened out, of the rows that have arrived."""
        self.blind = False
        """Whether the figures of works with unread reviews are hidden."""
        self.words: tuple[str, ...] = ()
        """What an empty list says."""
        self._asked: set[int] = set()
        self._inks: WorkInks | None = None

    @property
    def row(self) -> WorkRow | None:
        """The row under the cursor; None when it has not arrived or the list is empty."""
        return self.rows.get(self.ids[self.cursor]) if self.cursor < len(self.ids) else None

    def count(self) -> int:
        return len(self.ids)

    def key(self, index: int) -> Hashable:
        return self.ids[index]

    def ready(self, index: int) -> bool:
        return self.ids[index] in self.rows

    # What it is handed.

    def show(self, ids: "array[int]", rows: Iterable[WorkRow], calibrated: Mapping[int, float], *, fresh: bool) -> None:
        """Show another list from its top, or (not `fresh`) a newer state of the same, its selected work kept."""
        selected = self.ids[self.cursor] if self.cursor < len(self.ids) and not fresh else None
        line = self.cursor - self.top
        self.rows = {row.id: row for row in rows}
        self.calibrated = dict(calibrated)
        self._asked.clear()
        self.ids = ids
        place = ids.index(selected) if selected in set(ids) else 0
        self.cursor = place if selected is not None else 0
        self.top = max(0, self.cursor - line) if selected is not None else 0
        self.forget()
        self.bring_into_view()
        self._ask()
        self.post_message(self.Moved(self))

    def supply(self, rows: Iterable[WorkRow], calibrated: Mapping[int, float]) -> None:
        """Take rows that were asked for."""
        arrived = {row.id: row for row in rows}
        waiting = self.row is None
        if len(self.rows) > MOST_ROWS:
            self.rows = {id: self.rows[id] for id in self._around() if id in self.rows}
        self.rows.update(arrived)
        self.calibrated.update(calibrated)
        self.forget(*arrived)
        if waiting and self.row is not None:
            self.post_message(self.Moved(self))

    def explain(self, words: tuple[str, ...]) -> None:
        """Say this, a paragraph each, while the list is empty."""
        self.words = words
        self.refresh()

    # Moving.

    def move_to(self, index: int) -> None:
        super().move_to(index)
        self._ask()

    def scrolled(self) -> None:
        self._ask()

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.count() or not self.words:
            return super().render_lines(crop)
        width, height = self.size
        lines = [line for words in self.words for line in wrap(words, max(1, width - 4))]
        texts = [""] * max(0, (height - len(lines)) // 3) + lines + [""] * height
        quiet = self.base(False) + self.inks().quiet
        strips = [
            self._filtered(Strip([Segment(fitted(f"  {text}", width), quiet)])) for text in texts[crop.y : crop.bottom]
        ]
        return [strip.crop(*crop.column_span) for strip in strips]

    def draw(self, index: int, width: int, base: Style) -> Iterable[Segment]:
        row = self.rows.get(self.ids[index])
        if row is None:
            return [Segment("           …".ljust(width)[:width], base + self.inks().quiet)]
        # Another theme's cursor may be as bright as our inks: there the whole line takes the cursor's own.
        inks = PLAIN if base is self.base(True) and self.app.theme not in OURS else self.inks()
        hidden = self.blind and row.unread > 0
        return draw_work(row, self.room(width), inks, base, self.now, self.calibrated, hidden=hidden)

    def room(self, width: int) -> WorkColumns:
        """Return the columns for a width."""
        return work_columns(width)

    def inks(self) -> WorkInks:
        """Return the foregrounds, computed once a theme."""
        if self._inks is None:
            steps = DARK if self.app.current_theme.dark else LIGHT
            self._inks = WorkInks(
                self.foreground("lines--quiet"), Style(bold=True), tuple(Style(color=colour) for colour in steps)
            )
        return self._inks

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._inks = None

    def around(self) -> tuple[int, ...]:
        """Return the numbers of the works in view and some windows further both ways."""
        return tuple(self._around())

    # Private.

    def _around(self) -> "array[int]":
        height = max(10, self.size.height)
        return self.ids[max(0, self.top - AHEAD * height) : self.top + (AHEAD + 1) * height]

    def _ask(self) -> None:
        """Ask for what is missing around, when half a window is, or something in view."""
        height = max(10, self.size.height)
        missing = [id for id in self._around() if id not in self.rows and id not in self._asked]
        in_view = set(self.ids[self.top : self.top + height])
        if self.is_mounted and (len(missing) >= height // 2 or not in_view.isdisjoint(missing)):
            self._asked.update(missing)
            self.post_message(self.RowsWanted(tuple(missing)))


class WorkHeading(Widget):
    """The words over its columns."""

    DEFAULT_CSS = "WorkHeading { height: 1; color: $text-quiet; text-style: underline; }"

    def render_line(self, y: int) -> Strip:
        width = max(2, self.size.width)
        return Strip([Segment(work_heading(work_columns(width - 1)) + " ", self.rich_style)]).adjust_cell_length(width)
