"""The main screen: critics at the left, the review list with its histogram, a preview where there is room.

It holds what is shown and hands values down. Every call to the library runs in a thread, in a named worker; an answer
to a question no longer asked is dropped.
"""

import asyncio
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from tui.app.commands import Place, bindings
from tui.app.dialogs.filter_grade import FilterGradeDialog
from tui.app.dialogs.search import SearchDialog
from tui.app.dialogs.sort import SortDialog
from tui.app.messages import LibraryEmpty, MarkAllAsked, ReviewOpened, ViewLeft
from tui.app.widgets.critics_bar import CriticsBar
from tui.app.widgets.emptiness import emptiness
from tui.app.widgets.filter_line import FilterLine
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.histogram import GradeHistogram
from tui.app.widgets.lines import Lines
from tui.app.widgets.list_heading import ListHeading
from tui.app.widgets.pane import PaneMoves
from tui.app.widgets.preview import Preview
from tui.app.widgets.review_list import ReviewList
from tui.app.widgets.review_verbs import ReviewVerbs
from tui.app.widgets.status import StatusBar
from tui.app.widgets.telling import Telling
from tui.model.critic import Critic, CriticStanding
from tui.model.listing import Histogram, Marking
from tui.model.order import Order, keeping, with_unread
from tui.model.prose import Prose
from tui.model.query import Query
from tui.model.review import Review, ReviewRow
from tui.model.shown import ALL, UNREAD, Shown, shelf_of
from tui.store.library import Library

FIRST_WINDOW = 60
"""Rows asked for before anything else, enough for any window at the first paint."""
REST = 0.08
"""Seconds the cursor rests on a review before it is previewed: holding j costs no reading."""


