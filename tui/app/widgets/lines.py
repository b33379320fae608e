"""Many lines of which only those in view are drawn: the ground of the review list, the critics bar and their table.

A `Widget` that overrides `render_lines` and keeps its own offset: Textual's `ScrollView` lays out and styles on every
step (13 ms a key at 120x40), this moves in a third of it. Each line is drawn once and kept until something on it
changes. The last column is the thumb of the scroll bar.
"""

from collections.abc import Container, Hashable, Iterable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.app.widgets.thumb import Thumb

MOST_KEPT = 1_500
"""Lines kept drawn; more are forgotten together."""


class Lines(Thumb, can_focus=True):
    """A list with a cursor. Whoever derives says how many lines there are, what a line's key is, and how to draw it."""

    DEFAULT_CSS = """
    Lines {
        height: 1fr;
        width: 1fr;
        & > .lines--cursor { background: $block-cursor-blurred-background; color: $foreground; }
        &:focus > .lines--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
        & > .lines--quiet { color: $text-quiet; }
        & > .lines--thumb { color: $primary 60%; }
    }
    """
    COMPONENT_CLASSES = {"lines--cursor", "lines--quiet", "lines--thumb"}

    class Moved(Message):
        """The cursor stands on another line."""

        def __init__(self, lines: "Lines") -> None:
            self.lines = lines
            super().__init__()

        @property
        def control(self) -> "Lines":
            """The list whose cursor moved."""
            return self.lines

    class Chosen(Message):
        """The line under the cursor was chosen: Enter or a double click."""

        def __init__(self, lines: "Lines") -> None:
            self.lines = lines
            super().__init__()

        @property
        def control(self) -> "Lines":
            """The list in which a line was chosen."""
            return self.lines

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        """The selected line, 0-based."""
        self.top = 0
        """The first line in view."""
        self._drawn: dict[tuple[Hashable, bool, bool], Strip] = {}
        self._base: dict[bool, Style] = {}

    # What a list says of itself.

    def count(self) -> int:
        """Return how many lines there are."""
        raise NotImplementedError

    def key(self, index: int) -> Hashable:
        """Return what a line is known by while it is kept drawn."""
        raise NotImplementedError

    def draw(self, index: int, width: int, base: Style) -> Iterable[Segment]:
        """Return a line in exactly `width` cells, on `base`."""
        raise NotImplementedError

    def ready(self, index: int) -> bool:
        """Return whether a line can be kept once drawn; a placeholder can't."""
        return True

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        width, height = self.size
        first, last = self._thumb(height)
        total, lit = self.count(), self.cursor
        strips = [
            self._line(self.top + y, width, self.top + y == lit, first <= y < last)
            if self.top + y < total
            else self._blank(width)
            for y in crop.line_range
        ]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def base(self, lit: bool) -> Style:
        """Return the ground of a line: its background and its plain foreground."""
        if lit not in self._base:
            self._base[lit] = self.get_component_rich_style("lines--cursor") if lit else self.rich_style
        return self._base[lit]

    def forget(self, *keys: Hashable) -> None:
        """Draw these lines again when they are next in view; without keys, all of them."""
        if not keys:
            self._drawn.clear()
        for key in keys:
            for lit in (False, True):
                for thumb in (False, True):
                    self._drawn.pop((key, lit, thumb), None)
        self.refresh()

    def forget_but(self, keys: Container[Hashable]) -> None:
        """Draw all lines again when they are next in view, but for these: nothing on them changed."""
        self._drawn = {drawn: strip for drawn, strip in self._drawn.items() if drawn[0] in keys}
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base.clear()
        self._drawn.clear()

    def _line(self, index: int, width: int, lit: bool, thumb: bool) -> Strip:
        key = (self.key(index), lit, thumb)
        strip = self._drawn.get(key)
        if strip is None or strip.cell_length != width:
            strip = self._strip(index, width, lit, thumb)
            if self.ready(index):
                if len(self._drawn) > MOST_KEPT:
                    self._drawn.clear()
                self._drawn[key] = strip
        return strip

    def _strip(self, index: int, width: int, lit: bool, thumb: bool) -> Strip:
        base = self.base(lit)
        edge = Segment("▐", base + self.foreground("lines--thumb")) if thumb else Segment(" ", base)
        strip = Strip([*self.draw(index, width - 1, base), edge], width)
        return self._filtered(strip)

    def _blank(self, width: int) -> Strip:
        key = ("", False, False)
        strip = self._drawn.get(key)
        if strip is None or strip.cell_length != width:
            strip = self._drawn[key] = self._filtered(Strip.blank(width, self.base(False)))
        return strip

    def _filtered(self, strip: Strip) -> Strip:
        """Apply what the App applies to every line: `NO_COLOR`, dimming."""
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, self.background_colors[1])
        return strip

    def foreground(self, component: str) -> Style:
        """Return a component's colour and weight without its background."""
        style = self.get_component_rich_style(component)
        return Style(color=style.color, bold=style.bold, dim=style.dim, italic=style.italic)

    def _thumb(self, height: int) -> tuple[int, int]:
        total = self.count()
        if total <= height or not height:
            return 0, 0
        length = max(1, height * height // total)
        first = round((height - length) * self.top / (total - height))
        return first, first + length

    # Moving.

    def move(self, lines: int) -> None:
        """Move the cursor by so many lines; it stops at the ends."""
        self.move_to(self.cursor + lines)

    def move_to(self, index: int) -> None:
        """Put the cursor on a line and bring it into view."""
        index = max(0, min(index, self.count() - 1))
        before, self.cursor = self.cursor, index
        top = self.top
        self.bring_into_view()
        if top != self.top:
            self.refresh()
        elif before != index:
            width = self.size.width
            self.refresh(Region(0, before - top, width, 1), Region(0, index - top, width, 1))
        if before != index:
            self.post_message(self.Moved(self))

    def page(self, pages: float) -> None:
        """Move by so much of the window: 1 is a page down, -0.5 half a page up."""
        lines = round(max(1, self.size.height - 1) * abs(pages))
        step = max(1, lines) if pages > 0 else -max(1, lines)
        total = self.count()
        self.top = max(0, min(self.top + step, total - self.size.height))
        self.move_to(self.cursor + step)
        self.refresh()

    def bring_into_view(self) -> None:
        """Scroll just so far that the cursor is in view."""
        height = max(1, self.size.height)
        if self.cursor < self.top:
            self.top = self.cursor
        elif self.cursor >= self.top + height:
            self.top = self.cursor - height + 1
        self.top = max(0, min(self.top, self.count() - height))

    def scroll_by(self, lines: int) -> None:
        """Scroll without moving the cursor."""
        top = max(0, min(self.top + lines, self.count() - self.size.height))
        if top != self.top:
            self.top = top
            self.scrolled()
            self.refresh()

    def scrolled(self) -> None:
        """The view moved without the cursor: a list that fetches asks for what came into view."""

    # Handlers.

    def on_resize(self) -> None:
        self._drawn.clear()
        self.bring_into_view()
        self.scrolled()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_by(-3)

    def on_click(self, event: events.Click) -> None:
        index = self.top + event.y
        if index < self.count() and event.x < self.size.width - 1:
            self.move_to(index)
            if event.chain == 2:
                self.post_message(self.Chosen(self))

    # Private.

    def held(self) -> int:
        return self.count()

    def drag_to(self, line: int) -> None:
        self.scroll_by(line - self.top)
