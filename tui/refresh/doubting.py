"""What came is a feed, and yet not the critic's: to be told instead of taken (pure)."""

import re
from urllib.parse import parse_qs, urlsplit

from tui.model.critic import FeedState
from tui.model.entry import Feed
from tui.model.outcome import Failed
from tui.web.address import host, without_secrets

_PART = re.compile(r"/(?:authors?|by|category|categories|tags?|topics?|sections?|labels?|users?)/[^/]+", re.IGNORECASE)
_WHOLE = re.compile(r"^/(?:[a-z]{2}/|blog/)?(?:feed|rss|rss2|atom|index)(?:\.(?:xml|rss|php))?/?$", re.IGNORECASE)
_PART_NAMES = frozenset({"author", "author_name", "cat", "category_name", "tag", "label"})


def leads_to_all(asked: str, came: str) -> Failed | None:
    """Return that the feed of one author or section leads to that of the whole site, if it does.

    WordPress sends `?author=7&feed=rss2` there when nobody is author 7 any more: all others' reviews would come in
    under this critic's name.
    """
    if asked != came and _is_part(asked) and not _is_part(came) and _is_whole(came):
        return Failed(
            f"{host(asked)} leads from the feed of one part of the site to the feed of all of it",
            f"If you want all of it, subscribe to {without_secrets(came)}",
        )
    return None


def emptied(state: FeedState, asked: str, feed: Feed) -> Failed | None:
    """Return that a feed which had posts has none any more, if so.

    WordPress answers 200 with an empty feed for an author or category that no longer exists.
    """
    if feed.entries or state.newest is None:
        return None
    return Failed(
        f"the feed of {host(asked)} holds no post any more, though it did",
        "It may have moved: give Matinee the site's own address. What was read stays",
    )


def _is_part(url: str) -> bool:
    parts = urlsplit(url)
    return bool(_PART.search(parts.path)) or bool(_PART_NAMES & set(parse_qs(parts.query)))


def _is_whole(url: str) -> bool:
    parts = urlsplit(url)
    return bool(_WHOLE.match(parts.path)) or (parts.path in ("", "/") and "feed" in parse_qs(parts.query))
