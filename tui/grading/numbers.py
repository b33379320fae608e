"""Bare numbers: no scale beside them, so a label or a verb of giving must be. `Grade: 7.5`, `I gave it a 9`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.labels import Label
from tui.grading.number_words import FIGURES, WHOLE, number
from tui.grading.passage import Passage, outer
from tui.grading.scales import beside_label
from tui.model.grade import Notation

_DIE = ("terningkast", "terningkastet")
"""A throw of the die: Norwegian and Danish critics grade in pips, so the top is six."""
_DIRECT = (*_DIE, "betyg", "karakter", "cijfer", "voto", "note", "nota", "arvosana", "оценка", "評価", "点数")
_MORE_LABEL = r"(?: (?:final|finale|finala|totale?|general|generale|global|del film|del autor|redakcji|итог\w*))?"
_SIGN = (
    r"[\s*_\"')\]]{0,4}(?:\([^)\d\n]{1,30}\)\s?)?[*_]{0,2}(?:::?|=|-|–|—|\.{2,3}|»|→|\||\bis\b|\bwas\b|\bes\b|"
    r"\best\b|\bist\b|\bè\b|\bé\b|\n)?[\s*_\"']{0,4}"
)
_ARTICLE = (
    r"(?:(?:it )?(?:is |was |of |gets |at |a solid |a strong |an? |about |around |un |une |eine? |maybe |solid |"
    r"strong ){0,2})"
)
_AFTER_LABEL = re.compile(rf"{_MORE_LABEL}{_SIGN}{_ARTICLE}[*_]{{0,2}}(?:({FIGURES})|({WHOLE})\b)")
_ANNOUNCES = re.compile(r"[:=\-–—\n.)\]»→|]|\b(?:is|was|of|it|a|es|est|ist)\b|[èé]")
_NOT_BARE = re.compile(
    r" ?(?:/|%|\d|[-–]\d|st\b|nd\b|rd\b|th\b|s\b|\+|°|'|:\d|x\b|[a-zà-ÿ])|[.,]\d| (?:[½¼¾]|1/2)|[-–](?:year|inch|"
    r"minute|star|point|time)"
)
_NEW_SENTENCE = re.compile(
    r" (?!(?:stars?|points?|out|minutes?|votes?|people)\b)(?:[A-ZÀ-Þ][a-z']* [a-zà-ÿ]+ |and\b|but\b|because\b|for\b|"
    r"from\b|or\b)",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:giv(?:e|ing|en)|gave|rat(?:e|ed|ing)|scor(?:e|ed|ing)|grad(?:e|ed)|vot(?:e|ed)|deserves?|"
    r"(?<!\bi )(?<!\bi've )(?<!\bwe )(?:gets?|got)(?= (?:an?|un|une|eine?) )|earns?|"
    r"earned|receives?|"
    r"going with|went with|settled (?:on|for)|landed on|donne|donné|mets|mis|merece|doy|dou|gebe|mérite|worth)"
)
_OBJECT = (
    r"(?: (?:it|this one|that one|this|that|the|movie|film|show|series|book|game|picture|flick|my|only|also|still|as|"
    r"at|just|overall|le|lui|ihm|\"[^\"\n]{1,40}\")){0,4}+"
)
_MEASURE = (
    r"(?: (?:an?|un|una|une|um|uma|eine?|with|as|at|solid|strong|perfect|weak|generous|low|high|full|big|fat|only|"
    r"about|around|maybe|just|"
    r"rating of|score of|grade of|vote of|is|was|firm|very|good|great|[a-z]{3,12}ly)){0,5}"
)
_GIVING = re.compile(rf"{_VERBS}{_OBJECT}{_MEASURE} \"?(?:({FIGURES})|({WHOLE})\b)")
_STEMS = (
    "giv",
    "gave",
    "rat",
    "scor",
    "grad",
    "vot",
    "deserve",
    " get",
    " got",
    "earn",
    "receiv",
    "going with",
    "went with",
    "settled ",
    "landed on",
    "donn",
    "mets ",
    "mis ",
    "merece",
    "doy ",
    "dou ",
    "gebe",
    "mérite",
    "worth",
)
_GOES_ON = re.compile(r"[.,]\d|-\w")
_ENDS = re.compile(
    r"\"?\s*(?:$|[.,;:!?)\]\n(]|\.\.|-|–|—|<|(?:because|for|from|but|and|since|as|cause|simply|only|just|overall|"
    r"here|rating|on|in my|due|if|which|"
    r"though|not|para|por|pour|instead|or|cuz|purely|mainly|mostly|at best|at most|out of respect|rather|when|while|"
    r"thanks|that)\b)"
)


_IT_IS_A = ("it's a ", "it's an ", "that's a ", "that's an ")
_BARE_FIGURE = re.compile(rf"(?:solid |strong |very )?({FIGURES})(?=[.!](?:\s|$)|\s*$)", re.MULTILINE)
_ALONE = re.compile(r"^[ *_]*(\d[.,]\d|10[.,]0)[ *_]*$", re.MULTILINE)
_HEADER_LINE = 60
"""Characters of a line that can belong to the header of a post."""


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield numbers behind a label, behind a verb of giving, and a decimal alone in the header or at the end."""
    seen: set[int] = set()
    for label in passage.labels:
        for one in _labelled(passage, label):
            seen.add(one.start)
            yield one
    for stem in _STEMS:
        for position in passage.finds(stem):
            start = position + (stem[0] == " ")
            found = _GIVING.match(passage.low, start, start + 110)
            if not found or not found.lastindex or found.start(found.lastindex) in seen:
                continue
            if found[0].endswith(" one") and not found[0].endswith(" a one"):  # a pronoun: `you will get one`
                continue
            if _ENDS.match(passage.low, found.end()) and not _GOES_ON.match(passage.low, found.end()):
                seen.add(found.start(found.lastindex))
                yield from _candidate(passage, found, 0.5, None, "")
    for words in _IT_IS_A:
        for position in passage.finds(words):
            if (found := _BARE_FIGURE.match(passage.low, position + len(words))) and found.start(1) not in seen:
                seen.add(found.start(1))
                yield from _candidate(passage, found, 0.4, None, "")
    for found in _alone(passage):
        if found.start(1) not in seen:
            yield from _candidate(passage, found, 0.5, None, "")


