"""The grade histogram above the list: a bar for each letter, and two for what has no place on the scale.

The bars are of eighths of a block, the letters stand under them and, where there is room, the counts: nothing needs
colour to be read. Moving onto a bar shows only that grade; Enter keeps it, Esc takes it back.
"""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.app.commands import Place, bindings
from tui.app.widgets.grade_colours import grade_colour
from tui.model.listing import Histogram
from tui.model.scale import LETTERS
from tui.model.shown import BARS, UNGRADED, UNSCORED

EIGHTHS = " ▁▂▃▄▅▆▇█"
NAMES = {UNSCORED: "~", UNGRADED: "·"}


def counts(histogram: Histogram) -> tuple[int, ...]:
    """Return how many reviews stand at each of `BARS`."""
    return (*(count for _, count in histogram.letters), histogram.unscored, histogram.ungraded)


def heights(numbers: tuple[int, ...], rows: int) -> tuple[int, ...]:
    """Return each bar's height in eighths of a cell, the tallest letter filling `rows`; one review is never nothing.

    What has no grade, often most of a library, fills the room at most: it shall not flatten the letters.
    """
    most = max(numbers[: len(LETTERS)], default=0) or max(numbers, default=0)
    full = rows * 8
    return tuple(min(full, max(1, round(number * full / most))) if number else 0 for number in numbers)


class GradeHistogram(Widget, can_focus=True):
    """The histogram. It is handed counts; it posts what the reader points at."""

    BINDINGS = bindings(Place.HISTOGRAM)
    DEFAULT_CSS = """
    GradeHistogram {
        height: 4;
        width: 1fr;
        & > .histogram--quiet { color: $text-quiet; }
        & > .histogram--lit { background: $block-cursor-blurred-background; text-style: bold; }
        &:focus > .histogram--lit {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
    }
    """
    COMPONENT_CLASSES = {"histogram--quiet", "histogram--lit"}

    class Pointed(Message):
        """The reader stands on a bar (None: on none): show only that grade."""

        def __init__(self, bar: str | None, *, keep: bool = False) -> None:
            self.bar = bar
            self.keep = keep
            """True for Enter: the choice is final, and the list takes the keys again."""
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.numbers: tuple[int, ...] = (0,) * len(BARS)
        self.lit: frozenset[str] = frozenset()
        """The bars now shown in the list; empty when grades aren't filtered."""
        self.at: int | None = None
        """The bar pointed at."""

    def show(self, histogram: Histogram, lit: frozenset[str]) -> None:
        """Show new counts and which bars the list is narrowed to."""
        self.numbers, self.lit = counts(histogram), lit
        self.refresh()

    # Drawing.

    @property
    def step(self) -> int:
        """Cells from one bar to the next: 2 to 6."""
        return max(2, min(6, (self.size.width - 2) // len(BARS)))

    def render_line(self, y: int) -> Strip:
        height = self.size.height
        counted = height >= 5
        if y == height - 1 - counted:
            texts = [NAMES.get(bar, bar) if len(bar) >= self.step else bar for bar in BARS]
        elif y == height - 1:
            texts = [_short(number, self.step - 1) if number else "" for number in self.numbers]
        else:
            return self._bars(height - 2 - counted - y, height - 1 - counted)
        return self._row(texts, "histogram--quiet" if counted and y == height - 1 else "")

    def _bars(self, row: int, rows: int) -> Strip:
        """Return one row of the bars, counted from the bottom one."""
        width = max(1, min(self.step - 1, 4))
        tops = heights(self.numbers, rows)
        return self._row([EIGHTHS[max(0, min(8, top - 8 * row))] * width for top in tops], "")

    def _row(self, texts: list[str], component: str) -> Strip:
        step, base = self.step, self.rich_style
        segments = [Segment(" ", base)]
        for place, (bar, text) in enumerate(zip(BARS, texts, strict=True)):
            style = base + (self.get_component_rich_style(component) if component else self._ink(bar))
            if place == self.at or bar in self.lit:
                style = self.get_component_rich_style("histogram--lit") + Style(color=style.color)
            segments += [Segment(text[: step - 1].ljust(step - 1), style), Segment(" ", base)]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _ink(self, bar: str) -> Style:
        colour = grade_colour(LETTERS.get(bar), dark=self.app.current_theme.dark)
        return Style(color=colour) if colour else self.get_component_rich_style("histogram--quiet")

    # Handlers and actions.

    def on_click(self, event: events.Click) -> None:
        place = (event.x - 1) // self.step
        if 0 <= place < len(BARS):
            again = BARS[place] in self.lit and len(self.lit) == 1
            self._point(None if again else place, keep=True)

    def action_bar_left(self) -> None:
        """Point at the next bar to the left that holds reviews."""
        self._walk(-1)

    def action_bar_right(self) -> None:
        """Point at the next bar to the right that holds reviews."""
        self._walk(1)

    def action_bar_keep(self) -> None:
        """Keep the filter."""
        self._point(self.at, keep=True)

    def action_bar_clear(self) -> None:
        """Take the filter back."""
        self._point(None, keep=True)

    def _walk(self, step: int) -> None:
        places = [place for place, number in enumerate(self.numbers) if number]
        if self.at is None:
            ahead = places if step > 0 else places[::-1]
        else:
            here = self.at
            ahead = [place for place in places[::step] if (place - here) * step > 0]
        if ahead:
            self._point(ahead[0], keep=False)

    def _point(self, place: int | None, *, keep: bool) -> None:
        self.at = None if keep else place
        self.refresh(Region(0, 0, *self.size))
        self.post_message(self.Pointed(None if place is None else BARS[place], keep=keep))


def _short(number: int, room: int) -> str:
    """Return a count in few cells: `950`, `12k`."""
    text = str(number)
    return text if len(text) <= room else f"{number // 1000}k"
