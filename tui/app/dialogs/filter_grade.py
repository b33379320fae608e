"""Choosing grades to show: bars by arrows and Space, ranges by `+` and `-`, and the commonest wish on one key."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from tui.app.widgets.grade_colours import grade_colour
from tui.model.listing import Histogram
from tui.model.scale import LETTERS
from tui.model.shown import BARS, UNGRADED, UNSCORED, in_words, or_better, or_worse

NAMES = {UNSCORED: "no scale", UNGRADED: "no grade"}
HINTS = (
    ("Space", "choose"), ("b", "B- or better, at once"),
    ("+", "this or better"), ("n", "without a grade, at once"),
    ("-", "this or worse"), ("a", "every grade, at once"),
    ("Enter", "show these"), ("Esc", "leave as it was"),
)  # fmt: skip


class GradeChoice(Widget, can_focus=True):
    """The bars as a column of boxes to tick, in as many columns as there is room for."""

    BINDINGS = [
        Binding("left,h", "step(-5)", show=False),
        Binding("right,l", "step(5)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
        Binding("space,x", "tick", show=False),
        Binding("plus", "range(1)", show=False),
        Binding("minus", "range(-1)", show=False),
    ]
    DEFAULT_CSS = """
    GradeChoice {
        height: 5; width: 54;
        & > .grade-choice--at {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
    }
    """
    COMPONENT_CLASSES = {"grade-choice--at"}

    def __init__(self, histogram: Histogram, chosen: frozenset[str]) -> None:
        super().__init__()
        self.numbers = (*(count for _, count in histogram.letters), histogram.unscored, histogram.ungraded)
        self.chosen = chosen
        self.at = min((BARS.index(bar) for bar in chosen), default=BARS.index("B-"))

    def render_line(self, y: int) -> Strip:
        segments = []
        for index in range(y, len(BARS), 5):
            bar, base = BARS[index], self.rich_style
            if index == self.at:
                base += self.get_component_rich_style("grade-choice--at")
            box = "[x] " if bar in self.chosen else "[ ] "
            colour = grade_colour(LETTERS.get(bar), dark=self.app.current_theme.dark)
            ink = base + Style(color=colour, bold=True) if colour else base
            segments += [
                Segment(" " + box, base),
                Segment(NAMES.get(bar, bar).ljust(8), ink),
                Segment(f"{self.numbers[index]:>4} ", base),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        index = event.x // 18 * 5 + event.y
        if index < len(BARS):
            self.at = index
            self.action_tick()

    def action_step(self, by: int) -> None:
        """Move to another bar."""
        if 0 <= self.at + by < len(BARS):
            self.at += by
        self.refresh()

    def action_tick(self) -> None:
        """Tick or untick the bar under the cursor."""
        self.choose(self.chosen ^ {BARS[self.at]})

    def action_range(self, direction: int) -> None:
        """Tick the letter under the cursor and all better, or worse, ones."""
        letter = BARS[self.at]
        if letter in LETTERS:
            self.choose(or_better(letter) if direction > 0 else or_worse(letter))

    def choose(self, bars: frozenset[str]) -> None:
        """Tick exactly these."""
        self.chosen = bars
        self.refresh()
        self.screen.query_one("#said", Static).update(said(bars))


class FilterGradeDialog(ModalScreen[frozenset[str] | None]):
    """Comes back with the bars to show (none of them: every grade), or None when nothing is to change."""

    BINDINGS = [
        Binding("enter", "apply", show=False),
        Binding("escape,q", "leave", show=False),
        Binding("b", "apply('B-')", show=False),
        Binding("n", "apply('none')", show=False),
        Binding("a,ctrl+f", "apply('')", show=False),
    ]
    DEFAULT_CSS = """
    FilterGradeDialog { align: center middle; }
    FilterGradeDialog > Vertical {
        width: 60; max-width: 100%; height: auto; max-height: 100%; padding: 0 2;
        background: $surface; border: round $primary;
    }
    FilterGradeDialog #said { margin: 1 0; color: $accent; }
    FilterGradeDialog #hints { color: $text-quiet; }
    """

    def __init__(self, histogram: Histogram, chosen: frozenset[str]) -> None:
        super().__init__()
        self.choice = GradeChoice(histogram, chosen)

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Show grades"
            yield self.choice
            yield Static(said(self.choice.chosen), id="said")
            yield Static(hints(), id="hints")

    def action_apply(self, wish: str | None = None) -> None:
        """Show what is ticked, or what one key stands for."""
        wishes = {"B-": or_better("B-"), "none": frozenset({UNGRADED}), "": frozenset[str]()}
        self.dismiss(self.choice.chosen if wish is None else wishes[wish])

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def said(bars: frozenset[str]) -> Content:
    """Return the choice as a sentence."""
    return Content(f"Shows grade {in_words(bars)}." if bars else "Shows every grade.")


def hints() -> Content:
    """Return the keys of the dialog, two a line."""
    parts = [
        Content.assemble((key.ljust(6), "bold"), words.ljust(18 if place % 2 == 0 else 0))
        for place, (key, words) in enumerate(HINTS)
    ]
    return Content("\n").join([left + right for left, right in zip(parts[::2], parts[1::2], strict=True)])
