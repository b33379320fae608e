"""A thread from WordPress's REST interface: everything, its parents, and who is the critic.

Where it is stands in the page's `<link rel="https://api.w.org/">`; the guid WordPress gives (`https://site/?p=7`) tells
both the site and the post's number, and saves the page. With plain permalinks the way is `?rest_route=`. Some sites
block it; some answer with a page. https://developer.wordpress.org/rest-api/reference/comments/
"""

import asyncio
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from tui.comments.source import MOST, Asking, Page, Place, whole
from tui.comments.words import name, said
from tui.model.comment import Comment, Standing
from tui.model.outcome import Failed
from tui.model.record import record
from tui.model.text import field
from tui.model.thread import FoundThread

_PER_PAGE = 100
"""The most WordPress gives."""
_FIELDS = "id,parent,author,author_name,author_url,date_gmt,content,link,status,type"
_GUID = re.compile(r"^(https?://[^?#\s]{1,500})\?p=(\d{1,12})$")
_SHORT = re.compile(r"[?&]p=(\d{1,12})(?:&|$)")
_POSTID = re.compile(r"\bpostid-(\d{1,12})\b")
_PINGS = frozenset({"pingback", "trackback"})


@record(frozen=True, slots=True)
class _Post:
    """Where a post's comments are asked for."""

    root: str
    """The interface's root, ending in `/` or in `?rest_route=/`."""
    number: str

    def ask(self, path: str, query: str) -> str:
        """Return the address of a request."""
        joint = "&" if "?" in self.root else "?"
        return f"{self.root}{path}{joint}{query}"


