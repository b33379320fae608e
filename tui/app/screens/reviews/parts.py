"""The parts of the reviews screen and what it holds: the ground its other rooms stand on."""

from collections.abc import Callable
from datetime import datetime

from textual.screen import Screen

from tui.app.widgets.blindness import Blind
from tui.app.widgets.critics_bar import CriticsBar
from tui.app.widgets.lines import Lines
from tui.app.widgets.pane import PaneMoves
from tui.app.widgets.review_list import ReviewList
from tui.app.widgets.review_verbs import ReviewVerbs
from tui.app.widgets.stillness import Still
from tui.model.critic import CriticStanding
from tui.model.listing import Histogram
from tui.model.shown import Shelf, Shown
from tui.store.library import Library


class Parts(PaneMoves, ReviewVerbs, Blind, Still, Screen[None]):
    """For the reviews screen."""

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.library = library
        self.clock = clock
        self.shown = Shown()
        self.standings: tuple[CriticStanding, ...] = ()
        self.histogram = Histogram(())
        self.saved: tuple[Shelf, ...] = ()
        """The shelves of the searches the reader keeps."""
        self.touched: set[int] = set()
        """Reviews marked since this list was first shown: they stay in it even if they no longer belong."""

    @property
    def reviews(self) -> ReviewList:
        """The review list."""
        return self.query_one("#list", ReviewList)

    @property
    def critics(self) -> CriticsBar:
        """The critics bar."""
        return self.query_one("#critics", CriticsBar)

    @property
    def pane(self) -> Lines:
        """The list that takes the keys: the critics when they have the focus, else the reviews."""
        return self.critics if self.focused is self.critics else self.reviews
