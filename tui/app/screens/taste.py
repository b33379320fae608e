"""The reader's taste: which critics grade as they do, and what they should like, with how sure that is."""

import asyncio
from collections.abc import Mapping
from functools import partial

from textual import work

from tui.app.commands import Place, bindings
from tui.app.messages import MineAsked
from tui.app.widgets.sheet_screen import SheetScreen
from tui.app.widgets.targets import OneCritic, OneWork
from tui.app.widgets.taste_sheet import taste_sheet
from tui.model.works import WorkRow
from tui.store.library import Library
from tui.summaries.taste import Prediction, Taste

MOST = 50
"""Works suggested."""


class TasteScreen(SheetScreen):
    """Comes back with nothing."""

    PLACES = (Place.SHEET, Place.TASTE)
    BINDINGS = bindings(Place.TASTE)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.taste: Taste | None = None
        """None until it is reckoned."""

    def on_mount(self) -> None:
        self.fetch(fresh=True)

    def show_news(self) -> None:
        """Grades changed, the reader's own or a critic's."""
        self.fetch()

    @work(exclusive=True, group="taste", exit_on_error=False)
    async def fetch(self, *, fresh: bool = False) -> None:
        """Fetch who grades alike and show it, then weigh what there is to see, which takes a moment."""
        with self.telling():
            self.taste = await asyncio.to_thread(self.library.taste)
            if fresh:
                self.sheet.show(partial(taste_sheet, self.taste, None, {}), fresh=True)
            found, works = await asyncio.to_thread(_suggested, self.library)
            self.sheet.show(partial(taste_sheet, self.taste, found, works))

    def critic_here(self) -> int | None:
        """Return the critic under the cursor."""
        return self.sheet.target.critic_id if isinstance(self.sheet.target, OneCritic) else None

    def action_my_grade(self) -> None:
        if isinstance(self.sheet.target, OneWork):
            self.post_message(MineAsked("grade", work_id=self.sheet.target.work_id))


def _suggested(library: Library) -> tuple[tuple[Prediction, ...], Mapping[int, WorkRow]]:
    found = library.suggestions(MOST)
    return found, {row.id: row for row in library.work_rows([each.work_id for each in found])}
