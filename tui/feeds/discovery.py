"""Finding the feed of a page: what it declares, what it links, and where its kind of site usually keeps one (pure)."""

import re
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from tui.feeds.bodies import decode
from tui.feeds.known_sites import channels, place
from tui.feeds.posts import line, web_address
from tui.model.feed_link import FeedLink

_DECLARED = re.compile(r"^(?:application|text)/(?:rss|atom|rdf|feed|x-rss|x-atom)\+?(?:xml|json)?$")
_COMMENTS = re.compile(r"\bcomments?\b|\bkommentare?\b|\bcommentaires?\b|\bcomentarios?\b|\bcommenti\b", re.IGNORECASE)
_FEED_PATH = re.compile(
    r"/(?:feed|rss|atom|rss2|feeds?/posts/default|index\.xml|(?:feed|rss|atom|rss2|index)\.(?:xml|rss|rdf|json|atom|php))/?$"
    r"|\.rss$|\.atom$|[?&]feed=(?:rss2?|atom)\b",
    re.IGNORECASE,
)
_FEED_WORDS = re.compile(
    r"^(?:rss|atom|feed|rss[ -]?feed|atom[ -]?feed|subscribe (?:via|by|with|to) rss|xml feed)$", re.IGNORECASE
)
_WEB_READER = re.compile(
    r"feedly\.com/(?:i/)?subscription/feed/(.+)$|[?&](?:url|feed)=(https?%3A.+?)(?:&|$)", re.IGNORECASE
)
_MOST = 20
"""Feeds offered of one page."""
_USUAL = (
    "feed/", "rss", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feeds/posts/default", "feed.json", "?feed=rss2",
)  # fmt: skip


def find_feeds(html: bytes | str, url: str, content_type: str = "") -> tuple[FeedLink, ...]:
    """Return the feeds the page at `url` names, the likeliest first: posts before comments, the page's own part of the
    site before the whole of it, declared ones before mere links."""
    from selectolax.lexbor import LexborHTMLParser

    text = html if isinstance(html, str) else decode(html, content_type)
    page = LexborHTMLParser(text)
    base = _base(page, url)
    declared = [_link(node, base) for node in page.css("link[rel][href]") if _declares(node)]
    hinted = [_link(node, base) for node in page.css("a[href]") if _hints(node, base)]
    found = _sorted([link for link in declared if link.url], url)
    found += _sorted([link for link in hinted if link.url and _same_site(link.url, url)], url)
    found += [FeedLink(address, "Videos") for address in channels(text, url)]
    return _first_of_each(found, url)


def guesses(url: str) -> tuple[str, ...]:
    """Return addresses where the feed of this site may be, the likeliest first: its kind of site's own place, then the
    usual ones, below the page and at the top."""
    parts = urlsplit(url)
    top = f"{parts.scheme}://{parts.netloc}/"
    if known := place(url):
        return (known,)
    here = urljoin(top, parts.path.rstrip("/") + "/") if parts.path.rstrip("/") else top
    near = [urljoin(here, "feed/")] if here != top else []
    return tuple(dict.fromkeys([*near, *(urljoin(top, usual) for usual in _USUAL)]))


def _base(page: Any, url: str) -> str:
    node = page.css_first("base[href]")
    return (web_address(node.attributes.get("href") or "", url) if node else "") or url


def _declares(node: Any) -> bool:
    """True for a link that names a feed. WordPress also calls its REST and oEmbed answers alternates."""
    relations = (node.attributes.get("rel") or "").lower().split()
    kind = (node.attributes.get("type") or "").lower().split(";")[0].strip()
    if "alternate" not in relations and "feed" not in relations:
        return False
    if kind in ("application/json", "application/xml", "text/xml", ""):
        return "feed" in relations or bool(_FEED_PATH.search(node.attributes.get("href") or ""))
    return bool(_DECLARED.match(kind))


def _hints(node: Any, base: str) -> bool:
    address = web_address(_target(node), base)
    return bool(address) and bool(_FEED_PATH.search(address) or _FEED_WORDS.match(line(node.text(deep=True), 60)))


def _target(node: Any) -> str:
    """Return where a link leads; of one into a feed reader on the web, the feed it would subscribe to."""
    given = node.attributes.get("href") or ""
    reader = _WEB_READER.search(given)
    return unquote(reader[1] or reader[2]) if reader else given


def _link(node: Any, base: str) -> FeedLink:
    url = web_address(_target(node), base)
    title = line(node.attributes.get("title") or node.text(deep=True), 120)
    return FeedLink(url, title, bool(_COMMENTS.search(title) or _COMMENTS.search(urlsplit(url).path)))


def _sorted(links: list[FeedLink], url: str) -> list[FeedLink]:
    page = urlsplit(url).path.rstrip("/")

    def rank(link: FeedLink) -> tuple[bool, bool]:
        own = bool(page) and urlsplit(link.url).path.startswith(f"{page}/")
        return link.comments, not own

    return sorted(links, key=rank)


def _same_site(one: str, other: str) -> bool:
    """True when both are of one site: `feeds.critic.example` counts as `www.critic.example`."""
    names = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (one, other)]
    return names[0] == names[1] or names[0].endswith(f".{names[1]}") or names[1].endswith(f".{names[0]}")


def _key(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")


def _first_of_each(found: list[FeedLink], url: str) -> tuple[FeedLink, ...]:
    kept: dict[str, FeedLink] = {}
    for link in found:
        kept.setdefault(_key(link.url), link)
    kept.pop(_key(url), None)
    return tuple(kept.values())[:_MOST]
