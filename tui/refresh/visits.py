"""A visit to one feed, and the version of everything that makes reviews of what it brings."""

from collections.abc import Callable
from datetime import datetime

from tui.model.critic import Critic, FeedState
from tui.model.record import record

READER = "3"
"""Version of parsing, articles and grading together. Raise it when they read better: the next refresh reads every feed
again, even one that has not changed."""


@record(frozen=True, slots=True)
class Visit:
    """One visit to one critic's feed."""

    critic: Critic
    state: FeedState
    """What the server said last time."""
    at: datetime
    """UTC."""
    elapsed: Callable[[], float]
    """Seconds since it began."""
    luck: float = 0.5
    """0-1: by how much the next visit is put off, so that not all feeds come at once."""

    @property
    def first(self) -> bool:
        """True when everything in the feed is to be read: nothing of it was yet, or not by this reader."""
        return not self.state.body_hash or self.state.reader != READER
