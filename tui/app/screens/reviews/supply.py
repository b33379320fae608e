"""What the reviews screen shows, fetched: every call to the library runs in a thread, in a named worker.

An answer to a question no longer asked is dropped.
"""

import asyncio
from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual import on, work

from tui.app.messages import LibraryEmpty, ListShown
from tui.app.screens.reviews.parts import Parts
from tui.app.widgets.blindness import seen_only
from tui.app.widgets.emptiness import emptiness
from tui.app.widgets.filter_line import FilterLine
from tui.app.widgets.histogram import GradeHistogram
from tui.app.widgets.preview import Preview
from tui.app.widgets.review_list import ReviewList
from tui.app.widgets.telling import Telling
from tui.model.critic import Critic, CriticStanding
from tui.model.listing import Marking
from tui.model.order import Order, keeping
from tui.model.prose import Prose
from tui.model.query import Query
from tui.model.review import Review, ReviewRow
from tui.model.shown import ALL, UNREAD, Shelf, Shown, shelf_of, shelf_of_search
from tui.store.library import Library

if TYPE_CHECKING:
    from tui.model.snippet import Snippet

FIRST_WINDOW = 60
"""Rows asked for before anything else, enough for any window at the first paint."""
REST = 0.08
"""Seconds the cursor rests on a review before it is previewed: holding j costs no reading."""


class Supply(Parts, Telling):
    """For the reviews screen."""

    def show(self, **changes: Any) -> None:
        """Show something else: `show(sort=…)`, `show(shelf=…, bars=…)`."""
        self.shown = replace(self.shown, **changes)
        self.touched.clear()
        self.hold_still()
        self.fetch_list(fresh=True)

    def show_news(self) -> None:
        """Reviews arrived or critics came or went: show them without moving the reader."""
        self.fetch_list(fresh=False)
        self.fetch_counts()

    def show_marking(self, marking: Marking) -> None:
        """Marks changed, here or elsewhere."""
        self.touched.update(marking.ids)
        self.reviews.mark(marking)
        self.fetch_counts()

    def show_blind(self) -> None:
        """Blind mode was switched, or a grade revealed."""
        self.reviews.forget()
        self.stepped()
        self.fetch_counts()
        self.fetch_preview()

    def show_critic(self, critic: Critic) -> None:
        """Show one critic's reviews."""
        self.show(shelf=shelf_of(critic))
        self.reviews.focus()

    def forget_critic(self, critic: Critic) -> None:
        """A subscription ended: leave its shelf if that is shown."""
        if self.shown.shelf.critic_id == critic.id:
            self.show(shelf=ALL)

    @work(exclusive=True, group="list", exit_on_error=False)
    async def fetch_list(self, *, fresh: bool) -> None:
        """Fetch the first window and show it, then the counts and the order of the whole list; or only renew the list.

        What comes after the window waits until that is painted: the paint would wait for it, a thread's turn at a time.
        """
        shown, library = self.shown, self.library
        with self.telling():
            if fresh:
                page = await asyncio.to_thread(library.page, shown.query, shown.sort, limit=FIRST_WINDOW)
                self.stir()
                self.reviews.explain(emptiness(shown, self.standings) if self.standings else ())
                self.reviews.show(_order_of(page.rows), page.rows)
                self.stepped()
                if page.rows:
                    await self._painted()
                self.post_message(ListShown())
                self.fetch_counts()
            around = () if fresh else self.reviews.around()
            staying = (self.reviews.order, frozenset(self.touched))
            order, rows = await asyncio.to_thread(_read, library, shown, around, *staying)
            if shown is self.shown:
                self.reviews.renew(order, rows)
                self.stepped()

    async def _painted(self) -> None:
        """Wait until what changed stands on the screen."""
        painted = asyncio.Event()
        if self.call_after_refresh(painted.set):
            await painted.wait()

    @work(exclusive=True, group="counts", exit_on_error=False)
    async def fetch_counts(self) -> None:
        """Fetch the numbers beside the critics and above the list."""
        shown = self.shown
        ground = seen_only(shown.ground) if self.blind else shown.ground
        with self.telling():
            self.standings, self.saved = await asyncio.to_thread(_stand, self.library, self.clock())
            if not self.standings:
                self.post_message(LibraryEmpty())
            self.critics.show(await asyncio.to_thread(self.critics.made, self.standings, self.saved), shown.shelf)
            self.reviews.explain(emptiness(shown, self.standings))
            self.histogram = await asyncio.to_thread(self.library.histogram, ground)
            self.query_one(GradeHistogram).show(self.histogram, shown.bars)
            if self.saved:
                self.critics.count_saved(await asyncio.to_thread(_unread, self.library, self.saved))

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
            shown = await asyncio.to_thread(_read_review, self.library, row.id, self.shown.query)
            preview.show(row, *shown, hidden=self.hides(row.id, row.read))

    def stepped(self) -> None:
        self.query_one(FilterLine).show(self.shown, self.reviews.cursor, self.reviews.count(), blind=self.blind)


def _read(
    library: Library, shown: Shown, around: Sequence[int], old: Order, touched: frozenset[int]
) -> tuple[Order, tuple[ReviewRow, ...]]:
    """Return the order of the whole list, and the rows at its top and those `around`.

    What was `touched` stays where it stood in the `old` order, even if it no longer belongs.
    """
    order = library.listing(shown.query, shown.sort)
    order = keeping(order, old, touched) if touched else order
    wanted = dict.fromkeys((*order.ids[:FIRST_WINDOW], *around))
    return order, library.rows(tuple(wanted))


def _stand(library: Library, now: datetime) -> tuple[tuple[CriticStanding, ...], tuple[Shelf, ...]]:
    """Return how every critic stands, and the shelves of the kept searches."""
    return library.standings(), tuple(shelf_of_search(each, now) for each in library.saved_searches())


def _unread(library: Library, shelves: Sequence[Shelf]) -> dict[int | None, int]:
    """Return how many unread reviews stand on each shelf."""
    return {shelf.saved_id: library.count(UNREAD.query.also(shelf.query)) for shelf in shelves}


def _order_of(rows: Sequence[ReviewRow]) -> Order:
    return Order(array("q", [row.id for row in rows]), bytes(not row.read for row in rows))


def _read_review(library: Library, review_id: int, query: Query) -> tuple[Review, Prose, "Snippet | None"]:
    """Return a review, its text, and where the words of the search stand in it."""
    from tui.articles.credits import read_credits
    from tui.articles.prose import read_prose
    from tui.model.snippet import searched_words, snippet

    review = library.review(review_id)
    prose = read_credits(read_prose(review.draft.html, review.draft.url))[1]
    return review, prose, snippet(review.draft.text, searched_words(query), 200)
