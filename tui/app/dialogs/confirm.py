"""Asking once more before something that cannot be undone."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class ConfirmDialog(ModalScreen[bool]):
    """Comes back with True only for `y`."""

    BINDINGS = [Binding("y", "answer(True)", show=False), Binding("n,escape,q", "answer(False)", show=False)]
    DEFAULT_CSS = """
    ConfirmDialog { align: center middle; }
    ConfirmDialog > Vertical {
        width: 60; max-width: 100%; height: auto; padding: 0 1; background: $surface; border: round $warning;
    }
    """

    def __init__(self, question: str, consequence: str) -> None:
        super().__init__()
        self.question = question
        self.consequence = consequence

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(self.question))
            yield Static(Content(self.consequence))
            yield Static(Content.assemble(("y", "bold"), " yes   ", ("n", "bold"), " no"))

    def action_answer(self, yes: bool) -> None:
        """Come back with the answer."""
        self.dismiss(yes)
