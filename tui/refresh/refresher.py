"""Refreshing: every feed asked at the same time, each outcome told as it comes, nothing lost whenever it is stopped.

What reads feeds is imported when the first one comes; an app that only starts need not wait for it.
"""

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from tui.model.critic import Critic, FeedState
from tui.model.errors import LibraryError
from tui.model.outcome import Answer, Failed, FeedOutcome, Fetched, Unchanged
from tui.refresh.asking import Asker, Askers, OpenWeb, may_be_shared
from tui.refresh.doubting import emptied, leads_to_all
from tui.refresh.notebook import Notebook
from tui.refresh.reading_room import ReadingRoom
from tui.refresh.scheduling import looks_elsewhere, wants_whole
from tui.refresh.threads import whole
from tui.refresh.visits import READER, Visit
from tui.store.library import Library
from tui.web.client import Web

if TYPE_CHECKING:
    from tui.refresh.archives import Archivist
    from tui.refresh.lists import ListKeeper
    from tui.refresh.pages import PageReader
    from tui.refresh.reading import Read
    from tui.refresh.subscribing import Found
    from tui.refresh.talk import Talk

_INDEXED_AT_ONCE = 50
"""Reviews indexed in one transaction: about 20 ms, so that no other writer waits long."""
_JOINED_AT_ONCE = 1_000
"""Spellings of works held against all others at once: about a second, most of it reading, in which others write."""

_LOST = frozenset({404, 410})
"""What a server answers when a feed is not where it was."""

T = TypeVar("T")


class Refresher:
    """Visits feeds. Parsing and writing happen in threads and processes of its own; the event loop only waits."""

    def __init__(
        self,
        library: Library,
        web: Web,
        clock: Callable[[], datetime],
        *,
        processes: int | None = None,
        elsewhere: OpenWeb | None = None,
        luck: Callable[[], float] = random.random,
    ) -> None:
        """`processes` is how many may read feeds when there are many: as many as there are processors by default.

        `elsewhere` opens the network in another process, which then asks for feeds, too, when there are many.
        `luck` gives numbers of 0-1, which keep feeds from being due all at once.
        """
        self._library = library
        self._web = web
        self._clock = clock
        self._processes = processes
        self._elsewhere = elsewhere
        self._luck = luck

    @cached_property
    def archives(self) -> "Archivist":
        """What takes critics' archives."""
        from tui.refresh.archives import Archivist

        return Archivist(self._library, self._web, self._clock)

    @cached_property
    def lists(self) -> "ListKeeper":
        """What follows lists of subscriptions on the web."""
        from tui.refresh.lists import ListKeeper

        return ListKeeper(self._library, self._web, self._clock)

    @cached_property
    def pages(self) -> "PageReader":
        """What reads reviews' own pages, once their feeds were visited."""
        from tui.refresh.pages import PageReader

        return PageReader(self._library, self._web, self._clock)

    @cached_property
    def talk(self) -> "Talk":
        """What fetches the threads under reviews, and sends replies."""
        from tui.refresh.talk import Talk

        return Talk(self._library, self._web, self._clock)

    async def refresh(self, critics: Sequence[Critic]) -> AsyncGenerator[FeedOutcome, None]:
        """Visit these critics' feeds; yield what each visit came to, in the order they end.

        One bad feed never spoils the others. Stopped early (`aclose`, cancellation), it ends what it is writing and
        leaves the rest for the next time. Raises LibraryError, and RefreshUnderWay where another process is at it.
        """
        with (
            self._library.refreshing(),
            ThreadPoolExecutor(max_workers=2, thread_name_prefix="refresh") as threads,
            ReadingRoom(self._processes) as room,
        ):
            states = await asyncio.to_thread(self._library.states)
            now = self._clock()
            tagged = {id for id, state in states.items() if _has_tags(state, now)}
            async with Askers(self._web, self._elsewhere, may_be_shared(critics, tagged)) as askers:
                shared = _Shared(self._library, threads, room, askers)
                visits = [
                    asyncio.create_task(self._visit(critic, states.get(critic.id, FeedState()), shared))
                    for critic in critics
                ]
                try:
                    for visit in asyncio.as_completed(visits):
                        yield await visit
                    await shared.index()
                    await shared.join()
                finally:
                    for task in visits:
                        task.cancel()
                    await asyncio.gather(*visits, return_exceptions=True)
                    await shared.notebook.close()

    async def add(
        self, address: str, *, name: str = "", tags: Sequence[str] = (), refresh: bool = True
    ) -> tuple[Critic, FeedOutcome]:
        """Subscribe to the feed that `address` is or leads to, and take what it holds, in one fetch.

        Raises what `subscribing.find` does, and AlreadySubscribed. With `refresh` False nothing is taken yet.
        """
        return await self.subscribe(await self.find(address), name=name, tags=tags, refresh=refresh)

    async def find(self, address: str, *, named_by: str = "") -> "Found":
        """Return the feed that `address` is or leads to; raises what `subscribing.find` does."""
        from tui.refresh.subscribing import find

        return await find(self._web, address, named_by=named_by)

    async def subscribe(
        self, found: "Found", *, name: str = "", tags: Sequence[str] = (), refresh: bool = True
    ) -> tuple[Critic, FeedOutcome]:
        """Subscribe to a feed that `subscribing.find` found. Raises AlreadySubscribed."""
        critic = await asyncio.to_thread(
            self._library.subscribe,
            found.feed_url,
            name=name or found.name,
            site_url=found.feed.site_url,
            tags=tags,
            by_hand=bool(name),
            now=self._clock(),
            came_from=found.answer.url,
        )
        visit = self._begin(critic, FeedState())
        if not refresh:
            return critic, FeedOutcome(critic.id, critic.name, "unchanged", visit.at)
        return critic, await whole(asyncio.to_thread(_take_all, self._library, visit, found))

    async def _visit(self, critic: Critic, state: FeedState, shared: "_Shared") -> FeedOutcome:
        async with shared.askers.turn(critic.feed_url) as asker:
            visit = self._begin(critic, state)
            answer = await _ask(visit, asker)
            if isinstance(answer, Failed):
                return await self._give_up(visit, answer, shared)
            if astray := leads_to_all(critic.feed_url, answer.url):
                return await self._give_up(visit, astray, shared, lost=True)
            if isinstance(answer, Unchanged) or await shared.in_thread(_as_it_was, visit, answer):
                return await shared.notebook.note(visit, answer)
            try:
                read = await shared.room.read(answer, visit.at, every=visit.first)
                if not isinstance(read, Failed):
                    read = emptied(state, critic.feed_url, read.feed) or read
                if not isinstance(read, Failed):
                    return await shared.in_thread(_take, self._library, visit, answer, read)
            except LibraryError:
                raise
            except Exception as error:  # one feed must not end the visits to all the others
                return await shared.notebook.note(visit, _unforeseen(error))
            return await self._give_up(visit, read, shared, lost=True)

    async def _give_up(self, visit: Visit, failed: Failed, shared: "_Shared", *, lost: bool = False) -> FeedOutcome:
        """Note a failure; where the feed is no longer at its address (`lost`), look for where it went."""
        lost = lost or failed.status in _LOST
        suggestion = ""
        if lost and looks_elsewhere(visit.state.failures + 1):
            from tui.refresh.rescue import new_address

            suggestion = await new_address(self._web, visit.critic)
        return await shared.notebook.note(visit, failed, suggestion)

    def _begin(self, critic: Critic, state: FeedState) -> Visit:
        began = time.perf_counter()
        return Visit(critic, state, self._clock(), lambda: round(time.perf_counter() - began, 3), self._luck())


