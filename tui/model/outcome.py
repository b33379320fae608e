"""What came of asking: values, not exceptions, so that one bad feed never spoils the others."""

from datetime import datetime
from typing import Literal

from tui.model.edition import GradeChange
from tui.model.record import record


@record(frozen=True, slots=True)
class Fetched:
    """A body arrived whole."""

    url: str
    """Where it came from in the end, after redirects."""
    body: bytes
    """Decompressed, within the cap."""
    content_type: str = ""
    """The whole header, charset and all."""
    etag: str = ""
    last_modified: str = ""
    moved_to: str = ""
    """The new address when every redirect on the way was permanent; else empty."""
    good_for: float | None = None
    """Seconds the server says this stays as it is (`Cache-Control`, `Expires`); None when it does not say."""
    total: int | None = None
    """How many there are of what was asked for a part of (`X-WP-Total`); None when the server does not say."""


@record(frozen=True, slots=True)
class Unchanged:
    """The server said 304."""

    url: str
    moved_to: str = ""
    """As `Fetched.moved_to`."""
    good_for: float | None = None
    """As `Fetched.good_for`."""


@record(frozen=True, slots=True)
class Failed:
    """It did not work."""

    reason: str
    """In words, for the reader: `no such host: critic.example`."""
    next_step: str = ""
    status: int | None = None
    """The HTTP status, when there was one."""
    wait: float | None = None
    """Seconds the server asked us to stay away (`Retry-After`); None when it did not."""


Answer = Fetched | Unchanged | Failed


@record(frozen=True, slots=True)
class FeedOutcome:
    """What one visit to one critic's feed came to; the log of these is kept."""

    critic_id: int
    critic: str
    """The name."""
    kind: Literal["changed", "unchanged", "failed"]
    at: datetime
    """UTC."""
    seconds: float = 0.0
    new: int = 0
    changed: int = 0
    """Reviews already known whose text or grade changed."""
    reason: str = ""
    """Failed: why. Otherwise what else there is to say, such as that the feed moved."""
    next_step: str = ""
    """What the reader can do."""
    moved_to: str = ""
    """The address a permanent redirect named on this visit; the subscription keeps its own until that has held."""
    regraded: tuple[GradeChange, ...] = ()
    """Reviews already known whose critic gave them another grade; not kept in the log, but with each review."""


@record(frozen=True, slots=True)
class TalkOutcome:
    """What asking for the thread under one review came to."""

    review_id: int
    critic: str
    title: str
    """The post's."""
    at: datetime
    """UTC."""
    source: str = ""
    """What gave the thread, see `FoundThread.source`; empty when nothing did."""
    comments: int = 0
    """How many are known now."""
    new: int = 0
    """How many of them were not known before."""
    reason: str = ""
    """Failed: why. What was known of the thread is still there."""
    next_step: str = ""

    @property
    def failed(self) -> bool:
        """True when nothing came."""
        return bool(self.reason)
