"""A critic's manner of grading, for their profile: what they write, on which scale, and how that is known."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from tui.grading.habits import Habits
from tui.model.grade import Notation
from tui.model.record import record
from tui.model.scale import LETTERS

_PLURALS = {
    Notation.FRACTION: "fractions",
    Notation.LETTER: "letters",
    Notation.STARS: "stars",
    Notation.PERCENT: "percent",
    Notation.NUMBER: "bare numbers",
    Notation.UNIT: "a unit of their own",
    Notation.VERDICT: "verdicts",
    Notation.FIELD: "a field of the feed",
}

KnownBy = Literal["stated", "learned", "rule", "setting"]
"""Said by the critic, learned from the spread of their numbers, the reader's rule, or their setting for all critics."""
_HOW = {"rule": "your rule", "setting": "your setting", "stated": "as stated"}


@record(frozen=True, slots=True)
class Scale:
    """The top of the scale in force for one notation."""

    notation: Notation
    best: float
    known_by: KnownBy
    grades: int = 0
    """How many past grades in this notation that was learned from."""


@record(frozen=True, slots=True)
class Manner:
    """How one critic grades."""

    notation: Notation | None = None
    """The usual one; None when they mix, or gave too few grades."""
    scales: tuple[Scale, ...] = ()
    letters: Mapping[str, float] = field(default_factory=dict)
    """Score 0-100 of each letter they also write as a number; best first."""
    sample: int = 0
    """Past grades this was learned from."""
    ungraded: float | None = None
    """Share 0-1 of their reviews that give no grade; None without a review."""


def manner(habits: Habits, *, reviews: int = 0, graded: int = 0) -> Manner:
    """Return a critic's manner: their habits, and how many of their `reviews` are graded."""
    letters = {letter: habits.letters[letter] for letter in LETTERS if letter in habits.letters}
    share = 1 - graded / reviews if reviews else None
    return Manner(habits.notation, tuple(_scales(habits)), letters, habits.sample, share)


def _scales(habits: Habits) -> list[Scale]:
    return [
        Scale(notation, best, _known_by(habits, notation), habits.numbers.get(notation, 0))
        for notation, best in {**_assumed(habits), **habits.bests, **habits.rules}.items()
    ]


def _assumed(habits: Habits) -> dict[Notation, float]:
    """Return the scales the reader's setting gives to what this critic really writes."""
    return {notation: best for notation, best in habits.assumed.items() if habits.numbers.get(notation)}


def _known_by(habits: Habits, notation: Notation) -> KnownBy:
    if notation in habits.rules:
        return "rule"
    if notation not in habits.bests:
        return "setting"
    return "stated" if notation in habits.said else "learned"


def in_words(one: Manner) -> list[str]:
    """Return the manner as lines for a reader: notation and scales, letters, what is ungraded."""
    lines = ["; ".join(_scales_in_words(one)) or "no grade read yet"]
    if one.letters:
        pairs = ", ".join(f"{letter} {score:g}" for letter, score in one.letters.items())
        lines.append(f"letters as this critic counts them: {pairs}")
    if one.ungraded is not None:
        lines.append(f"{one.ungraded:.0%} of the reviews without a grade" if one.ungraded else "every review graded")
    return lines


def _scales_in_words(one: Manner) -> Iterator[str]:
    if one.notation and all(scale.notation != one.notation for scale in one.scales):
        yield f"mostly {_PLURALS[one.notation]}"
    for scale in sorted(one.scales, key=lambda each: each.notation != one.notation):
        mostly = "mostly " if scale.notation == one.notation else ""
        yield f"{mostly}{_PLURALS[scale.notation]} out of {scale.best:g} ({_how(scale)})"
    if one.sample and not one.notation and not one.scales:
        yield f"no usual way yet in {one.sample} grade{'s' if one.sample > 1 else ''}"


def _how(scale: Scale) -> str:
    if scale.known_by == "learned":
        return f"learned from {scale.grades} grades"
    return _HOW[scale.known_by]
