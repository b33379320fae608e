"""The choice between what was accepted: the lead grade, further grades of other critics or works, or none at all."""

from collections.abc import Sequence

from tui.grading.weighing import Weighed
from tui.model.grade import Notation

_CLOSE = 1.0
"""Two weights nearer than this are a draw."""
_ALIKE = 2.0
"""Two weights nearer than this may be grades of two works, written alike in different places."""
_NEAR = 250
"""Characters within which a later figure corrects an earlier one."""
_FAR = 0.2
"""Shares of a scale farther apart than this contradict each other."""


def choose(weighed: Sequence[Weighed]) -> tuple[Weighed | None, list[Weighed], list[str]]:
    """Return the lead, the others, and one line of reason for every candidate."""
    ranked = sorted((one for one in weighed if one.accepted), key=_rank, reverse=True)
    lead, others = _lead(ranked) if ranked else (None, [])
    return lead, others, [_line(one, _fate(one, lead, others)) for one in weighed]


def _lead(ranked: Sequence[Weighed]) -> tuple[Weighed | None, list[Weighed]]:
    """Return the lead of accepted candidates and what is kept beside it; no lead when they contradict each other."""
    lead = _stated(ranked)
    others = [one for one in ranked if one.tier == lead.tier and not _same(one, lead)]
    several = [one for one in others if _is_several(one, lead)]
    if several:
        group = sorted([lead, *several], key=lambda one: one.candidate.start)
        return group[0], [one for one in group[1:] if not _same(one, group[0])]
    rivals = [one for one in others if lead.weight - one.weight < _CLOSE]
    return (_settled(lead, rivals) if rivals else lead), []


def _rank(one: Weighed) -> tuple[bool, int, float, int]:
    """Return what the lead is chosen by: more than a verdict, trust, weight; of equals the later."""
    return one.candidate.notation is not Notation.VERDICT, one.tier, round(one.weight, 1), one.candidate.start


def _stated(ranked: Sequence[Weighed]) -> Weighed:
    """Return the first, or the same grade written elsewhere with its scale when the first leaves that out."""
    lead = ranked[0]
    if lead.candidate.value is None or lead.candidate.best is not None:
        return lead
    same = (one for one in ranked if one.candidate.value == lead.candidate.value and one.candidate.best is not None)
    return next(same, lead)


def _same(one: Weighed, other: Weighed) -> bool:
    """Return whether two say the same grade."""
    a, b = one.candidate, other.candidate
    if one.who and other.who and one.who != other.who:
        return False
    if a.value is not None and b.value is not None:
        return _distance(one, other) < 0.03 if a.best and b.best else a.value == b.value
    return a.letter is None or b.letter is None or a.letter == b.letter


def _distance(one: Weighed, other: Weighed) -> float:
    """Return how far apart two are, as a share of their scales; 0 when that cannot be said."""
    a, b = one.candidate, other.candidate
    if a.value is None or b.value is None or not a.best or not b.best:
        return 0.0
    return abs(a.value / a.best - b.value / b.best)


def _is_several(one: Weighed, lead: Weighed) -> bool:
    """Return whether two belong to two critics or two works: written alike, outside sentences, well apart."""
    a, b = one.candidate, lead.candidate
    if a.place != "text" or b.place != "text" or one.final != lead.final or lead.weight - one.weight > _ALIKE:
        return False
    if one.who or lead.who:
        return bool(one.who and lead.who) and one.who != lead.who
    alike = one.label == lead.label and a.notation is b.notation and a.best == b.best
    return alike and one.apart and lead.apart and abs(a.start - b.start) > 15


def _settled(lead: Weighed, rivals: Sequence[Weighed]) -> Weighed | None:
    """Return which of several contradicting grades holds: the summing up, the labelled, the correction; else none."""
    group = [lead, *rivals]
    for kind in ("final", "own", "labelled"):
        those = [one for one in group if getattr(one, kind)]
        if len(those) == 1:
            return those[0]
    last = max(group, key=lambda one: one.candidate.start)
    corrects = all(last.candidate.start - one.candidate.end < _NEAR for one in group)
    agree = all(_distance(one, last) <= _FAR for one in group)
    return last if corrects or agree else None


def _fate(one: Weighed, lead: Weighed | None, others: Sequence[Weighed]) -> str:
    """Return what became of a candidate."""
    if one is lead:
        return "chosen"
    if one in others:
        return "kept beside"
    if not one.accepted:
        return "too weak" if one.weight else "refused"
    return "outweighed" if lead else "contradicted by another"


def _line(one: Weighed, fate: str) -> str:
    """Return one line of reason."""
    candidate = one.candidate
    return f"“{candidate.written}” ({candidate.notation}, {candidate.name or candidate.place}) {fate}: {one.why}"
