"""A thread from Isso, a comment server beside a site of static pages.

`GET {server}/?uri=/the/post/` gives everything, nested. The page names the server in `<script data-isso="…">`, and the
thread in `data-isso-id` where it is not the page's path.
https://isso-comments.de/docs/reference/server-api/
"""

import asyncio
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any
from urllib.parse import quote, urlsplit

from tui.comments.source import MOST, Asking, Page, Place, whole
from tui.comments.words import name, said
from tui.model.comment import Comment, Standing
from tui.model.outcome import Failed
from tui.model.thread import FoundThread

_SERVER = re.compile(r"\bdata-isso=[\"']([^\"'<>]{1,500})[\"']")
_THREAD = re.compile(r"\bdata-isso-id=[\"']([^\"'<>]{1,500})[\"']")
_STANDINGS = {1: Standing.SHOWN, 2: Standing.HELD, 4: Standing.GONE}
"""By Isso's `mode`."""


class Isso:
    """Pages that embed Isso."""

    name = "isso"

    async def thread(self, asking: Asking) -> FoundThread | Failed | None:
        page = await asking.page()
        if isinstance(page, Failed):
            return page
        server = _server(page)
        if not server:
            return None
        answer = await asking.json(f"{server}?uri={quote(_uri(page), safe='/')}")
        if isinstance(answer, Failed):
            return FoundThread((), self.name, True, 0) if answer.status == 404 else answer
        if not isinstance(answer, dict) or not isinstance(answer.get("replies"), list):
            return Failed("it does not answer as Isso does")
        comments = await asyncio.to_thread(_comments, answer["replies"], page.url, asking.place)
        return FoundThread(comments, self.name, not answer.get("hidden_replies"), len(comments))


def _server(page: Page) -> str:
    found = _SERVER.search(page.html)
    root = whole(unescape(found[1]), page.url) if found else ""
    return root if not root or root.endswith("/") else f"{root}/"


def _uri(page: Page) -> str:
    found = _THREAD.search(page.html)
    return unescape(found[1]) if found else urlsplit(page.url).path


def _comments(given: list[Any], url: str, place: Place) -> tuple[Comment, ...]:
    return tuple(_comment(item, url, place) for item in _unnested(given))


def _unnested(given: list[Any]) -> Iterator[dict[str, Any]]:
    stack = list(reversed(given))
    many = 0
    while stack and many < MOST:
        item = stack.pop()
        if not isinstance(item, dict) or not isinstance(item.get("id"), int):
            continue
        many += 1
        inner = item.get("replies")
        stack += reversed(inner if isinstance(inner, list) else [])
        yield item


def _comment(item: dict[str, Any], url: str, place: Place) -> Comment:
    text, spans = said(item["text"] if isinstance(item.get("text"), str) else "", url)
    who = name(item.get("author"))
    site = item.get("website")
    above = item.get("parent")
    return Comment(
        id=str(item["id"]),
        author=who,
        text=text,
        parent=str(above) if isinstance(above, int) else None,
        published=_moment(item.get("created")),
        by_critic=place.by_critic(who),
        url=f"{url.partition('#')[0]}#isso-{item['id']}",
        spans=spans,
        standing=_STANDINGS.get(item.get("mode", 1), Standing.SHOWN),
        author_url=whole(site, url) if isinstance(site, str) else "",
    )


def _moment(written: object) -> datetime | None:
    if not isinstance(written, int | float):
        return None
    try:
        return datetime.fromtimestamp(int(written), UTC)
    except (ValueError, OverflowError, OSError):
        return None
