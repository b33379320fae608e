"""Two notations at once: `7/10 or B-`, `A+ (97.5%)`, `★★★★ 4/5` are one grade written twice."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.grading.candidate import Candidate
from tui.grading.passage import Passage
from tui.model.grade import Notation

_GAP = re.compile(
    r"[\s*_\"']{0,3}(?:[,;|/=(\[•·~]|[-–—]+|\bor\b|\band\b|\bfor\b|\baka\b|i\.e\.|\bwhich is\b|\bthat's\b|\bequals\b|"
    r"\bwith\b|\ba\.k\.a\.)?[\s*_\"']{0,3}"
    r"(?:(?:an?|the|about|or|letter grade|grade|of|exactly|around|roughly|a solid|for|is|in stars|score|rating|"
    r":)[\s:]{1,2}){0,3}[\s*_\"'(\[]{0,3}"
)
_SPEECH = re.compile(r"[,;] ?\"")
"""Somebody else begins to speak: `giving it 2 stars; "B+," says another`."""
_CLOSING = re.compile(r"[\s*_]?[)\]]")
_ORDER = {
    Notation.FRACTION: 0, Notation.STARS: 1, Notation.UNIT: 2, Notation.PERCENT: 3, Notation.NUMBER: 4,
    Notation.LETTER: 5, Notation.VERDICT: 6, Notation.FIELD: 7,
}  # fmt: skip


def distinct(found: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates in reading order; of several over the same words the longest, then the plainest, remains."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda one: (one.start, -one.end, -one.confidence, _ORDER[one.notation])):
        if kept and candidate.start < kept[-1].end:
            last = kept[-1]
            if candidate.end - candidate.start > last.end - last.start:
                kept[-1] = candidate
            continue
        kept.append(candidate)
    return kept


def paired(passage: Passage, found: Sequence[Candidate]) -> list[Candidate]:
    """Join neighbours that say the same in two notations into one candidate that spans both."""
    joined: list[Candidate] = []
    for candidate in found:
        if joined and _belongs(passage, joined[-1], candidate):
            joined[-1] = _join(passage, joined[-1], candidate)
        else:
            joined.append(candidate)
    return joined


def _belongs(passage: Passage, one: Candidate, other: Candidate) -> bool:
    """Return whether `other` repeats `one`: close by, in another notation, not contradicting it."""
    if other.start - one.end > 24 or "\n\n" in passage.low[one.end : other.start]:
        return False
    gap = _GAP.fullmatch(passage.low, one.end, other.start)
    if not gap or _SPEECH.search(gap[0]):
        return False
    if Notation.VERDICT in (one.notation, other.notation) or (one.letter and other.letter):
        return False
    if one.value is not None and other.value is not None:
        return _agree(one, other)
    return True


def _agree(one: Candidate, other: Candidate) -> bool:
    """Return whether two numbers can be one grade on two scales."""
    if one.notation is other.notation and one.best == other.best:
        return False
    if one.best and other.best and one.value is not None and other.value is not None:
        return abs(one.value / one.best - other.value / other.best) <= 0.15
    return True


def _join(passage: Passage, one: Candidate, other: Candidate) -> Candidate:
    """Return one candidate for both: the first number with a stated best leads, a letter is kept beside it."""
    lead = min((one, other), key=lambda part: (part.value is None, part.best is None))
    end = other.end
    inside = passage.plain[one.start : end]
    if (inside.count("(") > inside.count(")") or inside.count("[") > inside.count("]")) and (
        closing := _CLOSING.match(passage.plain, end)
    ):
        end = closing.end()
    return replace(
        lead, written=passage.kept[one.start : end], start=one.start, end=end, letter=one.letter or other.letter,
        confidence=min(1.0, max(one.confidence, other.confidence) + 0.2), label=one.label,
    )  # fmt: skip
