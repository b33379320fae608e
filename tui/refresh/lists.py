"""Lists of subscriptions on the web, followed: whom they name is subscribed to, whom they no longer name goes."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from tui.feeds.opml import Listing, read
from tui.model.errors import BadFile
from tui.model.followed import Followed, ListOutcome, Member, Named
from tui.model.outcome import Failed, Fetched, Unchanged
from tui.model.record import record
from tui.store import addresses
from tui.store.library import Library
from tui.web.address import host, is_private, normalise
from tui.web.client import Web

OFTEN = timedelta(hours=12)
"""A list is looked at again after this, where nobody asks for everything."""
_OPML = "text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
_MOST = 2_000
"""Subscriptions taken of one list."""
_FEW = 4
"""Members of whom all may go at once."""


@record(frozen=True, slots=True)
class ListPlan:
    """What a list means for the library."""

    come: tuple[Named, ...]
    go: tuple[str, ...]
    """Addresses."""
    held: int = 0
    """How many would go but are too many to believe it."""


def plan(listing: Listing, members: Mapping[str, Member], *, private: bool, believed: bool) -> ListPlan:
    """Return who comes and who goes (pure).

    Nobody goes by a list that breaks off before its end, nor more than half at once unless it is `believed`. A list on
    the web (not `private`) names nobody on the reader's own network.
    """
    named: dict[str, Named] = {}
    for one in listing.outlines[:_MOST]:
        if private or not is_private(urlsplit(one.feed_url).hostname or ""):
            named.setdefault(
                addresses.same(one.feed_url),
                Named(one.feed_url, one.name or host(one.feed_url), one.site_url, one.tags),
            )
    come = tuple(one for address, one in named.items() if address not in members)
    gone = tuple(address for address in members if address not in named) if listing.whole else ()
    leaving = sum(members[address].brought and members[address].critic_id is not None for address in gone)
    if leaving > _FEW and 2 * leaving > len(members) and not believed:
        return ListPlan(come, (), leaving)
    return ListPlan(come, gone)


class ListKeeper:
    """Looks at lists. Reading and writing happen in threads."""

    def __init__(self, library: Library, web: Web, clock: Callable[[], datetime]) -> None:
        self._library = library
        self._web = web
        self._clock = clock

    async def follow(self, address: str) -> ListOutcome:
        """Follow the list at an address, or look at it once more and believe it. Raises BadAddress."""
        followed = await asyncio.to_thread(self._library.follow, normalise(address), now=self._clock())
        return await self._look(replace(followed, etag="", last_modified=""), believed=True)

    async def look(self, *, every: bool = True) -> list[ListOutcome]:
        """Look at every list, or only at those not looked at for a while; what failed stays as it is."""
        now = self._clock()
        followed = await asyncio.to_thread(self._library.lists)
        due = [each for each in followed if every or each.checked is None or now - each.checked >= OFTEN]
        return [await self._look(each) for each in due]

    async def _look(self, followed: Followed, *, believed: bool = False) -> ListOutcome:
        answer = await self._web.get(
            followed.url, etag=followed.etag, last_modified=followed.last_modified, accept=_OPML
        )
        return await asyncio.to_thread(self._take, followed, answer, believed)

    def _take(self, followed: Followed, answer: Fetched | Unchanged | Failed, believed: bool) -> ListOutcome:
        if isinstance(answer, Unchanged):
            self._library.note_list(replace(followed, reason=""), now=self._clock())
            return ListOutcome(followed.url, followed.name)
        try:
            if isinstance(answer, Failed):
                return self._failed(followed, answer.reason)
            listing = read(answer.body, host(followed.url))
        except BadFile as error:
            return self._failed(followed, error.what)
        private = is_private(urlsplit(followed.url).hostname or "")
        todo = plan(listing, self._library.members(followed.id), private=private, believed=believed)
        held = f"it lost {todo.held} critics at once; to let them go: `matinee follow {followed.url}`"
        now = replace(
            followed,
            name=listing.title or followed.name,
            reason=held if todo.held else "",
            etag="" if todo.held else answer.etag,
            last_modified="" if todo.held else answer.last_modified,
        )
        came, went = self._library.note_list(now, come=todo.come, go=todo.go, now=self._clock())
        return ListOutcome(now.url, now.name, came, went, now.reason)

    def _failed(self, followed: Followed, reason: str) -> ListOutcome:
        self._library.note_list(replace(followed, reason=reason), now=self._clock())
        return ListOutcome(followed.url, followed.name, reason=reason)
