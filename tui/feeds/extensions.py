"""Names of what feeds say beyond their format, by the prefix and spelling people know them by.

feedparser hands them over in lower case, under the prefix the document happened to choose.
"""

import re
from collections.abc import Mapping
from typing import Any

_PREFIXES = {
    "https://letterboxd.com": "letterboxd",
    "https://themoviedb.org": "tmdb",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.youtube.com/xml/schemas/2015": "yt",
}
"""Usual prefixes of the namespaces feedparser does not know."""
_SPELLINGS = {
    name.lower(): name
    for name in (
        "letterboxd:watchedDate", "letterboxd:rewatch", "letterboxd:filmTitle", "letterboxd:filmYear",
        "letterboxd:memberRating", "letterboxd:memberLike", "tmdb:movieId", "tmdb:tvId", "wfw:commentRss",
        "wfw:comment", "sy:updatePeriod", "sy:updateFrequency", "sy:updateBase", "yt:videoId", "yt:channelId",
        "feedburner:origLink",
    )
}  # fmt: skip
_ENTRY_STANDARD = frozenset({
    "title", "title_detail", "link", "links", "id", "guidislink", "summary", "summary_detail", "content",
    "published", "published_parsed", "updated", "updated_parsed", "created", "created_parsed", "expired",
    "expired_parsed", "author", "author_detail", "authors", "tags", "contributors", "publisher",
    "publisher_detail", "source", "href", "rights", "rights_detail", "wfw_commentrss", "slash_comments",
    "language", "subtitle", "subtitle_detail", "image",
})  # fmt: skip
"""What an entry holds that has a place of its own, or that nobody reads."""
_FEED_WANTED = re.compile(r"^(?:ttl|generator|sy_\w+|fh_\w+|newlocation|opensearch_totalresults)$")


def entry_fields(entry: Mapping[str, Any], namespaces: Mapping[str, str]) -> dict[str, str]:
    """Return an entry's extension fields by their usual names."""
    fields: dict[str, str] = {}
    for key, value in entry.items():
        if key in _ENTRY_STANDARD or key.endswith(("_parsed", "_detail")):
            continue
        said = _said(value)
        if said:
            fields[_name(key, namespaces)] = said
    return fields


def feed_fields(feed: Mapping[str, Any], namespaces: Mapping[str, str]) -> dict[str, str]:
    """Return the feed's own extension fields, and its links by relation (`rel:next`, `rel:prev-archive`, `rel:hub`)."""
    fields = {
        _name(key, namespaces): str(value) or "yes"  # <fh:complete/> says all by being there
        for key, value in feed.items()
        if isinstance(value, str) and _FEED_WANTED.match(key)
    }
    for link in feed.get("links", ()):
        relation = str(link.get("rel", ""))
        if relation not in ("", "alternate", "self") and link.get("href"):
            fields.setdefault(f"rel:{relation}", str(link["href"]))
    return fields


def _said(value: Any) -> str:
    """Return what a field says: its text, or of an element with attributes the one that matters."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return _said(value[0]) if value else ""
    if isinstance(value, Mapping):
        return next((str(value[key]) for key in ("ref", "url", "href", "content", "value") if value.get(key)), "")
    return ""


def _name(key: str, namespaces: Mapping[str, str]) -> str:
    """Return `letterboxd:memberRating` for `letterboxd_memberrating`; an unprefixed `user_rating` stays as it is."""
    prefix, found, rest = key.partition("_")
    if not found or prefix not in namespaces:
        return _SPELLINGS.get(key, key)
    uri = namespaces[prefix].rstrip("/").lower()
    name = f"{_PREFIXES.get(uri, prefix)}:{rest}"
    return _SPELLINGS.get(name.lower(), name)
