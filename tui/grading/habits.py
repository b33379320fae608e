"""What is known of one critic: the scale they use, what their letters are worth, the reader's own rule for them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field

from tui.model.grade import Grade, Notation
from tui.model.record import record
from tui.model.scale import LETTERS

_ENOUGH_STATED = 3
"""Grades with a stated scale before that scale is taken for granted."""
_ENOUGH_BARE = 12
"""Grades without any stated scale before their spread says which it is."""
_ENOUGH_PAIRS = 2
"""Times a critic must have written a letter beside a number before the pair overrides the table."""
_MOST = 0.8
"""Share that one notation or scale needs to be the usual one."""
_LETTER = re.compile(r"(?<![A-Za-z])[A-DF](?:[+\-–−]|(?![A-Za-z'’]))")


@record(frozen=True, slots=True)
class Habits:
    """How one critic grades, from their history and the reader's settings."""

    notation: Notation | None = None
    """Their usual one; None when they mix."""
    bests: Mapping[Notation, float] = field(default_factory=dict)
    """The top of the scale by notation, where history shows it."""
    letters: Mapping[str, float] = field(default_factory=dict)
    """Score 0-100 of each letter this critic also wrote as a number (median); overrides the table."""
    sample: int = 0
    """How many past grades this was learned from."""
    rules: Mapping[Notation, float] = field(default_factory=dict)
    """The reader's rules by notation; they come before history, as the reader made them knowing it."""
    said: Mapping[Notation, int] = field(default_factory=dict)
    """How many past grades stated the scale in `bests`; a notation that is missing was learned from its spread."""
    numbers: Mapping[Notation, int] = field(default_factory=dict)
    """How many past grades were numbers, by notation."""
    assumed: Mapping[Notation, float] = field(default_factory=dict)
    """The reader's setting for all critics, by notation; it comes last, as it knows nothing of this one."""

    def best(self, notation: Notation, value: float) -> float | None:
        """Return the top of the unsaid scale `value` stands on, None when unknown or too small for it."""
        for best in (self.rules.get(notation), self.bests.get(notation), self.assumed.get(notation)):
            if best is not None and value <= best:
                return best
        return None

    def score_of(self, letter: str) -> float | None:
        """Return a letter's score: this critic's own pair, else the table's; None for a letter outside it."""
        return self.letters.get(letter, LETTERS.get(letter))


NOTHING_KNOWN = Habits()
"""A critic met for the first time."""


def learn(
    grades: Iterable[Grade],
    *,
    rules: Mapping[Notation, float] | None = None,
    assumed: Mapping[Notation, float] | None = None,
) -> Habits:
    """Return what a critic's past grades teach; the reader's rules for them and setting for all are carried along."""
    known = tuple(grades)
    bests, said, numbers = {}, {}, {}
    for notation in Notation:
        values = [grade for grade in known if grade.notation == notation and grade.value is not None]
        numbers[notation] = len(values)
        if (best := _best_of(values)) is not None:
            bests[notation] = best
            if stated := sum(grade.stated and grade.best == best for grade in values):
                said[notation] = stated
    usual = _usual([grade.notation for grade in known])
    return Habits(usual, bests, _letters(known), len(known), rules or {}, said, numbers, assumed or {})


def _usual(notations: list[Notation]) -> Notation | None:
    """Return the notation most of them use."""
    if len(notations) < _ENOUGH_STATED:
        return None
    notation, count = Counter(notations).most_common(1)[0]
    return notation if count >= _MOST * len(notations) else None


def _best_of(grades: list[Grade]) -> float | None:
    """Return the top of the scale of one notation: as stated in most grades, else as their spread shows."""
    # What history or a rule supplied is no evidence: else a first guess would confirm itself for ever.
    stated = Counter(grade.best for grade in grades if grade.best is not None and grade.stated)
    if stated.total() >= _ENOUGH_STATED:
        best, count = stated.most_common(1)[0]
        return best if count >= _MOST * stated.total() else None
    values = [grade.value for grade in grades if grade.value is not None]
    return _spread(values) if len(values) >= _ENOUGH_BARE else None


def _spread(values: list[float]) -> float | None:
    """Return the smallest usual scale that holds every value: above 4 rules out /4, above 5 rules out /5."""
    highest = max(values)
    return next((best for best in (4.0, 5.0, 10.0, 100.0) if highest <= best and highest > best * 0.5), None)


def _letters(grades: tuple[Grade, ...]) -> dict[str, float]:
    """Return the median score of each letter written beside a number."""
    from statistics import median

    pairs: dict[str, list[float]] = {}
    for grade in grades:
        if grade.value is not None and grade.score is not None and grade.letter and _LETTER.search(grade.written):
            pairs.setdefault(grade.letter, []).append(grade.score)
    return {letter: round(median(scores), 1) for letter, scores in pairs.items() if len(scores) >= _ENOUGH_PAIRS}
