"""The review list: an order of ids, and the rows that have arrived so far; the others are drawn as quiet lines."""

from array import array
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import datetime
from textwrap import wrap

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.app.themes import THEMES
from tui.app.widgets.blindness import masked
from tui.app.widgets.cells import fitted
from tui.app.widgets.grade_colours import DARK, LIGHT
from tui.app.widgets.lines import Lines
from tui.app.widgets.review_line import Columns, Inks, columns, draw
from tui.model.listing import Marking
from tui.model.order import Order
from tui.model.review import ReviewRow

MOST_ROWS = 4_000
"""Rows kept; the windows around the cursor survive, the rest is asked for again when it comes into view."""
AHEAD = 3
"""Windows fetched ahead of the one in view, in both directions."""


OURS = frozenset(theme.name for theme in THEMES)
PLAIN = Inks(Style(), Style(), Style(), (Style(),) * 5)


class ReviewList(Lines):
    """The list itself. It is handed an order and rows; it asks for rows with `RowsWanted`."""

    DEFAULT_CSS = """
    ReviewList {
        & > .review-list--unread { text-style: bold; color: $foreground; }
        & > .review-list--star { color: $accent; }
    }
    """
    COMPONENT_CLASSES = {"review-list--unread", "review-list--star"}

    class RowsWanted(Message):
        """These rows are, or will soon be, in view, and have not arrived."""

        def __init__(self, ids: tuple[int, ...]) -> None:
            self.ids = ids
            super().__init__()

    def __init__(self, now: datetime, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.now = now
        """What ages are counted from."""
        self.order = Order()
        self.rows: dict[int, ReviewRow] = {}
        self._asked: set[int] = set()
        self._gone: set[int] = set()
        self._inks: Inks | None = None
        self._room: tuple[int, Columns] = (0, columns(1))
        self.hides: Callable[[int, bool], bool] = lambda review_id, read: False
        """Whether blind mode covers a review's grade: by its number, and whether it is read."""
        self.words: tuple[str, ...] = ()
        """What an empty list says."""

    # What stands where.

    @property
    def selected(self) -> int | None:
        """The id under the cursor; None in an empty list."""
        return self.order.at(self.cursor)

    @property
    def row(self) -> ReviewRow | None:
        """The row under the cursor; None when it has not arrived or the list is empty."""
        return None if self.selected is None else self.rows.get(self.selected)

    def count(self) -> int:
        return len(self.order)

    def key(self, index: int) -> Hashable:
        return self.order.ids[index]

    def ready(self, index: int) -> bool:
        return self.order.ids[index] in self.rows

    # What it is handed.

    def show(self, order: Order, rows: Iterable[ReviewRow] = (), *, select: int | None = None) -> None:
        """Show another list from its top, or with `select` under the cursor."""
        self.rows.update((row.id, row) for row in rows)
        self._asked.clear()
        self._gone.clear()
        self.order = order
        position = None if select is None else order.position(select)
        self.cursor, self.top = position or 0, 0
        self.forget()
        self.bring_into_view()
        self._ask()
        self.post_message(self.Moved(self))

    def renew(self, order: Order, rows: Iterable[ReviewRow]) -> None:
        """Show a newer state of the same list: the selected review stays selected and stays where it is on the screen.

        Only a reader at the very top sees new reviews push the others down; for everyone else they arrive out of view.
        `rows`: those `around`, read anew; all others are asked for again when they come near.
        """
        selected, line, at_top = self.selected, self.cursor - self.top, self.top == 0 and self.cursor == 0
        before, self.rows = self.rows, {row.id: row for row in rows}
        self._asked.clear()
        self._gone.clear()
        self.order = order
        position = None if selected is None else order.position(selected, near=self.cursor)
        self.cursor = min(self.cursor, max(0, len(order) - 1)) if position is None else position
        self.top = 0 if at_top and self.cursor < self.size.height else max(0, self.cursor - line)
        self.forget_but({review_id for review_id, row in self.rows.items() if before.get(review_id) == row})
        self.bring_into_view()
        self._ask()
        if selected != self.selected:
            self.post_message(self.Moved(self))

    def explain(self, words: tuple[str, ...]) -> None:
        """Say this, a paragraph each, while the list is empty."""
        if words != self.words:
            self.words = words
            self.refresh()

    def around(self) -> tuple[int, ...]:
        """Return the ids in view and a window further both ways."""
        height = max(10, self.size.height)
        return tuple(self.order.ids[max(0, self.top - height) : self.top + 2 * height])

    def supply(self, asked: Iterable[int], rows: Iterable[ReviewRow]) -> None:
        """Take rows that were asked for; those that did not come are gone from the library."""
        self._asked.difference_update(asked)
        arrived = {row.id: row for row in rows}
        self._gone.update(review_id for review_id in asked if review_id not in arrived)
        waiting = self.row is None
        in_view = self._in_view()
        for review_id in in_view & self.rows.keys() & arrived.keys():
            self.forget(review_id)
        self.rows.update(arrived)
        self._trim()
        if not in_view.isdisjoint(asked):
            self.refresh()
        self._ask()
        if waiting and self.row is not None:
            self.post_message(self.Moved(self))

    def mark(self, marking: Marking) -> None:
        """Show changed marks."""
        ids = marking.ids
        for review_id in self.rows.keys() & set(ids):
            self.rows[review_id] = _marked(self.rows[review_id], marking)
        if marking.mark == "read":
            self.order = self.order.marked(ids, read=marking.value)
        self.forget(*(ids if len(ids) <= 50 else ()))
        self._ask()

    # Moving.

    def move_to(self, index: int) -> None:
        super().move_to(index)
        self._ask()

    def scrolled(self) -> None:
        self._ask()

    def select(self, review_id: int) -> bool:
        """Put the cursor on a review; False when it is not in the list."""
        position = self.order.position(review_id, near=self.cursor)
        if position is not None:
            self.move_to(position)
        return position is not None

    def to_unread(self, *, down: bool) -> bool:
        """Go to the nearest unread review in a direction; False when there is none."""
        found = self.order.unread_after(self.cursor) if down else self.order.unread_before(self.cursor)
        if found is not None:
            self.move_to(found)
        return found is not None

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.count() or not self.words:
            return super().render_lines(crop)
        width, height = self.size
        lines = [line for words in self.words for line in wrap(words, max(1, width - 4))]
        above = max(0, (height - len(lines)) // 3)
        quiet = self.base(False) + self.inks().quiet
        texts = [""] * above + lines + [""] * height
        strips = [
            self._filtered(Strip([Segment(fitted(f"  {text}", width), quiet)])) for text in texts[crop.y : crop.bottom]
        ]
        return [strip.crop(*crop.column_span) for strip in strips]

    def draw(self, index: int, width: int, base: Style) -> Iterable[Segment]:
        review_id = self.order.ids[index]
        row = self.rows.get(review_id)
        if row is None:
            word = "(no longer in the library)" if review_id in self._gone else "…"
            return [Segment(f"        {word}".ljust(width)[:width], base + self.inks().quiet)]
        # Another theme's cursor may be as bright as our inks: there the whole line takes the cursor's own.
        inks = PLAIN if base is self.base(True) and self.app.theme not in OURS else self.inks()
        row = masked(row) if self.hides(row.id, row.read) else row
        return draw(row, self.room(width), inks, base, self.now)

    def room(self, width: int) -> Columns:
        """Return the columns for a width, computed once a width."""
        if self._room[0] != width:
            self._room = (width, columns(width))
        return self._room[1]

    def inks(self) -> Inks:
        """Return the foregrounds, computed once a theme."""
        if self._inks is None:
            steps = DARK if self.app.current_theme.dark else LIGHT
            self._inks = Inks(
                self.foreground("review-list--unread"),
                self.foreground("lines--quiet"),
                self.foreground("review-list--star"),
                tuple(Style(color=colour) for colour in steps),
            )
        return self._inks

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._inks = None

    # Private.

    def _ask(self) -> None:
        """Ask for what is missing in view and ahead, when at least half a window is, or something in view is."""
        height, known = max(10, self.size.height), self.rows
        missing = [i for i in self._soon(height) if i not in known and i not in self._gone]
        if not missing or not self.is_mounted:
            return
        new = [i for i in missing if i not in self._asked]
        if len(new) >= height // 2 or not self._in_view().isdisjoint(new) or (new and len(new) == len(missing)):
            self._asked.update(new)
            self.post_message(self.RowsWanted(tuple(new)))

    def _soon(self, height: int) -> "array[int]":
        """Return the ids that are, or may at the next key be, in view: windows both ways, and the next unread's."""
        order, first, last = self.order, max(0, self.top - AHEAD * height), self.top + (AHEAD + 1) * height
        ids = order.ids[first:last]
        for line in (order.unread_after(self.cursor), order.unread_before(self.cursor)):
            if line is not None and not first <= line < last:
                ids += order.ids[max(0, line - height) : line + height]
        return ids

    def _in_view(self) -> set[int]:
        return set(self.order.ids[self.top : self.top + max(10, self.size.height)])

    def _trim(self) -> None:
        if len(self.rows) > MOST_ROWS:
            height = max(10, self.size.height)
            around = self.order.ids[max(0, self.top - 8 * height) : self.top + 9 * height]
            self.rows = {i: self.rows[i] for i in around if i in self.rows}


def _marked(row: ReviewRow, marking: Marking) -> ReviewRow:
    return replace(row, read=marking.value) if marking.mark == "read" else replace(row, starred=marking.value)
