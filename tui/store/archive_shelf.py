"""The part of the library that knows of critics' archives."""

from collections.abc import Sequence

from tui.model.archive import ArchiveState
from tui.model.review import Draft
from tui.store import archives
from tui.store.connections import Connections


class ArchiveShelf:
    """For `Library`."""

    _connections: Connections

    def archive(self, critic_id: int) -> ArchiveState:
        """Return how far the taking of a critic's archive is."""
        with self._connections.reading() as connection:
            return archives.state(connection, critic_id)

    def take_archived(self, critic_id: int, add: Sequence[Draft], state: ArchiveState) -> int | None:
        """Keep what a page of an archive brought, and how far it is, in one transaction; return how many were new.

        `state.new` is counted here. Reviews from an archive arrive as read: they are there to be looked up and to
        teach how the critic grades, and `unread` goes on meaning what was written since the reader subscribed. A
        thousand old posts would bury it. None, and nothing is written, for a critic removed meanwhile. The words wait
        for `index_pending`.
        """
        with self._connections.writing() as connection:
            return archives.take(connection, critic_id, add, state)
