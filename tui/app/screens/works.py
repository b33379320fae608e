"""The works: films across all critics by consensus, spread, number of critics; and the ready-made choices of them."""

import asyncio
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.screen import Screen

from tui.app.commands import Place, bindings
from tui.app.dialogs.choose import ChoiceDialog
from tui.app.dialogs.search import SearchDialog
from tui.app.messages import MineAsked, ViewLeft, WorkAsked
from tui.app.widgets.blindness import Blind
from tui.app.widgets.choice_bar import ChoiceBar
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.pane import PaneMoves
from tui.app.widgets.status import StatusBar
from tui.app.widgets.telling import Telling
from tui.app.widgets.work_list import WorkHeading, WorkList
from tui.app.widgets.works_words import ORDERS, nothing_here, words_of
from tui.model.listing import Marking
from tui.model.query import Query
from tui.model.works import NATURAL, WorkChoice, WorkRow, WorkSort, WorksShown
from tui.store.library import Library

if TYPE_CHECKING:
    from tui.model.query_completion import Of

FIRST_WINDOW = 60
"""Rows asked for before anything else, enough for any window at the first paint."""


class WorksScreen(PaneMoves, Blind, Telling, Screen[None]):
    """A main view."""

    PLACES = (Place.WORKS,)
    BINDINGS = bindings(Place.WORKS)
    AUTO_FOCUS = "#works"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (48, "-narrow")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]
    DEFAULT_CSS = "WorksScreen.-short WorkHeading { display: none; }"

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.library = library
        self.clock = clock
        self.shown = WorksShown()
        self._stale = False
        """Whether something changed while another view was in sight."""

    def compose(self) -> ComposeResult:
        yield StatusBar("works")
        yield ChoiceBar()
        yield WorkHeading()
        yield WorkList(self.clock(), id="works")
        yield KeyBar(*self.PLACES)

    def on_mount(self) -> None:
        self.show()

    def on_screen_resume(self) -> None:
        if self._stale:
            self.fetch(fresh=False)

    @property
    def works(self) -> WorkList:
        """The list."""
        return self.query_one(WorkList)

    @property
    def pane(self) -> WorkList:
        return self.works

    # Showing.

    def show(self, **changes: Any) -> None:
        """Show something else: `show(choice=…)`, `show(sort=…)`."""
        self.shown = replace(self.shown, **changes)
        self.stepped()
        self.fetch(fresh=True)

    def show_news(self) -> None:
        """Reviews, grades or the reader's own words changed."""
        self._stale = True
        if self.is_current:
            self.fetch(fresh=False)

    def show_marking(self, marking: Marking) -> None:
        """Marks changed: blind mode shows or hides by them."""
        if self.blind:
            self.show_news()

    def show_blind(self) -> None:
        """Blind mode was switched."""
        self.show_news()

    @work(exclusive=True, group="works", exit_on_error=False)
    async def fetch(self, *, fresh: bool) -> None:
        """Fetch the first window and show it, then the order of the whole list; or only renew what is shown."""
        shown, self._stale = self.shown, False
        with self.telling():
            self.works.blind, self.works.now = self.blind, self.clock()
            if fresh:
                rows, even = await asyncio.to_thread(_first, self.library, shown)
                if shown is self.shown:
                    self.works.show(array("q", [row.id for row in rows]), rows, even, fresh=True)
            around = self.works.around()
            ids, rows, even = await asyncio.to_thread(_whole, self.library, shown, around)
            if shown is self.shown:
                self.works.explain(nothing_here(shown))
                self.works.show(ids, rows, even, fresh=False)
                self.stepped()

    @on(WorkList.RowsWanted)
    @work(group="rows", exit_on_error=False)
    async def fetch_rows(self, event: WorkList.RowsWanted) -> None:
        """Fetch lines that are, or will soon be, in view."""
        with self.telling():
            self.works.supply(*await asyncio.to_thread(_rows, self.library, event.ids))

    def stepped(self) -> None:
        total = self.works.count()
        place = f"{self.works.cursor + 1:,}/{total:,}" if total else "0"
        self.query_one(ChoiceBar).show(self.shown.choice, words_of(self.shown), place)

    def on_lines_moved(self) -> None:
        self.stepped()

    def on_lines_chosen(self) -> None:
        self.action_open()

    @on(ChoiceBar.Chosen)
    def choose(self, event: ChoiceBar.Chosen) -> None:
        """A choice was clicked."""
        self.choose_works(event.choice)

    # Actions.

    def action_open(self) -> None:
        if self.works.row is not None:
            self.post_message(WorkAsked(work_id=self.works.row.id))

    def action_next_choice(self) -> None:
        self._step_choice(1)

    def action_previous_choice(self) -> None:
        self._step_choice(-1)

    def _step_choice(self, by: int) -> None:
        choices = list(WorkChoice)
        self.choose_works(choices[(choices.index(self.shown.choice) + by) % len(choices)])

    def choose_works(self, choice: WorkChoice) -> None:
        """Show a ready-made choice, in the order it is best looked at in."""
        self.show(choice=choice, sort=NATURAL.get(choice, WorkSort.CONSENSUS))

    @work(group="dialog", exit_on_error=False)
    async def action_sort(self) -> None:
        words = {sort.value: said for sort, said in ORDERS.items()}
        sort = await self.app.push_screen_wait(ChoiceDialog("Order", words, self.shown.sort))
        if sort is not None:
            self.show(sort=WorkSort(sort))

    @work(group="dialog", exit_on_error=False)
    async def action_search(self) -> None:
        async def names(of: "Of", begin: str) -> tuple[str, ...]:
            return await asyncio.to_thread(self.library.names, of, begin)

        query = await self.app.push_screen_wait(SearchDialog(self.shown.query.text, self.clock, names))
        if query is not None:
            self.show(query=query)

    def action_clear_filter(self) -> None:
        if self.shown.narrowed:
            self.show(query=Query(), choice=WorkChoice.ALL)

    def action_my_grade(self) -> None:
        if self.works.row is not None:
            self.post_message(MineAsked("grade", work_id=self.works.row.id))

    def action_seen(self) -> None:
        if self.works.row is not None:
            self.post_message(MineAsked("seen", work_id=self.works.row.id))

    def action_wanted(self) -> None:
        if self.works.row is not None:
            self.post_message(MineAsked("wanted", work_id=self.works.row.id))

    def action_back(self) -> None:
        self.post_message(ViewLeft())


Rows = tuple[tuple[WorkRow, ...], dict[int, float]]


def _first(library: Library, shown: WorksShown) -> Rows:
    rows = library.works(shown, limit=FIRST_WINDOW).rows
    return rows, library.calibrated([row.id for row in rows])


def _whole(library: Library, shown: WorksShown, around: Sequence[int]) -> "tuple[array[int], *Rows]":
    """Return the order of the whole list, and the rows at its top and those `around`."""
    ids = library.work_order(shown)
    return ids, *_rows(library, tuple(dict.fromkeys((*ids[:FIRST_WINDOW], *around))))


def _rows(library: Library, ids: Sequence[int]) -> Rows:
    return library.work_rows(ids), library.calibrated(ids)
