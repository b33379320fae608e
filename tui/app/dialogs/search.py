"""Searching: words, or the query language; what does not parse is pointed at, never answered with an empty list."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.widgets.cells import fitted, steady
from tui.model.errors import BadQuery
from tui.model.query import Query
from tui.model.query_completion import Completion, Of, completed, completions, typed

Names = Callable[[Of, str], Awaitable[Sequence[str]]]
"""Returns names of critics, works, directors or tags that begin so."""
MOST_WAYS = 6
"""Ways on that are shown."""

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

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("tab", "complete", show=False, priority=True),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]
    DEFAULT_CSS = """
    SearchDialog { align: center top; }
    SearchDialog > Vertical {
        width: 74; max-width: 100%; height: auto; max-height: 100%; margin-top: 2; padding: 1 1 0 1;
        background: $surface; border: round $primary;
    }
    SearchDialog Input { padding: 0 1; background: $panel; }
    SearchDialog Input:focus { background: $block-cursor-blurred-background; }
    SearchDialog #wrong { color: $text-quiet; padding: 0 1; display: none; }
    SearchDialog.-doubtful #wrong { display: block; }
    SearchDialog.-wrong #wrong { color: $error; }
    SearchDialog #ways { padding: 0 1; display: none; }
    SearchDialog.-ways #ways { display: block; }
    SearchDialog #examples { color: $text-quiet; padding: 0 1; margin-top: 1; }
    SearchDialog.-ways #examples { display: none; }
    """

    def __init__(self, text: str, clock: Callable[[], datetime], names: Names) -> None:
        super().__init__()
        self.text = text
        self.clock = clock
        self.names = names
        self.ways: tuple[Completion, ...] = ()
        """How what is being typed can go on."""
        self.way = 0
        """The one that Tab takes."""

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Search"
            yield Input(self.text, placeholder="words, or grade>=B- unread …", compact=True)
            yield Static(id="wrong", markup=False)
            yield Static(id="ways", markup=False)
            yield Static(examples(), id="examples")

    def on_input_changed(self) -> None:
        self.remove_class("-wrong")
        self.read()
        self.suggest()

    def on_input_submitted(self) -> None:
        query = self.read()
        if query is None:
            self.add_class("-wrong")
        else:
            self.dismiss(query)

    def read(self) -> Query | None:
        """Return what is typed as a query; where it means nothing, point at the character and return None."""
        from tui.model.query_language import parse

        line = self.query_one(Input)
        try:
            query = parse(line.value, now=self.clock())
        except BadQuery as error:
            room = min(74, self.size.width) - 6
            self.query_one("#wrong", Static).update(Content(pointer(error, room)))
            self.add_class("-doubtful")
            return None
        self.remove_class("-doubtful")
        return query

    @work(exclusive=True, group="names", exit_on_error=False)
    async def suggest(self) -> None:
        """Show how what stands before the cursor can go on."""
        line = self.query_one(Input)
        there = typed(line.value, line.cursor_position)
        names = await self.names(there.of, there.text) if there and there.of else ()
        self.ways, self.way = completions(there, names)[:MOST_WAYS] if there else (), 0
        self._show_ways()

    def action_complete(self) -> None:
        """Put the way that is lit into the line."""
        line = self.query_one(Input)
        there = typed(line.value, line.cursor_position)
        if there and self.ways:
            line.value, line.cursor_position = completed(line.value, there, self.ways[self.way])

    def action_step(self, by: int) -> None:
        """Light the next way, or the one before."""
        if self.ways:
            self.way = (self.way + by) % len(self.ways)
            self._show_ways()

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    def _show_ways(self) -> None:
        self.set_class(bool(self.ways), "-ways")
        self.query_one("#ways", Static).update(ways_in_words(self.ways, self.way))


def ways_in_words(ways: Sequence[Completion], lit: int) -> Content:
    """Return the ways on, one a line, the one that Tab takes lit."""
    widest = max((cell_len(steady(way.text)) for way in ways), default=0) + 2
    lines = [
        Content.assemble(
            (fitted(way.text, min(widest, 40)), "bold reverse" if at == lit else ""), "  ", (way.words, "dim")
        )
        for at, way in enumerate(ways)
    ]
    return Content("\n").join([*lines, Content.styled("Tab takes it · ↓ the next", "dim")])


def examples() -> Content:
    """Return a few queries and what they mean."""
    widest = max(len(query) for query, _ in EXAMPLES) + 2
    return Content("\n").join(
        [Content.assemble((query.ljust(widest), "bold"), words) for query, words in EXAMPLES]
        + [Content("Enter searches · an empty line shows all · Esc changes nothing")]
    )
