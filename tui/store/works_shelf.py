"""The part of the library that knows works across critics."""

from array import array
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.model.works import Joining, WorkCursor, WorkRow, WorksPage, WorksShown
from tui.store import settling, works
from tui.store.taste_shelf import TasteShelf

if TYPE_CHECKING:
    from tui.summaries.work_page import WorkPage


class WorksShelf(TasteShelf):
    """For `Library`. A work is asked for by the number of any of its spellings."""

    def works(self, shown: WorksShown, *, after: WorkCursor | None = None, limit: int = 100) -> WorksPage:
        """Return one window of the list of works; `WorksPage.next` leads to the one after it."""
        from tui.store import work_list

        self._settle()
        with self._connections.reading_at_once() as connection:
            return work_list.page(connection, shown, after, limit)

    def work_order(self, shown: WorksShown) -> "array[int]":
        """Return the numbers of all works shown, in order: a snapshot under which nothing moves."""
        from tui.store import work_list

        self._settle()
        with self._connections.reading() as connection:
            return work_list.order(connection, shown)

    def work_rows(self, ids: Sequence[int]) -> tuple[WorkRow, ...]:
        """Return lines of the list of works in the order asked; works that are gone are left out."""
        from tui.store import work_list

        with self._connections.reading_at_once() as connection:
            return work_list.rows(connection, ids)

    def calibrated(self, ids: Sequence[int]) -> dict[int, float]:
        """Return the consensus on these works with their critics' scales evened out, of those that have one."""
        from tui.store import calibration

        with self._connections.reading_at_once() as connection:
            return calibration.calibrated_of(connection, ids)

    def count_works(self, shown: WorksShown) -> int:
        """Return how many works are shown."""
        from tui.store import work_list

        self._settle()
        with self._connections.reading() as connection:
            return work_list.count(connection, shown)

    def work_page(self, work_id: int) -> "WorkPage":
        """Return all that critics say of one work. Raises `UnknownWork`."""
        from tui.store import work_page

        with self._connections.reading_at_once() as connection:
            return work_page.work_page(connection, work_id, self._taste(connection))

    def work_of(self, review_id: int) -> int | None:
        """Return the number of the work a review is about; None where there is none. Raises `UnknownReview`."""
        with self._connections.reading_at_once() as connection:
            return works.of_review(connection, review_id)

    def works_named(self, title: str) -> tuple[int, ...]:
        """Return the works a title means (`Fog`, `Fog (2025)`, `#7`), the most reviewed first; exactly, else in part.

        Raises `UnknownWork` for a number that is none.
        """
        with self._connections.reading_at_once() as connection:
            return works.named(connection, title)

    def _settle(self) -> None:
        # A refresh counts the reviews of a crowded work and leaves its mean for later: whoever asks for it first pays.
        with self._connections.reading() as connection:
            if not settling.waits(connection):
                return
        with self._connections.writing() as connection:
            settling.settle(connection)

    # Spellings joined into works.

    def join_works(self, limit: int = 2_000) -> int:
        """Hold up to `limit` new spellings against all others and join what is the same; return how many were held.

        What the reader joined or parted stands. For a thread: some milliseconds each, 0 when nothing is new.
        """
        from tui.store import joining

        self._settle()
        with self._connections.reading_at_once() as connection:
            waiting = joining.pending(connection, limit)
            if not waiting:
                return 0
            known = joining.catalogue(connection)
            pairs = joining.proposed(connection, known, waiting)
        with self._connections.writing() as connection:
            joining.join(connection, known, pairs, waiting)
        return len(waiting)

    def merge_works(self, work_id: int, other_id: int, *, now: datetime) -> Joining:
        """Join two works for good. Raises `UnknownWork`, and `WrongUse` where they are one already."""
        from tui.store import joining

        with self._connections.writing() as connection:
            return joining.merge(connection, work_id, other_id, now)

    def split_work(self, spelling: int, *, now: datetime) -> Joining:
        """Part one spelling (`Spelling.work.id`) from its work for good. Raises `UnknownWork`, `WrongUse` if alone."""
        from tui.store import joining

        with self._connections.writing() as connection:
            return joining.split(connection, spelling, now)

    def undo_joining(self, joined: Joining) -> bool:
        """Take a merge or a split back; False where those works were joined or parted otherwise since."""
        from tui.store import joining

        with self._connections.writing() as connection:
            return joining.undo(connection, joined)
