"""A critic's profile: how they grade, how that changed, and what a letter of theirs means."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from math import sqrt
from statistics import fmean, stdev

from tui.grading.manner import Manner
from tui.model.critic import Critic
from tui.model.listing import Histogram
from tui.model.record import record
from tui.model.review import ReviewRow
from tui.summaries.ladder import Figures, ladder


@record(frozen=True, slots=True)
class WrittenBar:
    """One bar of the distribution in the critic's own notation."""

    label: str
    """As they most often write it."""
    count: int
    score: float | None
    """What it means on the common scale; None when that is not known."""
    spellings: tuple[str, ...]
    """Every way they write it: what `openings.as_written` takes."""


@record(frozen=True, slots=True)
class YearFigures:
    """One year of a critic's reviews."""

    year: int
    """Of publication, in UTC."""
    reviews: int
    figures: Figures


@record(frozen=True, slots=True)
class Generosity:
    """How a critic's grades stand to the others' on the works they share."""

    n: int
    """Works this critic and at least one other gave a score."""
    points: float
    """How many points this critic gives above the mean of the others, in the mean; below zero: harsher."""
    error: float | None
    """Standard error of that, in points; None under two works."""

    @property
    def word(self) -> str:
        """`generous` or `harsh` where the difference is more than two standard errors, else `like the others`."""
        if self.n < 5 or self.error is None or abs(self.points) <= 2 * self.error:
            return "like the others"
        return "generous" if self.points > 0 else "harsh"


@record(frozen=True, slots=True)
class LetterMeaning:
    """What one letter means from this critic."""

    letter: str
    count: int
    percentile: float
    """Where it stands among their grades, 0-100: the share below it and half of those at it."""
    at_or_above: float
    """The share (0-100) of their grades that are as good or better: `top 12 %`."""


@record(frozen=True, slots=True)
class Profile:
    """One critic in figures."""

    critic: Critic
    histogram: Histogram
    """By letter; `total` is every review, `ungraded` those without a grade."""
    unread: int
    first: datetime | None
    """When the first review was published; None without reviews."""
    last: datetime | None
    figures: Figures
    """Of all scores."""
    written: tuple[WrittenBar, ...]
    """The distribution in their own notation, best first, what has no score last; the 40 most frequent."""
    years: tuple[YearFigures, ...]
    """Oldest first; years without reviews are left out."""
    generosity: Generosity | None
    """None where no work is shared."""
    letters: tuple[LetterMeaning, ...]
    """Each letter they have given, best first."""
    manner: Manner
    """Their scale, and the rules in force: `manner.in_words` tells it."""
    best: tuple[ReviewRow, ...]
    """Their best graded reviews, newest first among equals."""
    worst: tuple[ReviewRow, ...]
    """Their worst; none that is among the best."""
    discussed: tuple[ReviewRow, ...]
    """Their reviews with most comments; none without."""

    @property
    def ungraded(self) -> float | None:
        """The share (0-1) of reviews without a grade; None without reviews."""
        total = self.histogram.total
        return self.histogram.ungraded / total if total else None


def generosity(pairs: Sequence[tuple[float, float]]) -> Generosity | None:
    """Return how (own score, mean of the others' scores) differ over the shared works."""
    if not pairs:
        return None
    apart = sorted(own - others for own, others in pairs)
    error = stdev(apart) / sqrt(len(apart)) if len(apart) > 1 else None
    return Generosity(len(apart), round(fmean(apart), 1), None if error is None else round(error, 2))


def letter_meanings(histogram: Histogram) -> tuple[LetterMeaning, ...]:
    """Return what each letter that was given means, by how many were given above and below it."""
    scored = sum(count for _, count in histogram.letters)
    above, found = 0, []
    for letter, count in histogram.letters:
        if count:
            below = scored - above - count
            share = round(100 * (below + count / 2) / scored, 1)
            found.append(LetterMeaning(letter, count, share, round(100 * (above + count) / scored, 1)))
        above += count
    return tuple(found)


def years(published: Iterable[tuple[int, float | None]]) -> tuple[YearFigures, ...]:
    """Return the figures of each year from (year, score or None) of every review."""
    piles: dict[int, list[float | None]] = {}
    for year, score in published:
        piles.setdefault(year, []).append(score)
    return tuple(
        YearFigures(year, len(pile), ladder(score for score in pile if score is not None).figures)
        for year, pile in sorted(piles.items())
    )


def written_bars(
    grades: Iterable[tuple[str, float | None, float | None, float | None]], most: int = 40
) -> tuple[WrittenBar, ...]:
    """Return the distribution of (as written, value, best, score): the same value of the same scale is one bar."""
    bars: dict[tuple[object, ...], dict[str, int]] = {}
    for text, value, best, score in grades:
        key = (score, value, best) if value is not None else (score, text.strip().casefold())
        spellings = bars.setdefault(key, {})
        spellings[text] = spellings.get(text, 0) + 1
    found = [_bar(key[0], spellings) for key, spellings in bars.items()]
    frequent = sorted(found, key=lambda bar: (-bar.count, bar.label))[:most]
    return tuple(sorted(frequent, key=lambda bar: (bar.score is None, -(bar.score or 0), bar.label)))


def _bar(score: object, spellings: dict[str, int]) -> WrittenBar:
    ordered = sorted(spellings, key=lambda text: (-spellings[text], len(text), text))
    return WrittenBar(
        ordered[0], sum(spellings.values()), score if isinstance(score, float) else None, tuple(ordered)
    )  # fmt: skip
