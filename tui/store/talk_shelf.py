"""The part of the library that knows of the talk under reviews."""

from collections.abc import Iterable
from datetime import datetime

from tui.model.thread import FoundThread, Thread
from tui.store import reading, replies, threads
from tui.store.connections import Connections


class TalkShelf:
    """For `Library`."""

    _connections: Connections

    def thread(self, review_id: int) -> Thread:
        """Return the thread under a review as it is known, with its age. Raises `UnknownReview`."""
        with self._connections.reading_at_once() as connection:
            reading.require(connection, review_id)
            return threads.thread(connection, review_id)

    def look_at_thread(self, review_id: int, *, now: datetime) -> Thread:
        """Begin a look at a thread, and return it: `Thread.is_new` is what came since the look before.

        Call it once when the thread is opened, and `thread` to show what a fetch brought meanwhile. Raises
        `UnknownReview`.
        """
        with self._connections.writing() as connection:
            reading.require(connection, review_id)
            replies.find_abandoned(connection, now)
            threads.look(connection, review_id, now)
            return threads.thread(connection, review_id)

    def end_look(self, review_id: int, *, now: datetime) -> None:
        """End it when the thread is left: what came meanwhile was seen."""
        with self._connections.writing() as connection:
            threads.end_look(connection, review_id, now)

    def keep_thread(self, review_id: int, found: FoundThread, *, now: datetime) -> int:
        """Merge what was fetched into the thread as known, of which nothing is lost; return how many comments are new.

        Replies of the reader that it shows are settled by it. Raises `UnknownReview`.
        """
        with self._connections.writing() as connection:
            reading.require(connection, review_id)
            return threads.keep(connection, review_id, found, now)

    def threads_due(self, critic_id: int, limit: int, *, now: datetime) -> list[int]:
        """Return the reviews of a critic whose threads are to be fetched in the background, the most wanted first.

        First those with a reply of the reader that is not settled, then starred and recent ones: when the feed counts
        other comments than are known, or it was half a day ago.
        """
        with self._connections.reading() as connection:
            return threads.due(connection, critic_id, limit, now)

    def critics_due_threads(self, critic_ids: Iterable[int], *, now: datetime) -> frozenset[int]:
        """Return of whom `threads_due` has something to tell."""
        with self._connections.reading() as connection:
            return frozenset(id for id in critic_ids if threads.due(connection, id, 1, now))

    def keep_thread_failure(self, review_id: int, reason: str, *, now: datetime) -> None:
        """Write down that a thread could not be had; what is known of it stays. Raises `UnknownReview`."""
        with self._connections.writing() as connection:
            reading.require(connection, review_id)
            threads.failed(connection, review_id, reason, now)
