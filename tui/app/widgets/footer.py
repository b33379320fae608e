"""The line at the bottom: the keys that matter here, as many as there is room for; each can be clicked."""

from collections.abc import Iterable

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.app.commands import Command, Place, commands, key_name


class KeyBar(Widget):
    """One widget for the whole footer: Textual's own mounts one a key, which costs a quarter of the first paint."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; background: $panel; color: $text-quiet;
        & > .key-bar--key { color: $footer-key-foreground; text-style: bold; }
    }
    """
    COMPONENT_CLASSES = {"key-bar--key"}

    def __init__(self, *places: Place, anywhere: bool = True) -> None:
        """`anywhere`: whether those that work anywhere have room too; where one writes, their keys are letters."""
        super().__init__()
        self.shown = footer(commands(*places), commands(Place.ANYWHERE) if anywhere else ())

    def render_line(self, y: int) -> Strip:
        key_style = self.rich_style + self.get_component_rich_style("key-bar--key")
        segments: list[Segment] = []
        for _, _, key, label in self._spans():
            segments += [Segment(f" {key}", key_style), Segment(f" {label} ", self.rich_style)]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    async def on_click(self, event: events.Click) -> None:
        for command, (start, end, _, _) in zip(self.shown, self._spans(), strict=False):
            if start <= event.x < end:
                await self.app.run_action(command.name, self.screen if _is_of(self.screen, command) else self.app)

    def _spans(self) -> list[tuple[int, int, str, str]]:
        """Return start, end, key and label of every command there is room for."""
        spans, at = [], 0
        for command in self.shown:
            key = key_name(command.keys[0])
            end = at + len(key) + len(command.label) + 3
            if end > self.size.width:
                break
            spans.append((at, end, key, command.label))
            at = end
        return spans


def footer(*groups: Iterable[Command]) -> tuple[Command, ...]:
    """Return the commands meant for the footer, in order."""
    return tuple(command for group in groups for command in group if command.footer)


def _is_of(screen: object, command: Command) -> bool:
    return hasattr(screen, f"action_{command.name.split('(')[0]}")
