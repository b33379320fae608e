"""Scales said in words: `on a scale of 1 to 10 … a 6`, `a 7 on the 0 to 10 scale`, `Rating (1-10): 7`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.number_words import FIGURES, WHOLE, WORDS, number
from tui.grading.passage import Passage
from tui.model.grade import Notation

_TOP = r"(\d{1,3}|three|four|five|six|ten|twenty|a hundred|one hundred)"
_BOTTOM = r"(?:0|1|zero|one|-?\d)"
_TO = r" ?(?:to|through|thru|till|-|–|—|\.\.) ?"
_RANGE = rf"(?:(?:of|from|between) )?(?:\w+ )?{_BOTTOM}(?:\.0)?{_TO}{_TOP}(?:\.0)?"
_NAMED = re.compile(
    rf"(?:scale|gauge|meter|o-meter|ometer|barometer|rating system)(?: \(?{_RANGE}|,? (?:of|out of) {_TOP}\b)"
    rf"|\bout of (?:a possible |a maximum of )?{_TOP}(?: (?:stars|points))?(?= ?,)"
)
_COUNTED = re.compile(rf"(?:{FIGURES}|{WORDS})(?: [\w'-]+){{0,3}}\s$")
"""What makes `out of` the middle of a fraction: `three stars out of five, one of which …`."""
_NUMBER_AFTER = re.compile(
    rf"(?<![\w.,/$-])(?:({FIGURES})|({WHOLE})\b)(?! ?(?:st|nd|rd|th|%|/)\b|[\w%/]| (?:to|through|-|out|being|is|"
    r"means|year|minute|hour|film|movie)\b|[-–:]\d)"
)
_BEFORE = re.compile(
    rf"(?<![\w.,/$-])({FIGURES}|{WHOLE})(?: stars?| points?)?,? (?:on|in|by) (?:a|the|my|our|his|"
    rf"this) (?:\w+ ){{0,2}}(?:scale(?: {_RANGE}| of {_TOP})|{_RANGE} (?:\w+ )?scale|{_TOP}[- ](?:stars?|"
    r"points?) (?:scale|system))"
)
_BESIDE_LABEL = re.compile(
    rf"\s?[(\[]?\s?(?:on a scale )?(?:(?:out )?of |from |max\.? |/ ?|{_BOTTOM}{_TO})(?:a possible |"
    rf"{_BOTTOM}{_TO})?{_TOP}(?: stars| points| being (?:the )?\w+)?\s?[)\]]?"
)
_LINKS = ("scale", "gauge", "meter", "out of")


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield numbers that stand in one sentence with the scale they are meant on."""
    low = passage.low
    for word in _LINKS:
        for position in passage.finds(word):
            if (found := _NAMED.match(low, position)) and not _is_middle(low, position, word):
                yield from _number_behind(passage, found)
    for position in passage.finds("scale") if "scale" in low else ():
        at = max(0, position - 60)
        for found in _BEFORE.finditer(low, at, min(len(low), position + 40)):
            if found.end() > position:
                yield from _candidate(passage, found.start(1), found.end(1), found[1], _top(found))


def _is_middle(low: str, position: int, word: str) -> bool:
    """Return whether the words at `position` stand between a number and its scale."""
    return word == "out of" and _COUNTED.search(low[max(0, position - 48) : position]) is not None


def _top(found: re.Match[str]) -> float | None:
    """Return the top of the scale that the last group to match names."""
    groups = [group for group in found.groups()[-3:] if group and not group.startswith("-")]
    return number(groups[-1]) if groups else None


def _number_behind(passage: Passage, found: re.Match[str]) -> Iterator[Candidate]:
    """Yield the first number behind a named scale, in the same sentence."""
    best = number(next(filter(None, found.groups())))
    sentence = re.compile(r"[^\n!?]{0,160}").match(passage.low, found.end())
    end = sentence.end() if sentence else found.end()
    behind = _NUMBER_AFTER.search(passage.low, found.end(), end)
    if behind and behind.lastindex and ". " not in passage.low[found.end() : behind.start()].replace(" . ", "   "):
        yield from _candidate(passage, *behind.span(behind.lastindex), behind[behind.lastindex], best)


def _candidate(passage: Passage, start: int, end: int, words: str, best: float | None) -> Iterator[Candidate]:
    """Yield the number on its scale."""
    value = number(words)
    if value is not None and best and best >= 3 and value <= best * 1.5:
        yield Candidate(
            passage.kept[start:end], value, best, None, None, start, end, Notation.FRACTION, place=passage.place,
            confidence=0.8, label="scale",
        )  # fmt: skip


def beside_label(low: str, position: int) -> tuple[int, float] | None:
    """Return where a scale behind a label at `position` ends, and its top: `(out of 5)`, `(1-10)`, `out of ten`."""
    found = _BESIDE_LABEL.match(low, position, position + 48)
    if not found or low[found.end() : found.end() + 1].isalnum():
        return None
    top = number(found[1])
    return (found.end(), top) if top and top >= 3 else None
