"""One film, several spellings, for the App: merged and split by the reader's hand, which no machine undoes."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from textual import on, work

from tui.app import messages
from tui.app.refreshing import Refreshing
from tui.app.widgets.counted import counted
from tui.model.correction import Regrading
from tui.model.listing import Marking
from tui.model.mine import MineChange
from tui.model.works import Joining, WorkSort, WorksShown

_FOUND = 30
"""Works offered in the dialog."""


class Merging(Refreshing):
    """For the App."""

    clock: Callable[[], datetime]
    markings: list[Marking | Regrading | MineChange | Joining]

    @on(messages.JoinAsked)
    @work(group="dialog", exit_on_error=False)
    async def merge(self, message: messages.JoinAsked) -> None:
        """Let the reader say that another title is the same work."""
        from tui.app.dialogs.find_work import FindWorkDialog

        async def find(words: str) -> list[tuple[int, str]]:
            shown = WorksShown(words=words, sort=WorkSort.TITLE if words else WorkSort.NEWEST)
            page = await asyncio.to_thread(self.library.works, shown, limit=_FOUND)
            return [
                (row.id, f"{row.title}{f' ({row.year})' if row.year else ''}  {counted(row.reviews, 'review')}")
                for row in page.rows if row.id != message.work_id
            ]  # fmt: skip

        other = await self.push_screen_wait(FindWorkDialog(message.title, find))
        if other is not None:
            with self.telling():
                joined = await asyncio.to_thread(
                    self.library.merge_works, message.work_id, other, now=self.clock()
                )  # fmt: skip
                self._joined(joined, "Merged")

    @on(messages.SplitAsked)
    @work(group="dialog", exit_on_error=False)
    async def split(self, message: messages.SplitAsked) -> None:
        """Make a spelling a work of its own again."""
        with self.telling():
            joined = await asyncio.to_thread(self.library.split_work, message.spelling_id, now=self.clock())
            self._joined(joined, "Split off")

    async def take_back_joining(self, joined: Joining) -> None:
        """Undo a merge or a split."""
        done = await asyncio.to_thread(self.library.undo_joining, joined)
        words = "The works are as they were" if done else "They were joined or parted otherwise since"
        self.notify(words, markup=False, timeout=3)
        self.everywhere("show_news")

    def _joined(self, joined: Joining, what: str) -> None:
        self.markings.append(joined)
        self.notify(f"{what}. u takes it back.", markup=False, timeout=4)
        self.everywhere("show_news")
