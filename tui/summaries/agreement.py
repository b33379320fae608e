"""How far two people who grade the same works agree: rank correlation, with n, and drawn to nothing where n is small.

Spearman's rank correlation is Pearson's correlation of ranks, ties sharing the mean of their ranks (Kendall & Gibbons,
Rank Correlation Methods, 1990): it asks whether both would put the works in the same order, not whether they give the
same marks, so a harsh critic can agree wholly with a kind one.

Three shared works agree by chance as often as not. So the figure to compare critics by is `rho * n / (n + K)`, which
draws a correlation from few works towards none: significance weighting (Herlocker, Konstan, Borchers & Riedl, An
Algorithmic Framework for Performing Collaborative Filtering, SIGIR 1999, there min(n, 50) / 50), in the smooth form of
Bell & Koren (Scalable Collaborative Filtering with Jointly Derived Neighborhood Interpolation Weights, ICDM 2007). It
is the empirical-Bayes estimate when true correlations vary among critics with a deviation of about 0.3: K is then
1 / 0.3 ** 2.
"""

from collections import Counter
from collections.abc import Sequence
from math import sqrt
from operator import mul
from statistics import fmean

from tui.model.record import record

ENOUGH = 5
"""Shared works under which nothing is said."""
K = 10
"""Shared works at which half of a correlation is believed."""


@record(frozen=True, slots=True)
class Agreement:
    """How one critic's grades go with another's on the works both graded."""

    critic_id: int
    other_id: int
    n: int
    """Works both gave a score."""
    rho: float | None
    """Spearman's correlation, -1 to 1; None under `ENOUGH` works, or where one of them gave all the same grade."""
    difference: float | None
    """How many points the first gives above the other on them, in the mean; None without shared works."""

    @property
    def shrunk(self) -> float | None:
        """The correlation drawn towards none by how few works it comes from: what to sort by."""
        return None if self.rho is None else shrunk(self.rho, self.n)

    @property
    def turned(self) -> "Agreement":
        """The same from the other's side."""
        back = None if self.difference is None else -self.difference
        return Agreement(self.other_id, self.critic_id, self.n, self.rho, back)


def most_alike(each: Agreement) -> tuple[object, ...]:
    """Return what sorts agreements, the most alike first and those nothing is said of last."""
    return (each.rho is None, -(each.shrunk or 0.0), -each.n, each.other_id)


def agreement(critic_id: int, other_id: int, pairs: Sequence[tuple[float, float]]) -> Agreement:
    """Return how (first's score, other's score) of the shared works go together; their order does not matter."""
    n = len(pairs)
    if not n:
        return Agreement(critic_id, other_id, 0, None, None)
    ordered = sorted(pairs)
    difference = round(fmean(one - other for one, other in ordered), 1)
    return Agreement(critic_id, other_id, n, spearman(ordered) if n >= ENOUGH else None, difference)


def spearman(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return the rank correlation of pairs, to three decimals; None where either side is all the same."""
    found = pearson(ranks([one for one, _ in pairs]), ranks([other for _, other in pairs]))
    return None if found is None else round(found, 3)


def ranks(values: Sequence[float]) -> list[float]:
    """Return each value's rank from 1, ties sharing the mean of theirs."""
    rank: dict[float, float] = {}
    below = 0
    for value, many in sorted(Counter(values).items()):
        rank[value] = below + (1 + many) / 2
        below += many
    return [rank[value] for value in values]


def pearson(ones: Sequence[float], others: Sequence[float]) -> float | None:
    """Return the correlation of two rows of numbers; None where either is all the same."""
    if len(ones) < 2:
        return None
    middle, other_middle = sum(ones) / len(ones), sum(others) / len(others)
    far, other_far = [one - middle for one in ones], [other - other_middle for other in others]
    apart, other_apart = sum(map(mul, far, far)), sum(map(mul, other_far, other_far))
    if apart <= 0 or other_apart <= 0:
        return None
    both: float = sum(map(mul, far, other_far))
    return max(-1.0, min(1.0, both / sqrt(apart * other_apart)))


def shrunk(rho: float, n: int) -> float:
    """Return a correlation from `n` works, drawn towards none."""
    return rho * n / (n + K)
