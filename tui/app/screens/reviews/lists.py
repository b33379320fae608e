"""Searches the reader keeps as lists of their own: keeping what is shown, changing one, removing one."""

import asyncio

from textual import work

from tui.app.dialogs.confirm import ConfirmDialog
from tui.app.screens.reviews.narrowing import Narrowing
from tui.model.query import Query
from tui.model.saved import SavedSearch
from tui.model.shown import ALL, Shelf, shelf_of_search


class Lists(Narrowing):
    """For the reviews screen."""

    @work(group="dialog", exit_on_error=False)
    async def action_keep_list(self) -> None:
        """Keep what is shown under a name; where a kept list is shown and nothing narrows it, change that."""
        from tui.app.dialogs.keep_list import KeepListDialog

        shown = self.shown
        own = None if shown.narrowed else shown.shelf.saved_id
        kept: list[SavedSearch] = []

        async def keep(name: str, text: str) -> None:
            kept.append(await asyncio.to_thread(self.library.save_search, name, text, own=own))

        begin = "" if own is None else shown.shelf.name
        if await self.app.push_screen_wait(KeepListDialog(begin, shown.query.text, keep, self.clock)):
            self._show_list(shelf_of_search(kept[0], self.clock()))

    @work(group="dialog", exit_on_error=False)
    async def action_remove_list(self) -> None:
        """Remove the kept list that is shown."""
        shelf = self.shown.shelf
        if shelf.saved_id is None:
            self.notify("Only a list that w made can be removed; 4 shows the critics", markup=False, timeout=4)
            return
        question, consequence = f"Remove the list {shelf.name}?", "Its reviews stay where they are."
        if await self.app.push_screen_wait(ConfirmDialog(question, consequence)):
            with self.telling():
                await asyncio.to_thread(self.library.remove_search, shelf.saved_id)
                self.show(shelf=ALL)

    def _show_list(self, shelf: Shelf) -> None:
        self.show(shelf=shelf, search=Query(), bars=frozenset())
        self.notify(f"{shelf.name} stands at the left now", markup=False, timeout=3)
