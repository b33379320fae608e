"""Blogger: `start-index` and `max-results` on its feeds, which say how many posts there are.

It gives fewer than asked when they are long, so the next page begins where this one really ended.
"""

from urllib.parse import urlsplit

from tui.feeds.archives.way import ArchivePage, FeedWay, feed_of, generator, number, with_query
from tui.model.entry import Feed
from tui.model.outcome import Fetched

_AT_ONCE = 100


class Blogger(FeedWay):
    """The next page begins behind this one."""

    name = "blogger"

    def begin(self, feed_url: str, feed: Feed) -> str:
        """Return what follows the posts of the feed."""
        ours = "blogger" in generator(feed) or "/feeds/posts/" in urlsplit(feed_url).path
        if not ours or not feed.entries:
            return ""
        return _from(feed_url, number(feed_url, "start-index", 1) + len(feed.entries))

    def read(self, answer: Fetched, asked: str) -> ArchivePage:
        """Return a page."""
        feed, start = feed_of(answer), number(asked, "start-index", 1)
        said = feed.fields.get("opensearch:totalresults", "")
        total = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None
        behind = start + len(feed.entries)
        more = feed.entries and (total is None or behind <= total)
        return ArchivePage(feed.entries, _from(asked, behind) if more else "", total)


def _from(url: str, start: int) -> str:
    return with_query(url, **{"start-index": start, "max-results": _AT_ONCE, "redirect": "false"})
