"""Which way into a critic's archive fits, the likeliest first: decided from the feed alone (pure)."""

from tui.feeds.archives.blogger import Blogger
from tui.feeds.archives.linked import Linked
from tui.feeds.archives.paged import Paged
from tui.feeds.archives.rest import Rest
from tui.feeds.archives.substack import Substack
from tui.feeds.archives.way import Way
from tui.model.entry import Feed

_BLOGGER, _LINKED, _PAGED, _REST, _SUBSTACK = Blogger(), Linked(), Paged(), Rest(), Substack()
WAYS: dict[str, Way] = {way.name: way for way in (_BLOGGER, _SUBSTACK, _LINKED, _PAGED, _REST)}
"""Every way by its name."""


def ways(feed_url: str, feed: Feed) -> tuple[tuple[Way, str], ...]:
    """Return (way, its first address), to be tried in this order; nothing for a feed that says it is complete.

    A blog's own kind of archive comes before what the feed links, which knows less of where it ends. Of WordPress' two
    the feed's own pages come first: they give all a feed gives, the number of comments too. Where they are excerpts,
    REST does, which gives whole texts.
    """
    if "fh:complete" in feed.fields:
        return ()
    excerpts = sum(entry.summary for entry in feed.entries)
    wordpress = (_REST, _PAGED) if 2 * excerpts > len(feed.entries) else (_PAGED, _REST)
    order: tuple[Way, ...] = (_BLOGGER, _SUBSTACK, _LINKED, *wordpress)
    return tuple((way, begin) for way in order if (begin := way.begin(feed_url, feed)))
