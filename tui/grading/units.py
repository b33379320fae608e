"""Counted units: `3 stars`, `half a star`, `Two Popcorns`, `7–8 Punkte`, `Rating: four anchors`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.number_words import NUMBER, number
from tui.grading.passage import Passage
from tui.model.grade import Notation

_STARS = ("star", "stern", "étoile", "estrella", "stell")
_POINTS = ("point", "punkt")
_USUAL = ("popcorn", "bags of popcorn", "buckets of popcorn")
"""What critics of film most often count when it is not stars; anything else needs a label or a verb."""
_LEFT = re.compile(rf"(?<![\w/$£€#.,-])(?:(\d{{1,2}}) ?[-–] ?)?({NUMBER}) ?(?:a |of a )?(?:[a-z-]+ )?[\[(]?$")
_WORD = re.compile(
    r"(?:bags|buckets|tubs) of popcorn\b|(?:star|stern|étoile|estrella|stell|punkt|point|popcorn)(?:e?s|e|en|"
    r"a)?\b(?![\w-])"
)
_NOT_STAR = re.compile(r"stars? (?:wars|trek|as|in|of|hotel|general|review|system|cast)\b")
_SIGN = re.compile(
    rf"(?: \([^)\n]{{0,30}}\))?[\s*_\"']{{0,3}}(?:[:=–—-]|\n|\bof\b|"
    rf"\bis\b)[\s*_\"']{{0,4}}({NUMBER}) ((?:[a-z'-]+ ){{0,2}}[a-z'-]+)(?=\s*(?:$|[.,;!)(\n]))"
)
_GIVEN = re.compile(
    r"(?:i|i'll|i'd|we|we'll|we'd|to|and|must) (?:give|gave|award|rate|giving)(?: (?:it|this one|that one|this|that|"
    r"the|film|movie|show|book|game)){1,3}+"
    rf"(?: an?| a solid| only| just)? ({NUMBER}) ((?:[a-z'-]+ ){{0,2}}[a-z'-]+)(?=\s*(?:$|[.,;!)\n]))"
)
_MEASURES = re.compile(
    r"\b(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|times?|chances?|viewings?|watch(?:es)?|seconds?|tr(?:y|"
    r"ies)|attempts?|tickets|people|of|"
    r"million|dollars|bucks|percent|votes?|reviews?|thumbs?|pages?|chapters?|episodes?|seasons?|movies|films|more|"
    r"and|or|but|because|for|out|in|to|"
    r"pg|the|it|is|was|on|at|if|so|only|just|overall|from|with|as|rating|grade|score|stars?|points?|half|quarters?)\b"
)


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield every number of stars, points or things; whether they count for anything the arbiter decides."""
    usual = _USUAL if "popcorn" in passage.low else ()
    for stems, plain in ((_STARS, 0.5), (_POINTS, 0.25), (usual, 0.5)):
        for stem in stems:
            if not (passage.ascii and not stem.isascii()):
                for position in passage.finds(stem):
                    yield from _at(passage, position, stem, plain)
    for label in passage.labels:
        if label.kind == "grade" and (found := _SIGN.match(passage.low, label.end, label.end + 90)):
            yield from _invented(passage, found)
    for verb in (" give ", " gave ", " award ", " rate "):
        for position in passage.finds(verb):
            start = passage.low.rfind(" ", max(0, position - 6), position) + 1
            if found := _GIVEN.match(passage.low, max(start, 0), start + 110):
                yield from _invented(passage, found)


def _invented(passage: Passage, found: re.Match[str]) -> Iterator[Candidate]:
    """Yield a number of some thing a label or a verb announces: `Rating: four anchors`."""
    value = number(found[1])
    if value is not None and value <= 10 and not _MEASURES.search(found[2]):
        start, end = found.start(1), found.end(2)
        yield Candidate(
            passage.kept[start:end], value, None, None, None, start, end, Notation.UNIT, place=passage.place,
            confidence=0.5, unit=found[2],
        )  # fmt: skip


def _at(passage: Passage, position: int, stem: str, plain: float) -> Iterator[Candidate]:
    """Yield the counted unit at `position`."""
    low = passage.low
    if (
        low[position - 1 : position].isalpha()
        or not (word := _WORD.match(low, position))
        or _NOT_STAR.match(low, position)
    ):
        return
    at = max(0, position - 40)
    found = _LEFT.search(low[at:position])
    value = number(found[2]) if found else None
    if not found or value is None or value > 100:
        return
    start = at + found.start()
    if found[1]:
        value = (float(found[1]) + value) / 2
    yield Candidate(
        passage.kept[start : word.end()], value, None, None, None, start, word.end(),
        Notation.STARS if stem in _STARS else Notation.UNIT, place=passage.place, confidence=plain,
        unit=low[at + found.end(2) : word.end()].strip(),
    )  # fmt: skip
