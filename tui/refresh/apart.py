"""A refresh in a process of its own: the one that draws the screen only hears what each visit came to.

Fetching, unpacking what was read and writing it take Python's lock for tens of milliseconds in all a feed. In the same
process every key waits for its turn meanwhile; in another one, which stands back, none does.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, aclosing, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from tui.model.critic import Critic
from tui.model.errors import Failure, MatineeError
from tui.model.outcome import FeedOutcome
from tui.refresh.processes import Line, settle
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

FEWEST = 12
"""Feeds from which on the half second that a process takes to start is well spent."""

Opening = Callable[[], AbstractAsyncContextManager[Refresher]]
"""Opens the library and the network in another process: something `pickle` can name there."""
Told = FeedOutcome | MatineeError | None
"""What comes over the wire: one visit; what ended the refresh early; None at its end."""


class RefresherApart(Refresher):
    """A refresher whose visits to many feeds happen in another process; all else is as it was."""

    def __init__(
        self, library: Library, web: Web, clock: Callable[[], datetime], opening: Opening, *, fewest: int = FEWEST
    ) -> None:
        super().__init__(library, web, clock)
        self._opening = opening
        self._fewest = fewest

    async def refresh(self, critics: Sequence[Critic]) -> AsyncGenerator[FeedOutcome, None]:
        """As `Refresher.refresh`. Stopped early, the other process ends what it is writing before this returns.

        Raises Failure, too, when that process was ended from outside: what it had kept stays.
        """
        visits = self._apart(critics) if len(critics) >= self._fewest else super().refresh(critics)
        async with aclosing(visits):
            async for outcome in visits:
                yield outcome

    async def _apart(self, critics: Sequence[Critic]) -> AsyncGenerator[FeedOutcome, None]:
        came: asyncio.Queue[Told | EOFError] = asyncio.Queue()
        line = await Line.opened(_work, self._opening, tuple(critics), name="refresh", tell=came.put_nowait)
        try:
            while (told := await came.get()) is not None:
                if isinstance(told, EOFError):
                    raise Failure("The refresh was ended from outside", "R goes on with it; what came is kept")
                if isinstance(told, MatineeError):
                    raise told
                yield told
        finally:
            await line.end()


def _work(opening: Opening, critics: Sequence[Critic], wire: "Connection") -> None:
    """Refresh, in the other process."""
    settle()
    with suppress(asyncio.CancelledError):
        asyncio.run(_until_told(opening, critics, wire))


async def _until_told(opening: Opening, critics: Sequence[Critic], wire: "Connection") -> None:
    """Refresh until done, told to stop, or left alone by a process that was killed."""
    work, loop = asyncio.create_task(_refresh(opening, critics, wire)), asyncio.get_running_loop()

    def stop_when_told() -> None:
        with suppress(EOFError, OSError):
            wire.recv()
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(work.cancel)

    threading.Thread(target=stop_when_told, daemon=True).start()
    await work


async def _refresh(opening: Opening, critics: Sequence[Critic], wire: "Connection") -> None:
    last: Told = None
    try:
        async with opening() as refresher, aclosing(refresher.refresh(critics)) as visits:
            async for outcome in visits:
                wire.send(outcome)
    except MatineeError as error:
        last = error
    except OSError:  # nobody listens any more
        return
    except Exception as error:
        last = Failure(f"The refresh failed: {type(error).__name__}: {error}", "Please report it")
    with suppress(OSError):
        wire.send(last)
