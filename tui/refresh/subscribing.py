"""From what a reader typed to a feed that was read: the address of a feed, of a page that names one, or of a site."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from tui.feeds.discovery import find_feeds, guesses
from tui.feeds.known_sites import place
from tui.feeds.parsing import parse_feed
from tui.model.entry import Feed
from tui.model.errors import FetchFailed, NoFeedHere, NotAFeed
from tui.model.feed_link import FeedLink
from tui.model.outcome import Failed, Fetched
from tui.model.record import record
from tui.refresh.doubting import leads_to_all
from tui.web.address import host, site, spellings, without_secrets
from tui.web.client import Web

_PAGES = "text/html, application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
_MOST_LINKS = 5
"""Feeds of a page that are tried before guessing."""
_MOST_GUESSES = 9
_LOST = frozenset({404, 410})


@record(frozen=True, slots=True)
class Found:
    """A feed to subscribe to, already read."""

    feed_url: str
    feed: Feed
    answer: Fetched
    others: tuple[FeedLink, ...] = ()
    """What else the page offers: its comments, its other sections."""

    @property
    def name(self) -> str:
        """What to call the critic: as the feed does, without the name of the site they write on."""
        return self.feed.title.removeprefix("Letterboxd - ").strip() or host(self.feed_url)


async def find(web: Web, address: str, *, named_by: str = "") -> Found:
    """Return the feed that `address` is or leads to; `named_by` is where an address comes from that nobody typed.

    Raises BadAddress, FetchFailed (nothing came), NotAFeed (something came that promised to be one) or NoFeedHere (a
    page, and no feed with it); each says what to try next.
    """
    typed = spellings(address)
    if (known := place(typed[0])) and known not in typed and (found := await _first(web, [known])):
        return found
    url, answer = await _fetch(web, typed, named_by)
    if isinstance(answer, Failed):
        return await _find_instead(web, url, answer)
    if astray := leads_to_all(url, answer.url):
        raise FetchFailed(astray.reason, astray.next_step)
    try:
        return Found(answer.moved_to or url, await _parse(answer), answer)
    except NotAFeed:
        if not _is_page(answer):
            raise
    return await _find_on_page(web, answer)


async def _find_instead(web: Web, url: str, failed: Failed) -> Found:
    """Take the feed of a page that does not open to us. Of one that is not there say where its site has a feed now."""
    if failed.status is None:
        raise FetchFailed(failed.reason, failed.next_step)
    if failed.status not in _LOST and (found := await _first(web, guesses(url)[:1])):
        return found
    front, next_step = site(url), failed.next_step
    answer = await web.get(front, accept=_PAGES) if front != url else failed
    if isinstance(answer, Fetched) and _is_page(answer):
        with suppress(NoFeedHere):
            found = await _find_on_page(web, answer)
            next_step = f"Its site has a feed at {without_secrets(found.feed_url)}: subscribe to that"
    raise FetchFailed(failed.reason, next_step)


async def _find_on_page(web: Web, page: Fetched) -> Found:
    """Posts the page declares, then guesses, then what is empty or looks like comments: better those than nothing."""
    links = await asyncio.to_thread(find_feeds, page.body, page.url, page.content_type)
    posts = [link.url for link in links if not link.comments][:_MOST_LINKS]
    comments = [link.url for link in links if link.comments][:1]
    guessed = [guess for guess in guesses(page.url) if guess not in posts][:_MOST_GUESSES]
    found = (
        await _first(web, posts, named_by=page.url, with_posts=True)
        or await _first(web, guessed, with_posts=True)
        or await _first(web, posts, named_by=page.url)
        or await _first(web, comments, named_by=page.url)
    )
    if not found:
        raise NoFeedHere(
            f"{host(page.url)} is a page that names no feed",
            "Look for “RSS” or “feed” on the site and give that address, or the critic's page on another site",
        )
    others = tuple(link for link in links if link.url not in (found.feed_url, found.answer.url))
    return replace(found, others=others)


async def _first(web: Web, urls: Sequence[str], *, with_posts: bool = False, named_by: str = "") -> Found | None:
    """Return the first of these that is a feed; `with_posts` refuses empty ones: some sites answer anything so."""
    for url in urls:
        answer = await web.get(url, named_by=named_by)
        if not isinstance(answer, Fetched):
            continue
        try:
            feed = await _parse(answer)
        except NotAFeed:
            continue
        if feed.entries or not with_posts:
            return Found(answer.moved_to or url, feed, answer)
    return None


async def _fetch(web: Web, urls: Sequence[str], named_by: str) -> tuple[str, Fetched | Failed]:
    """Return the first address that brings something; where none does, what came of the first."""
    failed: list[tuple[str, Failed]] = []
    for url in urls:
        answer = await web.get(url, accept=_PAGES, named_by=named_by)
        if isinstance(answer, Fetched):
            return url, answer
        if isinstance(answer, Failed):
            failed.append((url, answer))
        if not _worth_another(answer):
            break
    return failed[0] if failed else (urls[0], Failed(f"{host(urls[0])} gave nothing"))


def _worth_another(answer: object) -> bool:
    """True when the other of http and https may do better; never around a certificate that is not trusted."""
    return (
        isinstance(answer, Failed)
        and answer.status is None
        and not answer.reason.startswith(("certificate", "no such"))
    )


async def _parse(answer: Fetched) -> Feed:
    return await asyncio.to_thread(parse_feed, answer.body, url=answer.url, content_type=answer.content_type)


def _is_page(answer: Fetched) -> bool:
    head = answer.body[:5_000].lower()
    return "html" in answer.content_type.lower() or b"<html" in head or b"<!doctype html" in head or b"<head" in head
