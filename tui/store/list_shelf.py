"""The part of the library that follows lists of subscriptions."""

from collections.abc import Sequence
from datetime import datetime

from tui.model.followed import Followed, Member, Named
from tui.store import lists
from tui.store.connections import Connections


class ListShelf:
    """For `Library`."""

    _connections: Connections

    def lists(self) -> tuple[Followed, ...]:
        """Return every list that is followed, by address."""
        with self._connections.reading() as connection:
            return lists.every(connection)

    def follow(self, url: str, *, now: datetime) -> Followed:
        """Follow the list at an address; one that is followed stays as it is."""
        with self._connections.writing() as connection:
            lists.begin(connection, url, now)
            return next(each for each in lists.every(connection) if each.url == url)

    def unfollow(self, url: str) -> bool:
        """Follow a list no longer; its critics stay. False for one that was not followed."""
        with self._connections.writing() as connection:
            return lists.end(connection, url)

    def members(self, list_id: int) -> dict[str, Member]:
        """Return whom a list named, by the address of the feed as `store.addresses.same` spells it."""
        with self._connections.reading() as connection:
            return lists.members(connection, list_id)

    def note_list(
        self,
        followed: Followed,
        *,
        come: Sequence[Named] = (),
        go: Sequence[str] = (),
        now: datetime,
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Write down a look at a list, and who comes and goes, in one transaction; return their names.

        Name, validators and reason are those of `followed`. Starred reviews of those who go stay.
        """
        with self._connections.writing() as connection:
            lists.note(
                connection, followed.id, name=followed.name, etag=followed.etag, last_modified=followed.last_modified,
                reason=followed.reason, now=now,
            )  # fmt: skip
            return tuple(lists.come(connection, followed.id, come, now)), tuple(lists.go(connection, followed.id, go))
