"""Weights: how much label, phrase, position and agreement speak for a candidate that nothing speaks against."""

import math
import re

from tui.grading.candidate import Candidate
from tui.grading.giving import given
from tui.grading.habits import Habits
from tui.grading.surroundings import Surroundings
from tui.model.grade import Notation
from tui.model.record import record

ENOUGH = 4.0
"""Weight from which a candidate counts as a grade."""
FIELD_TIER, LABELLED_TIER, DATA_TIER, STARS_TIER, BARE_TIER = 5, 4, 3, 2, 1
"""Trust, as the design orders it."""
_LABELLED = 4.0
_SOFTLY_LABELLED = 2.4


_GOES_ON = re.compile(
    r"\s*(?:because|for (?:me|the|its|being|a|an)|from|simply|only|just|as|if|due|and|but|with|purely|mainly|since|"
    r"cause|cuz|on|would|overall|here)\b"
)


_PAUSES = frozenset(",;:–—-")
_ASKED = re.compile(r"\s?\?")


@record(frozen=True, slots=True)
class Weighed:
    """A candidate with its weight."""

    candidate: Candidate
    weight: float
    """From `ENOUGH` on it is a grade; 0 when refused."""
    why: str
    """What spoke for it, or why it was refused."""
    tier: int = 0
    """How far such a source is trusted, one of the tiers above."""
    label: str = ""
    """The label word, lower case."""
    labelled: bool = False
    """True behind a label that means a grade."""
    final: bool = False
    """True when the label says that it sums up: `overall`, `final score`."""
    apart: bool = False
    """True when it stands outside sentences."""
    own: bool = False
    """True when the label says `my`."""
    who: str = ""
    """Whose grade it is; empty for the critic of the post."""

    @property
    def accepted(self) -> bool:
        """True for a grade."""
        return self.weight >= ENOUGH

    @property
    def confidence(self) -> float:
        """0-1."""
        return round(1 / (1 + math.exp(2.5 - self.weight)), 2)


def refused(candidate: Candidate, why: str) -> Weighed:
    """Return a candidate that is no grade."""
    return Weighed(candidate, 0.0, why)


def weighed(one: Candidate, place: Surroundings, habits: Habits, *, only: bool) -> Weighed:
    """Return `one` with its weight; `only` says that nothing else in the text could be a grade."""
    announced, announcing = announcement(one, place)
    set_off, setting = _set_off(one, place)
    where, position = _position(place)
    sole = 1.5 if only and one.best in (4, 5, 10, 20, 100) and place.last_line and place.ends else 0.0
    usual = 0.5 if habits.notation is one.notation else 0.0
    asked = 2.0 if _ASKED.match(place.after) and not place.labelled else 0.0
    weight = 2 * one.confidence + max(announced, set_off) + 0.5 * min(announced, set_off) + where + sole + usual - asked
    reasons = (
        announcing, setting, position, "the only figure, in the last line" if sole else "",
        "this critic's usual notation" if usual else "",
    )  # fmt: skip
    label = one.label or (place.label.word if place.label else "")
    return Weighed(
        one, weight, ", ".join(filter(None, reasons)) or "nothing speaks for it",
        LABELLED_TIER if announced >= 2.0 else STARS_TIER if one.notation is Notation.STARS else BARE_TIER,
        label, is_labelled(one, place),
        final=label in ("overall", "total") or bool({"final", "overall", "total"} & set(place.qualifier.split())),
        apart=place.apart or place.alone, own="my" in place.qualifier.split(),
        who=place.owner if place.labelled else "",
    )  # fmt: skip


def is_labelled(one: Candidate, place: Surroundings) -> bool:
    """Return whether a label or a scale said in words announces it."""
    return place.labelled or bool(one.label)


def announcement(one: Candidate, place: Surroundings) -> tuple[float, str]:
    """Return the weight of a label or of a phrase of giving, whichever is plainer, and the words."""
    weight, words = given(one, place)
    if is_labelled(one, place):
        label = one.label or (place.label.word if place.label else "")
        return max(_LABELLED, weight), f"labelled “{label}”"
    if place.label and weight < _SOFTLY_LABELLED:
        return _SOFTLY_LABELLED, f"behind “{place.label.word}”"
    return weight, f"given in the sentence (“{words}”)" if weight else ""


def _set_off(one: Candidate, place: Surroundings) -> tuple[float, str]:
    """Return the weight of standing apart from any sentence."""
    glyphs = one.notation is Notation.STARS and not one.written[0].isalnum() and (one.value or 0) > 1
    if place.alone:
        return 3.0, "alone on its line"
    if place.apart:
        plain = place.last_line or place.near_end or place.near_top
        return (2.5 if plain else 2.4 if one.best in (5, 10) else 1.8), "apart from the sentences"
    plain = one.notation is Notation.VERDICT or (one.notation is Notation.LETTER and len(one.letter or "") > 1)
    if plain and place.last_line and place.ends and place.clause.rstrip()[-1:] in _PAUSES:
        return 2.4, "between pauses in the last line"
    counted = one.written.lower().endswith(("stars", "points"))
    if place.starts and one.best and (counted or _GOES_ON.match(place.after)):
        return 2.0, "starts its sentence"
    if place.in_brackets and place.first_line and (place.opens or (place.closes and place.to_end > 0)):
        return 2.5, "in brackets at the first line"
    if glyphs and place.closes and one.best:
        return 2.6, "closes its line"
    if glyphs and place.closes:
        return (2.6 if place.first_line or "*" not in one.written else 1.0), "closes its line"
    if glyphs and place.opens and "*" not in one.written:
        return (2.4 if place.near_top else 1.6), "opens its line"
    if place.opens and place.last_line and one.notation is Notation.FRACTION and one.best in (5, 10, 100):
        return 2.0, "opens the last line"
    return (1.0, "opens its line") if place.opens else (0.0, "")


def _position(place: Surroundings) -> tuple[float, str]:
    """Return the weight of standing where grades stand: three in four in the last tenth."""
    if place.near_end:
        return 1.0, "near the end"
    return (0.5, "near the top") if place.near_top else (0.0, "")
