"""A page of a list, the orders it can have, and the histogram above it."""

from enum import StrEnum

from tui.model.record import record
from tui.model.review import ReviewRow


class Sort(StrEnum):
    """Orders of the review list. Ties break by date, then by number, newest first, so every order is total."""

    NEWEST = "newest"
    OLDEST = "oldest"
    BEST = "best"
    WORST = "worst"
    WORK = "work"
    CRITIC = "critic"
    COMMENTS = "comments"
    MATCH = "match"
    """How well the words searched for are matched; newest first where there are none."""


@record(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the last row's sort key and id (keyset paging)."""

    key: str | float | int | None
    id: int
    published: int = 0
    """The last row's date, in seconds since 1970."""


@record(frozen=True, slots=True)
class Page:
    """One window of a list."""

    rows: tuple[ReviewRow, ...]
    next: Cursor | None
    """Give it back to get the page after; None at the end."""


@record(frozen=True, slots=True)
class Histogram:
    """How many reviews stand at each letter."""

    letters: tuple[tuple[str, int], ...]
    """(letter, count) for every letter of the scale, best first, zeros too."""
    unscored: int = 0
    """Graded, but on no known scale (a verdict, an unstated maximum)."""
    ungraded: int = 0

    @property
    def total(self) -> int:
        """Every review counted."""
        return sum(count for _, count in self.letters) + self.unscored + self.ungraded


@record(frozen=True, slots=True)
class Marking:
    """A change of marks that can be undone: the ids that changed, and to what."""

    ids: tuple[int, ...]
    mark: str
    """`read` or `starred`."""
    value: bool
