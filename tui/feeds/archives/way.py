"""What every way into an archive can do. Its place is an address, so that whoever knows the next one can go on."""

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tui.feeds.parsing import parse_feed
from tui.model.entry import Entry, Feed
from tui.model.outcome import Failed, Fetched
from tui.model.record import record
from tui.web.client import FEEDS


@record(frozen=True, slots=True)
class ArchivePage:
    """One page of an archive, newest posts first as a rule."""

    entries: tuple[Entry, ...]
    following: str = ""
    """The address of the next page; empty at the end."""
    total: int | None = None
    """Posts there are in all, where the page says so."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Where the whole text of a post stands if not on this page: an address, by guid."""


class Way(Protocol):
    """One way in."""

    name: str
    """As the library remembers it."""
    accept: str
    """What to ask the server for."""
    from_top: bool
    """True when its first page holds the newest posts, those of the feed again."""

    def begin(self, feed_url: str, feed: Feed) -> str:
        """Return the address of the first page beyond the feed; empty where this way does not lead."""

    def count(self, feed_url: str, feed: Feed) -> str:
        """Return an address that is answered with the total (`Fetched.total`); empty where none is known."""

    def read(self, answer: Fetched, asked: str) -> ArchivePage:
        """Return what came for the address `asked`. Raises NotAFeed for what is no page of an archive."""

    def ends(self, failed: Failed) -> bool:
        """True when a page that failed so lies past the last one."""

    def whole(self, entry: Entry, answer: Fetched) -> Entry:
        """Return a post with its text, which came from the address `ArchivePage.texts` gives."""


class FeedWay:
    """What ways have in common whose pages are feeds themselves."""

    accept = FEEDS
    from_top = False

    def count(self, feed_url: str, feed: Feed) -> str:
        """Nobody counts."""
        return ""

    def ends(self, failed: Failed) -> bool:
        """A page that is named and missing is a fault, not the end."""
        return False

    def whole(self, entry: Entry, answer: Fetched) -> Entry:
        """The text is in the feed."""
        return entry


def feed_of(answer: Fetched) -> Feed:
    """Return the feed that a page is."""
    return parse_feed(answer.body, url=answer.url, content_type=answer.content_type)


def with_query(url: str, **values: object) -> str:
    """Return an address with these parameters set: `https://a.example/feed/?paged=2`."""
    parts = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in values]
    query = urlencode([*kept, *((name, str(value)) for name, value in values.items())], safe="/:,")
    return urlunsplit(parts._replace(query=query, fragment=""))


def number(url: str, name: str, default: int) -> int:
    """Return a parameter of an address as a number."""
    given = dict(parse_qsl(urlsplit(url).query)).get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else default


def generator(feed: Feed) -> str:
    """Return what made a feed, in lower case."""
    return feed.fields.get("generator", "").lower()
