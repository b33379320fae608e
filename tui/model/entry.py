"""What a feed holds, cleaned, before anything is understood."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from tui.model.record import record


@record(frozen=True, slots=True)
class Entry:
    """One post of a feed."""

    guid: str
    """What identifies it within its feed: guid or id, else the link, else a hash: `tui.feeds.identities`."""
    title: str
    """One clean line; may be empty."""
    url: str
    """The page, http or https; empty when the feed gives none."""
    html: str
    """The fullest text given, sanitised, evidence attributes kept (`itemprop`, `alt`, `data-*`); may be empty."""
    author: str = ""
    published: datetime | None = None
    """UTC."""
    updated: datetime | None = None
    """UTC."""
    summary: bool = False
    """True when the text is only the feed's summary, so likely an excerpt."""
    comments: int | None = None
    """How many, by `slash:comments` or `thr:total`; None when the feed does not say."""
    comments_feed: str = ""
    """`wfw:commentRss` or an Atom `replies` link."""
    tags: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    """Extension fields by their usual prefix: `letterboxd:memberRating`, `thr:in-reply-to`, `user_rating`."""


@record(frozen=True, slots=True)
class Feed:
    """One parsed feed."""

    title: str
    url: str = ""
    """Its own address (`rel=self`), if it says."""
    site_url: str = ""
    """The site it belongs to, http or https."""
    language: str = ""
    entries: tuple[Entry, ...] = ()
    kind: str = ""
    """`rss20`, `rss10`, `atom10`, `json`, … as found."""
    complaint: str = ""
    """What was wrong with it although it could be read; empty when it was well-formed."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """`ttl`, `sy:updatePeriod`, `fh:complete` and the like."""
