"""Where visits that brought nothing to read wait to be written down: what ends meanwhile is one transaction.

Most visits of most refreshes are such, and at a thousand feeds a thread and a transaction for each take as long as the
half of asking.
"""

import asyncio
from typing import TYPE_CHECKING

from tui.model.outcome import Failed, FeedOutcome, Fetched, Unchanged
from tui.refresh.threads import whole
from tui.refresh.visits import Visit
from tui.store.library import Library

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tui.refresh.noting import Brought


class Notebook:
    """Writes in a thread of `threads`."""

    def __init__(self, library: Library, threads: "Executor") -> None:
        self._library = library
        self._threads = threads
        self._waiting: list[tuple[Brought, asyncio.Future[FeedOutcome]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def note(self, visit: Visit, answer: Fetched | Unchanged | Failed, suggestion: str = "") -> FeedOutcome:
        """Write down a visit and return what it came to. `suggestion` is where a feed that failed seems to be now."""
        noted: asyncio.Future[FeedOutcome] = asyncio.get_running_loop().create_future()
        self._waiting.append(((visit, answer, suggestion), noted))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await noted

    async def close(self) -> None:
        """Wait until all is written."""
        if self._writing:
            await whole(self._writing)

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            notes, self._waiting = self._waiting, []
            try:
                brought = [each for each, _ in notes]
                outcomes = await loop.run_in_executor(self._threads, _note_all, self._library, brought)
            except Exception as error:
                for _, noted in notes:
                    if not noted.done():
                        noted.set_exception(error)
                continue
            for (_, noted), outcome in zip(notes, outcomes, strict=True):
                if not noted.done():
                    noted.set_result(outcome)
        self._writing = None


def _note_all(library: Library, brought: "list[Brought]") -> list[FeedOutcome]:
    from tui.refresh.noting import note_all

    return note_all(library, brought)
