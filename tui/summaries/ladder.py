"""A pile of scores, counted: how often each was given. Percentiles, quantiles and the plain figures follow from it."""

from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from math import sqrt

from tui.model.record import record


@record(frozen=True, slots=True)
class Figures:
    """The plain figures of a pile of scores."""

    n: int
    mean: float | None
    """0-100, to one decimal; None without scores."""
    median: float | None
    spread: float | None
    """Population standard deviation in points; None under two scores."""
    low: float | None = None
    high: float | None = None


@record(frozen=True, slots=True)
class Ladder:
    """Scores and how often each was given, lowest first."""

    steps: tuple[tuple[float, int], ...] = ()
    """(score 0-100, how often), each score once, rising."""

    @property
    def n(self) -> int:
        """How many scores there are."""
        return sum(count for _, count in self.steps)

    @property
    def figures(self) -> Figures:
        """Mean, median, spread and ends."""
        n = self.n
        if not n:
            return Figures(0, None, None, None)
        mean = self.mean()
        spread = round(self.deviation(), 1) if n > 1 else None
        return Figures(n, round(mean, 1), round(self._median(), 1), spread, self.steps[0][0], self.steps[-1][0])

    def mean(self) -> float:
        """Return the mean; there must be a score."""
        return sum(score * count for score, count in self.steps) / self.n

    def deviation(self) -> float:
        """Return the population standard deviation; there must be a score."""
        mean = self.mean()
        return sqrt(sum(count * (score - mean) ** 2 for score, count in self.steps) / self.n)

    def percentile(self, score: float) -> float:
        """Return the share (0-100) of scores below this one, and half of those equal; 50 without scores."""
        n = self.n
        if not n:
            return 50.0
        below = sum(count for step, count in self.steps if step < score)
        same = sum(count for step, count in self.steps if step == score)
        return 100 * (below + same / 2) / n

    def quantile(self, percentile: float) -> float:
        """Return the score at a percentile (0-100): the inverse of `percentile`, straight between two scores."""
        n, place = self.n, 0.0
        last: tuple[float, float] | None = None
        for (score, count), total in zip(self.steps, accumulate(count for _, count in self.steps), strict=True):
            place = 100 * (total - count / 2) / n
            if percentile <= place:
                return score if last is None else _between(last, (place, score), percentile)
            last = (place, score)
        return self.steps[-1][0]

    def _median(self) -> float:
        n, passed = self.n, 0
        middle = []
        for score, count in self.steps:
            middle += [score for place in ((n - 1) // 2, n // 2) if passed <= place < passed + count]
            passed += count
        return (middle[0] + middle[-1]) / 2


def ladder(scores: Iterable[float]) -> Ladder:
    """Return the ladder of `scores`; their order does not matter."""
    return Ladder(tuple(sorted(Counter(scores).items())))


def together(ladders: Iterable[Ladder]) -> Ladder:
    """Return one ladder of the scores of all of these."""
    counts: Counter[float] = Counter()
    for each in ladders:
        counts.update(dict(each.steps))
    return Ladder(tuple(sorted(counts.items())))


def _between(low: tuple[float, float], high: tuple[float, float], at: float) -> float:
    (x0, y0), (x1, y1) = low, high
    return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
