"""Keeping a search under a name: it becomes a list at the left, which fills itself."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.dialogs.search import pointer
from tui.app.widgets.telling import Telling
from tui.model.errors import BadQuery, MatineeError

Keep = Callable[[str, str], Awaitable[None]]
"""Keeps a name and a query. Raises MatineeError."""


class KeepListDialog(Telling, ModalScreen[bool]):
    """Comes back with True once the list is kept, False when the reader thought better of it."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    KeepListDialog { align: center top; }
    KeepListDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 1 0 1;
        background: $surface; border: round $primary;
    }
    KeepListDialog Input { padding: 0 1; background: $panel; margin-bottom: 1; }
    KeepListDialog Input:focus { background: $block-cursor-blurred-background; }
    KeepListDialog #wrong { color: $error; padding: 0 1; display: none; }
    KeepListDialog.-wrong #wrong { display: block; margin-bottom: 1; }
    KeepListDialog #keys { color: $text-quiet; padding: 0 1; }
    """

    def __init__(self, name: str, text: str, keep: Keep, clock: Callable[[], datetime]) -> None:
        """`name` is empty for a list that is new."""
        super().__init__()
        self.begin, self.text = name, text
        self.keep, self.clock = keep, clock

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Change the list" if self.begin else "Keep as a list"
            yield Input(self.begin, placeholder="its name, like Worth seeing", id="name", compact=True)
            yield Input(self.text, placeholder="what it shows; empty for every review", id="query", compact=True)
            yield Static(id="wrong", markup=False)
            yield Static("Enter keeps it · Tab changes what it shows · Esc leaves", id="keys")

    def on_input_changed(self) -> None:
        self.remove_class("-wrong")

    def on_input_submitted(self) -> None:
        self.write(*(self.query_one(f"#{part}", Input).value for part in ("name", "query")))

    @work(exclusive=True, group="keep", exit_on_error=False)
    async def write(self, name: str, text: str) -> None:
        """Keep it; say in words what is wrong."""
        from tui.model.query_language import parse

        try:
            parse(text, now=self.clock())
            await self.keep(name, text.strip())
            self.dismiss(True)
        except BadQuery as error:
            self._wrong(pointer(error, min(74, self.size.width) - 6), "#query")
            self.query_one("#query", Input).cursor_position = error.position
        except MatineeError as error:
            self._wrong(str(error), "#name")

    def action_leave(self) -> None:
        """Keep nothing."""
        self.dismiss(False)

    def _wrong(self, words: str, where: str) -> None:
        self.query_one("#wrong", Static).update(Content(words))
        self.add_class("-wrong")
        self.query_one(where, Input).focus()
