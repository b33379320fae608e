"""A thread from Blogger: `/feeds/POST/comments/default?alt=json`, everything in pages of 500.

`thr:in-reply-to` there names the post; the parent comment stands in the link that ends in `comments/default/NUMBER`.
https://developers.google.com/blogger/docs/2.0/json/reference
"""

import asyncio
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from tui.comments.source import MOST, Asking, Place, whole
from tui.comments.wordpress import moment
from tui.comments.words import name, said
from tui.model.comment import Comment, Standing
from tui.model.outcome import Failed
from tui.model.thread import FoundThread

_AT_ONCE = 500
_POST = re.compile(r"/feeds/(\d{1,25})/comments/default|\.post-(\d{1,25})\b")
_OWN = re.compile(r"\.post-(\d{1,25})$")
_NAMED = re.compile(r"/comments/default/(\d{1,25})")


class Blogger:
    """Blogs of Blogger, by their post's number in the guid or in the address of the comment feed."""

    name = "blogger"

    async def thread(self, asking: Asking) -> FoundThread | Failed | None:
        number = _post(asking.place)
        if not number:
            return None
        parts = urlsplit(asking.place.url)
        start = f"{parts.scheme}://{parts.netloc}/feeds/{number}/comments/default?alt=json&max-results={_AT_ONCE}"
        comments: dict[str, Comment] = {}
        total: int | None = None
        for first in range(1, MOST, _AT_ONCE):
            answer = await asking.json(f"{start}&start-index={first}")
            feed = answer.get("feed") if isinstance(answer, dict) else None
            if not isinstance(feed, dict):
                failed = answer if isinstance(answer, Failed) else Failed("it does not answer as Blogger does")
                if first == 1:
                    return failed
                break
            total = _whole_number(feed.get("openSearch$totalResults"))
            entries = [entry for entry in feed.get("entry") or () if isinstance(entry, dict)]
            fresh = {comment.id: comment for comment in await asyncio.to_thread(_comments, entries, asking.place)}
            more = bool(fresh.keys() - comments.keys())
            comments |= fresh
            if not more or (total is not None and len(comments) >= total):
                break
        complete = total is not None and len(comments) >= total
        return FoundThread(tuple(comments.values()), self.name, complete, total)


def _post(place: Place) -> str:
    guid = place.guid if place.guid.startswith("tag:blogger") else ""
    found = _POST.search(place.comments_feed) or _POST.search(guid)
    return (found[1] or found[2]) if found else ""


def _comments(entries: list[dict[str, Any]], place: Place) -> tuple[Comment, ...]:
    found = ((_OWN.search(_text(entry.get("id"))), entry) for entry in entries)
    return tuple(_comment(own[1], entry, place) for own, entry in found if own)


def _comment(id: str, entry: dict[str, Any], place: Place) -> Comment:
    authors = entry.get("author")
    author = authors[0] if isinstance(authors, list) and authors and isinstance(authors[0], dict) else {}
    text, spans = said(_text(entry.get("content")) or _text(entry.get("summary")), place.url)
    who = name(_text(author.get("name")))
    return Comment(
        id=id,
        author=who,
        text=text,
        parent=_parent(entry, id),
        published=moment(_text(entry.get("published"))),
        by_critic=place.by_critic(who),
        url=_address(entry, place),
        spans=spans,
        standing=Standing.GONE if _is_removed(entry) else Standing.SHOWN,
        author_url=whole(_text(author.get("uri")), place.url),
    )


def _text(value: Any) -> str:
    """Return what Blogger's JSON calls `{"$t": …}`."""
    found = value.get("$t") if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""


def _whole_number(value: Any) -> int | None:
    text = _text(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def _links(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for link in entry.get("link") or ():
        if isinstance(link, dict) and isinstance(link.get("href"), str):
            yield str(link.get("rel")), link["href"]


def _parent(entry: dict[str, Any], own: str) -> str | None:
    for _, href in _links(entry):
        named = _NAMED.search(href)
        if named and named[1] != own:
            return named[1]
    return None


def _address(entry: dict[str, Any], place: Place) -> str:
    return next((whole(href, place.url) for rel, href in _links(entry) if rel == "alternate"), "")


def _is_removed(entry: dict[str, Any]) -> bool:
    """True for one its author or the blog removed: Blogger then gives a sentence that says so in its place."""
    return any(
        isinstance(said_of_it, dict) and said_of_it.get("name") == "blogger.contentRemoved"
        for said_of_it in entry.get("gd$extendedProperty") or ()
    )
