"""Fractions: a number out of a stated best. `7/10`, `1½/5`, `a six out of ten`, `10 of 10 stars`, `2 de 10`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.number_words import FIGURES, NUMBER, WHOLE, number
from tui.grading.passage import Passage, outer
from tui.model.grade import Notation

BESTS = frozenset((3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 20.0, 50.0, 100.0))
"""Tops of scales that critics use; any other denominator is a fraction of something else."""
COUNTED = "stars?|points?|pts|marks|punkten?|sternen?|étoiles|estrellas|stelle|звезды?|балл(?:а|ов)?"
"""What a scale is usually counted in, as words of a pattern."""
_NUMBER_STARTS = r"(?<![^\W_])(?<![/\\$£€#@+])(?<!\d[.,:])(?<!\w-)"
_LEFT_SLASH = re.compile(
    rf"{_NUMBER_STARTS}(?<!\D\d )(?<!\D\d\d )([-−–](?=[\d½]))?({FIGURES})()(?:[ -]?(?:{COUNTED}))? {{0,2}}$"
)
_LEFT_WORDS = re.compile(
    rf"{_NUMBER_STARTS}([-−](?=\d))?({NUMBER})((?:[ -](?!(?:{WHOLE})\b)[a-z★⭐❤♥🍿'-]+){{0,3}})"
    r"(?:,?\s{1,2}|\s?\(\s?)$"
)
_RIGHT_SLASH = re.compile(
    r" {0,2}(\d{1,3})(?:[.,]0{1,2})?(?![\d/%]|[.,:]\d|th\b|st\b|nd\b|rds?\b| ?(?:st|th)s?\b|-(?:inch|mile|hour|year|"
    r"day))"
)
_RIGHT_WORDS = re.compile(
    r"\s{1,2}(?:an? |the )?(?:possible |perfect |total |maximum |max )?(?:of )?(?:a )?(?:possible )?"
    r"(?:(\d{1,3})(?:[.,]0{1,2})?(?![\d/%]|[.,:]\d|th\b)|(three|four|five|six|ten|twenty|a hundred|one hundred)\b)(?!-)"
)
_OF = re.compile(
    rf"\d(?:[.,]\d{{1,2}})?(?: (?:{COUNTED}))?( (?:of|de|sur|von|su|av|z|из|od|van|sobre|auf|over|trên|out) )\d"
)
_STACKED = re.compile(rf"^[ *_]*({FIGURES})[ *_]*\n+[ *_]*/ ?(\d{{1,3}})[ *_]*$", re.MULTILINE)
"""A score box that sets its number over its scale."""
_UNDER = re.compile(r"\n[ *_]*/")
_FROM = re.compile(rf"\d(?:[.,]\d{{1,2}})?( from )\d{{1,3}} (?:{COUNTED})\b")
_FOREIGN_LEFT = re.compile(r"(?<![\w.,])(\d(?:[.,]\d)?|[a-zü]+) (?:é)?$")
_FOREIGN_RIGHT = re.compile(r" (\d{1,2}|[a-zü]+)(?!\w)")
_TAIL = re.compile(rf"(?: |-)(?:{COUNTED})\b")
_CHAINED = re.compile(r"[\w.-]*[/\\][\w.-]*$")
_COUNTS_ELSE = re.compile(
    r"\b(?:times|people|days|weeks|months|years|minutes|hours|films|movies|women|men|kids|of|and|or|in)\b"
)
_USUAL_UNIT = re.compile(rf"[ -]?(?:\w+ )?(?:{COUNTED})?")


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield every stretch that says so many out of so many."""
    if "/" in passage.low:
        for slash in passage.finds("/"):
            yield from _at(passage, slash, slash + 1, _LEFT_SLASH, _RIGHT_SLASH)
        yield from _stacked(passage)
    for out in passage.finds("out of"):
        yield from _at(passage, out, out + 6, _LEFT_WORDS, _RIGHT_WORDS)
    if not passage.ascii or " su " in passage.low or " de " in passage.low or " von " in passage.low:
        yield from _foreign(passage)
    for out in passage.finds("outta"):
        yield from _at(passage, out, out + 5, _LEFT_WORDS, _RIGHT_WORDS)
    for out in passage.finds("stars of "):
        yield from _at(passage, out + 6, out + 8, _LEFT_WORDS, _RIGHT_WORDS)
    for digit in passage.digits:
        found = _OF.match(passage.low, digit) or _FROM.match(passage.low, digit)
        if not found:
            continue
        start, end = found.span(1)
        yield from _at(passage, start + 1, end - 1, _LEFT_WORDS, _RIGHT_WORDS)


