"""Taking critics' archives: page by page, politely, each page one transaction that also notes where the next one is.

Whenever it is stopped, or killed, the next run goes on with the page that was not kept. An archive that was taken whole
is walked again only as far as there is something new, so that a reader who was away for months can fill the gap.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from tui.model.archive import ArchiveProgress, ArchiveState, End
from tui.model.critic import Critic
from tui.model.errors import NotAFeed
from tui.model.outcome import Failed, Fetched, Unchanged
from tui.refresh.page_manners import PAUSE, Manners
from tui.refresh.threads import whole
from tui.store.library import Library
from tui.web.client import FEEDS, Web

if TYPE_CHECKING:  # what reads archives is imported when the first one is asked for, not by opening the app
    from tui.feeds.archives.way import ArchivePage, Way
    from tui.model.entry import Entry, Feed
    from tui.refresh.archive_taking import Kept

_TRIES = 3
"""How often a page is asked for that fails for the moment."""
_PATIENCE = 2.0
"""Seconds before it is asked for again; four times that the time after."""
_MOST_WAIT = 60.0
"""Seconds a server may ask us to wait; more, and the run ends there."""
_MOST_PAGES = 5_000
"""Of one archive: whatever has more has no end."""


class Archivist:
    """Walks archives. Reading and writing happen in threads; the event loop only waits."""

    def __init__(
        self,
        library: Library,
        web: Web,
        clock: Callable[[], datetime],
        *,
        pause: float = PAUSE,
        patience: float = _PATIENCE,
    ) -> None:
        """`pause`: seconds between two pages of one host; `patience`: before one that failed is asked for again."""
        self.library = library
        self.web = web
        self.clock = clock
        self.patience = patience
        self.manners = Manners(pause)

    async def backfill(
        self, critic: Critic, *, most: int | None = None, again: bool = False
    ) -> AsyncGenerator[ArchiveProgress, None]:
        """Take what the library lacks of a critic's archive, up to `most` reviews; yield how far it is, page by page.

        The last one yielded has an `end`. `again` walks all of an archive that was taken whole before. Stopped early
        (`aclose`, cancellation), it ends what it is writing. Raises LibraryError only.
        """
        walk = _Walk(self, critic, await asyncio.to_thread(self.library.archive, critic.id), most)
        if again:
            walk.state = ArchiveState()
        async for progress in walk.run():
            yield progress


class _Walk:
    """One run through one critic's archive."""

    def __init__(self, archivist: Archivist, critic: Critic, state: ArchiveState, most: int | None) -> None:
        self._all = archivist
        self._critic = critic
        self.state = state
        self._most = most
        self._new = 0
        self._site_url = critic.site_url
        self._known: set[str] = set()
        """Guids of what this run saw: a page without any other is one that comes again."""
        self._feed: set[str] = set()
        """Guids of the feed's own posts."""
        self._began = time.perf_counter()
        self._saw = 0

    async def run(self) -> AsyncGenerator[ArchiveProgress, None]:
        """Go on where the last run ended, or begin anew."""
        from tui.feeds.archives.choosing import WAYS

        yield self._told()
        way = WAYS.get(self.state.way)
        if way is not None and self.state.following:
            async for progress in self._walk(way):
                yield progress
            return
        async for progress in self._begin():
            yield progress

    async def _begin(self) -> AsyncGenerator[ArchiveProgress, None]:
        """Ask the feed which ways there are, and walk the first one that leads beyond it."""
        from tui.feeds.archives.choosing import ways
        from tui.feeds.archives.way import feed_of

        answer = await self._fetch(self._critic.feed_url, FEEDS)
        if isinstance(answer, Failed):
            yield self._told("failed", answer.reason, answer.next_step)
            return
        try:
            feed = await asyncio.to_thread(feed_of, answer)
        except NotAFeed as error:
            yield self._told("failed", error.what, error.next_step)
            return
        self.state = ArchiveState(whole=self.state.whole)
        self._site_url = feed.site_url or self._site_url
        self._feed = {entry.guid for entry in feed.entries}
        trouble: Failed | None = None
        for way, address in ways(answer.url, feed):
            self._known = set() if way.from_top else set(self._feed)
            page = await self._page(way, address)
            if isinstance(page, Failed):
                trouble = trouble or (page if _passing(page) else None)
            elif self._is_new(page):
                self.state = ArchiveState(way.name, address, total=await self._total(way, feed), whole=self.state.whole)
                async for progress in self._walk(way, page):
                    yield progress
                return
        if trouble:
            yield self._told("failed", trouble.reason, trouble.next_step)
        else:
            yield self._told("none", "no posts were found beyond those of the feed")

    async def _walk(self, way: "Way", page: "ArchivePage | None" = None) -> AsyncGenerator[ArchiveProgress, None]:
        """Take page after page, from the one the state names; `page` is that one if it is here already."""
        while True:
            here = page or await self._page(way, self.state.following)
            page = None
            had = self._new
            kept = await self._come_to(way, here)
            if self.state.whole and self.state.following and self._new == had and self._is_beyond(here):
                # Taken whole before: behind a page without anything new there is nothing new either.
                kept = await self._finish()
            if isinstance(kept, Failed):
                yield self._told("failed", kept.reason, kept.next_step)
                return
            enough = kept.cut or self._left == 0
            end: End = "whole" if not self.state.following else "enough" if enough else ""
            yield self._told(end)
            if end:
                return

    async def _come_to(self, way: "Way", page: "ArchivePage | Failed") -> "Kept | Failed":
        """Keep a page, or note that it lies past the last one."""
        if isinstance(page, Failed):
            return await self._finish() if way.ends(page) else page
        if not self._is_new(page):
            return await self._finish()
        if self.state.pages >= _MOST_PAGES:
            return Failed(f"the archive has more than {_MOST_PAGES:,} pages: it seems to have no end")
        return await self._take(way, page)

    async def _take(self, way: "Way", page: "ArchivePage") -> "Kept | Failed":
        """Keep a page. The texts that stand elsewhere are fetched one by one, and each kept as it comes."""
        from tui.refresh.archive_taking import mark, missing, oldest

        library, entries = self._all.library, page.entries
        new = await asyncio.to_thread(missing, library, self._critic, entries, self._site_url)
        for entry in reversed(new) if page.texts else ():
            if self._left == 0:
                break
            text = await self._fetch(page.texts[entry.guid], way.accept) if entry.guid in page.texts else None
            if isinstance(text, Failed) and _passing(text):
                return text
            read = await asyncio.to_thread(way.whole, entry, text) if isinstance(text, Fetched) else entry
            kept = await self._keep([read], self.state)
            if isinstance(kept, Failed):
                return kept
        if page.texts:
            new = await asyncio.to_thread(missing, library, self._critic, entries, self._site_url)
        after = replace(
            self.state,
            following=page.following,
            mark=mark(entries),
            pages=self.state.pages + 1,
            seen=self.state.seen + len(entries),
            total=self.state.total if page.total is None else page.total,
            reached=oldest(entries, self.state.reached),
            whole=self.state.whole if page.following else self._all.clock(),
        )
        # A page that is left in the middle is where the next run begins.
        left = self._left
        kept = await self._keep(new, self.state if left is not None and len(new) > left else after)
        if not isinstance(kept, Failed) and not kept.cut:
            self._known.update(entry.guid for entry in entries)
            self._saw += len(entries)
        return kept

    async def _finish(self) -> "Kept | Failed":
        """Note that the end was reached."""
        return await self._keep([], replace(self.state, following="", whole=self._all.clock()))

    async def _keep(self, new: "list[Entry]", state: ArchiveState) -> "Kept | Failed":
        from tui.refresh.archive_taking import keep

        kept = await whole(
            asyncio.to_thread(keep, self._all.library, self._critic, new, state, most=self._left, now=self._all.clock())
        )
        if kept is None:
            return Failed("the subscription ended meanwhile")
        self.state = kept.state
        self._new += kept.new
        return kept

    @property
    def _left(self) -> int | None:
        return None if self._most is None else max(0, self._most - self._new)

    def _is_new(self, page: "ArchivePage") -> bool:
        """True when a page holds a post this run did not see; servers give the first page again for any number."""
        from tui.refresh.archive_taking import mark

        return any(entry.guid not in self._known for entry in page.entries) and mark(page.entries) != self.state.mark

    def _is_beyond(self, page: "ArchivePage | Failed") -> bool:
        """True when a page holds older posts than the feed, which a refresh takes."""
        return not isinstance(page, Failed) and any(entry.guid not in self._feed for entry in page.entries)

    async def _page(self, way: "Way", address: str) -> "ArchivePage | Failed":
        answer = await self._fetch(address, way.accept)
        if isinstance(answer, Failed):
            return answer
        answered = 200  # it will be no better in a moment
        try:
            return await asyncio.to_thread(way.read, answer, address)
        except NotAFeed as error:
            return Failed(error.what, error.next_step, answered)
        except Exception as error:
            # A mistake of ours that this page found: what was taken stays, and the reader is told.
            return Failed(
                f"a page could not be read ({type(error).__name__}: {str(error)[:80]})", "Please report it", answered
            )

    async def _total(self, way: "Way", feed: "Feed") -> int | None:
        address = way.count(self._critic.feed_url, feed)
        answer = await self._once(address, "application/json") if address else None
        return answer.total if isinstance(answer, Fetched) else None

    async def _fetch(self, url: str, accept: str) -> Fetched | Failed:
        """Ask for a page, and again where it fails for the moment."""
        answer = await self._once(url, accept)
        for attempt in range(_TRIES - 1):
            if not isinstance(answer, Failed) or not _passing(answer):
                break
            wait = self._all.patience * 4**attempt if answer.wait is None else answer.wait
            if wait > _MOST_WAIT:
                break
            await asyncio.sleep(wait)
            answer = await self._once(url, accept)
        return answer

    async def _once(self, url: str, accept: str) -> Fetched | Failed:
        async with self._all.manners.turn(url):
            answer = await self._all.web.get(url, accept=accept, named_by=self._critic.feed_url)
        return Failed("the server says it has not changed, unasked") if isinstance(answer, Unchanged) else answer

    def _told(self, end: End = "", reason: str = "", next_step: str = "") -> ArchiveProgress:
        state, left = self.state, None
        if state.total and self._saw and not end:
            pace = (time.perf_counter() - self._began) / self._saw
            left = round(max(0, state.total - state.seen) * pace, 1)
        return ArchiveProgress(self._critic.id, self._critic.name, state, self._new, left, end, reason, next_step)


def _passing(failed: Failed) -> bool:
    """True for what may be better in a moment: no answer, or one that says so."""
    return failed.status is None or failed.status in (408, 425, 429) or failed.status >= 500
