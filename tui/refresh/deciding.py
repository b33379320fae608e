"""What a feed's entries mean for the library: Add, Change or Leave (pure)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tui.model.entry import Entry
from tui.model.review import Draft, Known
from tui.refresh.reviewing import same_entry, shows_same


@dataclass(frozen=True, slots=True)
class Add:
    """A post the library has not."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Change:
    """A post that is not what it was."""

    id: int
    draft: Draft
    shows: bool
    """True when a reader would notice: the text, the title or the grade, not only a link or a tag."""


@dataclass(frozen=True, slots=True)
class Leave:
    """A post as it was, but for the number of comments."""

    id: int
    comments: int | None
    """The new number; None when it is the old one or not told."""


Decision = Add | Change | Leave


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one visit to a feed does to the library. What left the feed is not mentioned: it stays."""

    add: tuple[Draft, ...]
    change: tuple[tuple[int, Draft], ...]
    counts: tuple[tuple[int, int], ...]
    """(review, comments)."""
    changed: int
    """Changes a reader would notice."""


def decide(entry: Entry, known: Known | None, read: Callable[[Entry], Draft]) -> Decision:
    """Return what to do about one entry; `read` makes its draft and is called only when one is needed."""
    if known is None:
        return Add(read(entry))
    if same_entry(known.fingerprint, entry):
        return Leave(known.id, entry.comments if entry.comments != known.comments else None)
    draft = read(entry)
    return Change(known.id, draft, not shows_same(known.fingerprint, draft.fingerprint))


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
    )
