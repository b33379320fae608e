"""A review as the library keeps it, and as a list shows it."""

from datetime import datetime

from tui.model.credits import Credits
from tui.model.edition import Edition
from tui.model.grade import Grade
from tui.model.paging import Paged
from tui.model.record import record
from tui.model.work import Work


@record(frozen=True, slots=True)
class Draft:
    """What one entry became, before the library numbers it: a review without an id or marks."""

    guid: str
    title: str
    url: str
    author: str
    published: datetime
    """UTC; when the feed gives no date, the time it was first seen."""
    updated: datetime | None
    work: Work | None
    """None for a post that is no review (an essay, a list, news)."""
    grade: Grade | None
    credits: Credits
    html: str
    """Sanitised; evidence attributes kept, so that rules can be applied again later."""
    text: str
    """The plain text (`Prose.text`), for search."""
    comments: int | None = None
    comments_feed: str = ""
    tags: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    """The entry's extension fields."""
    fingerprint: str = ""
    """Hex digest of what a reader would notice changing: title, text, grade, address."""
    dated: bool = True
    """False when the feed gives no date and `published` is when it was first seen: a later change must not move it."""
    summary: bool = False
    """True when the feed gives only its summary, so likely an excerpt."""
    paged: Paged | None = None
    """What the review's own page added; None when that was not read, or added nothing."""
    others: tuple[Grade, ...] = ()
    """Further grades the post gives: a second critic's, other works'."""


@record(frozen=True, slots=True)
class Review:
    """One review, whole."""

    id: int
    critic_id: int
    critic: str
    """The critic's name."""
    draft: Draft
    read: bool = False
    starred: bool = False
    editions: tuple[Edition, ...] = ()
    """What it said before its critic edited it, the oldest first; only where one review alone is asked for."""


@record(frozen=True, slots=True)
class ReviewRow:
    """One line of a list: only what a list shows, so that a window of them is cheap."""

    id: int
    critic_id: int
    critic: str
    title: str
    """The post's title."""
    work: str | None
    """The work's title; None when the post is no review."""
    year: int | None
    published: datetime
    written: str | None
    """The grade as the critic wrote it; None when ungraded."""
    score: float | None
    letter: str | None
    verdict: str | None
    comments: int | None
    read: bool
    starred: bool
    more: int = 0
    """How many grades the post gives beside this one."""


@record(frozen=True, slots=True)
class Known:
    """What deciding needs to know of a review the library already has."""

    id: int
    fingerprint: str
    comments: int | None
    paged: bool = False
    """True when the review's own page was read: a change of the feed's entry must keep what that gave."""
    renamed: bool = False
    """True when it was found by its address: its feed calls it by another guid now."""


@record(frozen=True, slots=True)
class Namesake:
    """A review the library has that may be a post whose guid it does not know."""

    guid: str
    url: str
    published: datetime
    """UTC."""
    known: Known
