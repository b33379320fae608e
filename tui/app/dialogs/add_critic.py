"""Subscribing: an address, and a name if the reader wants another than the feed's. It stays open until it worked."""

from collections.abc import Awaitable, Callable

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.widgets.telling import Telling
from tui.model.critic import Critic
from tui.model.errors import MatineeError
from tui.model.outcome import FeedOutcome

Added = tuple[Critic, FeedOutcome]
Add = Callable[[str, str | None], Awaitable[Added]]
"""Subscribes to an address, under a name if one is given. Raises MatineeError."""


class AddCriticDialog(Telling, ModalScreen[Added | None]):
    """Comes back with the critic and what the first visit brought, or None when the reader thought better of it."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    AddCriticDialog { align: center top; }
    AddCriticDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 2;
        background: $surface; border: round $primary;
    }
    AddCriticDialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
    AddCriticDialog Input:focus { background: $block-cursor-blurred-background; }
    AddCriticDialog .label { color: $text-quiet; }
    AddCriticDialog #said { height: auto; }
    AddCriticDialog.-wrong #said { color: $error; margin-bottom: 1; }
    AddCriticDialog #keys { color: $text-quiet; }
    """

    def __init__(self, add: Add, address: str = "") -> None:
        super().__init__()
        self.add = add
        self.address = address
        self.asking = False
        """Whether an answer is on its way."""

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Add a critic"
            yield Static("Address of the critic's site or feed", classes="label")
            yield Input(self.address, placeholder="critic.example", id="address", compact=True)
            yield Static("Name, if you want another than the feed's own", classes="label")
            yield Input(id="name", compact=True)
            yield Static(id="said", markup=False)
            yield Static("Enter subscribes · Tab moves · Esc leaves", id="keys")

    def on_input_submitted(self) -> None:
        address = self.query_one("#address", Input).value.strip()
        if not address:
            self._say("Type an address first: critic.example is enough.", wrong=True)
            self.query_one("#address").focus()
        elif not self.asking:
            self.ask(address, self.query_one("#name", Input).value.strip() or None)

    @work(exclusive=True, group="add", exit_on_error=False)
    async def ask(self, address: str, name: str | None) -> None:
        """Subscribe; say in words what went wrong and keep what was typed."""
        self.asking = True
        self._say(f"Asking {address} …")
        try:
            self.dismiss(await self.add(address, name))
        except MatineeError as error:
            self._say("\n".join(filter(None, (f"{error.what}.", error.next_step))), wrong=True)
        finally:
            self.asking = False

    def action_leave(self) -> None:
        """Subscribe to nothing."""
        self.dismiss(None)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.set_class(wrong, "-wrong")
        self.query_one("#said", Static).update(Content(words))
