"""What became of a reply of the reader's that the site does not show, and what can be done about it."""

from typing import Literal

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.widgets.reply_words import stands
from tui.model.reply import Reply, Stage

Choice = Literal["look", "browse", "copy", "again", "forget"]
_CHOICES: tuple[tuple[str, Choice, str], ...] = (
    ("l", "look", "look on the site whether it is there now"),
    ("o", "browse", "open the page in the browser and look there"),
    ("y", "copy", "copy its text"),
    ("w", "again", "it is not there: write it again, from this text"),
    ("x", "forget", "forget it here (what the site has, it keeps)"),
)


def choices(stage: Stage) -> tuple[tuple[str, Choice, str], ...]:
    """Return what can be done about a reply: key, choice, words. Only what may never have arrived is written again."""
    none: set[Choice] = set() if stage in (Stage.UNKNOWN, Stage.MISSING) else {"again"}
    if stage is Stage.SENDING:
        none |= {"forget"}
    return tuple(each for each in _CHOICES if each[1] not in none)


class OwnReplyDialog(ModalScreen[Choice | None]):
    """Comes back with what to do, or None."""

    BINDINGS = [
        *(Binding(key, f"choose({choice!r})", show=False) for key, choice, _ in _CHOICES),
        Binding("escape,q", "leave", show=False),
    ]
    DEFAULT_CSS = """
    OwnReplyDialog { align: center middle; }
    OwnReplyDialog > Vertical {
        width: 70; max-width: 100%; height: auto; padding: 1 2; background: $surface; border: round $primary;
    }
    OwnReplyDialog #choices { margin-top: 1; }
    """

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        self.reply = reply

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Your reply"
            yield Static(Content(stands(self.reply)))
            lines = [Content.assemble((key, "bold"), f"  {words}") for key, _, words in choices(self.reply.stage)]
            yield Static(Content("\n").join([*lines, Content("Esc leaves it as it is")]), id="choices")

    def action_choose(self, choice: Choice) -> None:
        """Come back with a choice, where it is one."""
        if any(choice == each for _, each, _ in choices(self.reply.stage)):
            self.dismiss(choice)

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss(None)
