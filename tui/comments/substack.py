"""A thread from Substack: the post's number by its slug, then all comments with their answers nested.

A post for subscribers gives `[]` to everybody else, whatever its `comment_count` says.
"""

import asyncio
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from tui.comments.source import MOST, Asking, Place
from tui.comments.wordpress import moment
from tui.comments.words import name, said_plainly
from tui.model.comment import Comment, Standing
from tui.model.outcome import Failed
from tui.model.thread import FoundThread

_SLUG = re.compile(r"^/p/([\w%.~-]{1,200})/?$")


class Substack:
    """`/p/SLUG` on substack.com or on a domain of the writer's own."""

    name = "substack"

    async def thread(self, asking: Asking) -> FoundThread | Failed | None:
        parts = urlsplit(asking.place.url)
        slug = _SLUG.match(parts.path)
        if not slug:
            return None
        root = f"{parts.scheme}://{parts.netloc}/api/v1"
        post = await asking.json(f"{root}/posts/{slug[1]}")
        if isinstance(post, Failed):
            return post
        number = post.get("id") if isinstance(post, dict) else None
        if not isinstance(number, int):
            return Failed("it does not answer as Substack does")
        answer = await asking.json(f"{root}/post/{number}/comments?all_comments=true&sort=oldest_first")
        given = answer.get("comments") if isinstance(answer, dict) else None
        if not isinstance(given, list):
            return answer if isinstance(answer, Failed) else Failed("it does not answer as Substack does")
        comments = await asyncio.to_thread(_comments, given, asking.place)
        total = post.get("comment_count") if isinstance(post.get("comment_count"), int) else None
        if total and not comments:
            return Failed("its comments are for subscribers only", "Read them in the browser")
        shut = post.get("write_comment_permissions") == "none" or None
        return FoundThread(comments, self.name, total is None or len(comments) >= total, total, shut)


def _comments(given: list[Any], place: Place) -> tuple[Comment, ...]:
    return tuple(_comment(item, parent, place) for item, parent in _unnested(given))


def _unnested(given: list[Any]) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Yield each with its parent, by a stack: how deep they nest is the site's choice, not ours."""
    stack: list[tuple[Any, str | None]] = [(item, None) for item in reversed(given)]
    many = 0
    while stack and many < MOST:
        item, parent = stack.pop()
        if not isinstance(item, dict) or not isinstance(item.get("id"), int):
            continue
        many += 1
        id = str(item["id"])
        children = item.get("children")
        stack += [(child, id) for child in reversed(children if isinstance(children, list) else [])]
        yield item, parent


def _comment(item: dict[str, Any], parent: str | None, place: Place) -> Comment:
    id = str(item["id"])
    body = item.get("body")
    text, spans = said_plainly(body if isinstance(body, str) else "", place.url)
    who = name(item.get("name"))
    about = item.get("metadata")
    return Comment(
        id=id,
        author=who,
        text=text,
        parent=parent,
        published=moment(item.get("date")),
        by_critic=bool(isinstance(about, dict) and about.get("is_author")) or place.by_critic(who),
        url=f"{place.url.partition('?')[0].rstrip('/')}/comment/{id}",
        spans=spans,
        standing=Standing.GONE if item.get("deleted") or not isinstance(body, str) else Standing.SHOWN,
    )
