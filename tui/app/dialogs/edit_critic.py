"""Changing what holds for one subscription: its name, its tags, how often it is visited."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

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
from tui.model.times import length, short

Keep = Callable[[str, tuple[str, ...], timedelta | None], Awaitable[Critic]]
"""Keeps name, tags and how often (None: by the critic's rhythm). Raises MatineeError."""


class EditCriticDialog(Telling, ModalScreen[Critic | None]):
    """Comes back with the critic as they are now, or None when the reader thought better of it."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    EditCriticDialog { align: center top; }
    EditCriticDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 2;
        background: $surface; border: round $primary;
    }
    EditCriticDialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
    EditCriticDialog Input:focus { background: $block-cursor-blurred-background; }
    EditCriticDialog .label { color: $text-quiet; }
    EditCriticDialog #said { height: auto; color: $error; }
    EditCriticDialog #keys { color: $text-quiet; }
    """

    def __init__(self, critic: Critic, keep: Keep) -> None:
        super().__init__()
        self.critic = critic
        self.keep = keep

    def compose(self) -> ComposeResult:
        every = short(self.critic.every) if self.critic.every else "auto"
        with Vertical() as frame:
            frame.border_title = Content(self.critic.name)
            yield Static("Name", classes="label")
            yield Input(self.critic.name, id="name", compact=True)
            yield Static("Tags, with spaces between", classes="label")
            yield Input(" ".join(tag.replace(" ", "_") for tag in self.critic.tags), id="tags", compact=True)
            yield Static("Visit every (45m, 6h, 2d, or auto: by the critic's own rhythm)", classes="label")
            yield Input(every, id="every", compact=True)
            yield Static(id="said", markup=False)
            yield Static("Enter keeps · Tab moves · Esc leaves", id="keys")

    def on_input_submitted(self) -> None:
        name, tags, every = (self.query_one(f"#{box}", Input).value.strip() for box in ("name", "tags", "every"))
        often = length(every)
        if not name:
            self._refuse("A critic needs a name.", "#name")
        elif often is None and every.lower() not in ("auto", ""):
            self._refuse("That is no length of time: 45m, 6h, 2d, or auto.", "#every")
        else:
            self.ask(name, self._tags(tags), often)

    @work(exclusive=True, group="keep", exit_on_error=False)
    async def ask(self, name: str, tags: tuple[str, ...], every: timedelta | None) -> None:
        """Keep it; say in words what went wrong and keep what was typed."""
        try:
            self.dismiss(await self.keep(name, tags, every))
        except MatineeError as error:
            self._refuse(str(error), "#name")

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    def _tags(self, typed: str) -> tuple[str, ...]:
        """Return the tags typed; one that had a space keeps it."""
        spaced = {tag.replace(" ", "_"): tag for tag in self.critic.tags}
        return tuple(dict.fromkeys(spaced.get(tag, tag) for tag in typed.replace(",", " ").replace("#", " ").split()))

    def _refuse(self, words: str, box: str) -> None:
        self.query_one("#said", Static).update(Content(words))
        self.query_one(box).focus()
