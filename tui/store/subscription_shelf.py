"""The part of the library that knows what the reader wants of a subscription."""

from collections.abc import Sequence
from datetime import timedelta

from tui.model.critic import Critic
from tui.store import critics, feed_states
from tui.store.connections import Connections


class SubscriptionShelf:
    """For `Library`."""

    _connections: Connections

    def move(self, critic_id: int, feed_url: str) -> None:
        """Note a feed's new address. Raises `AlreadySubscribed` when another critic is subscribed at it."""
        with self._connections.writing() as connection:
            critics.move(connection, critic_id, feed_url)

    def begin_anew(self, critic_id: int, feed_url: str) -> Critic:
        """Take another address for a feed by the reader's word; nothing its old server said holds any more."""
        with self._connections.writing() as connection:
            critics.move(connection, critic_id, feed_url)
            feed_states.begin_anew(connection, critic_id)
            return critics.by_number(connection, critic_id)

    def pause(self, critic_id: int, paused: bool) -> Critic:
        """Leave a feed alone, or visit it again; who is taken up again is due at once. Raises `UnknownCritic`."""
        with self._connections.writing() as connection:
            critics.by_number(connection, critic_id)
            connection.execute("UPDATE critic SET paused = ? WHERE id = ?", (paused, critic_id))
            if not paused:
                connection.execute("UPDATE feed SET due = NULL, gone = NULL WHERE critic_id = ?", (critic_id,))
            return critics.by_number(connection, critic_id)

    def visit_every(self, critic_id: int, every: timedelta | None) -> Critic:
        """Set how often a feed is visited; None: as its critic's rhythm tells. Raises `UnknownCritic`."""
        with self._connections.writing() as connection:
            critics.by_number(connection, critic_id)
            wanted = None if every is None else round(every.total_seconds())
            connection.execute("UPDATE critic SET every = ? WHERE id = ?", (wanted, critic_id))
            connection.execute("UPDATE feed SET due = NULL WHERE critic_id = ?", (critic_id,))
            return critics.by_number(connection, critic_id)

    def retag(self, critic_id: int, tags: Sequence[str]) -> Critic:
        """Put these tags in the place of a critic's. Raises `UnknownCritic`."""
        with self._connections.writing() as connection:
            critics.by_number(connection, critic_id)
            critics.keep_tags(connection, critic_id, tags)
            return critics.by_number(connection, critic_id)

    def rename(self, critic_id: int, name: str) -> Critic:
        """Call a critic otherwise. Raises `UnknownCritic`, and `WrongUse` for a name that another one has."""
        with self._connections.writing() as connection:
            critics.rename(connection, critic_id, name)
            return critics.by_number(connection, critic_id)

    def weight(self, critic_id: int) -> int:
        """Return how many bytes a critic's reviews take in the file."""
        with self._connections.reading() as connection:
            row = connection.execute(
                "SELECT ifnull(sum(length(packed)), 0) FROM review JOIN body ON review_id = review.id"
                " WHERE critic_id = ?",
                (critic_id,),
            ).fetchone()
            return int(row[0])
