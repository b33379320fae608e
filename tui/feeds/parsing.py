"""Bytes become a `Feed`. The only file that knows feedparser; its oddities stop here.

feedparser is asked to sanitise nothing and to resolve nothing: its sanitiser destroys the evidence of grades and costs
ten times the parsing (24 of 39 ms a feed), and a guid it resolved would change whenever the feed's address does.
"""

import io
import re
import warnings
from datetime import datetime
from typing import Any

from tui.feeds import json_feed
from tui.feeds.bodies import Body, open_body
from tui.feeds.extensions import entry_fields, feed_fields
from tui.feeds.identities import one_each
from tui.feeds.lifting import lift, put_back
from tui.feeds.posts import MOST_ENTRIES, Post, line, make_entry, utc, web_address
from tui.feeds.sanitising import words
from tui.model.entry import Feed
from tui.model.errors import NotAFeed
from tui.web.address import host

_ENDED = re.compile(r"</(?:[\w.-]+:)?(?:item|entry|channel|rss|feed|rdf)>\s*$", re.IGNORECASE)
_TEXTS = re.compile(r"text/|application/xhtml")
_HTML = frozenset({"text/html", "application/xhtml+xml"})


def parse_feed(body: bytes, *, url: str, content_type: str = "") -> Feed:
    """Return the feed in `body`, which came from `url` under that Content-Type header.

    Takes RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1 and 1.1, and what of broken ones can be read. Every
    string is clean and every address absolute http(s). Raises NotAFeed, which says what the body is instead.
    """
    opened = open_body(body, url=url, content_type=content_type)
    if opened.kind == "json":
        return json_feed.parse(opened.text, url=url)
    result = _understand(opened)
    if _is_broken(result) and not _ENDED.search(opened.text[-200:]):
        del result["entries"][-1:]  # cut off in the middle of a post: half of it must not replace the whole we may have
    return _feed(result, url)


def _understand(body: Body) -> Any:
    """Return feedparser's reading. Long texts are lifted out before and put back after: it reads them thrice."""
    lifted, texts = lift(body.text)
    if texts:
        result = _run(lifted)
        if not _is_broken(result):
            put_back(result["entries"], texts)
            return result
    return _run(body.text)


def _run(text: str) -> Any:
    import feedparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),  # bytes themselves it would try to open as a file
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )


def _is_broken(result: Any) -> bool:
    """True when the strict parser gave up, so that the loose one read it."""
    from xml.sax import SAXException

    return isinstance(result.get("bozo_exception"), SAXException)


def _feed(result: Any, url: str) -> Feed:
    feed, entries, namespaces = result["feed"], result["entries"], result.get("namespaces", {})
    broken = _is_broken(result)
    if not entries and (broken or not result["version"]):
        raise NotAFeed(f"the feed of {host(url)} breaks off before its first post", "Try again later")
    base = web_address(str(feed.get("link", "")), url) or url
    posts = [_post(entry, namespaces) for entry in entries[:MOST_ENTRIES]]
    return Feed(
        title=line(words(str(feed.get("title", "")))),
        url=web_address(_link(feed, "self"), url),
        site_url=web_address(str(feed.get("link", "")), url),
        language=line(str(feed.get("language", "")), 20),
        entries=one_each([make_entry(post, base) for post in posts], base),
        kind=str(result["version"] or "unknown"),
        complaint=_complaint(result, broken),
        fields={line(k, 80): line(v, 2_000) for k, v in feed_fields(feed, namespaces).items()},
    )


def _complaint(result: Any, broken: bool) -> str:
    if len(result["entries"]) > MOST_ENTRIES:
        return f"only the first {MOST_ENTRIES:,} of {len(result['entries']):,} posts were taken"
    if not broken:
        return ""
    error = result["bozo_exception"]
    where = f" in line {error.getLineNumber()}" if hasattr(error, "getLineNumber") else ""
    return f"not well-formed{where}: {line(error.getMessage(), 100)}"


def _post(entry: Any, namespaces: Any) -> Post:
    said: dict[str, Any] = dict(entry)  # a plain dict: FeedParserDict answers for keys that are not there
    title = said.get("title_detail") or {}
    text = _fullest(said)
    replies = _replies(said)
    fields = entry_fields(said, namespaces)
    count = said.get("slash_comments") or fields.pop("thr:total", "") or _count(replies)
    return Post(
        guid=str(said.get("id") or ""),
        title=str(said.get("title") or ""),
        title_is_html=title.get("type") in _HTML,
        link=str(said.get("link") or _link(said, "alternate")),
        text=str(text.get("value") or ""),
        text_is_html=text.get("type", "text/html") in _HTML,
        is_content=any(content.get("value") for content in said.get("content", ())),
        base=web_address(str(text.get("base") or ""), ""),
        author=_author(said),
        published=_time(said.get("published_parsed")) or _time(said.get("created_parsed")),
        updated=_time(said.get("updated_parsed")),
        comments=str(count or ""),
        comments_feed=str(said.get("wfw_commentrss") or (replies.get("href") if _is_feed(replies) else "") or ""),
        tags=[str(tag.get("label") or tag.get("term") or "") for tag in said.get("tags", ())],
        fields=fields,
    )


def _fullest(said: dict[str, Any]) -> Any:
    """Return the longest of all texts given: some feeds put the excerpt in `content` and the post in `description`."""
    texts = [text for text in said.get("content", ()) if _TEXTS.match(str(text.get("type", "")))]
    summary = dict(said.get("summary_detail") or {})
    if said.get("summary"):
        texts.append({**summary, "value": said["summary"]})
    return max(texts, key=lambda text: len(text.get("value") or ""), default={})


def _author(said: dict[str, Any]) -> str:
    names = [str(author["name"]) for author in said.get("authors", ()) if author.get("name")]
    return ", ".join(dict.fromkeys(names[:5])) or str(said.get("author") or "")


def _link(said: Any, relation: str) -> str:
    return next((str(link.get("href") or "") for link in said.get("links", ()) if link.get("rel") == relation), "")


def _replies(said: dict[str, Any]) -> Any:
    """Return the link to the replies: the feed of them where there is one, as only that can be read."""
    links = [link for link in said.get("links", ()) if link.get("rel") == "replies"]
    return next(filter(_is_feed, links), links[0] if links else {})


def _count(link: Any) -> str:
    """Return `thr:count` of a link, whatever prefix the document gave it."""
    return next((str(value) for key, value in link.items() if key.endswith(":count")), "")


def _is_feed(link: Any) -> bool:
    return "atom" in str(link.get("type", "")) or "rss" in str(link.get("type", ""))


def _time(parsed: Any) -> datetime | None:
    return utc(*parsed[:6]) if parsed else None
