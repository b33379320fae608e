"""WordPress: `?paged=N` on any of its feeds, so that a category's archive stays that category's.

A page past the last is a 404 whose body is a valid, empty feed; a plugin may answer it with the first page again.
"""

from urllib.parse import urljoin, urlsplit

from tui.feeds.archives.rest import count_address
from tui.feeds.archives.way import ArchivePage, FeedWay, feed_of, generator, number, with_query
from tui.model.entry import Feed
from tui.model.outcome import Failed, Fetched

_ELSEWHERE = ("substack", "blogger", "letterboxd", "medium", "tumblr", "ghost", "hugo", "jekyll", "eleventy")
"""Generators that know no such pages."""


class Paged(FeedWay):
    """The next page has the next number. Worth a try wherever nothing says that it is something else's feed."""

    name = "paged"

    def begin(self, feed_url: str, feed: Feed) -> str:
        """Return the second page."""
        if feed.kind == "json" or any(name in generator(feed) for name in _ELSEWHERE):
            return ""
        return with_query(_own_feed(feed_url, feed), paged=2)

    def count(self, feed_url: str, feed: Feed) -> str:
        """Return where the blog's REST interface counts its posts."""
        return count_address(feed_url, feed)

    def read(self, answer: Fetched, asked: str) -> ArchivePage:
        """Return a page, and the number after it; an empty one is the last."""
        feed = feed_of(answer)
        following = with_query(asked, paged=number(asked, "paged", 1) + 1)
        return ArchivePage(feed.entries, following if feed.entries else "")

    def ends(self, failed: Failed) -> bool:
        """No such page: the one before was the last."""
        return failed.status in (404, 410)


def _own_feed(feed_url: str, feed: Feed) -> str:
    """Return the blog's own feed where a service such as FeedBurner, which has no pages, passes it on."""
    if "wordpress" in generator(feed) and feed.site_url:
        ours, theirs = (urlsplit(url).hostname or "" for url in (feed_url, feed.site_url))
        if ours.removeprefix("www.") != theirs.removeprefix("www."):
            return urljoin(feed.site_url.rstrip("/") + "/", "feed/")
    return feed_url
