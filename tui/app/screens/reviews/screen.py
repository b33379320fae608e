"""The main screen: critics at the left, the review list with its histogram, a preview where there is room.

It holds what is shown and hands values down: `parts` are what it holds, `supply` what fetches, `narrowing` and `lists`
what asks the reader; here is how it is laid out and how one moves between its panes.
"""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.app.commands import Place, bindings
from tui.app.messages import ReviewOpened, ViewLeft
from tui.app.screens.reviews.lists import Lists
from tui.app.widgets.critics_bar import CriticsBar
from tui.app.widgets.filter_line import FilterLine
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.histogram import GradeHistogram
from tui.app.widgets.lines import Lines
from tui.app.widgets.list_heading import ListHeading
from tui.app.widgets.preview import Preview
from tui.app.widgets.review_list import ReviewList
from tui.app.widgets.status import StatusBar


class ReviewsScreen(Lists):
    """The reviews."""

    PLACES = (Place.LIST,)
    BINDINGS = bindings(Place.LIST)
    CSS_PATH = "reviews.tcss"
    AUTO_FOCUS = "#list"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (48, "-narrow"), (90, "-middle"), (130, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall"), (34, "-high")]

    def compose(self) -> ComposeResult:
        yield StatusBar("reviews")
        with Horizontal(id="desk"):
            yield CriticsBar(id="critics")
            with Vertical(id="middle"):
                yield GradeHistogram(id="histogram")
                yield FilterLine()
                yield ListHeading()
                yield ReviewList(self.clock(), id="list")
            yield Preview(id="preview")
        yield KeyBar(*self.PLACES)

    def on_mount(self) -> None:
        self.reviews.hides = self.hides
        self.show()
        self.set_interval(60, self._age)

    def follow(self, review_id: int) -> None:
        """The reader went on to this review while reading: the cursor follows."""
        self.reviews.select(review_id)

    def critic_here(self) -> int | None:
        """Return the critic the reader means: the one whose shelf this is, else the selected review's."""
        row = self.reviews.row
        return self.shown.shelf.critic_id or (row.critic_id if row else None)

    def _age(self) -> None:
        self.reviews.now = self.clock()
        self.reviews.forget()

    # Handlers.

    def on_resize(self) -> None:
        self.call_after_refresh(self.fetch_preview)

    def on_lines_moved(self, event: Lines.Moved) -> None:
        if event.lines is self.reviews:
            self.stepped()
            self.fetch_preview()
        elif self.critics.shelf != self.shown.shelf:
            self.show(shelf=self.critics.shelf)

    def on_lines_chosen(self) -> None:
        self.action_open()

    # Actions: between panes.

    def action_open(self) -> None:
        if self.pane is self.critics:
            self.action_back()
        elif self.reviews.selected is not None:
            self.post_message(ReviewOpened(self.reviews.selected, self.reviews.order))

    def action_back(self) -> None:
        self.remove_class("-critics")
        self.reviews.focus()

    def action_leave(self) -> None:
        if self.pane is self.critics:
            self.action_back()
        else:
            self.post_message(ViewLeft())

    def action_to_critics(self) -> None:
        self.add_class("-critics")
        self.critics.focus()

    def action_switch_pane(self) -> None:
        histogram = self.query_one(GradeHistogram)
        if self.focused is self.critics:
            self.action_back()
        elif self.focused is histogram or not histogram.display:
            self.action_to_critics()
        else:
            histogram.focus()
