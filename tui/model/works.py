"""Works across critics: rows of their list, what the list is narrowed to, what joins spellings into one work."""

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from tui.model.mine import Mine
from tui.model.query import Query
from tui.model.record import record
from tui.model.work import Work


class WorkSort(StrEnum):
    """Orders of the list of works. Ties break by the newest review, then by number; works without the figure last."""

    CONSENSUS = "consensus"
    WORST = "worst"
    SPREAD = "spread"
    COUNT = "count"
    """By how many critics gave a score."""
    NEWEST = "newest"
    """By the newest review."""
    DIRECTOR = "director"
    YEAR = "year"
    """Newest first."""
    TITLE = "title"
    APART = "apart"
    """By how far the consensus is from the reader's own grade."""


class WorkChoice(StrEnum):
    """Ready-made choices of works."""

    ALL = "all works"
    DIVISIVE = "most divisive"
    """Those the critics are split over: `summaries.consensus` has the rule."""
    LOVED = "loved by all"
    """Three critics or more, and each gave a B or better."""
    DISAGREE = "my critics disagree with me"
    """Two critics or more, whose mean is 15 points or more from the reader's own grade."""
    WATCHLIST = "watchlist"
    SEEN = "seen"
    """Watched or graded by the reader."""
    UNSEEN = "unseen"


NATURAL = {
    WorkChoice.DIVISIVE: WorkSort.SPREAD,
    WorkChoice.LOVED: WorkSort.CONSENSUS,
    WorkChoice.DISAGREE: WorkSort.APART,
}
"""The order a choice is best looked at in; the others in whichever the list is in."""


@record(frozen=True, slots=True)
class WorksShown:
    """What the list of works is narrowed to, and its order."""

    choice: WorkChoice = WorkChoice.ALL
    sort: WorkSort = WorkSort.CONSENSUS
    words: str = ""
    """Part of the title, in any spelling of it."""
    director: str = ""
    """Part of a director's name."""
    since: int | None = None
    """First year of the work."""
    until: int | None = None
    """Last year."""
    least: int = 0
    """At least so many critics gave a score."""
    kind: str = ""
    """`film`, `series`, …; empty for all."""
    query: Query = field(default_factory=Query)
    """At least one review of it is meant by this."""

    @property
    def narrowed(self) -> bool:
        """True when something is left out."""
        return self != WorksShown(sort=self.sort)


@record(frozen=True, slots=True)
class WorkRow:
    """One line of the list of works."""

    id: int
    title: str
    year: int | None
    kind: str
    director: str
    """Whom most reviews name; empty when none does."""
    reviews: int
    """Graded or not, by any critic."""
    unread: int
    """How many of them the reader has not read: blind mode hides the figures while there are any."""
    critics: int
    """How many gave a score; each counts once, with their newest grade."""
    mean: float | None
    """Of these scores, 0-100, to one decimal: the consensus."""
    spread: float | None
    """Population standard deviation in points; None under two critics."""
    low: float | None
    high: float | None
    newest: datetime
    """When the newest review was published."""
    mine: Mine | None = None
    """What the reader says of it; None when nothing."""


@record(frozen=True, slots=True)
class WorkCursor:
    """Where a page ended: the last row's sort key, its newest review and its number (keyset paging)."""

    key: str | float | int | None
    newest: int
    id: int


@record(frozen=True, slots=True)
class WorksPage:
    """One window of the list of works."""

    rows: tuple[WorkRow, ...]
    next: WorkCursor | None
    """Give it back to get the page after; None at the end."""


@record(frozen=True, slots=True)
class Spelling:
    """A work as some posts spell it, joined with others to one."""

    work: Work
    """`work.id` is this spelling's own number: the one to split off by."""
    reviews: int
    by_hand: bool
    """The reader joined it; otherwise it was joined for its title, year and ids, or is the one that stands for all."""
    stands: bool
    """True for the one that stands for all: the number of the work itself."""


@record(frozen=True, slots=True)
class Opinion:
    """One review of a work: a line of the work's page."""

    review_id: int
    critic_id: int
    critic: str
    written: str | None
    """As the critic wrote it; None when ungraded."""
    score: float | None
    letter: str | None
    verdict: str | None
    """`up` or `down`."""
    percentile: float | None
    """Where this score stands among this critic's own, 0-100; None under five of them."""
    sentence: str
    """The review's last words on the work, one sentence; empty when it has no text."""
    url: str
    published: datetime
    read: bool
    counts: bool
    """False for an earlier review by the same critic: the newest graded one counts."""


@record(frozen=True, slots=True)
class Joining:
    """A merge or a split: enough to take it back."""

    works: tuple[int, ...]
    """Every spelling it touched."""
    before: tuple[tuple[int, int | None], ...]
    """(spelling, the work it was part of) for each of them."""
    after: tuple[tuple[int, int | None], ...]
    words_before: tuple[tuple[int, int, int, int], ...] = ()
    """What the reader had said of pairs of them: (one, other, same, when)."""
    words_after: tuple[tuple[int, int, int, int], ...] = ()
    work_id: int = 0
    """The work to show now."""