class WordPress:
    """`/wp-json/wp/v2/comments?post=…`."""

    name = "wordpress"

    async def thread(self, asking: Asking) -> FoundThread | Failed | None:
        failed: Failed | None = None
        tried: set[_Post] = set()
        for post in _by_guid(asking.place.guid, asking.place.url):
            tried.add(post)
            found = await self._ask(asking, post, sure=False)
            if not isinstance(found, Failed):
                return found
            failed = found
            if found.status is None:
                return found  # no network, no such host: another way in leads nowhere either
        page = await asking.page()
        if isinstance(page, Failed):
            return failed or page
        post_there = await _by_page(asking, page)
        if post_there is None or post_there in tried:
            return failed
        return await self._ask(asking, post_there)

    async def _ask(self, asking: Asking, post: _Post, *, sure: bool = True) -> FoundThread | Failed:
        about = await asking.json(post.ask(f"wp/v2/posts/{post.number}", "_fields=id,author,comment_status,link"))
        if isinstance(about, Failed):
            return about
        if not isinstance(about, dict) or not (sure or _same_page(about.get("link"), asking.place.url)):
            return Failed("its number belongs to another post", status=404)
        items, complete = await self._items(asking, post)
        if isinstance(items, Failed):
            return items
        comments = await asyncio.to_thread(_comments, items.values(), about.get("author"), asking.place)
        shut = {"open": False, "closed": True}.get(str(about.get("comment_status")))
        return FoundThread(comments, self.name, complete, len(comments) if complete else None, shut)

    async def _items(self, asking: Asking, post: _Post) -> tuple[dict[str, Any] | Failed, bool]:
        """Return the comments as they are given, by id, and whether that is all of them."""
        items: dict[str, Any] = {}
        for number in range(1, MOST // _PER_PAGE + 1):
            query = f"post={post.number}&per_page={_PER_PAGE}&page={number}&order=asc&_fields={_FIELDS}"
            some = await asking.json(post.ask("wp/v2/comments", query))
            if not isinstance(some, list):
                if items:
                    return items, False  # what came is worth keeping
                strange = Failed("its REST interface does not answer as WordPress does")
                return some if isinstance(some, Failed) else strange, False
            known = len(items)
            items |= {str(item["id"]): item for item in some if isinstance(item, dict) and "id" in item}
            if len(some) < _PER_PAGE:
                return items, True
            if len(items) == known:
                return items, False  # the same page again, whatever number is asked for
        return items, False


def _comments(items: Iterable[Any], critic: object, place: Place) -> tuple[Comment, ...]:
    return tuple(_comment(item, critic, place) for item in items if item.get("type") not in _PINGS)


def _comment(item: dict[str, Any], critic: object, place: Place) -> Comment:
    author = name(item.get("author_name"))
    link = item.get("link")
    url = whole(link, place.url) if isinstance(link, str) else ""
    content = item.get("content")
    html = content.get("rendered") if isinstance(content, dict) else ""
    text, spans = said(html if isinstance(html, str) else "", place.url)
    site = item.get("author_url")
    above = item.get("parent")
    return Comment(
        id=field(str(item["id"]), 40),
        author=author,
        text=text,
        parent=field(str(above), 40) if above else None,
        published=moment(item.get("date_gmt")),
        # Where the post's author is known, a name proves nothing: anybody may sign with it.
        by_critic=item.get("author") == critic if critic else place.by_critic(author),
        url=url,
        spans=spans,
        standing=Standing.HELD if item.get("status") == "hold" else Standing.SHOWN,
        author_url=whole(site, place.url) if isinstance(site, str) else "",
    )


def moment(written: object) -> datetime | None:
    """Return a time written in ISO 8601, without a zone taken as UTC; None for anything else."""
    if not isinstance(written, str):
        return None
    try:
        found = datetime.fromisoformat(written[:40])
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _by_guid(guid: str, url: str) -> Iterator[_Post]:
    """Yield where the interface most likely is, by the guid alone. Another host's guid is left from before a move."""
    found = _GUID.match(guid)
    if not found or urlsplit(found[1]).hostname != urlsplit(url).hostname:
        return
    home = url[: url.index("/", 8) + 1] if found[1].startswith("http://") and url.startswith("https://") else found[1]
    home = home if home.endswith("/") else f"{home}/"
    if _SHORT.search(url):
        yield _Post(f"{home}?rest_route=/", found[2])
    else:
        yield _Post(f"{home}wp-json/", found[2])


async def _by_page(asking: Asking, page: Page) -> _Post | None:
    """Return where the page itself says the interface is."""
    root = next((href for rel, href, _ in page.links if rel == "https://api.w.org/" and href), "")
    if not root:
        return None
    if "rest_route" not in root and not root.endswith("/"):
        root += "/"
    number = _number(page)
    if number:
        return _Post(root, number)
    slug = urlsplit(page.url).path.rstrip("/").rpartition("/")[2]
    if not slug:
        return None
    posts = await asking.json(_Post(root, "").ask("wp/v2/posts", f"slug={quote(slug, safe='%')}&_fields=id"))
    first = posts[0] if isinstance(posts, list) and posts else None
    found = str(first.get("id", "")) if isinstance(first, dict) else ""
    return _Post(root, found) if found.isascii() and found.isdigit() else None


def _number(page: Page) -> str:
    """Return the post's number by the short link or the body's classes: a guid's may be from before a move."""
    short = next((href for rel, href, _ in page.links if rel == "shortlink"), "")
    found = _SHORT.search(short) or _POSTID.search(_body(page.html))
    return found[1] if found else ""


def _same_page(link: object, url: str) -> bool:
    """True when the post's own link is the review's address: after a move a number may mean another post."""
    if not isinstance(link, str):
        return False
    mine, theirs = urlsplit(url), urlsplit(link)
    same_path = unquote(mine.path).rstrip("/") == unquote(theirs.path).rstrip("/")
    numbers = _SHORT.search(url), _SHORT.search(link)
    return same_path and (numbers[0] and numbers[0][1]) == (numbers[1] and numbers[1][1])


def _body(html: str) -> str:
    start = html.find("<body")
    return html[start : start + 3_000] if start >= 0 else ""
