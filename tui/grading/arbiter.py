"""The arbiter: weighs what the notations propose, refuses what is no grade of this work, and abstains when unsure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tui.grading.candidate import Candidate
from tui.grading.giving import given
from tui.grading.habits import Habits
from tui.grading.legends import in_legend
from tui.grading.opinion import not_own
from tui.grading.passage import Passage
from tui.grading.subject import not_of_the_work
from tui.grading.surroundings import Surroundings, around
from tui.model.grade import Notation

ENOUGH = 4.0
"""Weight from which a candidate counts as a grade."""
_LABELLED = 4.0
_SOFTLY_LABELLED = 2.2


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its weight."""

    candidate: Candidate
    weight: float
    """From `ENOUGH` on it is a grade; 0 when refused."""
    why: str
    """What spoke for it, or why it was refused."""
    label: str = ""
    """The label word, lower case."""
    who: str = ""
    """Whose grade it is; empty for the critic of the post."""
    labelled: bool = False
    """True behind a label that means a grade."""
    tier: int = 0
    """Trust: 5 the feed's field, 4 labelled or given in a sentence, 3 data of the page, 2 stars alone, 1 the rest."""

    @property
    def accepted(self) -> bool:
        """True for a grade."""
        return self.weight >= ENOUGH

    @property
    def confidence(self) -> float:
        """0-1."""
        return round(1 / (1 + math.exp(-(self.weight - 2.5))), 2)


def weigh(passage: Passage, found: Sequence[Candidate], habits: Habits) -> list[Weighed]:
    """Return every candidate weighed, in reading order."""
    listed = in_legend(passage, found)
    return [
        Weighed(one, 0.0, listed[one]) if one in listed else _weigh(passage, one, habits, alone=len(found) == 1)
        for one in found
    ]


def _weigh(passage: Passage, one: Candidate, habits: Habits, *, alone: bool) -> Weighed:
    """Return one candidate weighed by what stands around it."""
    place = around(passage, one)
    if place.to_end < 0:
        return Weighed(one, 0.0, "below the review, among comments or the site's own text")
    plain_clause = passage.plain[one.start - len(place.clause) : one.start]
    if refusal := not_own(one, place, plain_clause) or not_of_the_work(one, place) or _unfit(passage, one, place):
        return Weighed(one, 0.0, refusal)
    reasons: list[str] = []
    weight = 2 * one.confidence
    announced, why = _announced(passage, one, place)
    if announced:
        reasons.append(why)
    set_off, how = _set_off(one, place)
    if set_off:
        reasons.append(how)
    if place.near_end:
        weight += 1.0
        reasons.append("near the end")
    elif place.near_top:
        weight += 0.5
        reasons.append("near the top")
    weight += max(announced, set_off) + 0.5 * min(announced, set_off)
    if alone and one.best and place.last_line:
        weight += 1.2
        reasons.append("the only figure, in the last line")
    if habits.notation is not None and habits.notation is one.notation:
        weight += 0.5
        reasons.append("this critic's usual notation")
    who = place.owner if place.label and place.label.kind == "grade" else ""
    tier = 4 if announced >= 2.0 else 2 if one.notation is Notation.STARS else 1
    label = place.label.word if place.label else ""
    labelled = place.label is not None and place.label.kind == "grade"
    return Weighed(one, weight, ", ".join(reasons) or "nothing speaks for it", label, who, labelled, tier)


def _announced(passage: Passage, one: Candidate, place: Surroundings) -> tuple[float, str]:
    """Return the weight of a label or of a verb of giving, whichever is plainer."""
    weight, words = given(one, place)
    why = f"given in the sentence (“{words}”)"
    if place.label and place.label.kind == "grade":
        return max(
            _LABELLED, weight
        ), f"labelled “{(place.qualifier.split()[-1] + ' ' if place.qualifier else '')}{place.label.word}”"
    if place.label and weight < _SOFTLY_LABELLED:
        return _SOFTLY_LABELLED, f"behind “{place.label.word}”"
    return weight, why


def _set_off(one: Candidate, place: Surroundings) -> tuple[float, str]:
    """Return the weight of standing apart from any sentence."""
    if place.alone:
        return 3.0, "alone on its line"
    if place.apart and (place.last_line or place.near_end):
        return 2.5, "apart from the sentences"
    if place.apart:
        return 1.8, "apart from the sentences"
    if place.closes and one.notation is Notation.STARS and not one.written[0].isalnum() and "*" not in one.written:
        return 1.8, "closes its line"
    if place.opens:
        return 1.0, "opens its line"
    return 0.0, ""


def _unfit(passage: Passage, one: Candidate, place: Surroundings) -> str:
    """Say when a notation needs more than it has here: bare numbers, asterisk separators, counted nouns."""
    labelled = place.label is not None and place.label.kind == "grade"
    if one.notation is Notation.NUMBER and one.value is not None:
        if place.label and place.label.word.startswith("rat") and one.value in (12, 13, 14, 15, 16, 17, 18, 21):
            return "an age, not a grade"
    if one.notation is Notation.STARS and set(one.written.strip()) <= {"*", " "} and not labelled:
        count = one.written.count("*")
        if place.alone and count in (1, 3, 5) and one.best is None and not place.in_brackets:
            return "a line of asterisks that parts the text"
    if (
        one.notation is Notation.UNIT
        and not place.apart
        and not one.best
        and not labelled
        and given(one, place)[0] < 3
        and not place.alone
    ):
        return "counts things, not a grade"
    if (
        one.notation is Notation.PERCENT
        and not labelled
        and given(one, place)[0] < 3
        and not place.alone
        and not place.apart
    ):
        return "a share, not a grade"
    return ""
