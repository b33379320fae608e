"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), which feedparser does not read."""

import json
from collections.abc import Mapping
from typing import Any

from tui.feeds.identities import one_each
from tui.feeds.posts import MOST_ENTRIES, Post, line, make_entry, moment, web_address
from tui.model.entry import Feed
from tui.model.errors import NotAFeed
from tui.web.address import host


def parse(text: str, *, url: str) -> Feed:
    """Return the feed. Raises NotAFeed for JSON that is something else."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAFeed(f"{host(url)} answered with JSON that does not parse", "Give the site's own address") from error
    if not isinstance(said, dict) or "jsonfeed.org/version/" not in str(said.get("version", "")):
        raise NotAFeed(f"{host(url)} answered with JSON that is no JSON Feed", "Give the site's own address")
    items = [item for item in _list(said.get("items")) if isinstance(item, Mapping)]
    site = web_address(_text(said.get("home_page_url")), url)
    return Feed(
        title=line(_text(said.get("title"))),
        url=web_address(_text(said.get("feed_url")), url),
        site_url=site,
        language=line(_text(said.get("language")), 20),
        entries=one_each([make_entry(_post(item), site or url) for item in items[:MOST_ENTRIES]], site or url),
        kind="json",
        complaint=f"only the first {MOST_ENTRIES:,} posts were taken" if len(items) > MOST_ENTRIES else "",
        fields={"rel:next": following} if (following := web_address(_text(said.get("next_url")), url)) else {},
    )


def _post(item: Mapping[str, Any]) -> Post:
    html, plain, summary = (_text(item.get(key)) for key in ("content_html", "content_text", "summary"))
    return Post(
        guid=_text(item.get("id")),
        title=_text(item.get("title")),
        link=_text(item.get("url")) or _text(item.get("external_url")),
        text=html or plain or summary,
        text_is_html=bool(html),
        is_content=bool(html or plain),
        author=", ".join(filter(None, map(_name, _list(item.get("authors")) or [item.get("author")]))),
        published=moment(_text(item.get("date_published"))),
        updated=moment(_text(item.get("date_modified"))),
        tags=[_text(tag) for tag in _list(item.get("tags"))],
        fields={key: _text(item[key]) for key in ("image", "banner_image", "external_url") if item.get(key)},
    )


def _text(value: Any) -> str:
    """Return a string for what should be one; numbers are let through, as ids often are numbers."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(author: Any) -> str:
    return _text(author.get("name")) if isinstance(author, Mapping) else ""
