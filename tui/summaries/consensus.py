"""What critics together think of one work: middle, spread, and when that is too little or too torn to be a consensus.

*Early*: fewer than three critics gave a score. Metacritic shows no score under four critics, Rotten Tomatoes none
under five; the feeds one reader follows are fewer, so ours is shown from the first, and says so.

*Split*: three critics or more, and a spread (population standard deviation) of 20 points or more: a fifth of the
scale. Three critics who give A-, C+ and D are split (91, 58, 25: spread 27), three who give A-, B- and C are not (91,
67, 50: 17). The most that scores of 0-100 can spread is 50, half of them at each end.

*Calibrated*: a B+ from a critic whose every second grade is an A says less than one from a critic who gives two a year.
Each grade becomes its percentile among its own critic's grades (mid-rank: those below, and half of those equal); the
mean of these is mapped back to the score that stands at that percentile of all grades in the library. This is quantile
normalisation (Bolstad et al. 2003, https://doi.org/10.1093/bioinformatics/19.2.185) of the critics' scales. A critic
with few grades has an unsteady percentile: it is drawn towards the one the score has among all critics' grades, as if
they had given `PRIOR` more of those.
"""

from collections.abc import Sequence
from statistics import fmean, median, pstdev

from tui.model.record import record
from tui.summaries.ladder import Ladder

EARLY = 3
"""Critics from which a consensus is more than an early word."""
SPLIT = 20.0
"""Points of spread from which critics are split."""
LOVED = 75.0
"""The least each critic gave a work that is loved by all: a B."""
APART = 15.0
"""Points between a consensus and the reader's grade from which they disagree: two letters."""
PRIOR = 5
"""Grades of the common scale a critic is credited with when a percentile is taken."""


@record(frozen=True, slots=True)
class Consensus:
    """The figures of one work's scores, each critic once."""

    n: int
    """Critics who gave a score."""
    mean: float | None
    """0-100, to one decimal; None without scores. The raw consensus."""
    median: float | None
    spread: float | None
    """Population standard deviation in points; None under two scores."""
    low: float | None
    high: float | None
    calibrated: float | None = None
    """The consensus with each critic's scale evened out, 0-100; None where that is not known."""

    @property
    def early(self) -> bool:
        """True when too few critics have spoken."""
        return self.n < EARLY

    @property
    def split(self) -> bool:
        """True when critics disagree."""
        return self.n >= EARLY and self.spread is not None and self.spread >= SPLIT


def consensus(scores: Sequence[float], calibrated: float | None = None) -> Consensus:
    """Return the figures of `scores` (each 0-100, one a critic); their order does not matter."""
    pile = sorted(scores)
    if not pile:
        return Consensus(0, None, None, None, None, None)
    spread = round(pstdev(pile), 1) if len(pile) > 1 else None
    return Consensus(
        len(pile), round(fmean(pile), 1), round(median(pile), 1), spread, pile[0], pile[-1], calibrated
    )  # fmt: skip


def calibrated(graded: Sequence[tuple[float, Ladder]], everyone: Ladder) -> float | None:
    """Return the calibrated consensus of (score, all the critic's own scores); None without grades."""
    if not graded or not everyone.n:
        return None
    return everyone.quantile(fmean(sorted(standing(score, own, everyone) for score, own in graded)))


def standing(score: float, own: Ladder, everyone: Ladder) -> float:
    """Return a score's percentile (0-100) among its critic's own, steadied by everyone's."""
    among_all = everyone.percentile(score)
    if not own.n:
        return among_all
    return (own.n * own.percentile(score) + PRIOR * among_all) / (own.n + PRIOR)
