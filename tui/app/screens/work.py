"""The page of one work: what every critic gave it and said last, and what they come to together."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from tui.app.commands import Place, bindings
from tui.app.messages import BesideAsked, JoinAsked, MineAsked, PageAsked, QueryShown, SplitAsked
from tui.app.widgets.sheet_screen import SheetScreen
from tui.app.widgets.targets import OneReview, OneSpelling
from tui.app.widgets.work_sheet import Hiding, work_sheet
from tui.model.listing import Marking
from tui.store.library import Library

if TYPE_CHECKING:
    from tui.summaries.work_page import WorkPage


class WorkScreen(SheetScreen):
    """Comes back with nothing; what the reader wants goes up as messages."""

    PLACES = (Place.SHEET, Place.WORK)
    BINDINGS = bindings(Place.WORK)
    VIEW = "works"

    def __init__(self, library: Library, clock: Callable[[], datetime], work_id: int) -> None:
        super().__init__()
        self.library = library
        self.clock = clock
        self.work_id = work_id
        self.page: WorkPage | None = None
        """None until it is read."""
        self.shown_all = False
        """Whether the reader asked to see what blind mode hides."""
        self.chosen: int | None = None
        """The review that waits for another to stand beside it."""

    def on_mount(self) -> None:
        self.fetch(fresh=True)

    def show_news(self) -> None:
        """Reviews, grades or what the reader says changed."""
        self.fetch()

    def show_marking(self, marking: Marking) -> None:
        """Marks changed."""
        self.fetch()

    def show_blind(self) -> None:
        """Blind mode was switched."""
        self.shown_all = False
        self._lay_out()

    @work(exclusive=True, group="work", exit_on_error=False)
    async def fetch(self, *, fresh: bool = False) -> None:
        """Fetch all that critics say of it."""
        with self.telling():
            page = await asyncio.to_thread(self.library.work_page, self.work_id)
            if page.work.id == self.work_id or self.page is None or page.work.id is not None:
                self.page = page
                self._lay_out(fresh=fresh)

    def _lay_out(self, *, fresh: bool = False) -> None:
        if self.page is not None:
            self.sheet.show(partial(work_sheet, self.page, self._hiding(), chosen=self.chosen), fresh=fresh)

    def _hiding(self) -> Hiding:
        if self.page is None or self.shown_all or not self.blind:
            return Hiding()
        unread = {each.review_id for each in self.page.opinions if not each.read}
        return Hiding(frozenset(unread - self.revealed))

    @property
    def review(self) -> int | None:
        """The review under the cursor."""
        target = self.sheet.target
        return target.review_id if isinstance(target, OneReview) else None

    # Actions.

    def action_my_grade(self) -> None:
        self.post_message(MineAsked("grade", work_id=self.work_id))

    def action_seen(self) -> None:
        self.post_message(MineAsked("seen", work_id=self.work_id))

    def action_wanted(self) -> None:
        self.post_message(MineAsked("wanted", work_id=self.work_id))

    def action_beside(self) -> None:
        if self.review is None:
            self.notify("Go to a review first", timeout=3)
        elif self.chosen is None or self.chosen == self.review:
            self.chosen = None if self.chosen else self.review
            if self.chosen:
                self.notify("Go to another review and press | again: both side by side", timeout=4)
            self._lay_out()
        else:
            pair, self.chosen = (self.chosen, self.review), None
            self._lay_out()
            self.post_message(BesideAsked(pair))

    def action_all_reviews(self) -> None:
        from tui.summaries.openings import of_work

        self.post_message(QueryShown(of_work(self.work_id)))

    def action_browse(self) -> None:
        if self.review is not None:
            self.post_message(PageAsked(self.review))

    def action_copy_link(self) -> None:
        if self.review is not None:
            self.post_message(PageAsked(self.review, copy=True))

    def action_reveal_grade(self) -> None:
        if self._hiding().any:
            self.shown_all = True
            self._lay_out()
        else:
            self.notify("Nothing is hidden here", timeout=2)

    def action_merge(self) -> None:
        if self.page is not None:
            self.post_message(JoinAsked(self.work_id, self.page.work.title))

    def action_split(self) -> None:
        target = self.sheet.target
        if isinstance(target, OneSpelling):
            self.post_message(SplitAsked(target.work_id))
        else:
            self.notify("Go to one of the joined titles at the end of the page first", timeout=4)
