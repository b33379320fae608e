"""The line over a thread: which review it belongs to, and how it stands."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.cells import shortened

_LEAST_TITLE = 12


class ThreadBar(Widget):
    """One line; the title gives way first, then the end of how it stands."""

    DEFAULT_CSS = """
    ThreadBar {
        dock: top; height: 1; background: $panel; color: $foreground;
        & > .thread-bar--quiet { color: $text-quiet; }
    }
    """
    COMPONENT_CLASSES = {"thread-bar--quiet"}
    title: reactive[str] = reactive("")
    """Work and critic; plain text."""
    standing: reactive[str] = reactive("")
    """`12 comments · ● 3 new · fetched 2 hours ago`."""

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        quiet = self.rich_style + self.get_component_rich_style("thread-bar--quiet", partial=True)
        standing = shortened(self.standing, max(0, width - _LEAST_TITLE - 3))
        room = max(0, width - cell_len(standing) - 3)
        title = shortened(self.title, room)
        gap = " " * (room - cell_len(title) + 1)
        segments = [Segment(f" {title}{gap}", self.rich_style), Segment(f"{standing} ", quiet)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)
