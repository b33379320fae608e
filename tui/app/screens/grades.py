"""The grades: a histogram of any filter, critics by letter, and who agrees with whom. Every bar and cell opens."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from tui.app.commands import Place, bindings
from tui.app.dialogs.search import SearchDialog
from tui.app.messages import ViewLeft
from tui.app.widgets.blindness import seen_only
from tui.app.widgets.grades_sheet import grades_sheet
from tui.app.widgets.sheet_screen import SheetScreen
from tui.app.widgets.targets import OneCritic
from tui.model.query import Query
from tui.store.library import Library
from tui.summaries.overview import Agreements, Overview

if TYPE_CHECKING:
    from tui.model.query_completion import Of


class GradesScreen(SheetScreen):
    """A main view."""

    PLACES = (Place.SHEET, Place.GRADES)
    BINDINGS = bindings(Place.GRADES)
    VIEW = "grades"

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.library = library
        self.clock = clock
        self.search = Query()
        """The filter."""
        self.overview: Overview | None = None
        self.agreements: Agreements | None = None
        self._stale = False
        """Whether something changed while another view was in sight."""

    def on_mount(self) -> None:
        self.fetch(fresh=True)

    def on_screen_resume(self) -> None:
        if self._stale:
            self.fetch()

    @property
    def ground(self) -> Query:
        """What is counted: in blind mode only what the reader has read."""
        return seen_only(self.search) if self.blind else self.search

    def show_news(self) -> None:
        """Reviews or grades changed."""
        self._stale = True
        if self.is_current:
            self.fetch()

    def show_blind(self) -> None:
        """Blind mode was switched."""
        self.show_news()

    @work(exclusive=True, group="overview", exit_on_error=False)
    async def fetch(self, *, fresh: bool = False) -> None:
        """Fetch the figures, show them, and then who agrees, which takes a moment."""
        ground, self._stale = self.ground, False
        with self.telling():
            overview = await asyncio.to_thread(self.library.overview, ground)
            known = await asyncio.to_thread(self.library.agreements_known)
            self._show(ground, overview, known, fresh=fresh)
            if known is None and len(overview.rows) > 1:
                self._show(ground, overview, await asyncio.to_thread(self.library.agreements))

    def _show(self, ground: Query, overview: Overview, known: Agreements | None, *, fresh: bool = False) -> None:
        if ground == self.ground:
            self.overview, self.agreements = overview, known
            self.sheet.show(partial(grades_sheet, overview, known, ground), fresh=fresh)

    @work(group="dialog", exit_on_error=False)
    async def action_search(self) -> None:
        async def names(of: "Of", begin: str) -> tuple[str, ...]:
            return await asyncio.to_thread(self.library.names, of, begin)

        query = await self.app.push_screen_wait(SearchDialog(self.search.text, self.clock, names))
        if query is not None:
            self.search = query
            self.fetch(fresh=True)

    def action_clear_filter(self) -> None:
        if not self.search.is_all:
            self.search = Query()
            self.fetch(fresh=True)

    def critic_here(self) -> int | None:
        """Return the critic under the cursor."""
        return self.sheet.target.critic_id if isinstance(self.sheet.target, OneCritic) else None

    def action_back(self) -> None:
        self.post_message(ViewLeft())
