"""From bytes to drafts: all the thinking a feed takes, in one function that a thread or another process can run."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from tui.feeds.parsing import parse_feed
from tui.model.entry import Feed
from tui.model.errors import NotAFeed
from tui.model.outcome import Failed, Fetched
from tui.model.record import record
from tui.model.review import Draft
from tui.refresh.reviewing import draft


@record(frozen=True, slots=True)
class Read:
    """A feed that was read."""

    feed: Feed
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    """By guid; of every entry, or of none where most are expected to be known."""


def read(answer: Fetched, seen: datetime, *, every: bool) -> Read | Failed:
    """Return the feed in a body and, with `every`, the draft of each entry; or why it cannot be read. Never raises."""
    try:
        feed = parse_feed(answer.body, url=answer.url, content_type=answer.content_type)
        return read_entries(feed, seen) if every else Read(feed)
    except NotAFeed as error:
        return Failed(error.what, error.next_step)
    except Exception as error:
        # A mistake of ours that this feed found. The others must not pay for it, and the reader is told.
        return Failed(f"the feed could not be read ({type(error).__name__}: {str(error)[:80]})", "Please report it")


def read_entries(feed: Feed, seen: datetime) -> Read:
    """Return the feed with the draft of each entry."""
    return Read(feed, {entry.guid: draft(entry, seen=seen) for entry in feed.entries})
