"""The line over the list of works: the ready-made choices, how the list is narrowed, and where the cursor stands."""

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.cells import fitted
from tui.app.widgets.works_words import CHOICES
from tui.model.works import WorkChoice


class ChoiceBar(Widget):
    """Two lines: the choices, each of which can be clicked; then words and place."""

    DEFAULT_CSS = """
    ChoiceBar {
        height: 2; color: $text-quiet;
        & > .choice-bar--here { color: $accent; text-style: bold; }
    }
    """
    COMPONENT_CLASSES = {"choice-bar--here"}

    class Chosen(Message):
        """A choice was clicked."""

        def __init__(self, choice: WorkChoice) -> None:
            self.choice = choice
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self.choice = WorkChoice.ALL
        self.words = ""
        self.place = ""

    def show(self, choice: WorkChoice, words: str, place: str) -> None:
        """Show what is chosen, how it is narrowed, and where the cursor stands."""
        if (choice, words, place) != (self.choice, self.words, self.place):
            self.choice, self.words, self.place = choice, words, place
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        if y:
            room = max(1, width - len(self.place) - 3)
            return Strip([Segment(f" {fitted(self.words, room)} {self.place} ", base)]).adjust_cell_length(width, base)
        here = base + self.get_component_rich_style("choice-bar--here")
        segments = [Segment(text, here if choice is self.choice else base) for choice, text in self._spans(width)]
        return Strip(segments).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        at = 0
        for choice, text in self._spans(self.size.width):
            if choice is not None and event.y == 0 and at <= event.x < at + cell_len(text):
                self.post_message(self.Chosen(choice))
            at += cell_len(text)

    def _spans(self, width: int) -> list[tuple[WorkChoice | None, str]]:
        """Return the choices there is room for: the one chosen always, and its neighbours."""
        choices = list(CHOICES)
        first = last = choices.index(self.choice)
        room = width - 4 - cell_len(CHOICES[self.choice]) - 2
        while True:
            grown = False
            for place in (last + 1, first - 1):
                if 0 <= place < len(choices) and cell_len(CHOICES[choices[place]]) + 2 <= room:
                    room -= cell_len(CHOICES[choices[place]]) + 2
                    first, last = min(first, place), max(last, place)
                    grown = True
            if not grown:
                break
        spans: list[tuple[WorkChoice | None, str]] = [(choices[first - 1], "‹") if first else (None, "")]
        spans += [(choice, f" {CHOICES[choice]} ") for choice in choices[first : last + 1]]
        return [*spans, (choices[last + 1], "›") if last + 1 < len(choices) else (None, "")]
