"""A screen that shows a sheet: the moves over it, what stands under the cursor, and opening that."""

from array import array

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.app.commands import Place, bindings
from tui.app.widgets.blindness import Blind
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.pane import PaneMoves
from tui.app.widgets.sheet import Sheet
from tui.app.widgets.status import StatusBar
from tui.app.widgets.targets import OneReview, opening, words_of
from tui.app.widgets.telling import Telling
from tui.model.order import Order


class SheetScreen(PaneMoves, Blind, Telling, Screen[None]):
    """Whoever derives fetches, and hands the sheet a layout."""

    PLACES: tuple[Place, ...] = (Place.SHEET,)
    BINDINGS = bindings(Place.SHEET)
    AUTO_FOCUS = "Sheet"
    VIEW = ""
    """Which main view it is, or belongs to."""
    DEFAULT_CSS = """
    SheetScreen #under { height: 1; padding: 0 1; color: $text-quiet; background: $surface; text-wrap: nowrap; }
    """

    def compose(self) -> ComposeResult:
        yield StatusBar(self.VIEW)
        yield Sheet()
        yield Static(id="under", markup=False)
        yield KeyBar(*self.PLACES)

    @property
    def sheet(self) -> Sheet:
        """The sheet."""
        return self.query_one(Sheet)

    @property
    def pane(self) -> Sheet:
        return self.sheet

    @property
    def order(self) -> Order:
        """The reviews of the sheet, as a list to read through."""
        ids = dict.fromkeys(stop.at.review_id for stop in self.sheet.stops if isinstance(stop.at, OneReview))
        return Order(array("q", ids), bytes(len(ids)))

    def on_lines_moved(self) -> None:
        words = words_of(self.sheet.target)
        self.query_one("#under", Static).update(Content(words), layout=False)

    def on_lines_chosen(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        message = opening(self.sheet.target, self.order)
        if message is not None:
            self.post_message(message)

    def action_left(self) -> None:
        self.sheet.step(-1)

    def action_right(self) -> None:
        self.sheet.step(1)

    def action_section(self) -> None:
        self.sheet.section()

    def action_back(self) -> None:
        self.dismiss()
