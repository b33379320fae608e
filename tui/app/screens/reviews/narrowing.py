"""Choosing what the reviews screen shows: the dialogs for search, grades and order, and the histogram."""

import asyncio
from typing import TYPE_CHECKING

from textual import work

from tui.app.dialogs.filter_grade import FilterGradeDialog
from tui.app.dialogs.search import SearchDialog
from tui.app.dialogs.sort import SortDialog
from tui.app.messages import MarkAllAsked
from tui.app.screens.reviews.supply import Supply
from tui.app.widgets.histogram import GradeHistogram
from tui.model.listing import Sort
from tui.model.query import Query

if TYPE_CHECKING:
    from tui.model.query_completion import Of


class Narrowing(Supply):
    """For the reviews screen."""

    @work(group="dialog", exit_on_error=False)
    async def action_search(self) -> None:
        async def names(of: "Of", begin: str) -> tuple[str, ...]:
            return await asyncio.to_thread(self.library.names, of, begin)

        query = await self.app.push_screen_wait(SearchDialog(self.shown.search.text, self.clock, names))
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
            self.show(sort=Sort(sort))

    def action_reveal_grade(self) -> None:
        row = self.reviews.row
        if row is not None and self.hides(row.id, row.read):
            self.revealed.add(row.id)
            self.show_blind()
        else:
            self.app.notify("No grade is hidden here", timeout=2)

    def action_clear_filter(self) -> None:
        if self.shown.narrowed:
            self.show(search=Query(), bars=frozenset())

    def action_read_all(self) -> None:
        self.post_message(MarkAllAsked(self.shown.query))

    def on_grade_histogram_pointed(self, event: GradeHistogram.Pointed) -> None:
        self.show(bars=frozenset() if event.bar is None else frozenset({event.bar}))
        if event.keep:
            self.reviews.focus()
