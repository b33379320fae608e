"""Searching: words, or the query language; what does not parse is pointed at, never answered with an empty list."""

from collections.abc import Callable
from datetime import datetime

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.model.errors import BadQuery
from tui.model.query import Query

EXAMPLES = (
    ("fog \"slow burn\"", "words and phrases"),
    ("grade>=B- unread", "at B- or better, not yet read"),
    ("critic:quill newer:2w", "one critic, two weeks"),
    ("director:marrow -starred", "`-` leaves out"),
    ("year:2024 (comments>5 OR grade<60)", "either of two"),
)  # fmt: skip


def pointer(error: BadQuery, width: int) -> str:
    """Return two lines: the query, and a caret under the character it fails at with what is wrong."""
    start, room = 0, max(8, width * 2 // 3)
    while start < error.position and cell_len(error.query[start : error.position]) > room:
        start += 1
    shown = ("…" if start else "") + error.query[start:]
    before = cell_len(("…" if start else "") + error.query[start : error.position])
    return f"{shown}\n{' ' * before}^ {error.what}"


class SearchDialog(ModalScreen[Query | None]):
    """Comes back with the query (everything for an empty line), or None when nothing is to change."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    SearchDialog { align: center top; }
    SearchDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 1 0 1;
        background: $surface; border: round $primary;
    }
    SearchDialog Input { padding: 0 1; background: $panel; }
    SearchDialog Input:focus { background: $block-cursor-blurred-background; }
    SearchDialog #wrong { color: $error; padding: 0 1; display: none; }
    SearchDialog.-wrong #wrong { display: block; }
    SearchDialog #examples { color: $text-quiet; padding: 0 1; margin-top: 1; }
    """

    def __init__(self, text: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.text = text
        self.clock = clock

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Search"
            yield Input(self.text, placeholder="words, or grade>=B- unread …", compact=True)
            yield Static(id="wrong", markup=False)
            yield Static(examples(), id="examples")

    def on_input_changed(self) -> None:
        self.remove_class("-wrong")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        from tui.model.query_language import parse

        try:
            query = parse(event.value, now=self.clock())
        except BadQuery as error:
            room = min(74, self.size.width) - 6
            self.query_one("#wrong", Static).update(Content(pointer(error, room)))
            self.add_class("-wrong")
            self.query_one(Input).cursor_position = error.position
        else:
            self.dismiss(query)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def examples() -> Content:
    """Return a few queries and what they mean."""
    widest = max(len(query) for query, _ in EXAMPLES) + 2
    return Content("\n").join(
        [Content.assemble((query.ljust(widest), "bold"), words) for query, words in EXAMPLES]
        + [Content("Enter searches · an empty line shows all · Esc changes nothing")]
    )
