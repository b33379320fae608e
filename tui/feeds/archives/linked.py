"""Archives a feed itself links: RFC 5005's `prev-archive`, its paged `next`, and JSON Feed's `next_url`.

https://www.rfc-editor.org/rfc/rfc5005
"""

from tui.feeds.archives.way import ArchivePage, FeedWay, feed_of
from tui.feeds.posts import web_address
from tui.model.entry import Feed
from tui.model.outcome import Fetched


class Linked(FeedWay):
    """The next page is where the last one says."""

    name = "linked"

    def begin(self, feed_url: str, feed: Feed) -> str:
        """Return what the feed names."""
        return _following(feed, feed_url)

    def read(self, answer: Fetched, asked: str) -> ArchivePage:
        """Return a page and what it names in its turn."""
        feed = feed_of(answer)
        return ArchivePage(feed.entries, _following(feed, answer.url))


def _following(feed: Feed, url: str) -> str:
    """Archives come before pages: their addresses stay, and what is in them does not move."""
    given = feed.fields.get("rel:prev-archive") or feed.fields.get("rel:next") or ""
    return web_address(given, url) if given else ""
