"""The line at the top: where one is, and how a refresh is getting on."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.cells import fitted, shortened

VIEWS = (("reviews", "1", "Reviews"), ("works", "2", "Works"), ("grades", "3", "Grades"), ("critics", "4", "Critics"))


class StatusBar(Widget):
    """Name, views, and the progress of a refresh at the right."""

    DEFAULT_CSS = """
    StatusBar {
        dock: top; height: 1; background: $panel; color: $foreground;
        & > .status--name { color: $primary; text-style: bold; }
        & > .status--here { color: $foreground; text-style: bold reverse; }
        & > .status--quiet { color: $text-quiet; }
    }
    """
    COMPONENT_CLASSES = {"status--name", "status--here", "status--quiet"}
    progress: reactive[str] = reactive("")
    """`3/12 · Ada Quill: 2 new`; plain text."""

    def __init__(self, view: str) -> None:
        super().__init__()
        self.view = view

    def on_mount(self) -> None:
        self.progress = getattr(self.app, "progress", "")

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        segments = [Segment(" Matinee ", self._style("status--name"))] if width >= 44 else []
        for view, key, name in VIEWS:
            style = self._style("status--here" if view == self.view else "status--quiet")
            segments.append(Segment(f" {key} {name} ", style))
        used = sum(len(segment.text) for segment in segments)
        if used > width:
            return Strip(segments).adjust_cell_length(width, self.rich_style)
        room = max(0, width - used - 2)
        text = shortened(self.progress, room)
        return Strip(
            [*segments, Segment(" " + fitted(text, room, right=True) + " ", self.rich_style)]
        ).adjust_cell_length(width, self.rich_style)

    async def on_click(self, event: events.Click) -> None:
        at = 9 if self.size.width >= 44 else 0
        for view, key, name in VIEWS:
            if at <= event.x < at + cell_len(f" {key} {name} "):
                await self.run_action(f"app.view({view!r})")
            at += cell_len(f" {key} {name} ")

    def _style(self, component: str) -> Style:
        return self.rich_style + self.get_component_rich_style(component)
