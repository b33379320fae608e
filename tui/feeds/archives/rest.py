"""WordPress' REST interface: a hundred posts at once, whole even where the feed gives excerpts, and counted.

https://developer.wordpress.org/rest-api/reference/posts/ . It knows the whole blog only, so it serves the feed of the
whole blog only; many blogs close it. A page past the last answers 400.
"""

import json
from collections.abc import Mapping
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tui.feeds.archives.way import ArchivePage, generator, number, with_query
from tui.feeds.bodies import decode
from tui.feeds.identities import one_each
from tui.feeds.posts import Post, make_entry, moment
from tui.model.entry import Entry, Feed
from tui.model.errors import NotAFeed
from tui.model.outcome import Failed, Fetched
from tui.web.address import host

_AT_ONCE = 100
_PATHS = frozenset({"", "feed", "feed/rss", "feed/rss2", "feed/atom", "feed/rdf", "index.php/feed", "wp-rss2.php"})
"""Where, below a blog's front page, the feed of all of it stands."""


class Rest:
    """The next page has the next number, until they are as many as there are."""

    name = "rest"
    accept = "application/json"
    from_top = True

    def begin(self, feed_url: str, feed: Feed) -> str:
        """Return the first hundred."""
        address = _posts(feed_url, feed)
        return with_query(address, per_page=_AT_ONCE, _embed="author,wp:term", page=1) if address else ""

    def count(self, feed_url: str, feed: Feed) -> str:
        """Every page counts."""
        return ""

    def read(self, answer: Fetched, asked: str) -> ArchivePage:
        """Return a page."""
        said = [post for post in read_list(answer) if isinstance(post, Mapping) and post.get("link")]
        entries = one_each([make_entry(_post(post), answer.url) for post in said[:_AT_ONCE]], answer.url)
        page, total = number(asked, "page", 1), answer.total
        more = entries and (total is None or page * _AT_ONCE < total)
        return ArchivePage(entries, with_query(asked, page=page + 1) if more else "", total)

    def ends(self, failed: Failed) -> bool:
        """No such page."""
        return failed.status == 400

    def whole(self, entry: Entry, answer: Fetched) -> Entry:
        """The text is there."""
        return entry


def count_address(feed_url: str, feed: Feed) -> str:
    """Return where one post is answered with the number of all; empty where REST does not know this feed."""
    address = _posts(feed_url, feed)
    return with_query(address, per_page=1, _fields="id") if address else ""


def read_list(answer: Fetched) -> list[Any]:
    """Return a JSON array. Raises NotAFeed for anything else."""
    try:
        said = json.loads(decode(answer.body, answer.content_type))
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, list):
        raise NotAFeed(f"{host(answer.url)} answered with something that is no list of posts")
    return said


def _posts(feed_url: str, feed: Feed) -> str:
    """Return the address of a blog's posts, where this is the feed of all of them."""
    site, parts = urlsplit(feed.site_url), urlsplit(feed_url)
    if "wordpress" not in generator(feed) or not feed.site_url:
        return ""
    below = parts.path.strip("/").removeprefix(site.path.strip("/")).strip("/")
    asked = {name for name, _ in parse_qsl(parts.query)}
    if parts.hostname == site.hostname and (below not in _PATHS or asked - {"feed", "paged", "redirect"}):
        return ""
    top = feed.site_url.rstrip("/") + "/"
    plain = "feed" in asked or any("/?p=" in entry.url for entry in feed.entries[:3])
    return with_query(top, rest_route="/wp/v2/posts") if plain else f"{top}wp-json/wp/v2/posts"


def _post(said: Mapping[str, Any]) -> Post:
    link, embedded = str(said["link"]), said.get("_embedded")
    embedded = embedded if isinstance(embedded, Mapping) else {}
    content = _rendered(said, "content")
    return Post(
        guid=unescape(_rendered(said, "guid")),
        title=_rendered(said, "title"),
        title_is_html=True,
        link=link,
        text=content or _rendered(said, "excerpt"),
        is_content=bool(content),
        author=next(_names(embedded.get("author")), ""),
        published=moment(str(said.get("date_gmt"))) or moment(str(said.get("date"))),
        updated=moment(str(said.get("modified_gmt"))),
        comments_feed=f"{link}&feed=rss2" if "?" in link else f"{link.rstrip('/')}/feed/",
        tags=[name for terms in _list(embedded.get("wp:term")) for name in _names(terms)],
    )


def _rendered(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return str(value.get("rendered") or "") if isinstance(value, Mapping) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _names(things: Any) -> Any:
    return (str(thing.get("name") or "") for thing in _list(things) if isinstance(thing, Mapping))
