"""How far the taking of a critic's archive is: what the library remembers, and what a reader is told."""

from datetime import datetime
from typing import Literal

from tui.model.record import record


@record(frozen=True, slots=True)
class ArchiveState:
    """What the library remembers between two runs. The next page's address is all that is needed to go on."""

    way: str = ""
    """The name of the way in that works for this critic; empty before one was found."""
    following: str = ""
    """The address of the next page; empty when the walk is to begin anew."""
    mark: str = ""
    """Hex digest of what the last page held, to know a page that comes again."""
    pages: int = 0
    """Pages taken in this walk."""
    seen: int = 0
    """Posts on them, those the library had included."""
    new: int = 0
    """Reviews that came of them."""
    total: int | None = None
    """Posts there are in all; None where nobody says."""
    reached: datetime | None = None
    """The date of the oldest post seen, UTC."""
    at: datetime | None = None
    """When the last page was taken, UTC."""
    whole: datetime | None = None
    """When a walk last came to the end of the archive; None when none did."""


End = Literal["", "whole", "enough", "none", "failed"]
"""Why a run ended: the end was reached; as many came as were asked for; there is no way in; something failed. Empty
while it goes on."""


@record(frozen=True, slots=True)
class ArchiveProgress:
    """How far one run is."""

    critic_id: int
    critic: str
    """The name."""
    state: ArchiveState
    new: int = 0
    """Reviews that came in this run."""
    left: float | None = None
    """Seconds it will take, by the pace so far; None where the total is not known."""
    end: End = ""
    reason: str = ""
    """Failed, or no way in: why."""
    next_step: str = ""
