"""Every key and what it does, from the one registry of verbs; the keys of the place one comes from stand first."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from tui.app.commands import Command, Place, bindings, commands, key_name
from tui.app.widgets.prose_moves import ProseMoves
from tui.app.widgets.prose_view import ProseView
from tui.app.widgets.typesetting import EMPTY, Line, Page, Span, set_text

_MOVES = {"scroll_down", "scroll_up", "scroll_home", "scroll_end", "page_down", "page_up", "half_down", "half_up"}
_FEWEST = 18
"""Cells for the keys, where there is room."""


class HelpScreen(ProseMoves, Screen[None]):
    """Scrolls like a review; `?`, `q` and Esc go back."""

    BINDINGS = [
        *(each for each in bindings(Place.READING) if isinstance(each, Binding) and each.action in _MOVES),
        Binding("q,h,left,escape,question_mark,f1", "back", "Back", show=True),
    ]
    PLACES = (Place.READING,)

    def __init__(self, places: Sequence[Place] = ()) -> None:
        """Show the verbs of `places` first, then those of anywhere, then all others."""
        super().__init__()
        self.order = tuple(dict.fromkeys((*places, Place.ANYWHERE, *Place)))

    def compose(self) -> ComposeResult:
        yield ProseView(76)

    def on_mount(self) -> None:
        self.view.focus()
        self.view.show_page(partial(help_page, self.order))

    @property
    def view(self) -> ProseView:
        """The text."""
        return self.query_one(ProseView)

    def action_back(self) -> None:
        self.dismiss()


def help_page(places: Iterable[Place], measure: int) -> Page:
    """Return the verbs of these places, each place under its heading; the help screen as a text."""
    lines = [EMPTY, *set_text("Keys · q goes back", measure, (Span(0, 4, "title"), Span(4, 18, "quiet")))]
    for place in places:
        verbs = list(commands(place))
        if verbs:
            lines += (EMPTY, Line(place.value, (Span(0, len(place.value), "heading"),)))
            lines += (line for verb in verbs for line in verb_lines(verb, measure))
    return Page((*lines, EMPTY), measure)


def verb_lines(verb: Command, measure: int) -> Iterator[Line]:
    """Yield a verb: its keys in a column of their own, then what it does."""
    keys = "  ".join(map(key_name, verb.keys)) if len(verb.keys) < 6 else f"{key_name(verb.keys[0])}-{verb.keys[-1]}"
    column = min(_FEWEST, measure // 2)
    lead = f"  {keys}".ljust(column)
    if len(lead) > column:
        yield Line(lead, (Span(0, len(lead), "critic"),))
        lead = " " * column
    for line in set_text(verb.help, max(1, measure - column)):
        yield line.indented(lead, "critic")
        lead = " " * column
