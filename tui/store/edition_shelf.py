"""The part of the library that knows what reviews said before they were edited."""

from tui.model.edition import Edition
from tui.store import editions
from tui.store.connections import Connections


class EditionShelf:
    """For `Library`."""

    _connections: Connections

    def editions(self, review_id: int) -> tuple[Edition, ...]:
        """Return the earlier states of a review, the oldest first; nothing for one that was never edited."""
        with self._connections.reading() as connection:
            return editions.of(connection, review_id)
