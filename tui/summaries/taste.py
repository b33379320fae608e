"""The reader's taste: which critics grade as they do, and what they would think of a work they have not seen.

Agreement is Spearman's, shrunk by how many works are shared (`summaries.agreement`); under five shared works nothing
is said.

A prediction is the best linear one (simple kriging: Cressie, Statistics for Spatial Data, 1993, 3.2) of the reader's
grade from the critics' grades of the work, each taken as so many of its own standard deviations from its own mean:
what those say together is what the reader, with *their* mean and deviation, would give. It weighs a critic by how they
go with the reader (Pearson's correlation over shared works, drawn by n / (n + STEADY) towards what critics in general
have), and lets ten critics who all say the same thing count for less than ten times one, since critics also agree with
each other (one correlation for all pairs of them, taken from the works the reader graded). Nobody counts against what
they say: a weight below zero comes of chance (Szidarovszky et al., Kriging without negative weights, 1987). What is
left unexplained is the prediction's uncertainty.

`python -m tests.benchmarks.taste` leaves each grade of simulated readers out and foretells it; `STEADY` was chosen
there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from math import sqrt
from statistics import fmean, pstdev

from tui.model.record import record
from tui.summaries.agreement import ENOUGH, Agreement, agreement, pearson

WITHIN = 1.2816
"""Standard deviations either way that hold 80 of 100 of a normal distribution."""
_USUAL = 0.35
"""The correlation of two critics of films where nothing better is known."""
_STEADY = 50
"""Pairs of grades at which half of the correlation found among critics is believed."""
STEADY = 60
"""Shared works at which half of what sets a critic apart from the others is believed, for predictions."""
_MOST_EXPLAINED = 0.95
"""The share of the reader's variance that critics can explain at most."""
_CLOSEST = 0.9
"""No critic and no reader is taken to go together more than this."""


@record(frozen=True, slots=True)
class LikeMe:
    """How one critic goes with the reader."""

    critic_id: int
    critic: str
    agreement: Agreement
    """Of the critic with the reader: `n` shared works, `rho`, `shrunk`; `difference`: points the critic gives above."""
    closeness: float
    """The correlation predictions take, 0-0.9."""

    @property
    def enough(self) -> bool:
        """False: not enough shared works yet to say anything."""
        return self.agreement.n >= ENOUGH


@record(frozen=True, slots=True)
class Taste:
    """What is known of the reader's taste."""

    graded: int
    """Works the reader gave a score."""
    mean: float | None
    """Of these, 0-100."""
    spread: float | None
    """Population standard deviation in points."""
    critics: tuple[LikeMe, ...]
    """Who shares a work with the reader: the most like them first, those with too few works last, most first."""
    among_critics: float = _USUAL
    """The correlation of any two critics."""
    needed: int = ENOUGH
    """Shared works needed with a critic."""
    closeness: Mapping[int, float] = field(init=False, repr=False, compare=False)
    """By number of each critic something can be said of."""

    def __post_init__(self) -> None:
        found = {each.critic_id: each.closeness for each in self.critics if each.enough}
        object.__setattr__(self, "closeness", found)

    @property
    def enough(self) -> bool:
        """True when there is a critic something can be said of."""
        return any(each.enough for each in self.critics)


@record(frozen=True, slots=True)
class Prediction:
    """What the reader would give a work they have not graded."""

    work_id: int
    score: float
    """0-100, to one decimal."""
    low: float
    """80 of 100 times the reader's grade should lie between `low` and `high`."""
    high: float
    critics: int
    """How many critics it comes from: those with enough shared works."""


@record(frozen=True, slots=True)
class Scale:
    """One critic's own scale: what a grade is measured against."""

    mean: float
    deviation: float
    """Population standard deviation in points, above 0."""


def taste(
    mine: Mapping[int, float],
    theirs: Mapping[int, Mapping[int, float]],
    scales: Mapping[int, Scale],
    names: Mapping[int, str],
    me: int = 0,
) -> Taste:
    """Return the reader's taste from their scores by work, and each critic's by critic and work (of those works)."""
    mean = fmean(sorted(mine.values())) if mine else None
    spread = pstdev(sorted(mine.values())) if len(mine) > 1 else None
    shared = {
        critic: sorted((score, mine[work]) for work, score in scores.items() if work in mine)
        for critic, scores in theirs.items()
    }
    found = {critic: _raw(pairs) for critic, pairs in shared.items() if pairs}
    usual = _usual(found)
    likes = [
        LikeMe(critic, names.get(critic, ""), agreement(critic, me, shared[critic]), _closeness(raw, n, usual))
        for critic, (raw, n) in found.items()
    ]
    return Taste(
        len(mine),
        None if mean is None else round(mean, 1),
        None if spread is None else round(spread, 1),
        tuple(sorted(likes, key=_most_like)),
        among_critics(mine, theirs, scales),
    )


