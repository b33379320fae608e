"""A thread to read: what selects, folds, scrolls and marks in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from textual import events
from textual.message import Message

from tui.app.widgets.comment_lines import MARK
from tui.app.widgets.outline import Outline, outline
from tui.app.widgets.thread_lines import ThreadLines
from tui.app.widgets.window import Window
from tui.model.comment import Comment
from tui.model.reply import Stage
from tui.model.thread import Thread

_ROOM_ABOVE = 4
"""A jump far away ends not at an edge, but with a fourth of the window above it."""


class ThreadView(ThreadLines, can_focus=True):
    """The comments of one review, with a cursor on one of them."""

    class Moved(Message):
        """Another comment is selected, or others are in sight."""

    class LinkClicked(Message):
        """A numbered link was clicked, of the comment that is selected now."""

        def __init__(self, number: int) -> None:
            self.number = number
            super().__init__()

    # What it shows.

    def show(self, thread: Thread, select: str | None = None) -> None:
        """Show a thread, or a newer state of the same: folds, the selected comment and the view stay as they are.

        `select`: the id of a comment to go to.
        """
        same = thread.review_id == self.thread.review_id
        before, cursor, window = self.outline, self.cursor, self.window
        self.thread, self.outline = thread, outline(thread.comments, before.folded if same else frozenset())
        self.drafted = frozenset(reply.parent for reply in thread.replies if reply.stage is Stage.DRAFT)
        self.cursor, self.window = 0, Window()
        places = {comment.id: place for place, comment in enumerate(thread.comments)}
        if same and before.rows and places:
            self._stay(before, cursor, window, places)
        self.changed()
        if select in places:
            self.go_to(places[select])
        self.post_message(self.Moved())

    def explain(self, words: tuple[str, ...]) -> None:
        """Say this while there are no comments."""
        self.words = words
        self.refresh()

    def mark(self, *, found: str = "", author: str | None = None) -> None:
        """Mark words wherever they stand, or whatever one author wrote; without either, nothing."""
        self.found, self.author = found, author
        self.changed()

    def reveal(self) -> None:
        """Show spoilers, or hide them again."""
        self.revealed = not self.revealed
        self.changed()

    def age(self, now: datetime) -> None:
        """Count ages from now on."""
        self.now = now
        self.changed()

    @property
    def selected(self) -> Comment | None:
        """The comment under the cursor; None in an empty thread."""
        return self.thread.comments[self.cursor] if self.thread.comments else None

    # Moving.

    def go_to(self, place: int) -> None:
        """Select a comment, unfold what hides it, and bring it into view."""
        opened = self.outline.opened_to(place)
        if opened is not self.outline:
            self.outline = opened
            self.changed()
        self.cursor = place
        self._bring_into_view()
        self.refresh()
        self.post_message(self.Moved())

    def fold(self, change: Callable[[Outline], Outline]) -> None:
        """Fold or unfold; the cursor keeps its line on the screen, and goes to what hides its comment."""
        if not self.outline.rows:
            return
        line = self._line_of(self.row)
        self.outline = change(self.outline)
        self.cursor = self.outline.rows[self.row]
        self.window.top = min(self.window.top, len(self.outline.rows) - 1)
        self.changed()
        if line is None:
            self._bring_into_view()
        else:
            self.window.put(self.row, line, *self.rows())
        self.post_message(self.Moved())

    def step(self, rows: int) -> None:
        """Select the next comment in sight, or the one before; one longer than the window is scrolled through first."""
        if not self.outline.rows:
            return
        height, start = self.size.height, self._line_of(self.row)
        end = 0 if start is None else start + self.height_of(self.row)
        if rows > 0 and start is not None and end > height:
            self.scroll_by(min(end - height, max(1, height - 2)))
        elif rows < 0 and start is not None and start + self.lead(self.row) < 0:
            self.scroll_by(max(start, 2 - height))
        else:
            row = max(0, min(self.row + rows, len(self.outline.rows) - 1))
            self.go_to(self.outline.rows[row])

    def page(self, pages: float) -> None:
        """Move by so much of the window; the cursor comes along."""
        lines = max(1, round((self.size.height - 2) * abs(pages)))
        before = replace(self.window)
        self.scroll_by(lines if pages > 0 else -lines)
        in_view = [row for row, line in self.window.lines(*self.rows()) if line == self.lead(row)]
        if in_view and before == self.window:
            self.cursor = self.outline.rows[in_view[-1] if pages > 0 else in_view[0]]
        elif in_view and self.row not in in_view:
            self.cursor = self.outline.rows[in_view[0]]

    def scroll_by(self, lines: int) -> None:
        """Scroll without moving the cursor."""
        self.window.scroll(lines, *self.rows())
        self.refresh()
        self.post_message(self.Moved())

    # Handlers.

    def on_resize(self) -> None:
        self.changed()
        if self.outline.rows:
            self._bring_into_view()

    def on_focus(self) -> None:
        self.changed()

    def on_blur(self) -> None:
        self.changed()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_by(-3)

    def on_click(self, event: events.Click) -> None:
        in_view = list(self.window.lines(*self.rows()))
        if event.y >= len(in_view) or event.x >= self.size.width - 1:
            return
        self.cursor = self.outline.rows[in_view[event.y][0]]
        self.refresh()
        self.post_message(self.Moved())
        link = event.style.meta.get("link")
        if link == MARK or (link is None and event.chain == 2):
            self.fold(lambda outline: outline.toggled(self.cursor))
        elif isinstance(link, int):
            self.post_message(self.LinkClicked(link))

    # Private.

    def _stay(self, before: Outline, cursor: int, window: Window, places: dict[str, int]) -> None:
        """Put cursor and view where they were among other comments."""
        self.cursor = self.outline.rows[self.outline.row_of(before.again(cursor, places))]
        top = before.rows[min(window.top, len(before.rows) - 1)]
        above = before.again(top, places)
        kept = self.thread.comments[above].id == before.comments[top].id
        row = self.outline.row_of(above)
        skipped = window.skipped + self.lead(row) - self.lead(window.top)  # the first row has no gap above
        self.window = Window(row, max(0, skipped) if kept else 0)

    def _line_of(self, row: int) -> int | None:
        return self.window.line_of(row, self.height_of, self.size.height)

    def _bring_into_view(self) -> None:
        """Scroll just so far that the selected comment is in view; its head, when it is longer than the window."""
        height, row = self.size.height, self.row
        start, lead = self._line_of(row), self.lead(row)
        if start is None and abs(row - self.window.top) > height:
            self.window.put(row, height // _ROOM_ABOVE, *self.rows())
        elif row < self.window.top or (start is not None and start + lead < 0):
            self.window.put(row, -lead, *self.rows())
        elif start is None or start + self.height_of(row) > height:
            self.window.put(row, max(-lead, height - self.height_of(row)), *self.rows())
