"""What a feed's entries mean for the library: Add, Change or Leave (pure)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from tui.model.entry import Entry
from tui.model.record import record
from tui.model.review import Draft, Known, Namesake
from tui.refresh.reviewing import same_entry, shows_same

_NEAR = timedelta(days=2)
"""A site that renames its posts may also move them into another time zone."""


@record(frozen=True, slots=True)
class Add:
    """A post the library has not."""

    draft: Draft


@record(frozen=True, slots=True)
class Change:
    """A post that is not what it was."""

    id: int
    draft: Draft
    shows: bool
    """True when a reader would notice: the text, the title or the grade, not only a link or a tag."""


@record(frozen=True, slots=True)
class Leave:
    """A post as it was, but for the number of comments."""

    id: int
    comments: int | None
    """The new number; None when it is the old one or not told."""


Decision = Add | Change | Leave


@record(frozen=True, slots=True)
class Plan:
    """Everything one visit to a feed does to the library. What left the feed is not mentioned: it stays."""

    add: tuple[Draft, ...]
    change: tuple[tuple[int, Draft], ...]
    counts: tuple[tuple[int, int], ...]
    """(review, comments)."""
    changed: int
    """Changes a reader would notice."""
    edited: tuple[tuple[int, Draft], ...] = ()
    """Those of `change`."""


def decide(entry: Entry, known: Known | None, read: Callable[[Entry], Draft]) -> Decision:
    """Return what to do about one entry; `read` makes its draft and is called only when one is needed."""
    if known is None:
        return Add(read(entry))
    if not known.renamed and same_entry(known.fingerprint, entry):
        return Leave(known.id, entry.comments if entry.comments != known.comments else None)
    draft = read(entry)
    return Change(known.id, draft, not shows_same(known.fingerprint, draft.fingerprint))


def renamed(
    entries: Sequence[Entry], known: Mapping[str, Known], namesakes: Iterable[Namesake], site_url: str = ""
) -> dict[str, Known]:
    """Return which unknown posts are reviews the library has under a guid their feed no longer uses, by the new guid.

    They have the same address, of which there is no other in the feed or among `namesakes`, and no other date.
    """
    guids = {entry.guid for entry in entries}
    shared = Counter(_address(entry.url) for entry in entries)
    left: dict[str, list[Namesake]] = {}
    for one in namesakes:
        left.setdefault(_address(one.url), []).append(one)
    found: dict[str, Known] = {}
    for entry in entries:
        address = _address(entry.url)
        same = left.get(address, [])
        if entry.guid in known or len(same) != 1 or shared[address] != 1 or not _of_one_post(address, site_url):
            continue
        (one,) = same
        if one.guid not in guids and _same_day(entry, one):
            found[entry.guid] = replace(one.known, renamed=True)
    return found


def _address(url: str) -> str:
    return url.partition("://")[2].rstrip("/")


def _of_one_post(address: str, site_url: str) -> bool:
    """True for the address of a page: not the site's own, which some feeds give every post."""
    return "/" in address and address != _address(site_url)


def _same_day(entry: Entry, one: Namesake) -> bool:
    published = entry.published or entry.updated
    return published is None or abs(published - one.published) <= _NEAR


def plan(entries: Sequence[Entry], known: Mapping[str, Known], read: Callable[[Entry], Draft]) -> Plan:
    """Return what to do about a feed, oldest first, so that reviews are numbered in the order they were written."""
    decisions = [decide(entry, known.get(entry.guid), read) for entry in entries]
    adds = sorted((made.draft for made in decisions if isinstance(made, Add)), key=lambda draft: draft.published)
    changes = [made for made in decisions if isinstance(made, Change)]
    counts = [(made.id, made.comments) for made in decisions if isinstance(made, Leave) and made.comments is not None]
    return Plan(
        tuple(adds),
        tuple((made.id, made.draft) for made in changes),
        tuple(counts),
        sum(made.shows for made in changes),
        tuple((made.id, made.draft) for made in changes if made.shows),
    )
