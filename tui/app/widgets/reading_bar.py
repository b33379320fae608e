"""The line over a review: whose it is and of what, its marks, where it stands in the list, how far it is read."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.cells import shortened


class ReadingBar(Widget):
    """One line; what is at the right stays whole, the title gives way."""

    DEFAULT_CSS = """
    ReadingBar {
        dock: top; height: 1; background: $panel; color: $foreground;
        & > .reading-bar--quiet { color: $text-quiet; }
        & > .reading-bar--star { color: $accent; text-style: bold; }
    }
    """
    COMPONENT_CLASSES = {"reading-bar--quiet", "reading-bar--star"}
    title: reactive[str] = reactive("")
    """Work and critic; plain text."""
    starred: reactive[bool] = reactive(False)
    unread: reactive[bool] = reactive(False)
    position: reactive[str] = reactive("")
    """`3 of 241`; empty when the review stands in no list."""
    progress: reactive[int] = reactive(0)
    """Percent of the text that has come into view."""

    def clear(self) -> None:
        """Say nothing."""
        self.title, self.position, self.progress = "", "", 0
        self.starred = self.unread = False

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        quiet = self.rich_style + self.get_component_rich_style("reading-bar--quiet", partial=True)
        star = self.rich_style + self.get_component_rich_style("reading-bar--star", partial=True)
        right = [Segment("★ ", star)] if self.starred else []
        if self.unread:
            right.append(Segment("unread  ", star))
        where = [part for part in (self.position, f"{self.progress:3d} %") if part]
        right.append(Segment("  ".join(where) + " ", quiet))
        room = width - sum(cell_len(segment.text) for segment in right) - 2
        if room < 8:
            return Strip(right).adjust_cell_length(width, self.rich_style)
        title = shortened(self.title, room)
        gap = Segment(" " * (room - cell_len(title) + 1), self.rich_style)
        return Strip([Segment(f" {title}", self.rich_style), gap, *right]).adjust_cell_length(width, self.rich_style)
