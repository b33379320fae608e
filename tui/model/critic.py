"""A critic the reader subscribes to, and how their feed is doing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tui.model.outcome import FeedOutcome
from tui.model.paging import UNRULED, PageRule


@dataclass(frozen=True, slots=True)
class Critic:
    """One subscription."""

    id: int
    name: str
    """As the reader or the feed calls it; unique without regard to case."""
    feed_url: str
    site_url: str = ""
    tags: tuple[str, ...] = ()
    added: datetime | None = None
    """UTC."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What a feed's server told us last, to ask it less next time."""

    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    """Hex digest of the last body parsed."""
    reader: str = ""
    """Which version of our own parsing read that body; another one reads it again."""
    checked: datetime | None = None
    failures: int = 0
    """In a row."""


@dataclass(frozen=True, slots=True)
class CriticStanding:
    """A critic with counts and the last outcome: one line of the side bar or of `matinee critics`."""

    critic: Critic
    reviews: int = 0
    unread: int = 0
    graded: int = 0
    newest: datetime | None = None
    last: FeedOutcome | None = None
    """None before the first refresh."""
    pages: PageRule = UNRULED
    """Whether the pages of this critic's reviews are fetched."""


def answering(critics: Sequence[Critic], outcomes: Iterable[FeedOutcome]) -> list[Critic]:
    """Return those of `critics` whose feed did not fail."""
    failed = {outcome.critic_id for outcome in outcomes if outcome.kind == "failed"}
    return [critic for critic in critics if critic.id not in failed]
