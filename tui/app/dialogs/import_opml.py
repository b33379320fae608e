"""Taking over subscriptions from another reader: the path of an OPML file (or newsboat's `urls`)."""

from collections.abc import Awaitable, Callable

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.widgets.telling import Telling
from tui.model.errors import MatineeError
from tui.model.imported import Imported

TakeList = Callable[[str], Awaitable[Imported]]
"""Subscribes to everything in the file at a path. Raises MatineeError."""


class ImportDialog(Telling, ModalScreen[Imported | None]):
    """Comes back with what was taken over, or None. It stays open, with what was typed, until it worked."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    ImportDialog { align: center top; }
    ImportDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 2;
        background: $surface; border: round $primary;
    }
    ImportDialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
    ImportDialog Input:focus { background: $block-cursor-blurred-background; }
    ImportDialog .label, ImportDialog #keys { color: $text-quiet; }
    ImportDialog #said { height: auto; }
    ImportDialog.-wrong #said { color: $error; margin-bottom: 1; }
    """

    def __init__(self, take: TakeList) -> None:
        super().__init__()
        self.take = take

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Import subscriptions"
            yield Static("Path of an OPML file, or of newsboat's urls", classes="label")
            yield Input(placeholder="~/subscriptions.opml", compact=True)
            yield Static(id="said", markup=False)
            yield Static("Enter imports · Esc leaves", id="keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = event.value.strip().strip("'\"")
        if path:
            self.ask(path)
        else:
            self._say("Type the path of a file first.", wrong=True)

    @work(exclusive=True, group="import", exit_on_error=False)
    async def ask(self, path: str) -> None:
        """Take the file over, or say in words why not."""
        self._say(f"Reading {path} …")
        try:
            self.dismiss(await self.take(path))
        except MatineeError as error:
            self._say("\n".join(filter(None, (f"{error.what}.", error.next_step))), wrong=True)

    def action_leave(self) -> None:
        """Take nothing over."""
        self.dismiss(None)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.set_class(wrong, "-wrong")
        self.query_one("#said", Static).update(Content(words))
