"""Where threads come from: what is known beforehand, how it is asked for, and what every kind of source must do."""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol
from urllib.parse import urljoin

from tui.articles import markup
from tui.articles.addresses import resolve
from tui.model.entry import Feed
from tui.model.errors import MatineeError
from tui.model.outcome import Failed, Fetched, Unchanged
from tui.model.record import record
from tui.model.thread import FoundThread
from tui.web.client import FEEDS, PAGES, Web

MOST = 20_000
"""Comments taken of one thread."""
_LARGEST = 8_000_000
"""Bytes of one answer that is read; the page of 1,000 comments has about 3 MB."""
JSON = "application/json"

_LINK = re.compile(r"<link\b([^<>]{1,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(rel|href|type)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


@record(frozen=True, slots=True)
class Place:
    """What is known of a review whose thread is looked for."""

    url: str
    """Its page."""
    guid: str = ""
    comments_feed: str = ""
    critics: tuple[str, ...] = ()
    """Names that mark the critic's own comments where the site does not."""
    count: int | None = None
    """How many comments its feed says there are."""
    named_by: str = ""
    """The feed that named all these addresses: a public one may not lead to a private place."""

    def by_critic(self, author: str) -> bool:
        """True for a name that is the critic's."""
        return bool(author) and author.casefold() in {name.casefold() for name in self.critics if name}


@dataclass(frozen=True)
class Page:
    """A web page."""

    url: str
    """Where it came from in the end."""
    html: str

    @cached_property
    def links(self) -> tuple[tuple[str, str, str], ...]:
        """Every `<link>` of its head as (rel, href, type), addresses made whole."""
        return tuple(_link(found[1], self.url) for found in _LINK.finditer(self.html[:300_000]))

    @cached_property
    def bare(self) -> str:
        """The HTML without scripts and style sheets."""
        return markup.without_raw(self.html)


class Asking:
    """Asks one review's site, each thing once; what is asked politely and how bodies are read is handed in."""

    def __init__(
        self, web: Web, place: Place, *, text: Callable[[Fetched], str], feed: Callable[[Fetched], Feed]
    ) -> None:
        """`text` decodes a body, `feed` parses one (and may raise MatineeError)."""
        self.place = place
        self._web = web
        self._text = text
        self._feed = feed
        self._page: Page | Failed | None = None

    async def get(self, url: str, accept: str = PAGES) -> Fetched | Failed:
        """Fetch what an address that the site named gives."""
        answer = await self._web.get(url, accept=accept, named_by=self.place.named_by)
        if isinstance(answer, Unchanged):
            return Failed("the server says it has not changed, unasked")
        if isinstance(answer, Fetched) and len(answer.body) > _LARGEST:
            return Failed(f"its answer is larger than {_LARGEST // 1_000_000} MB", "Open it in the browser")
        return answer

    async def page(self) -> Page | Failed:
        """Return the review's page, fetched once."""
        if self._page is None:
            self._page = await self.page_at(self.place.url)
        return self._page

    async def page_at(self, url: str) -> Page | Failed:
        """Return another page of the site."""
        answer = await self.get(url)
        if isinstance(answer, Failed):
            return answer
        return Page(answer.url, await asyncio.to_thread(self._text, answer))

    async def json(self, url: str) -> Any | Failed:
        """Return what a JSON document says: a dict or a list."""
        answer = await self.get(url, JSON)
        if isinstance(answer, Failed):
            return answer
        try:
            value = await asyncio.to_thread(json.loads, answer.body.lstrip(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError):
            return Failed("it gives no JSON")
        return value if isinstance(value, dict | list) else Failed("it gives no JSON document")

    async def feed(self, url: str) -> Feed | Failed:
        """Return a parsed feed."""
        answer = await self.get(url, FEEDS)
        if isinstance(answer, Failed):
            return answer
        try:
            return await asyncio.to_thread(self._feed, answer)
        except MatineeError as error:
            return Failed(error.what, error.next_step)


class Source(Protocol):
    """One kind of place where threads are kept."""

    name: str
    """As `FoundThread.source` says it."""

    async def thread(self, asking: Asking) -> FoundThread | Failed | None:
        """Return the thread; None when this review has nothing to do with such a place, `Failed` when it did not work.

        Comments come in any order and without depth; pingbacks and trackbacks are left out.
        """


def whole(href: str, base: str) -> str:
    """Return an address as the site means it, http or https; empty for none."""
    found = resolve(href, "") or resolve(urljoin(base, href), "")
    return found if found and found.startswith(("http://", "https://")) else ""


def _link(attributes: str, base: str) -> tuple[str, str, str]:
    from html import unescape

    said = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(attributes)}
    return said.get("rel", "").lower(), whole(unescape(said.get("href", "")), base), said.get("type", "").lower()
