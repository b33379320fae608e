"""Correcting a grade: what was read, what it is, and whether the scale holds for all of the critic's."""

from collections.abc import Awaitable, Callable

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Input, Static

from tui.app.widgets.telling import Telling
from tui.grading.by_hand import EXAMPLES
from tui.model.errors import MatineeError, WrongUse

Follows = Callable[[str], str]
"""Returns the rule that can follow from a grade typed, in words; empty where none can. Raises WrongUse."""
Keep = Callable[[str, bool], Awaitable[None]]
"""Keeps the grade typed, as the critic's rule too or not. Raises MatineeError."""


class RegradeDialog(Telling, ModalScreen[bool]):
    """Comes back with True once the correction is kept, False when the reader thought better of it."""

    # Enter keeps wherever the focus is: on a box it would otherwise tick, which Space does.
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("enter", "keep", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    RegradeDialog { align: center top; }
    RegradeDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 2;
        background: $surface; border: round $primary;
    }
    RegradeDialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin: 1 0; }
    RegradeDialog Input:focus { background: $block-cursor-blurred-background; }
    RegradeDialog Checkbox {
        border: none; height: auto; padding: 0; margin-bottom: 1; background: $surface; display: none;
    }
    RegradeDialog.-rule Checkbox { display: block; }
    RegradeDialog #said { height: auto; display: none; }
    RegradeDialog.-said #said { display: block; margin-bottom: 1; }
    RegradeDialog.-wrong #said { color: $error; }
    RegradeDialog.-wrong #examples { display: none; }
    RegradeDialog #examples { color: $text-quiet; }
    RegradeDialog #keys { color: $text-quiet; }
    """

    def __init__(self, title: str, stands: str, grade: str, follows: Follows, keep: Keep) -> None:
        """`stands` says what was read and what the reader said before; `grade` is what is there to begin with."""
        super().__init__()
        self.heading, self.stands, self.grade = title, stands, grade
        self.follows, self.keep = follows, keep
        self.keeping = False
        """Whether it is being written."""

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = Content("Correct the grade")
            yield Static(Content.assemble((self.heading, "bold")), id="title")
            yield Static(Content(self.stands), id="stands")
            yield Input(self.grade, placeholder="7/10, B-, ★★★½, 79%, up, none, auto", id="grade", compact=True)
            yield Checkbox("", id="rule", compact=True)
            yield Static(id="said", markup=False)
            yield Static(Content(f"Give {EXAMPLES}"), id="examples")
            yield Static("Enter keeps it · Tab, then Space ticks a rule · Esc leaves", id="keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        try:
            rule = self.follows(event.value)
        except WrongUse:
            rule = ""  # half typed; Enter would say so
        self.set_class(bool(rule), "-rule")
        self.query_one(Checkbox).label = Content(rule)
        self.remove_class("-said", "-wrong")

    def action_keep(self) -> None:
        """Keep what is typed."""
        if not self.keeping:
            rule = self.query_one(Checkbox)
            self.write(self.query_one(Input).value, self.has_class("-rule") and rule.value)

    @work(exclusive=True, group="keep", exit_on_error=False)
    async def write(self, text: str, rule: bool) -> None:
        """Keep it; say in words what is wrong and keep what was typed."""
        self.keeping = True
        if rule:
            self._say("Reading the other reviews again …")
        try:
            await self.keep(text, rule)
            self.dismiss(True)
        except MatineeError as error:
            self._say("\n".join(filter(None, (f"{error.what}.", error.next_step))), wrong=True)
            self.query_one(Input).focus()
        finally:
            self.keeping = False

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(False)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.query_one("#said", Static).update(Content(words))
        self.set_class(wrong, "-wrong")
        self.add_class("-said")
