"""The grades overview: critics by letter, and who agrees with whom."""

from tui.model.listing import Histogram
from tui.model.record import record
from tui.summaries.agreement import Agreement, most_alike
from tui.summaries.ladder import Figures


@record(frozen=True, slots=True)
class OverviewRow:
    """One critic's line of the matrix."""

    critic_id: int
    critic: str
    histogram: Histogram
    """Of their reviews among those meant."""
    figures: Figures
    """Of their scores among them."""


@record(frozen=True, slots=True)
class Overview:
    """Critics by letter, of the reviews a query means."""

    rows: tuple[OverviewRow, ...]
    """By name; critics with no review among them are left out."""
    histogram: Histogram
    """Of them all together."""
    figures: Figures
    """Of all scores."""


@record(frozen=True, slots=True)
class Agreements:
    """Who agrees with whom, for every two critics who share a work."""

    pairs: dict[tuple[int, int], Agreement]
    """By (critic, other critic), both ways round."""
    names: dict[int, str]
    """Of the critics."""

    def between(self, critic_id: int, other_id: int) -> Agreement:
        """Return how two critics agree; n is 0 where they share no work."""
        return self.pairs.get((critic_id, other_id), Agreement(critic_id, other_id, 0, None, None))

    def of(self, critic_id: int) -> tuple[Agreement, ...]:
        """Return a critic's agreement with each other one they share a work with, the most like first."""
        found = [each for (one, _), each in self.pairs.items() if one == critic_id]
        return tuple(sorted(found, key=most_alike))