def _alone(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield decimals alone on a line, as record and game reviews set them: above the first paragraph or at the end."""
    for found in outer(filter(None, (_ALONE.match(passage.low, start) for start in passage.lines))):
        above = passage.low[: found.start()].splitlines()
        if (0 < len(above) <= 8 and all(len(line) <= _HEADER_LINE for line in above)) or found.end() >= passage.end:
            yield found


def _labelled(passage: Passage, label: Label) -> Iterator[Candidate]:
    """Yield the number a label announces."""
    low, end = passage.low, label.end
    best = 6.0 if label.word in _DIE else None
    if scale := beside_label(low, end):
        end, best = scale
    found = _AFTER_LABEL.match(low, end, end + 60)
    if not found or not found.lastindex:
        return
    between = low[end : found.start(found.lastindex)]
    if not _ANNOUNCES.search(between) and label.word not in _DIRECT and not best:
        return
    if _NOT_BARE.match(low, found.end()) and not _NEW_SENTENCE.match(passage.plain, found.end()):
        return
    yield from _candidate(passage, found, 0.6, best, label.word)


def _candidate(
    passage: Passage, found: re.Match[str], plain: float, best: float | None, label: str
) -> Iterator[Candidate]:
    """Yield the number a match ends with."""
    group = found.lastindex or 1
    start, end = found.span(group)
    value = number(found[group])
    if value is not None and value <= 100 and (best is None or value <= best * 1.5):
        yield Candidate(
            passage.kept[start:end], value, best, None, None, start, end, Notation.NUMBER, place=passage.place,
            confidence=plain, label=label,
        )  # fmt: skip
