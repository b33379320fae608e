"""How grades are spread: the plain figures of any pile of scores."""

from collections.abc import Iterable
from statistics import fmean, median, pstdev

from tui.model.record import record
from tui.model.scale import LETTERS, letter


@record(frozen=True, slots=True)
class Distribution:
    """A pile of grades in figures."""

    count: int
    """How many have a score."""
    mean: float | None
    """0-100, to one decimal; None without scores."""
    median: float | None
    """0-100, to one decimal."""
    spread: float | None
    """Population standard deviation, in points of the 0-100 scale; None under two scores."""
    letters: tuple[tuple[str, int], ...]
    """(letter, count) for every letter of the scale, best first, zeros too."""


def distribution(scores: Iterable[float]) -> Distribution:
    """Return the figures of `scores` (each 0-100); their order does not matter."""
    pile = sorted(scores)
    counts = dict.fromkeys(LETTERS, 0)
    for score in pile:
        counts[letter(score)] += 1
    if not pile:
        return Distribution(0, None, None, None, tuple(counts.items()))
    spread = round(pstdev(pile), 1) if len(pile) > 1 else None
    return Distribution(len(pile), round(fmean(pile), 1), round(median(pile), 1), spread, tuple(counts.items()))
