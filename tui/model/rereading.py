"""Reading again what the library keeps, after rules or the reader of grades changed."""

from tui.model.record import record
from tui.model.review import Draft


@record(frozen=True, slots=True)
class Waiting:
    """One critic's reviews that are to be reread."""

    critic_id: int
    critic: str
    after: int
    """The last review that an interrupted rereading reached; 0 to begin with the first."""
    reviews: int
    """How many are left."""


@record(frozen=True, slots=True)
class Reread:
    """One review that reads otherwise than before."""

    id: int
    was: str
    """The fingerprint of what it was read from."""
    draft: Draft
    regraded: bool
    """True when the lead grade is another, not only the text or the credits."""


@record(frozen=True, slots=True)
class Progress:
    """How far a rereading is."""

    done: int = 0
    """Reviews reread."""
    total: int = 0
    regraded: int = 0
    """Reviews whose lead grade as read is another now."""
    changed: int = 0
    """Reviews of which anything is."""
