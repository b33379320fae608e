"""Refreshing: every feed asked at the same time, each outcome told as it comes, nothing lost whenever it is stopped."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from tui.feeds.parsing import READER
from tui.model.critic import Critic, FeedState
from tui.model.outcome import Answer, FeedOutcome
from tui.refresh.subscribing import Found, find
from tui.refresh.taking import Visit, take
from tui.store.library import Library
from tui.web.address import host
from tui.web.client import Web

_AT_ONCE = 32
"""Feeds being fetched at the same time; `Web` further holds back what goes to one host."""
_INDEXED_AT_ONCE = 50
"""Reviews indexed in one transaction: about 20 ms, so that no other writer waits long."""

T = TypeVar("T")


class Refresher:
    """Visits feeds. Parsing and writing happen in threads of its own; the event loop only waits."""

    def __init__(self, library: Library, web: Web, clock: Callable[[], datetime]) -> None:
        self._library = library
        self._web = web
        self._clock = clock

    async def refresh(self, critics: Sequence[Critic]) -> AsyncIterator[FeedOutcome]:
        """Visit these critics' feeds; yield what each visit came to, in the order they end.

        One bad feed never spoils the others. Stopped early (`aclose`, cancellation), it ends what it was writing and
        leaves the rest for the next time. Raises LibraryError only.
        """
        states = await asyncio.to_thread(self._library.states)
        turns = asyncio.Semaphore(_AT_ONCE)
        with ThreadPoolExecutor(max_workers=2, thread_name_prefix="refresh") as threads:
            visits = [
                asyncio.create_task(self._visit(critic, states.get(critic.id, FeedState()), turns, threads))
                for critic in critics
            ]
            try:
                for visit in asyncio.as_completed(visits):
                    yield await visit
                await self._index(threads)
            finally:
                for task in visits:
                    task.cancel()
                await asyncio.gather(*visits, return_exceptions=True)

    async def add(
        self, address: str, *, name: str = "", tags: Sequence[str] = (), refresh: bool = True
    ) -> tuple[Critic, FeedOutcome]:
        """Subscribe to the feed that `address` is or leads to, and take what it holds, in one fetch.

        Raises what `subscribing.find` does, and AlreadySubscribed. With `refresh` False nothing is taken yet.
        """
        return await self.subscribe(await find(self._web, address), name=name, tags=tags, refresh=refresh)

    async def subscribe(
        self, found: Found, *, name: str = "", tags: Sequence[str] = (), refresh: bool = True
    ) -> tuple[Critic, FeedOutcome]:
        """Subscribe to a feed that was found. Raises AlreadySubscribed."""
        critic = await asyncio.to_thread(
            self._library.subscribe,
            found.feed_url,
            name=name or found.feed.title or host(found.feed_url),
            site_url=found.feed.site_url,
            tags=tags,
            by_hand=bool(name),
            now=self._clock(),
        )
        visit = self._begin(critic, FeedState())
        if not refresh:
            return critic, FeedOutcome(critic.id, critic.name, "unchanged", visit.at)
        outcome = await _whole(asyncio.to_thread(take, self._library, visit, found.answer, found.feed))
        await _whole(asyncio.to_thread(self._library.index_pending, len(found.feed.entries)))
        return critic, outcome

    async def _visit(
        self, critic: Critic, state: FeedState, turns: asyncio.Semaphore, threads: ThreadPoolExecutor
    ) -> FeedOutcome:
        async with turns:
            visit = self._begin(critic, state)
            answer = await self._ask(critic, state)
            loop = asyncio.get_running_loop()
            return await _whole(loop.run_in_executor(threads, take, self._library, visit, answer))

    async def _ask(self, critic: Critic, state: FeedState) -> Answer:
        """Fetch a feed, unless nothing changed; what an older reader read is fetched in any case, to be read again."""
        if state.reader != READER:
            return await self._web.get(critic.feed_url)
        return await self._web.get(critic.feed_url, etag=state.etag, last_modified=state.last_modified)

    def _begin(self, critic: Critic, state: FeedState) -> Visit:
        began = time.perf_counter()
        return Visit(critic, state, self._clock(), lambda: round(time.perf_counter() - began, 3))

    async def _index(self, threads: ThreadPoolExecutor) -> None:
        """Let the search catch up: most of what a new review costs, and no outcome waits for it."""
        loop = asyncio.get_running_loop()
        while await _whole(loop.run_in_executor(threads, self._library.index_pending, _INDEXED_AT_ONCE)):
            pass


async def _whole(work: Awaitable[T]) -> T:
    """Await what happens in a thread to its end even when cancelled: the library must not be closed under it."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
