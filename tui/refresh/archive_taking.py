"""A page of an archive goes into the library: synchronous, in a thread, one transaction."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tui.model.archive import ArchiveState
from tui.model.critic import Critic
from tui.model.entry import Entry
from tui.model.record import record
from tui.refresh.deciding import renamed
from tui.refresh.learning import habits_of, touches
from tui.refresh.rereading import reread_now
from tui.refresh.reviewing import draft
from tui.store.library import Library

_INDEXED_AT_ONCE = 50


@record(frozen=True, slots=True)
class Kept:
    """What a page came to."""

    state: ArchiveState
    new: int
    cut: bool = False
    """True when the page holds more that is new than was wanted."""


def missing(library: Library, critic: Critic, entries: Sequence[Entry], site_url: str = "") -> list[Entry]:
    """Return the posts the library lacks, oldest first. What it has stays as it is: the feed says what it is today.

    A post is known by its guid, or, where the archive calls it otherwise than the feed, by its address and date.
    """
    known = library.known(critic.id, [entry.guid for entry in entries])
    new = [entry for entry in entries if entry.guid not in known]
    if not new:
        return []
    dates = [date for entry in new if (date := entry.published or entry.updated)]
    namesakes = library.namesakes(critic.id, [entry.title for entry in new if entry.title], dates)
    same = renamed(entries, known, namesakes, site_url or critic.site_url)
    return sorted((entry for entry in new if entry.guid not in same), key=_order)


def keep(
    library: Library, critic: Critic, new: Sequence[Entry], state: ArchiveState, *, most: int | None, now: datetime
) -> Kept | None:
    """Keep up to `most` of these posts (the newest of them), and how far the walk is. None when the critic is gone."""
    cut = most is not None and len(new) > most
    taken = new[len(new) - most :] if cut and most is not None else new
    drafts = [draft(entry, seen=now) for entry in taken]
    habits = habits_of(library, critic.id, drafts)
    drafts = [
        draft(entry, seen=now, habits=habits) if touches(habits, made.grade) else made
        for entry, made in zip(taken, drafts, strict=True)
    ]
    count = library.take_archived(critic.id, drafts, replace(state, at=now))
    if count is None:
        return None
    if count and library.rules(critic.id) != habits.rules:
        reread_now(library, critic.id)  # the reader made a rule meanwhile
    while library.index_pending(_INDEXED_AT_ONCE):
        pass
    return Kept(replace(state, at=now, new=state.new + count), count, cut)


def mark(entries: Sequence[Entry]) -> str:
    """Return a digest of which posts a page holds."""
    return hashlib.blake2b("\0".join(entry.guid for entry in entries).encode(), digest_size=16).hexdigest()


def oldest(entries: Sequence[Entry], before: datetime | None) -> datetime | None:
    """Return the oldest date among these posts and `before`."""
    dates = [date for entry in entries if (date := _date(entry))] + ([before] if before else [])
    return min(dates, default=None)


def _date(entry: Entry) -> datetime | None:
    return entry.published or entry.updated


def _order(entry: Entry) -> tuple[bool, float]:
    """Posts without a date are as new as can be: they get the time they were seen."""
    date = _date(entry)
    return date is None, date.timestamp() if date else 0.0
