"""The line above the list: what is shown, how it is narrowed, how many there are, and where the cursor stands."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.cells import fitted, shortened
from tui.model.listing import Sort
from tui.model.shown import Shown

ORDERS = {
    Sort.NEWEST: "newest first",
    Sort.OLDEST: "oldest first",
    Sort.BEST: "best first",
    Sort.WORST: "worst first",
    Sort.WORK: "by work",
    Sort.CRITIC: "by critic",
    Sort.COMMENTS: "most comments first",
    Sort.MATCH: "best match first",
}


class FilterLine(Widget):
    """`Unread · grade B- or better · best first (^F clears)      12/1,240`."""

    DEFAULT_CSS = """
    FilterLine {
        height: 1; color: $text-quiet; padding: 0 1;
        & > .filter-line--filter { color: $accent; text-style: bold; }
        & > .filter-line--shelf { color: $foreground; text-style: bold; }
    }
    """
    COMPONENT_CLASSES = {"filter-line--filter", "filter-line--shelf"}

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()
        self.place = ""
        self.blind = False

    def show(self, shown: Shown, position: int, total: int, *, blind: bool = False) -> None:
        """Show what is shown, and that the cursor stands on the 0-based line `position` of `total`; and blind mode."""
        place = f"{position + 1:,}/{total:,}" if total else "0"
        if (shown, place, blind) != (self.shown, self.place, self.blind):
            self.shown, self.place, self.blind = shown, place, blind
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        room = max(0, width - len(self.place) - 1)
        segments: list[Segment] = []
        for text, component in self._parts():
            style = self.rich_style
            if component:
                style += self.get_component_rich_style(component)
            text = shortened(text, room)
            room -= cell_len(text)
            segments.append(Segment(text, style))
        return Strip([*segments, Segment(fitted("", room) + " " + self.place, self.rich_style)]).adjust_cell_length(
            width, self.rich_style
        )

    def _parts(self) -> list[tuple[str, str]]:
        shown = self.shown
        parts = [(shown.shelf.name, "filter-line--shelf")]
        if shown.narrowed:
            parts += [(" · ", ""), (shown.filter_words, "filter-line--filter"), (" (^F clears)", "")]
        hides = " · grades hidden (H)" if self.blind else ""
        return [*parts, (f" · {ORDERS[shown.sort]}", ""), (hides, "")]