def predict(known: Taste, work_id: int, grades: Mapping[int, float], scales: Mapping[int, Scale]) -> Prediction | None:
    """Return what the reader would give a work with these grades by critic; None: not enough yet to say."""
    close = known.closeness
    told = [
        (close[critic], (score - scales[critic].mean) / scales[critic].deviation)
        for critic, score in sorted(grades.items())
        if critic in close and critic in scales
    ]
    if not told or known.mean is None or not known.spread:
        return None
    expected, variance = kriged(told, known.among_critics)
    # The reader's own mean is known from so many grades only.
    reach = WITHIN * known.spread * sqrt(variance + 1 / known.graded)
    score = known.mean + known.spread * expected
    return Prediction(work_id, _held(score), _held(score - reach), _held(score + reach), len(told))


def kriged(told: Sequence[tuple[float, float]], among: float) -> tuple[float, float]:
    """Return expectation and variance, in the reader's deviations, from (closeness, critic's deviations from mean).

    Critics correlate `among` with each other (0-0.9): the inverse of such a matrix is known (Sherman & Morrison).
    """
    weights = _inverse_times([near for near, _ in told], among)
    while len(told) > 1 and min(weights) < 0:
        told = [each for each, weight in zip(told, weights, strict=True) if weight >= 0]
        weights = _inverse_times([near for near, _ in told], among)
    explained = sum(weight * near for weight, (near, _) in zip(weights, told, strict=True))
    # Closenesses and `among` are estimates, and may together explain more than there is.
    ease = min(1.0, sqrt(_MOST_EXPLAINED / explained)) if explained > 0 else 1.0
    expected = ease * sum(weight * far for weight, (_, far) in zip(weights, told, strict=True))
    return expected, 1 - ease * ease * explained


def among_critics(mine: Iterable[int], theirs: Mapping[int, Mapping[int, float]], scales: Mapping[int, Scale]) -> float:
    """Return how two critics go together over these works, steadied by what critics usually do; 0-0.9."""
    by_work: dict[int, list[float]] = {work: [] for work in sorted(mine)}
    for critic in sorted(theirs):
        for work, score in theirs[critic].items():
            if work in by_work and critic in scales:
                by_work[work].append((score - scales[critic].mean) / scales[critic].deviation)
    products = pairs = 0.0
    for far in by_work.values():
        pairs += len(far) * (len(far) - 1) / 2
        products += (sum(far) ** 2 - sum(each * each for each in far)) / 2
    return max(0.0, min(_CLOSEST, (products + _STEADY * _USUAL) / (pairs + _STEADY)))


def _held(score: float) -> float:
    return round(max(0.0, min(100.0, score)), 1)


def _inverse_times(values: Sequence[float], among: float) -> list[float]:
    shared = among * sum(values) / (1 + (len(values) - 1) * among)
    return [(value - shared) / (1 - among) for value in values]


def _raw(pairs: Sequence[tuple[float, float]]) -> tuple[float | None, int]:
    return pearson([one for one, _ in pairs], [other for _, other in pairs]), len(pairs)


def _usual(found: Mapping[int, tuple[float | None, int]]) -> float:
    """Return how critics in general go with this reader: each counts by its shared works."""
    known = [(raw, n) for _, (raw, n) in sorted(found.items()) if raw is not None and n >= ENOUGH]
    total = sum(n for _, n in known)
    return (sum(raw * n for raw, n in known) + _STEADY * _USUAL) / (total + _STEADY)


def _closeness(raw: float | None, n: int, usual: float) -> float:
    return max(0.0, min(_CLOSEST, ((raw or 0.0) * n + usual * STEADY) / (n + STEADY)))


def _most_like(each: LikeMe) -> tuple[object, ...]:
    shrunk = each.agreement.shrunk
    return (not each.enough, shrunk is None, -(shrunk or 0.0), -each.agreement.n, each.critic)
