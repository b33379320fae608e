"""The part of the library that knows what critics' grades say: profiles, the overview, who agrees with whom."""

from typing import TYPE_CHECKING

from tui.model.query import Query
from tui.store.connections import Connections

if TYPE_CHECKING:
    from tui.summaries.agreement import Agreement
    from tui.summaries.overview import Agreements, Overview
    from tui.summaries.profile import Profile


class FiguresShelf:
    """For `Library`."""

    _connections: Connections
    _agreements: "tuple[int, Agreements] | None" = None
    """The last computed, and the stamp of the grades it was computed from."""

    def profile(self, critic_id: int) -> "Profile":
        """Return one critic in figures. Raises `UnknownCritic`."""
        from tui.store import figures

        with self._connections.reading_at_once() as connection:
            return figures.profile(connection, critic_id)

    def overview(self, query: Query | None = None) -> "Overview":
        """Return critics by letter, of the reviews a query means (all without one)."""
        from tui.store import figures

        with self._connections.reading_at_once() as connection:
            return figures.overview(connection, query or Query())

    def agreements_of(self, critic_id: int) -> "tuple[Agreement, ...]":
        """Return how a critic agrees with each they share a graded work with, the most like first."""
        from tui.store import figures

        with self._connections.reading_at_once() as connection:
            return figures.agreements_of(connection, critic_id)

    def agreements(self) -> "Agreements":
        """Return how every two critics agree. For a thread: it is computed anew when a grade changed."""
        from tui.store import figures

        with self._connections.reading_at_once() as connection:
            stamp, known = figures.stamp(connection), self._agreements
            if known is None or known[0] != stamp:
                known = self._agreements = (stamp, figures.agreements(connection))
            return known[1]

    def agreements_known(self) -> "Agreements | None":
        """Return how every two critics agree where that is known already; None: ask `agreements` in a thread."""
        from tui.store import figures

        with self._connections.reading() as connection:
            known = self._agreements
            return known[1] if known and known[0] == figures.stamp(connection) else None
