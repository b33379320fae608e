"""Plots and tables to walk through: the cursor goes from one thing that can be opened to the next, all four ways.

A sheet is lines of pieces (`summaries.plots`); pieces of one `at` that touch are one stop. It is laid out anew for each
width, drawn by lines, and says `Chosen` when a stop is entered or clicked; who shows it asks for its `target`.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region

from tui.app.widgets.cells import shortened, steady
from tui.app.widgets.lines import Lines
from tui.app.widgets.looks import COMPONENTS, RULES, Looks
from tui.model.record import record
from tui.summaries.plots import PlotLine

Layout = Callable[[int], Sequence[PlotLine]]
"""Lays a sheet out for a width in cells. Pure."""
MARGIN = 2
"""Cells left free at the left, where the window has room."""


@record(frozen=True, slots=True)
class Stop:
    """One thing that can be opened, and where it stands."""

    at: object
    first: int
    """Its first line."""
    last: int
    start: int
    """Its first cell, in its last line."""
    end: int

    def holds(self, line: int) -> bool:
        """True when it stands in this line."""
        return self.first <= line <= self.last


def stops(lines: Iterable[PlotLine]) -> tuple[Stop, ...]:
    """Return every stop, from the top, and from the left; one `at` in neighbouring lines is one stop."""
    found: list[Stop] = []
    open_: dict[object, int] = {}
    for number, line in enumerate(lines):
        here: dict[object, int] = {}
        for at, start, end in _stretches(line):
            if at in open_ and found[open_[at]].last == number - 1:
                place = open_[at]
                found[place] = Stop(at, found[place].first, number, start, end)
            else:
                place = len(found)
                found.append(Stop(at, number, number, start, end))
            here[at] = place
        open_ = here
    return tuple(sorted(found, key=lambda stop: (stop.last, stop.start)))


def _stretches(line: PlotLine) -> Iterable[tuple[object, int, int]]:
    """Yield (at, first cell, cell after the last) of each run of pieces that stand for one thing."""
    cell, last, start = 0, None, 0
    for piece in line:
        if piece.at != last:
            if last is not None:
                yield last, start, cell
            last, start = piece.at, cell
        cell += len(piece.text) if piece.text.isascii() else cell_len(piece.text)
    if last is not None:
        yield last, start, cell


def beside(here: Stop, all_: Sequence[Stop], step: int) -> Stop | None:
    """Return the stop to the left (-1) or to the right (1) of one; None at the end of its lines."""
    level = [stop for stop in all_ if stop.first <= here.last and stop.last >= here.first and stop != here]
    ahead = [stop for stop in level if (stop.start - here.start) * step > 0]
    return min(ahead, key=lambda stop: abs(stop.start - here.start), default=None)


def below(here: Stop, all_: Sequence[Stop], step: int, cell: int) -> Stop | None:
    """Return the stop under (1) or over (-1) one, the nearest to a column of cells; None at either end."""
    ahead = [stop for stop in all_ if (stop.first > here.last if step > 0 else stop.last < here.first)]
    if not ahead:
        return None
    line = min(stop.last for stop in ahead) if step > 0 else max(stop.last for stop in ahead)
    return min((stop for stop in ahead if stop.last == line), key=lambda stop: _away(stop, cell))


def _away(stop: Stop, cell: int) -> int:
    return 0 if stop.start <= cell < stop.end else min(abs(stop.start - cell), abs(stop.end - 1 - cell))


def _same(here: Stop | None, all_: Sequence[Stop]) -> Stop | None:
    """Return the stop that stands for what `here` stood for; of several the nearest."""
    found = [stop for stop in all_ if here is not None and stop.at == here.at]
    return min(found, key=lambda stop: abs(stop.last - (here.last if here else 0)), default=None)


class Sheet(Lines):
    """The sheet itself. It is handed a layout; it keeps the stop the cursor is on through every new one."""

    DEFAULT_CSS = f"""
    Sheet {{
        {RULES}
    }}
    """
    COMPONENT_CLASSES = COMPONENTS

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = -1  # no line is lit as a whole
        self.lines: Sequence[PlotLine] = ()
        self.stops: tuple[Stop, ...] = ()
        self.here: Stop | None = None
        """The stop under the cursor; None on a sheet with nothing to open."""
        self._layout: Layout | None = None
        self._looks = Looks(self)
        self._cell = 0
        """The column the cursor keeps to while it moves up and down."""

    @property
    def target(self) -> object:
        """What the cursor stands on."""
        return self.here.at if self.here else None

    def show(self, layout: Layout, *, fresh: bool = False) -> None:
        """Show another layout: `fresh` from its top, else a newer state of the same."""
        self._layout = layout
        if fresh:
            self.top, self.here = 0, None
        self.lay_out()

    def lay_out(self) -> None:
        """Lay out for the width there is."""
        if self._layout is None or not self.size.width:
            return
        self.lines = self._layout(self.room)
        self.stops = stops(self.lines)
        self.here = _same(self.here, self.stops) or next(iter(self.stops), None)
        self.top = max(0, min(self.top, self.count() - self.size.height))
        self.forget()
        self.post_message(self.Moved(self))

    @property
    def margin(self) -> int:
        """Cells free at the left."""
        return MARGIN if self.size.width >= 60 else 1

    @property
    def room(self) -> int:
        """Cells a line may take."""
        return max(1, self.size.width - 1 - 2 * self.margin)

    # Drawing.

    def count(self) -> int:
        return len(self.lines)

    def key(self, index: int) -> Hashable:
        return index, self.here.at if self.here and self.here.holds(index) else None

    def draw(self, index: int, width: int, base: Style) -> Iterable[Segment]:
        used = self.margin
        yield Segment(" " * used, base)
        cursor = self.base(True)
        for piece in self.lines[index]:
            text = shortened(piece.text, width - used)
            if not text:
                continue
            style = self._looks.style(*piece.ink.split()) if piece.ink else base
            if self.here and piece.at is not None and self.here.holds(index) and piece.at == self.here.at:
                style = style + Style(bgcolor=cursor.bgcolor)
            used += cell_len(text)
            yield Segment(steady(text), style)
        yield Segment(" " * max(0, width - used), base)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks = Looks(self)

    # Moving.

    def move(self, lines: int) -> None:
        """Go to the next thing that can be opened, or scroll while that is out of sight."""
        step = 1 if lines > 0 else -1
        stop = below(self.here, self.stops, step, self._cell) if self.here else None
        if stop is None or not self._near(stop):
            self.scroll_by(step)
            return
        self.stand(stop, keep_cell=True)

    def step(self, step: int) -> None:
        """Go to the left or to the right."""
        stop = beside(self.here, self.stops, step) if self.here else None
        if stop is not None:
            self.stand(stop)

    def stand(self, stop: Stop, *, keep_cell: bool = False) -> None:
        """Put the cursor on a stop and bring it into view."""
        before, top, self.here = self.here, self.top, stop
        if not keep_cell:
            self._cell = (stop.start + stop.end - 1) // 2
        self._see(stop)
        if top == self.top:
            self.refresh(*(self._region(each) for each in (before, stop) if each is not None))
        else:
            self.refresh()
        self.post_message(self.Moved(self))

    def move_to(self, index: int) -> None:
        """Go to the first thing that can be opened at or after a line; past the last, to the end."""
        stop = next((stop for stop in self.stops if stop.last >= index), next(reversed(self.stops), None))
        self.scroll_by(-self.count() if index <= 0 else self.count() if index >= self.count() - 1 else 0)
        if stop is not None:
            top = self.top
            self.stand(stop)
            if index <= 0:
                self.top = min(top, stop.first)

    def page(self, pages: float) -> None:
        """Scroll by so much of the window; the cursor comes along."""
        lines = max(1, round((self.size.height - 2) * abs(pages)))
        self.scroll_by(lines if pages > 0 else -lines)
        if self.here and not self._in_view(self.here):
            seen = [stop for stop in self.stops if self._in_view(stop)]
            if seen:
                self.stand(min(seen, key=lambda stop: _away(stop, self._cell)) if pages > 0 else seen[-1])

    def section(self) -> None:
        """Go to the next heading; from the last to the first."""
        heads = [number for number, line in enumerate(self.lines) if any("heading" in piece.ink for piece in line)]
        here = self.here.last if self.here else self.top
        ahead = next((head for head in heads if head > max(here, self.top)), next(iter(heads), None))
        if ahead is not None:
            self.scroll_by(ahead - self.top)
            stop = next((stop for stop in self.stops if stop.last >= ahead and self._in_view(stop)), None)
            if stop is not None:
                self.stand(stop)

    def bring_into_view(self) -> None:
        """The cursor is no line here: only `top` is held within bounds."""
        self.top = max(0, min(self.top, self.count() - self.size.height))

    def _region(self, stop: Stop) -> Region:
        """Return where a stop's lines are in the window: nothing else is painted when the cursor comes or goes."""
        return Region(0, stop.first - self.top, self.size.width, stop.last - stop.first + 1)

    def _near(self, stop: Stop) -> bool:
        return self.top - 1 <= stop.last <= self.top + self.size.height

    def _in_view(self, stop: Stop) -> bool:
        return self.top <= stop.last < self.top + self.size.height

    def _see(self, stop: Stop) -> None:
        height = max(1, self.size.height)
        if stop.last >= self.top + height:
            self.top = stop.last - height + 1
        if stop.first < self.top:
            self.top = max(0, min(stop.first, stop.last))
        self.bring_into_view()

    # Handlers.

    def on_resize(self) -> None:
        self.lay_out()

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()  # a line as a whole is nothing here
        line, cell = self.top + event.y, event.x - self.margin
        stop = next((stop for stop in self.stops if stop.holds(line) and stop.start <= cell < stop.end), None)
        if stop is not None:
            self.stand(stop)
            self.post_message(self.Chosen(self))
