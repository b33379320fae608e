"""A thread from WordPress's REST interface: everything, its parents, and who is the critic.

Where it is stands in the page's `<link rel="https://api.w.org/">`; the guid WordPress gives (`https://site/?p=7`) tells
both the site and the post's number, and saves the page. With plain permalinks the way is `?rest_route=`. Some sites
block it; some answer with a page. https://developer.wordpress.org/rest-api/reference/comments/
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from tui.comments.source import MOST, Asking, Page, whole
from tui.comments.words import name, said
from tui.model.comment import Comment, Standing
from tui.model.outcome import Failed
from tui.model.thread import FoundThread

_PER_PAGE = 100
"""The most WordPress gives."""
_FIELDS = "id,parent,author,author_name,author_url,date_gmt,content,link,status,type"
_GUID = re.compile(r"^(https?://[^?#\s]{1,500})\?p=(\d{1,12})$")
_SHORT = re.compile(r"[?&]p=(\d{1,12})(?:&|$)")
_POSTID = re.compile(r"\bpostid-(\d{1,12})\b")
_PINGS = frozenset({"pingback", "trackback"})


@dataclass(frozen=True, slots=True)
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
            found = await self._ask(asking, post)
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

    async def _ask(self, asking: Asking, post: _Post) -> FoundThread | Failed:
        items: dict[str, Any] = {}
        complete = False
        for number in range(1, MOST // _PER_PAGE + 1):
            query = f"post={post.number}&per_page={_PER_PAGE}&page={number}&order=asc&_fields={_FIELDS}"
            some = await asking.json(post.ask("wp/v2/comments", query))
            if isinstance(some, Failed):
                if number == 1:
                    return some
                break  # what came is worth keeping
            if not isinstance(some, list):
                return Failed("its REST interface does not answer as WordPress does")
            fresh = {str(item["id"]): item for item in some if isinstance(item, dict) and "id" in item}
            complete = len(some) < _PER_PAGE
            if complete or not fresh.keys() - items.keys():
                items |= fresh
                break
            items |= fresh
        said_of_it = await asking.json(post.ask(f"wp/v2/posts/{post.number}", "_fields=id,author,comment_status"))
        about = said_of_it if isinstance(said_of_it, dict) else {}
        status = about.get("comment_status")
        comments = tuple(_comments(items.values(), about.get("author"), asking))
        return FoundThread(
            comments,
            self.name,
            complete,
            len(comments) if complete else None,
            {"open": False, "closed": True}.get(status) if isinstance(status, str) else None,
        )


def _comments(items: Any, critic: object, asking: Asking) -> Iterator[Comment]:
    for item in items:
        if item.get("type") in _PINGS:
            continue
        author = name(item.get("author_name"))
        link = item.get("link")
        url = whole(link, asking.place.url) if isinstance(link, str) else ""
        content = item.get("content")
        html = content.get("rendered") if isinstance(content, dict) else ""
        text, spans = said(html if isinstance(html, str) else "", asking.place.url)
        site = item.get("author_url")
        above = item.get("parent")
        yield Comment(
            id=str(item["id"])[:40],
            author=author,
            text=text,
            parent=str(above)[:40] if above else None,
            published=moment(item.get("date_gmt")),
            by_critic=item.get("author") == critic if critic and item.get("author") else asking.place.by_critic(author),
            url=url,
            spans=spans,
            standing=Standing.HELD if item.get("status") == "hold" else Standing.SHOWN,
            author_url=whole(site, asking.place.url) if isinstance(site, str) else "",
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
    number = _number(page, asking.place)
    if number:
        return _Post(root, number)
    slug = urlsplit(page.url).path.rstrip("/").rpartition("/")[2]
    if not slug:
        return None
    posts = await asking.json(_Post(root, "").ask("wp/v2/posts", f"slug={quote(slug, safe='%')}&_fields=id"))
    first = posts[0] if isinstance(posts, list) and posts else None
    found = str(first.get("id", "")) if isinstance(first, dict) else ""
    return _Post(root, found) if found.isascii() and found.isdigit() else None


def _number(page: Page, place: Any) -> str:
    """Return the post's number: by the guid, the short link, or the body's classes."""
    short = next((href for rel, href, _ in page.links if rel == "shortlink"), "")
    found = _SHORT.search(place.guid) or _SHORT.search(short) or _POSTID.search(_body(page.html))
    return found[1] if found else ""


def _body(html: str) -> str:
    start = html.find("<body")
    return html[start : start + 3_000] if start >= 0 else ""
