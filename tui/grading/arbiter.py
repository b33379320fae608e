"""The arbiter: refuses what is no grade of this work by this critic, and has the rest weighed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.grading.candidate import Candidate
from tui.grading.habits import Habits
from tui.grading.legends import in_legend
from tui.grading.opinion import not_own
from tui.grading.passage import Passage
from tui.grading.scales import beside_label
from tui.grading.subject import not_of_the_work
from tui.grading.supposition import only_supposed
from tui.grading.surroundings import UNIT_ENDS, Surroundings, around
from tui.grading.weighing import Weighed, announcement, is_labelled, refused, weighed
from tui.model.grade import Notation

_ODD = frozenset((3, 7, 8, 12, 50))
_USUAL = frozenset((4, 5, 6, 10, 100))
_AGES = frozenset((12, 13, 14, 15, 16, 17, 18, 19, 21))
_COUNTED = re.compile(r"/|(?:stars?|points?|sterne[n]?|punkten?|étoiles)$", re.IGNORECASE)
_NOUN = re.compile(
    r"\s+(?!(?:for|from|and|or|but|because|on|in|is|as|if|so|to|i|stars?|points?|marks|rating|score|which|that|it|"
    r"with|though|overall|only|just|simply|would|must|"
    r"a|an|due|when|while|at|by|this|not|easily|maybe|thanks|my|we|he|she|could|will|since|cause|then|here|there|"
    r"again|total|unless|until|even|movie|film|cuz|worth|scale)\b)[a-z]"
)


def weigh(passage: Passage, found: Sequence[Candidate], habits: Habits) -> list[Weighed]:
    """Return every candidate weighed, in reading order."""
    places = [around(passage, one) for one in found]
    found = [_on_labelled_scale(passage, one, place) for one, place in zip(found, places, strict=True)]
    listed = in_legend(passage, found, places)
    tops = _tops(listed)
    found = [replace(one, best=tops[one.notation]) if _fits(one, tops) and one not in listed else one for one in found]
    return [
        refused(one, listed[one]) if one in listed else _weigh(passage, one, place, habits, only=len(found) == 1)
        for one, place in zip(found, places, strict=True)
    ]


def _tops(listed: Mapping[Candidate, str]) -> dict[Notation, float]:
    """Return the top of the scale a legend in the text shows, by notation: `Four Popcorns: standing ovation`."""
    values: dict[Notation, set[float]] = {}
    for one, why in listed.items():
        if why.startswith("part of a legend") and one.value is not None:
            values.setdefault(one.notation, set()).add(one.value)
    return {notation: max(each) for notation, each in values.items() if len(each) >= 3 and max(each) in _USUAL}


def _fits(one: Candidate, tops: Mapping[Notation, float]) -> bool:
    """Return whether a candidate that states no scale can stand on the legend's."""
    return one.best is None and one.value is not None and one.value <= tops.get(one.notation, -1)


def _on_labelled_scale(passage: Passage, one: Candidate, place: Surroundings) -> Candidate:
    """Return the candidate with the top its label states: `Rating (out of 5): ★★★`."""
    if one.best is None and one.value is not None and place.label:
        scale = beside_label(passage.low, place.label.end)
        if scale and scale[0] <= one.start and one.value <= scale[1]:
            return replace(one, best=scale[1])
    return one


def _weigh(passage: Passage, one: Candidate, place: Surroundings, habits: Habits, *, only: bool) -> Weighed:
    """Return one candidate, refused or weighed."""
    if place.to_end < 0:
        return refused(one, "below the review, among comments or the site's own text")
    plain_part = passage.plain[one.start - len(place.part) : one.start]
    supposed = "" if is_labelled(one, place) else only_supposed(place)
    against = not_own(place, plain_part) or supposed or not_of_the_work(passage, one, place) or _unfit(one, place)
    return refused(one, against) if against else weighed(one, place, habits, only=only)


def _unfit(one: Candidate, place: Surroundings) -> str:
    """Say when a notation needs more than it has here."""
    if place.quoted:
        return "somebody's words in quotation marks"
    if is_labelled(one, place):
        return _is_age(one, place)
    if one.notation is Notation.STARS and set(one.written) <= {"*", " "}:
        return _separator(one, place)
    if place.alone:
        return ""
    given = announcement(one, place)[0]
    if one.best in _ODD and given < 2.4:
        return f"out of {one.best:g}, which few scales go to"
    if one.notation is Notation.UNIT and not one.best and given < 3 and not place.apart:
        return "counts things, not a grade"
    if one.notation is Notation.PERCENT and given < 3 and not place.apart:
        return "a share, not a grade"
    if one.notation in (Notation.FRACTION, Notation.UNIT) and not _COUNTED.search(one.written) and given < 2.6:
        return "counts things, not a grade" if _NOUN.match(place.after) and not UNIT_ENDS.match(place.after) else ""
    return ""


def _is_age(one: Candidate, place: Surroundings) -> str:
    """Say when a number behind `Rating` is a certificate: `Rating: 15`."""
    rating = place.label is not None and place.label.word.startswith(("rat", "bewert"))
    return "an age, not a grade" if rating and one.notation is Notation.NUMBER and one.value in _AGES else ""


def _separator(one: Candidate, place: Surroundings) -> str:
    """Say when asterisks only part the text."""
    parts = place.alone and one.written.count("*") in (1, 3, 5) and one.best is None and not place.in_brackets
    return "a line of asterisks that parts the text" if parts else ""
