"""A laid-out text on the screen: only the lines in view are drawn, each once; laying out happens in a thread.

Like `Lines` a `Widget` with its own offset rather than a `ScrollView`, which styles and lays out anew on every step.
"""

import asyncio
from collections.abc import Callable, Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events, work
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.worker import Worker, WorkerState

from tui.app.widgets.looks import COMPONENTS, RULES, Looks
from tui.app.widgets.thumb import Thumb
from tui.app.widgets.typesetting import EMPTY, Line, Page

Layout = Callable[[int], Page]
"""Lays a text out for a measure in cells. Pure: it is called in a thread, again for each new width."""
MOST_KEPT = 2_000
"""Lines kept drawn; more are forgotten together."""


class ProseView(Thumb, can_focus=True):
    """A text to read."""

    DEFAULT_CSS = f"""
    ProseView {{
        height: 1fr;
        width: 1fr;
        {RULES}
    }}
    """
    COMPONENT_CLASSES = COMPONENTS
    ALLOW_SELECT = True

    class Scrolled(Message):
        """Another part of the text is in view."""

        def __init__(self, view: "ProseView") -> None:
            self.view = view
            super().__init__()

    class LinkClicked(Message):
        """A numbered link was clicked."""

        def __init__(self, number: int) -> None:
            self.number = number
            super().__init__()

    def __init__(self, measure: int = 72, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.most = measure
        """The widest a line may be, in cells; narrower where the window is."""
        self.page = Page()
        self.top = 0
        """The first line in view."""
        self.revealed = False
        """Whether spoilers are shown."""
        self._layout: Layout | None = None
        self._start: int | None = None
        self._fresh = False
        self._asked = 0
        self._looks = Looks(self)
        self._drawn: dict[tuple[int, bool], Strip] = {}

    # What it shows.

    def show_page(self, layout: Layout, place: int | None = None, page: Page | None = None) -> None:
        """Show another text, from its top or from the `place` it was left at.

        `page` is what `layout` gave for this view's measure, if that was asked already: then it shows at once.
        """
        self._layout = layout
        self._start, self._fresh = place, True
        self.revealed = False
        if page is not None and page.measure == self.measure:
            self._asked = page.measure
            self.workers.cancel_group(self, "layout")
            self._take(page)
        elif self.size.width:
            self._ask(layout)

    def clear(self) -> None:
        """Show nothing."""
        self.workers.cancel_group(self, "layout")
        self._layout = None
        self._set_page(Page(), 0)

    @property
    def measure(self) -> int:
        """Cells a line may take in a window of this width."""
        return self.measure_in(self.size.width)

    def measure_in(self, width: int) -> int:
        """Return the cells a line may take in a window of so many."""
        margin = 3 if width >= 60 else 2 if width >= 34 else 1
        return max(1, min(self.most, width - 2 * margin))

    @property
    def place(self) -> int:
        """Where the reader is, for any measure: an offset in `Prose.text`; in the head, -1 for its first line, -2, …"""
        offset = self.page.offset_of(self.top)
        return -1 - self.top if offset is None else offset

    @property
    def progress(self) -> int:
        """How much of the text has come into view, in percent."""
        total = len(self.page.lines)
        return min(100, round(100 * (self.top + self.size.height) / total)) if total else 0

    def reveal(self) -> None:
        """Show the spoilers, or hide them again."""
        self.revealed = not self.revealed
        self._forget()

    # Moving.

    def scroll_lines(self, lines: int) -> None:
        """Move by so many lines; it stops at the ends."""
        self.scroll_to_line(self.top + lines)

    def scroll_pages(self, pages: float) -> None:
        """Move by so much of the window, two lines of the old page staying in view."""
        step = max(1, round((self.size.height - 2) * abs(pages)))
        self.scroll_lines(step if pages > 0 else -step)

    def scroll_to_line(self, line: int) -> None:
        """Bring a line to the top of the window, as far as the text's end allows."""
        top = max(0, min(line, len(self.page.lines) - self.size.height))
        if top != self.top:
            self.top = top
            self.refresh()
            self.post_message(self.Scrolled(self))

    # Laying out.

    def _ask(self, layout: Layout) -> None:
        self._asked = self.measure
        self._lay_out(layout, self._asked)

    @work(exclusive=True, group="layout", exit_on_error=False)
    async def _lay_out(self, layout: Layout, measure: int) -> None:
        page = await asyncio.to_thread(layout, measure)
        if layout is self._layout and measure == self.measure:
            self._take(page)

    def _take(self, page: Page) -> None:
        self._set_page(page, self._first_line(page))
        self._fresh = False

    def _first_line(self, page: Page) -> int:
        """Return the line to begin at: a new text where asked, the same text where the reader was."""
        place = self._start if self._fresh else self.place
        if place is None:
            return 0
        return page.line_of(place) if place >= 0 else -1 - place

    def _set_page(self, page: Page, top: int) -> None:
        self.page = page
        self.top = max(0, min(top, len(page.lines) - self.size.height))
        self._forget()
        self.post_message(self.Scrolled(self))

    def on_resize(self) -> None:
        if self._layout is not None and self.measure != self._asked:
            self._ask(self._layout)
        self._forget()
        self.scroll_to_line(self.top)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            reason = f"This text cannot be laid out: {event.worker.error!r}"
            self._set_page(Page((EMPTY, Line(reason)), self.measure), 0)

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        width, height = self.size
        first, last = self._thumb(height)
        lines = [(self.top + y, first <= y < last) for y in crop.line_range]
        new = [key for key in lines if (strip := self._drawn.get(key)) is None or strip.cell_length != width]
        if new:
            self._draw(new, width)
        strips = [self._drawn[key] for key in lines]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _draw(self, keys: Iterable[tuple[int, bool]], width: int) -> None:
        """Draw lines and keep them. What all have in common is asked once: Textual works it out at each question."""
        if len(self._drawn) > MOST_KEPT:
            self._drawn.clear()
        filters, background, selection = self.get_line_filters(), self.background_colors[1], self.text_selection
        for index, thumb in keys:
            line = self.page.lines[index] if index < len(self.page.lines) else EMPTY
            strip = self._strip(self._words(line, index, selection), width, thumb)
            for each in filters:
                strip = strip.apply_filter(each, background)
            self._drawn[index, thumb] = strip

    def _strip(self, words: list[Segment], width: int, thumb: bool) -> Strip:
        """Draw a line in the middle of the window, the thumb of the scroll bar in the last column."""
        ground = self._looks.style()
        left = max(0, (width - self.page.measure) // 2)
        room = max(0, width - 1)
        used = left + self.page.measure
        body = [Segment(" " * left, ground), *words, Segment(" " * (room - used), ground)]
        if used > room:
            body = Segment.adjust_line_length(body, room)
        return Strip([*body, Segment("▐" if thumb else " ", self._looks.style("lead"))], room + 1)

    def _words(self, line: Line, index: int, selection: Selection | None) -> list[Segment]:
        """Draw a line as wide as the measure, every piece told where it stands, and what the mouse selected of it."""
        words, offset, used, measure = [], 0, 0, self.page.measure
        for text, style, _ in self._looks.segments(line, revealed=self.revealed):
            here = Style.from_meta({"offset": (offset, index)})
            words.append(Segment(text, style + here if style else here))
            offset += len(text)
            used += cell_len(text)
        if used < measure:
            fill = self._looks.style(line.fill) if line.fill else self._looks.style()
            words.append(Segment(" " * (measure - used), fill + Style.from_meta({"offset": (offset, index)})))
        elif used > measure:
            words = Segment.adjust_line_length(words, measure)
        span = selection.get_span(index) if selection else None
        return words if span is None else self._selected(Strip(words), *span)

    def _selected(self, words: Strip, start: int, end: int) -> list[Segment]:
        """Return a line with what the mouse has selected of it laid under."""
        start = words.index_to_cell_position(start)
        end = words.cell_length if end == -1 else words.index_to_cell_position(end)
        style = self.screen.get_component_rich_style("screen--selection")
        before, chosen, after = words.crop(0, start), words.crop(start, end), words.crop(end)
        return [*before, *Segment.apply_style(chosen, post_style=style), *after]

    def _thumb(self, height: int) -> tuple[int, int]:
        total = len(self.page.lines)
        if total <= height or not height:
            return 0, 0
        length = max(1, height * height // total)
        first = round((height - length) * self.top / (total - height))
        return first, first + length

    def _forget(self) -> None:
        self._drawn.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks = Looks(self)
        self._drawn.clear()

    # The mouse.

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        drawn = (self._looks.segments(line, revealed=self.revealed) for line in self.page.lines)
        return selection.extract("\n".join("".join(segment.text for segment in line) for line in drawn)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self._forget()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-3)

    def on_click(self, event: events.Click) -> None:
        link = event.style.meta.get("link")
        if isinstance(link, int):
            event.stop()
            self.post_message(self.LinkClicked(link))

    def held(self) -> int:
        return len(self.page.lines)

    def drag_to(self, line: int) -> None:
        self.scroll_to_line(line)