def _at(passage: Passage, start: int, end: int, left: re.Pattern[str], right: re.Pattern[str]) -> Iterator[Candidate]:
    """Yield the fraction around the sign or words at `[start:end]`, if there is one."""
    low = passage.low
    behind = right.match(low, end, end + 48)
    if not behind:
        return
    at = max(0, start - 52)
    before = left.search(low[at:start])
    if not before:
        return
    value, best = number(before[2]), number(next(filter(None, behind.groups())))
    if (
        value is None
        or best not in BESTS
        or value > best * (2 if best == 10 else 1.5)
        or _is_chained(low, at + before.start())
    ):
        return
    pronoun = before[2] == "one" and low[at + before.end(2) :].startswith(",")  # you’ll get one, out of ten
    if pronoun or _COUNTS_ELSE.search(before[3]):
        return
    first = at + before.start(2)
    if before[1] and _is_minus(low, at + before.start()):
        first, value = at + before.start(), -value
    tail = _TAIL.match(low, behind.end(), behind.end() + 12)
    last = tail.end() if tail else behind.end()
    yield Candidate(
        passage.kept[first:last], value, best, None, None, first, last,
        Notation.FRACTION if _USUAL_UNIT.fullmatch(before[3]) else Notation.UNIT, place=passage.place,
        confidence=_plainness(value, best), unit=before[3].strip(),
    )  # fmt: skip


def _stacked(passage: Passage) -> Iterator[Candidate]:
    """Yield a number alone on its line above its scale."""
    if not _UNDER.search(passage.low):
        return
    for found in outer(_STACKED.finditer(passage.low)):
        value, best = number(found[1]), float(found[2])
        if value is not None and best in BESTS and value <= best:
            start, end = found.start(1), found.end(2)
            yield Candidate(
                passage.kept[start:end], value, best, None, None, start, end, Notation.FRACTION,
                place=passage.place, confidence=0.9,
            )  # fmt: skip


def _foreign(passage: Passage) -> Iterator[Candidate]:
    """Yield stars counted in other languages: `deux étoiles sur cinq`, `tres estrellas de cinco`, `4 Sterne von 5`."""
    for unit in (
        "toiles sur",
        "estrellas de",
        "estrellas sobre",
        "stelle su",
        "sterne von",
        "sternen von",
        "punkte von",
        "puntos de",
    ):
        for position in passage.finds(unit):
            at = max(0, position - 24)
            before = _FOREIGN_LEFT.search(passage.low[at:position])
            behind = _FOREIGN_RIGHT.match(passage.low, position + len(unit))
            if before and behind and (value := number(before[1])) is not None and (best := number(behind[1])) in BESTS:
                start, end = at + before.start(), behind.end()
                yield Candidate(
                    passage.kept[start:end], value, best, None, None, start, end, Notation.FRACTION,
                    place=passage.place, confidence=0.8, unit="stars",
                )  # fmt: skip


def _is_chained(low: str, start: int) -> bool:
    """Return whether the number belongs to a date, a path or a chain such as `ITV2/3/4`."""
    return low[start - 1 : start] in ("/", "\\") or bool(_CHAINED.search(low[max(0, start - 12) : start]))


def _is_minus(low: str, start: int) -> bool:
    """Return whether the dash at `start` is a minus: `a -2/10`, not `Rating -8/10`."""
    return bool(re.search(r"\b(?:an?|it|of|gets?|is)\s$", low[max(0, start - 6) : start]))


def _plainness(value: float, best: float) -> float:
    """Return how plainly a fraction looks like a grade by its numbers alone, 0-1."""
    plain = {10.0: 0.8, 100.0: 0.8, 5.0: 0.7, 4.0: 0.5, 20.0: 0.5}.get(best, 0.3)
    return plain - 0.3 if value > best else plain
