"""The choice between what was accepted: the lead grade, further grades of other critics or works, or none at all."""

from collections.abc import Sequence

from tui.grading.arbiter import Weighed
from tui.grading.passage import Passage
from tui.model.grade import Notation

_CLOSE = 1.0
"""Two weights nearer than this are a draw."""


def choose(weighed: Sequence[Weighed], passage: Passage, title: str) -> tuple[Weighed | None, list[Weighed], list[str]]:
    """Return the lead, the others, and one line of reason for every candidate."""
    accepted = [one for one in weighed if one.accepted]
    if not accepted:
        return None, [], [_line(one, "refused" if one.weight == 0 else "too weak") for one in weighed]
    ranked = sorted(accepted, key=_rank, reverse=True)
    lead = _stated(ranked)
    rivals = [
        one
        for one in ranked[1:]
        if one.tier == lead.tier and not _same(one, lead) and lead.weight - one.weight < _CLOSE
    ]
    several = [one for one in rivals if _is_several(one, lead)]
    if several:
        group = sorted([lead, *several], key=lambda one: one.candidate.start)
        lead, others = group[0], _distinct(group[1:], group[0])
    elif rivals:
        lead, others = _later(lead, rivals), []
    else:
        others = []
    lines = [
        _line(
            one,
            "chosen"
            if one is lead
            else "kept beside"
            if one in others
            else "refused"
            if one.weight == 0
            else "too weak"
            if not one.accepted
            else "outweighed",
        )
        for one in weighed
    ]
    return lead, others, lines


def _stated(ranked: Sequence[Weighed]) -> Weighed:
    """Return the first, or the same grade written elsewhere with its scale when the first leaves that out."""
    lead = ranked[0]
    if lead.candidate.value is None or lead.candidate.best is not None:
        return lead
    same = (one for one in ranked if one.candidate.value == lead.candidate.value and one.candidate.best is not None)
    return next(same, lead)


def _rank(one: Weighed) -> tuple[bool, int, float, int]:
    """Return what the lead is chosen by: more than a verdict, trust, weight; of equals the later."""
    return one.candidate.notation is not Notation.VERDICT, one.tier, round(one.weight, 1), one.candidate.start


def _same(one: Weighed, other: Weighed) -> bool:
    """Return whether two say the same grade."""
    a, b = one.candidate, other.candidate
    if a.value is not None and b.value is not None:
        if a.best and b.best:
            return abs(a.value / a.best - b.value / b.best) < 0.06
        return a.value == b.value
    return a.letter is None or b.letter is None or a.letter == b.letter


def _is_several(one: Weighed, lead: Weighed) -> bool:
    """Return whether two grades belong to two critics or two works: same label and notation, far enough apart."""
    a, b = one.candidate, lead.candidate
    if a.place != "text" or b.place != "text":
        return False
    if one.who and lead.who and one.who != lead.who:
        return True
    return one.label == lead.label and a.notation is b.notation and a.best == b.best and abs(a.start - b.start) > 40


def _later(lead: Weighed, rivals: Sequence[Weighed]) -> Weighed:
    """Return the last of several that contradict each other: critics correct themselves downwards in the text."""
    return max([lead, *rivals], key=lambda one: (one.label in ("overall", "total"), one.labelled, one.candidate.start))


def _distinct(others: Sequence[Weighed], lead: Weighed) -> list[Weighed]:
    """Return the others without repeats of what stands before them."""
    kept: list[Weighed] = []
    for one in others:
        if not _same(one, lead) or one.who != lead.who:
            kept.append(one)
    return kept


def _line(one: Weighed, fate: str) -> str:
    """Return one line of reason."""
    candidate = one.candidate
    where = candidate.name or candidate.place
    return f"“{candidate.written}” ({candidate.notation}, {where}) {fate}: {one.why}"
