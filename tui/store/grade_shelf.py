"""The part of the library that knows what the reader says of grades, and how what is kept is read again."""

from collections.abc import Sequence
from datetime import datetime

from tui.model.correction import Correction, Regrading, Rule
from tui.model.grade import Grade, Notation
from tui.model.rereading import Reread, Waiting
from tui.model.review import Review
from tui.store import corrections, reading, rereading
from tui.store.connections import Connections


class GradeShelf:
    """For `Library`."""

    _connections: Connections

    # What the reader says of grades.

    def grade_as_read(self, review_id: int) -> Grade | None:
        """Return the lead grade as it was read, whatever the reader says of it. Raises `UnknownReview`."""
        with self._connections.reading_at_once() as connection:
            return corrections.as_read(connection, review_id)

    def correction(self, review_id: int) -> Correction | None:
        """Return the reader's word on a review's grade; None where they said none."""
        with self._connections.reading() as connection:
            return corrections.correction(connection, review_id)

    def correct(
        self, review_id: int, correction: Correction | None, *, rule: Rule | None = None, now: datetime
    ) -> Regrading:
        """Set the reader's word on a grade, or with None take it back, and a rule with it. Raises `UnknownReview`."""
        with self._connections.writing() as connection:
            return corrections.correct(connection, review_id, correction, rule, now)

    def undo_correction(self, regrading: Regrading, *, now: datetime) -> bool:
        """Take a correction and its rule back; False where the reader has said something else since."""
        with self._connections.writing() as connection:
            return corrections.undo(connection, regrading, now)

    def rules(self, critic_id: int) -> dict[Notation, float]:
        """Return the reader's rules for a critic: the top of the scale they leave unsaid, by notation."""
        with self._connections.reading() as connection:
            return corrections.rules(connection, critic_id)

    def grades_of(self, critic_id: int, limit: int = 300) -> tuple[Grade, ...]:
        """Return a critic's lead grades as read, newest first, without those the reader corrected."""
        with self._connections.reading() as connection:
            return corrections.history(connection, critic_id, limit)

    # Rereading what is kept.

    def waiting(self, critics: Sequence[int] | None, reader: str) -> tuple[Waiting, ...]:
        """Return what is to be reread of these critics, or of all; `reader` tells one rereading from another."""
        with self._connections.reading() as connection:
            return rereading.waiting(connection, critics, reader)

    def as_read(self, critic_id: int, after: int, limit: int) -> tuple[Review, ...]:
        """Return the reviews of a critic that follow number `after`, with their grades as they were read."""
        with self._connections.reading_at_once() as connection:
            ids = rereading.next_ids(connection, critic_id, after, limit)
            return reading.reviews(connection, ids, corrected=False)

    def put_reread(self, critic_id: int, changes: Sequence[Reread], *, reader: str, upto: int | None) -> int:
        """Put what was reread in place of the old, and note that it is done up to this review (None: all of it).

        Marks and the reader's words stay; what a refresh changed meanwhile does too. Return how many were put.
        """
        with self._connections.writing() as connection:
            done = rereading.put(connection, critic_id, changes)
            if upto is None:
                rereading.end(connection, critic_id)
            else:
                rereading.note(connection, critic_id, reader, upto)
            return done
