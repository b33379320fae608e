"""A critic the reader subscribes to, and how their feed is doing."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from tui.model.outcome import FeedOutcome
from tui.model.paging import UNRULED, PageRule
from tui.model.record import record


@record(frozen=True, slots=True)
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
    paused: bool = False
    """True while the reader wants this feed left alone."""
    every: timedelta | None = None
    """How often the reader wants it visited; None: as its critic's rhythm tells."""


@record(frozen=True, slots=True)
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
    due: datetime | None = None
    """When it is to be visited next; None: at once."""
    held_until: datetime | None = None
    """Its server asked for no visit before; None when it did not."""
    whole: datetime | None = None
    """When its body last came."""
    rhythm: int | None = None
    """Seconds from one post to the next, usually; None when too few posts tell."""
    newest: datetime | None = None
    """The date of its newest post; None when it never had one."""
    asked_for: int | None = None
    """Seconds it wants between two visits, by its own word; None when it does not say."""
    moved_to: str = ""
    """Where a permanent redirect led at the last visit; the subscription follows when it does so again."""
    arrived: str = ""
    """Where its body last came from, after all redirects."""
    gone: datetime | None = None
    """When its server said that it is gone for good."""
    size: int = 0
    """Bytes of its last body."""
    suggestion: str = ""
    """Where it seems to be now, when it failed."""


@record(frozen=True, slots=True)
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
    state: FeedState = FeedState()


def answering(critics: Sequence[Critic], outcomes: Iterable[FeedOutcome]) -> list[Critic]:
    """Return those of `critics` whose feed did not fail."""
    failed = {outcome.critic_id for outcome in outcomes if outcome.kind == "failed"}
    return [critic for critic in critics if critic.id not in failed]


def posts_a_month(state: FeedState) -> float | None:
    """Return how many posts a critic usually writes in thirty days; None when that is not known."""
    return round(30 * 86_400 / state.rhythm, 1) if state.rhythm else None


def fails(standing: CriticStanding) -> bool:
    """True when the last visit to a feed failed."""
    return standing.last is not None and standing.last.kind == "failed"
