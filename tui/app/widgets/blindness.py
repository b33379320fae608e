"""Blind mode: the grades of reviews not yet read are hidden, so that nobody's opinion comes before the reader's own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

from tui.app.widgets.counted import HIDDEN
from tui.model.query import Marked, Query
from tui.model.review import ReviewRow

if TYPE_CHECKING:
    from tui.summaries.profile import Profile

READ = Query(Marked("read"), "read")


class Blind(MessagePump):
    """For the screens: whether the App is in blind mode, and which reviews it tells of all the same."""

    @property
    def blind(self) -> bool:
        """Whether grades of unread reviews are hidden."""
        return bool(getattr(self.app, "blind", False))

    @property
    def revealed(self) -> set[int]:
        """The reviews whose grade the reader asked to see."""
        found: set[int] = getattr(self.app, "revealed", set())
        return found

    def hides(self, review_id: int, read: bool) -> bool:
        """True when the grade of this review is to be hidden."""
        return self.blind and not read and review_id not in self.revealed


def seen_only(query: Query) -> Query:
    """Return what of a query the reader has read: what may be counted in blind mode."""
    return query.also(READ)


def masked(row: ReviewRow) -> ReviewRow:
    """Return a line of the list with its grade covered; that there is none can be seen."""
    if row.written is None:
        return row
    return replace(row, written=HIDDEN, letter=HIDDEN, score=None, verdict=None, more=0)


def without_unread(profile: "Profile") -> "Profile":
    """Return a profile whose lists name no review the reader has not read; the figures of all stay."""
    return replace(
        profile, best=_read(profile.best), worst=_read(profile.worst), discussed=_read(profile.discussed)
    )  # fmt: skip


def _read(rows: Sequence[ReviewRow]) -> tuple[ReviewRow, ...]:
    return tuple(row for row in rows if row.read)
