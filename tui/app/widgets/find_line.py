"""The line under a thread that says what is marked in it: words searched for, or one author."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindLine(Horizontal):
    """Out of sight until something is marked; while words are typed it is a line to type in."""

    DEFAULT_CSS = """
    FindLine { height: 1; display: none; background: $surface; padding: 0 1; }
    FindLine.-shown { display: block; layout: horizontal; }
    FindLine #slash { width: 1; color: $accent; display: none; }
    FindLine Input {
        border: none; height: 1; width: 1fr; padding: 0; background: $surface; display: none;
    }
    FindLine.-typing #slash, FindLine.-typing Input { display: block; }
    FindLine #marked { width: auto; height: 1; color: $text-quiet; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    class Typed(Message):
        """Other words are searched for."""

        def __init__(self, words: str) -> None:
            self.words = words
            super().__init__()

    class Entered(Message):
        """The words are complete."""

    words = ""
    """What is marked."""

    def compose(self) -> ComposeResult:
        yield Static("/", id="slash")
        yield Input(placeholder="words, or a name", compact=True)
        yield Static(id="marked", markup=False)

    def ask(self) -> None:
        """Let the reader type."""
        self.add_class("-shown", "-typing")
        self.query_one(Input).value = ""
        self.query_one(Input).focus()

    def say(self, words: str, *, typing: bool) -> None:
        """Show what is marked; nothing, and the line goes."""
        self.set_class(bool(words) or typing, "-shown")
        self.set_class(typing, "-typing")
        if words != self.words:
            self.words = words
            self.query_one("#marked", Static).update(Content(words))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.has_class("-typing"):
            self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())