class ReviewsScreen(PaneMoves, ReviewVerbs, Telling, Screen[None]):
    """The reviews."""

    PLACES = (Place.LIST,)
    BINDINGS = bindings(Place.LIST)
    CSS_PATH = "reviews.tcss"
    AUTO_FOCUS = "#list"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (48, "-narrow"), (90, "-middle"), (130, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall"), (34, "-high")]

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.library = library
        self.clock = clock
        self.shown = Shown()
        self.standings: tuple[CriticStanding, ...] = ()
        self.histogram = Histogram(())
        self._touched: set[int] = set()
        """Reviews marked since this list was first shown: they stay in it even if they no longer belong."""

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
        self.show()
        self.set_interval(60, self._age)

    # Parts.

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

    # Showing.

    def show(self, **changes: Any) -> None:
        """Show something else: `show(sort=…)`, `show(shelf=…, bars=…)`."""
        self.shown = replace(self.shown, **changes)
        self._touched.clear()
        self.fetch_list(fresh=True)
        self.fetch_counts()

    def show_news(self) -> None:
        """Reviews arrived or critics came or went: show them without moving the reader."""
        self.fetch_list(fresh=False)
        self.fetch_counts()

    def show_marking(self, marking: Marking) -> None:
        """Marks changed, here or elsewhere."""
        self._touched.update(marking.ids)
        self.reviews.mark(marking)
        self.fetch_counts()

    def show_critic(self, critic: Critic) -> None:
        """Show one critic's reviews."""
        self.show(shelf=shelf_of(critic))
        self.reviews.focus()

    def forget_critic(self, critic: Critic) -> None:
        """A subscription ended: leave its shelf if that is shown."""
        if self.shown.shelf.critic_id == critic.id:
            self.show(shelf=ALL)

    def follow(self, review_id: int) -> None:
        """The reader went on to this review while reading: the cursor follows."""
        self.reviews.select(review_id)

    @work(exclusive=True, group="list", exit_on_error=False)
    async def fetch_list(self, *, fresh: bool) -> None:
        """Fetch the first window and show it, then the order of the whole list; or only renew what is shown."""
        shown, library = self.shown, self.library
        with self.telling():
            if fresh:
                page = await asyncio.to_thread(library.page, shown.query, shown.sort, limit=FIRST_WINDOW)
                self.reviews.explain(emptiness(shown, self.standings) if self.standings else ())
                self.reviews.show(_order_of(page.rows), page.rows)
            around = () if fresh else self.reviews.around()
            order, rows = await asyncio.to_thread(_read, library, shown, around)
            if shown is self.shown:
                order = keeping(order, self.reviews.order, self._touched) if self._touched else order
                self.reviews.renew(order, rows)
                self.stepped()

    @work(exclusive=True, group="counts", exit_on_error=False)
    async def fetch_counts(self) -> None:
        """Fetch the numbers beside the critics and above the list."""
        shown = self.shown
        with self.telling():
            self.standings = await asyncio.to_thread(self.library.standings)
            if not self.standings:
                self.post_message(LibraryEmpty())
            self.critics.show(self.standings, shown.shelf)
            self.reviews.explain(emptiness(shown, self.standings))
            self.histogram = await asyncio.to_thread(self.library.histogram, shown.ground)
            self.query_one(GradeHistogram).show(self.histogram, shown.bars)

    @on(ReviewList.RowsWanted)
    @work(group="rows", exit_on_error=False)
    async def fetch_rows(self, event: ReviewList.RowsWanted) -> None:
        """Fetch lines that are, or will soon be, in view."""
        with self.telling():
            self.reviews.supply(event.ids, await asyncio.to_thread(self.library.rows, event.ids))

    @work(exclusive=True, group="preview", exit_on_error=False)
    async def fetch_preview(self) -> None:
        """Show the selected review at the right, once the cursor rests on it."""
        row, preview = self.reviews.row, self.query_one(Preview)
        if not preview.display:
            return
        if row is None:
            preview.show(None, None, None)
            return
        await asyncio.sleep(REST)
        with self.telling():
            review, prose = await asyncio.to_thread(_read_review, self.library, row.id)
            preview.show(row, review, prose)

    def stepped(self) -> None:
        self.query_one(FilterLine).show(self.shown, self.reviews.cursor, self.reviews.count())

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

    def on_grade_histogram_pointed(self, event: GradeHistogram.Pointed) -> None:
        self.show(bars=frozenset() if event.bar is None else frozenset({event.bar}))
        if event.keep:
            self.reviews.focus()

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

    # Actions: what is shown.

    @work(group="dialog", exit_on_error=False)
    async def action_search(self) -> None:
        query = await self.app.push_screen_wait(SearchDialog(self.shown.search.text, self.clock))
        if query is not None:
            self.show(search=query)

    @work(group="dialog", exit_on_error=False)
    async def action_filter_grade(self) -> None:
        bars = await self.app.push_screen_wait(FilterGradeDialog(self.histogram, self.shown.bars))
        if bars is not None:
            self.show(bars=bars)

    @work(group="dialog", exit_on_error=False)
    async def action_sort(self) -> None:
        sort = await self.app.push_screen_wait(SortDialog(self.shown.sort))
        if sort is not None:
            self.show(sort=sort)

    def action_clear_filter(self) -> None:
        if self.shown.narrowed:
            self.show(search=Query(), bars=frozenset())

    def action_read_all(self) -> None:
        self.post_message(MarkAllAsked(self.shown.query))

    def critic_here(self) -> int | None:
        """Return the critic the reader means: the one whose shelf this is, else the selected review's."""
        row = self.reviews.row
        return self.shown.shelf.critic_id or (row.critic_id if row else None)


def _read(library: Library, shown: Shown, around: Sequence[int]) -> tuple[Order, tuple[ReviewRow, ...]]:
    """Return the order of the whole list, and the rows at its top and those `around`."""
    ids = library.order(shown.query, shown.sort)
    unread = library.order(shown.query.also(UNREAD.query), shown.sort)
    wanted = dict.fromkeys((*ids[:FIRST_WINDOW], *around))
    return with_unread(ids, unread), library.rows(tuple(wanted))


def _order_of(rows: Sequence[ReviewRow]) -> Order:
    return Order(array("q", [row.id for row in rows]), bytes(not row.read for row in rows))


def _read_review(library: Library, review_id: int) -> tuple[Review, Prose]:
    from tui.articles.credits import read_credits
    from tui.articles.prose import read_prose

    review = library.review(review_id)
    return review, read_credits(read_prose(review.draft.html, review.draft.url))[1]