class _Shared:
    """What the visits of one refresh share."""

    def __init__(self, library: Library, threads: ThreadPoolExecutor, room: ReadingRoom, askers: Askers) -> None:
        self._library = library
        self._threads = threads
        self.room = room
        self.askers = askers
        self.notebook = Notebook(library, threads)

    async def in_thread(self, work: Callable[..., T], *given: object) -> T:
        """Run `work` in a thread, to its end even when cancelled."""
        return await whole(asyncio.get_running_loop().run_in_executor(self._threads, work, *given))

    async def index(self) -> None:
        """Let the search catch up: most of what a new review costs, and no outcome waits for it."""
        while await self.in_thread(self._library.index_pending, _INDEXED_AT_ONCE):
            pass

    async def join(self) -> None:
        """Let new spellings of works find the works they mean."""
        while await self.in_thread(self._library.join_works, _JOINED_AT_ONCE):
            pass


async def _ask(visit: Visit, asker: Asker) -> Answer:
    """Fetch a feed, unless nothing changed."""
    state, url = visit.state, visit.critic.feed_url
    if not _has_tags(state, visit.at):
        return await asker.get(url)
    return await asker.get(url, etag=state.etag, last_modified=state.last_modified)


def _has_tags(state: FeedState, now: datetime) -> bool:
    """True for a feed that is asked for only if it changed.

    What an older reader read is fetched in any case, to be read again; so is, now and then, what says that nothing
    changed.
    """
    return state.reader == READER and not wants_whole(state, now) and bool(state.etag or state.last_modified)


def _as_it_was(visit: Visit, answer: Fetched) -> bool:
    from tui.refresh.noting import is_as_it_was

    return is_as_it_was(visit, answer)


def _unforeseen(error: Exception) -> Failed:
    """Return what a feed that nobody thought of came to."""
    return Failed(
        f"what it holds cannot be kept: {type(error).__name__}: {error}", "Please report it, with its address"
    )


def _take(library: Library, visit: Visit, answer: Fetched, read: "Read") -> FeedOutcome:
    from tui.refresh.taking import take

    return take(library, visit, answer, read)


def _take_all(library: Library, visit: Visit, found: "Found") -> FeedOutcome:
    from tui.refresh.noting import note_all
    from tui.refresh.reading import read_entries
    from tui.refresh.taking import take

    try:
        outcome = take(library, visit, found.answer, read_entries(found.feed, visit.at))
    except LibraryError:
        raise
    except Exception as error:
        return note_all(library, [(visit, _unforeseen(error), "")])[0]
    while library.index_pending(_INDEXED_AT_ONCE) or library.join_works(_JOINED_AT_ONCE):
        pass
    return outcome
