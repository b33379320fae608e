"""One post, whatever format it came in: raw strings become a clean `Entry`. Here feed text is cleaned, once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from tui.feeds.bodies import unstow
from tui.feeds.identities import digest
from tui.feeds.sanitising import plain_to_html, sanitise, words
from tui.model import text as clean
from tui.model.entry import Entry

MOST_ENTRIES = 5_000
"""Posts taken of one feed."""
_LONGEST_ADDRESS = 2_000
_LONGEST_GUID = 500
_VIEWING = re.compile(r"letterboxd-(?:watch|review)-(\d{1,18})")
_MOST_FIELDS = 60
_MOST_TAGS = 40
_MOST_COMMENTS = 10**9
"""What is above is no count, and from 2**63 on no number SQLite keeps."""
_EXCERPT_END = re.compile(
    r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.|(?:continue|read|keep) (?:reading|more|on|the (?:full|rest))[^.!?]{0,80})\s*$",
    re.IGNORECASE,
)
_WHOLE = 1_500
"""Characters of text from which a description is taken for the whole post."""


@dataclass(slots=True)
class Post:
    """What a feed says of one post, as it says it."""

    guid: str = ""
    title: str = ""
    title_is_html: bool = False
    link: str = ""
    text: str = ""
    text_is_html: bool = True
    is_content: bool = False
    """False when the text stands where feeds keep summaries."""
    base: str = ""
    """`xml:base`, absolute."""
    author: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    comments: str = ""
    comments_feed: str = ""
    tags: Sequence[str] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


def line(text: str, most: int = 500) -> str:
    """Return a string of the feed as one clean line."""
    return clean.field(unstow(text[: most * 4]), most)


def web_address(given: str, base: str) -> str:
    """Return an address of the feed, absolute, http or https; empty when it is none."""
    given = line(given, _LONGEST_ADDRESS + 1).replace(" ", "%20")
    if not given or len(given) > _LONGEST_ADDRESS:
        return ""
    try:
        joined = urljoin(base, given)
        parts = urlsplit(joined)
    except ValueError:
        return ""
    return joined if parts.scheme in ("http", "https") and parts.hostname else ""


def make_entry(post: Post, feed_base: str) -> Entry:
    """Return the post cleaned. `feed_base` is what its relative addresses refer to unless it names a base itself.

    Its guid is the feed's, or empty: what such a post goes by, only `identities` can say, who knows them all.
    """
    url = web_address(post.link, post.base or feed_base)
    raw = post.text if post.text_is_html else plain_to_html(post.text)
    html, data = sanitise(raw, post.base or url or feed_base)
    title = line(words(post.title) if post.title_is_html else post.title)
    fields = _fields(post.fields)
    if data:
        fields["json-ld"] = data
    guid = _guid(post.guid)
    if viewing := _VIEWING.fullmatch(guid):  # a film logged, that gains a text: the same viewing, another guid
        fields["guid"], guid = guid, f"letterboxd-viewing-{viewing[1]}"
    return Entry(
        guid=guid,
        title=title,
        url=url,
        html=html,
        author=line(post.author, 200),
        published=post.published,
        updated=post.updated if post.updated != post.published else None,
        summary=_is_excerpt(post, html, fields),
        comments=_count(post.comments),
        comments_feed=web_address(post.comments_feed, post.base or feed_base),
        tags=tuple(dict.fromkeys(filter(None, map(_tag, post.tags[:_MOST_TAGS])))),
        fields=fields,
    )


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime | None:
    """Return a time in UTC; None for one that no calendar has."""
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def moment(text: str) -> datetime | None:
    """Return an RFC 3339 time in UTC; one without a zone is taken as UTC."""
    try:
        read = datetime.fromisoformat(text.strip())
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _guid(given: str) -> str:
    guid = line(given, _LONGEST_GUID * 4)
    return guid if len(guid) <= _LONGEST_GUID else digest(guid)


def _tag(given: str) -> str:
    """Return a category in words; Blogger's `http://schemas…#post` says nothing."""
    return "" if given.startswith(("http:", "https:")) else line(words(given), 100)


def _fields(given: Mapping[str, str]) -> dict[str, str]:
    pairs = [(line(name, 80), line(value, 2_000)) for name, value in list(given.items())[:_MOST_FIELDS]]
    return {name: value for name, value in pairs if name and value}


def _count(given: str) -> int | None:
    digits = line(given, 20)
    count = int(digits) if digits.isascii() and digits.isdigit() else None
    return count if count is not None and count <= _MOST_COMMENTS else None


def _is_excerpt(post: Post, html: str, fields: Mapping[str, str]) -> bool:
    """True when what the feed gives is likely not the whole post.

    A `description` alone is a summary in WordPress, and the whole post in Letterboxd and many hand-made feeds: length
    and the way it ends decide.
    """
    if post.guid.startswith("letterboxd-") or "user_rating" in fields:
        return False
    text = words(html[-2_000:]).strip()
    if _EXCERPT_END.search(text[-200:]):
        return True
    return not post.is_content and len(words(html[: _WHOLE * 4])) < _WHOLE
