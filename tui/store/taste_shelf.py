"""The part of the library that knows what the reader says of works, and their taste."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.model.mine import FilmNote, Mine, MineChange
from tui.store import mine, works
from tui.store.connections import Connections

if TYPE_CHECKING:
    from tui.store.taste import Known
    from tui.summaries.taste import Prediction, Taste


class TasteShelf:
    """For `Library`."""

    _connections: Connections
    _known_taste: "Known | None" = None
    """The last computed."""

    # The reader's own words.

    def mine(self, work_id: int) -> Mine | None:
        """Return what the reader says of a work; None when nothing. Raises `UnknownWork`."""
        with self._connections.reading_at_once() as connection:
            return mine.of_work(connection, works.require(connection, work_id)[0])

    def put_mine(self, work_id: int, new: Mine | None, *, now: datetime) -> MineChange:
        """Set what the reader says of a work (None takes all of it back); return what changed. Raises `UnknownWork`."""
        with self._connections.writing() as connection:
            return mine.put(connection, work_id, new, now)

    def undo_mine(self, change: MineChange, *, now: datetime) -> bool:
        """Take a change back; False where the reader has said something else since."""
        with self._connections.writing() as connection:
            return mine.undo(connection, change, now)

    def take_notes(self, notes: Sequence[FilmNote], *, now: datetime) -> tuple[tuple[int, bool], ...]:
        """Take over what another site's export says of films; what the reader said here stands.

        Return (the work's number, whether anything changed) for each; films no critic here has reviewed are kept.
        """
        with self._connections.writing() as connection:
            return tuple(mine.take(connection, note, now) for note in notes)

    def reviewed(self, work_ids: Sequence[int]) -> int:
        """Return how many of these works some critic here has reviewed."""
        with self._connections.reading_at_once() as connection:
            return works.reviewed(connection, work_ids)

    # Taste.

    def taste(self) -> "Taste":
        """Return which critics grade as the reader does."""
        with self._connections.reading_at_once() as connection:
            return self._taste(connection).taste

    def prediction(self, work_id: int) -> "Prediction | None":
        """Return what the reader would give a work; None when they graded it or there is not enough yet."""
        from tui.store import taste

        with self._connections.reading_at_once() as connection:
            return taste.predicted(connection, works.require(connection, work_id)[0], self._taste(connection))

    def suggestions(self, limit: int = 50) -> "tuple[Prediction, ...]":
        """Return the works the reader has not seen that they should like best. For a thread: it weighs every work."""
        from tui.store import taste

        with self._connections.reading_at_once() as connection:
            return taste.suggestions(connection, self._taste(connection), limit)

    def _taste(self, connection: sqlite3.Connection) -> "Known":
        """Return the reader's taste, computed anew only when a grade changed."""
        from tui.store import figures, taste

        known = self._known_taste
        if known is None or known.stamp != figures.stamp(connection):
            known = self._known_taste = taste.learn(connection)
        return known
