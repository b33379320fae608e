"""Giving a work one's own grade, in any notation."""

from collections.abc import Awaitable, Callable

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.widgets.telling import Telling
from tui.model.errors import MatineeError, WrongUse

Means = Callable[[str], str]
"""Returns what a grade typed means on the common scale, in words. Raises WrongUse."""
Keep = Callable[[str], Awaitable[None]]
"""Keeps the grade typed. Raises MatineeError."""


class MyGradeDialog(Telling, ModalScreen[bool]):
    """Comes back with True once the grade is kept, False when the reader thought better of it."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    MyGradeDialog { align: center top; }
    MyGradeDialog > Vertical {
        width: 64; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 2;
        background: $surface; border: round $primary;
    }
    MyGradeDialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin: 1 0; }
    MyGradeDialog Input:focus { background: $block-cursor-blurred-background; }
    MyGradeDialog #said { height: auto; margin-bottom: 1; }
    MyGradeDialog.-wrong #said { color: $error; }
    MyGradeDialog #examples, MyGradeDialog #stands { color: $text-quiet; }
    """

    def __init__(self, title: str, stands: str, grade: str, means: Means, keep: Keep) -> None:
        """`stands` says what the reader said before; `grade` is what is there to begin with."""
        super().__init__()
        self.heading, self.stands, self.grade = title, stands, grade
        self.means, self.keep = means, keep

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = Content("My grade")
            yield Static(Content.assemble((self.heading, "bold")), id="title")
            yield Static(Content(self.stands), id="stands")
            yield Input(self.grade, placeholder="7/10, B-, ★★★½, 79%, up, none", id="grade", compact=True)
            yield Static(Content(" "), id="said")
            yield Static("none takes it back · Enter keeps it · Esc leaves", id="examples")

    def on_input_changed(self, event: Input.Changed) -> None:
        try:
            self._say(self.means(event.value) if event.value.strip() else "")
        except WrongUse:
            self._say("")  # half typed; Enter would say so

    @work(exclusive=True, group="keep", exit_on_error=False)
    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it; say in words what is wrong and keep what was typed."""
        try:
            await self.keep(event.value)
            self.dismiss(True)
        except MatineeError as error:
            self._say(". ".join(filter(None, (error.what, error.next_step))), wrong=True)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(False)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.query_one("#said", Static).update(Content(words or " "))
        self.set_class(wrong, "-wrong")
