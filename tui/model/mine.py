"""What the reader says of works themselves: their own grade, seen, wanted. No critic's grade is touched by it."""

from datetime import datetime

from tui.model.grade import Grade
from tui.model.record import record


@record(frozen=True, slots=True)
class Mine:
    """The reader's word on one work."""

    grade: Grade | None = None
    """`source` is `HAND`; None: not graded."""
    seen: bool = False
    seen_on: datetime | None = None
    """The day of the last viewing, at midnight UTC; None when not known."""
    wanted: bool = False
    """On the watchlist."""
    source: str = "hand"
    """`hand`, `letterboxd` or `imdb`."""

    @property
    def empty(self) -> bool:
        """True when it says nothing."""
        return self.grade is None and not self.seen and not self.wanted


NOTHING_SAID = Mine()
"""Of a work the reader has said nothing of."""


@record(frozen=True, slots=True)
class MineChange:
    """A change of the reader's word on one work: enough to take it back."""

    work_id: int
    title: str
    before: Mine | None
    after: Mine | None


@record(frozen=True, slots=True)
class FilmNote:
    """One line of another site's export: a film, and what the reader said of it there."""

    title: str
    year: int | None
    mine: Mine
    ids: tuple[tuple[str, str], ...] = ()
    """Outside identities: `("imdb", "tt0147612")`, `("letterboxd", "https://boxd.it/abc")`."""
    kind: str = "film"


@record(frozen=True, slots=True)
class MineImported:
    """What came of taking over an export of the reader's own grades."""

    site: str
    """`Letterboxd` or `IMDb`."""
    graded: int = 0
    """Films with a grade of the reader's."""
    seen: int = 0
    wanted: int = 0
    unchanged: int = 0
    """Lines that said nothing new, or less than the reader said here since."""
    matched: int = 0
    """Films some critic here has reviewed."""
    unmatched: int = 0
    """Films nobody here has: kept, and matched when a review comes."""
    skipped: tuple[str, ...] = ()
    """Lines that cannot be read, each with its reason; the first twenty."""
    passed_over: int = 0
    """How many lines that is."""
