"""A grade as the reader types it: the whole of it is the grade, so nothing around it need be weighed."""

from tui.grading import fractions, letters, numbers, percent, scales, stars, units
from tui.grading.candidate import Candidate
from tui.grading.habits import NOTHING_KNOWN, Habits
from tui.grading.pairing import distinct, paired
from tui.grading.passage import Passage
from tui.model.errors import WrongUse
from tui.model.grade import Grade, Notation, Source, Verdict
from tui.model.scale import LETTERS, letter, score

EXAMPLES = "7/10, 3.5/4, B-, ★★★½, 79%, up, down, none, or auto for what was read"
"""What the reader may type."""
NONE = ("none", "-", "no grade", "ungraded")
"""The post gives no grade."""
AUTO = "auto"
"""What was read stands."""
_VERDICTS: dict[str, Verdict] = {
    "up": "up", "thumbs up": "up", "fresh": "up", "👍": "up",
    "down": "down", "thumbs down": "down", "rotten": "down", "👎": "down",
}  # fmt: skip
_NOTATIONS = (fractions, stars, letters, percent, scales, numbers, units)
_LABEL = "My grade: "
MINE = Habits(
    rules={Notation.STARS: 5, Notation.NUMBER: 10, Notation.UNIT: 5},
    bests={Notation.STARS: 10, Notation.NUMBER: 100, Notation.UNIT: 10},
)
"""What the reader's own grades are out of where they do not say: stars five, numbers ten, larger ones more."""
_LONGEST = 60
"""Characters a typed grade may have."""


def read_by_hand(text: str, habits: Habits | None = None) -> Grade | None:
    """Return the grade that `text` is as a whole, None for “none”; a scale it does not state is the critic's.

    Raises WrongUse, with examples, for anything else.
    """
    said = " ".join(text.split())
    if said.lower() in NONE:
        return None
    if verdict := _VERDICTS.get(said.lower()):
        return Grade(said, verdict=verdict, notation=Notation.VERDICT, source=Source.HAND)
    found = _whole(said) if 0 < len(said) <= _LONGEST else None
    if found is None or (found.value is None and found.letter not in LETTERS):
        raise WrongUse(f"“{said[:_LONGEST]}” is no grade" if said else "No grade was given", f"Give {EXAMPLES}")
    return _grade(found, said, habits or NOTHING_KNOWN)


def read_mine(text: str) -> Grade | None:
    """Return the reader's own grade of a work, None for “none”; raises WrongUse. See `MINE` for scales not stated."""
    return read_by_hand(text, MINE)


def _whole(said: str) -> Candidate | None:
    """Return what the notations make of all of it, labelled as a critic would."""
    passage = Passage(_LABEL + said)
    found = [candidate for notation in _NOTATIONS for candidate in notation.read(passage)]
    end = len(passage.text)
    fits = [one for one in paired(passage, distinct(found)) if one.start <= len(_LABEL) and one.end == end]
    return max(fits, key=lambda one: (one.best is not None, one.letter is not None), default=None)


def _grade(one: Candidate, said: str, habits: Habits) -> Grade:
    best = one.best
    if best is None and one.value is not None:
        best = habits.best(one.notation, one.value)
    if one.value is not None and best is not None and one.value > best:
        raise WrongUse(f"{one.value:g} is more than {best:g}, the top of its scale", f"Give {EXAMPLES}")
    points = score(one.value, best) if one.value is not None and best else None
    if points is None and one.letter:
        points = habits.score_of(one.letter)
    shown = one.letter or (letter(points) if points is not None else None)
    stated = best is None or one.best is not None
    return Grade(said, one.value, best, points, shown, one.verdict, one.notation, Source.HAND, stated=stated)


def scale_stated(read: Grade | None, said: Grade | None) -> float | None:
    """Return the top of the scale a correction adds to a number the critic left bare: a rule can follow from that."""
    if read is None or said is None or read.value is None or said.value != read.value or not said.stated:
        return None
    unsaid = read.best is None or not read.stated
    return said.best if unsaid else None
