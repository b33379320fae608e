"""Bare numbers: no scale beside them, so a label or a verb of giving must be. `Grade: 7.5`, `I gave it a 9`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.number_words import FIGURES, WHOLE, number
from tui.grading.passage import Passage
from tui.model.grade import Notation

_SIGN = r"[\s*_\"')]{0,4}(?:\([^)\n]{1,30}\)\s{0,2})?[*_]{0,2}(?::|=|-|–|—|\.{2,3}|\bis\b|\bwas\b|\n)?[\s*_\"']{0,4}"
_ARTICLE = r"(?:(?:it )?(?:is |was |of |gets |at |a solid |a strong |an? |about |around |un |une |eine? |maybe |solid |strong ){0,2})"
_AFTER_LABEL = re.compile(rf"{_SIGN}{_ARTICLE}[*_]{{0,2}}(?:({FIGURES})|({WHOLE})\b)")
_NOT_BARE = re.compile(
    r" ?(?:/|%|\d|[-–]\d|st\b|nd\b|rd\b|th\b|s\b|\+|°|'|:\d|x\b|[a-z])|[.,]\d| (?:out of|of \d|percent|votes?|ratings?\b|reviews?\b|users?"
    r"|stars?\b|minutes?|mins?\b|hours?|years?|days?|times?\b|million|people|[½¼¾]|1/2|of the|de \d|von \d|sur \d)"
)
_NEW_SENTENCE = re.compile(r" (?!Stars?\b|Points?\b|Out\b|Minutes?\b)[A-ZÀ-Þ][a-z']* [a-zà-ÿ]+ ")
_GIVING = re.compile(
    r"\b(?:give|gave|giving|given|giv|rate|rated|rating|score|scored|grade|graded|vote|voted|deserves?|gets?|get|got|earns?|earned|"
    r"go|going with|say|donne|donné|mets|merece|doy|dou|mérite|is|was|it's|that's|be|worth)"
    r"(?: (?:it|this|that|the|movie|film|one|show|series|book|game|picture|flick|my|only|him|\"[^\"\n]{1,40}\"|also|still|as|at|just|overall|le|lui)){0,4}"
    rf"(?: (?:an?|un|una|um|uma|with|as|at|solid|strong|perfect|weak|generous|low|high|full|big|fat|only|about|around|maybe|just|rating of|score of|grade of|is|was|[a-z]{{3,12}}ly)){{0,4}}"
    rf" \"?(?:({FIGURES})|({WHOLE})\b)"
)
_VERB_STEMS = (
    "giv",
    "gave",
    "rat",
    "scor",
    "grade",
    "vote",
    "deserve",
    " get",
    " got",
    "earn",
    "donn",
    "merece",
    "doy ",
    "dou ",
    "mérite",
)
_ENDS = re.compile(
    r"\"?\s*(?:$|[.,;:!?)\]\n(]|\.\.|-|–|—|<|because\b|for\b|from\b|but\b|and\b|since\b|as\b|cause\b|simply\b|only\b|just\b|overall\b|here\b|rating\b|on\b|in my\b|due\b|at (?:best|most)\b|if\b|which\b|though\b|not\b|para\b|por\b|pour\b|instead\b|or\b|cuz\b|purely\b|mainly\b|mostly\b)"
)


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield numbers behind a label, then numbers behind a verb of giving."""
    low = passage.low
    for label in passage.labels:
        found = _AFTER_LABEL.match(low, label.end, label.end + 60)
        if not found or _word_beside(low, label.end, found):
            continue
        if _NOT_BARE.match(low, found.end()) and not _NEW_SENTENCE.match(passage.plain, found.end()):
            continue
        yield from _candidate(passage, found, 0.6, label.word)
    seen: set[int] = set()
    for stem in _VERB_STEMS:
        for position in passage.finds(stem):
            start = position if stem[0] != " " else position + 1
            found = _GIVING.match(low, start, start + 110)
            if not found or found.start(found.lastindex or 1) in seen:
                continue
            if _NOT_BARE.match(low, found.end()) and not _ENDS.match(low, found.end()):
                continue
            if _ENDS.match(low, found.end()):
                seen.add(found.start(found.lastindex or 1))
                yield from _candidate(passage, found, 0.5, "")


def _word_beside(low: str, end: int, found: re.Match[str]) -> bool:
    """Return whether label and number stand side by side with nothing that makes the one announce the other."""
    between = low[end : found.start(found.lastindex or 1)]
    return not re.search(r"[:=\-–—\n.)]|\b(?:is|was|of|it|a)\b", between)


def _candidate(passage: Passage, found: re.Match[str], plain: float, label: str) -> Iterator[Candidate]:
    """Yield the number a match ends with."""
    group = found.lastindex or 1
    start, end = found.span(group)
    value = number(found[group])
    if value is not None and value <= 100:
        yield Candidate(
            passage.plain[start:end], value, None, None, None, start, end, Notation.NUMBER, place=passage.place,
            confidence=plain, label=label,
        )  # fmt: skip
