"""A grade as data and attributes write it: `4`, `4,5`, `4/5`, `4.5 out of 5 stars`, `80%`, `B+`, `★★★½`, `a star`."""

import re

from tui.grading.candidate import Candidate
from tui.model.grade import Notation, Source
from tui.model.record import record
from tui.model.scale import LETTERS
from tui.model.text import field

_NUMBER = r"\d{1,3}(?:[.,]\d{1,3})?"
_FIGURE = re.compile(
    rf"(?:(?:critic|editor|our|my|site|rating|rated|score|grade|star|review|overall|final)[’']?s?[\s:–—-]*){{0,4}}"
    rf"(?:(?P<percent>{_NUMBER})\s?%"
    rf"|(?P<value>{_NUMBER})(?P<half>\s?½|\s1/2|\sand\sa\shalf)?"
    rf"(?:\s*(?P<unit>stars?|points?)(?:\s+rating)?)?"
    rf"(?:\s*(?:/|out\sof|of|von|sur|de|su)\s*(?P<best>{_NUMBER})(?:\s*(?P<unit2>stars?|points?))?)?"
    r"|(?P<letter>[A-DF](?:[+\-–−]|(?![\w])))"
    r"|(?P<stars>[★⭐✭✮✯]\ufe0f?(?:\s?[★⭐✭✮✯]\ufe0f?){0,9})\s?(?P<starhalf>½|1/2)?(?P<off>(?:\s?[☆✩✰]\ufe0f?){0,9})"
    r"|(?P<word>zero|half|one|two|three|four|five|six|seven|eight|nine|ten)(?P<wordhalf>[\s-]and[\s-](?:a|one)[\s-]half)?"
    r"(?:[\s-]*(?:a\s)?stars?)?(?:\s*(?:/|out\sof|of)\s*(?P<wordbest>\d+|four|five|six|ten))?)"
    r"\s*[.!)]?\s*(?:\([^)]{0,40}\))?$",
    re.IGNORECASE,
)
_WORDS = {
    "zero": 0.0, "half": 0.5, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0,
    "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0,
}  # fmt: skip
_BESTS = (3, 4, 5, 6, 7, 10, 12, 20, 25, 50, 100)


@record(frozen=True, slots=True)
class Figure:
    """A grade read out of an attribute or a field."""

    value: float | None
    best: float | None
    """None when not stated."""
    letter: str | None = None
    notation: Notation = Notation.FRACTION
    written: str = ""


def read_figure(written: object, best: object = None) -> Figure | None:
    """Return the grade that `written` (text or a number) is, `best` being the top of the scale if stated elsewhere.

    None for anything that is no grade, or lies outside its scale.
    """
    text = field(str(written), 120) if isinstance(written, str | int | float) and not isinstance(written, bool) else ""
    found = _FIGURE.match(text.strip())
    if not found:
        return None
    top = number(best)
    if found["letter"]:
        letter = found["letter"].upper().replace("–", "-").replace("−", "-")
        return Figure(None, None, letter, Notation.LETTER, text) if letter in LETTERS else None
    if found["percent"]:
        return _within(number(found["percent"]), 100.0, Notation.PERCENT, text)
    if found["stars"]:
        full = sum(text.count(star, *found.span("stars")) for star in "★⭐✭✮✯")
        off = sum(text.count(star, *found.span("off")) for star in "☆✩✰")
        half = 0.5 if found["starhalf"] else 0.0
        if off:
            top = top or full + off + (1 if half else 0)
        return _within(full + half, top, Notation.STARS, text)
    if found["word"]:
        value = _WORDS[found["word"].lower()] + (0.5 if found["wordhalf"] else 0.0)
        stated = (found["wordbest"] or "").lower()
        if "star" not in text.lower() and not stated:
            return None
        return _within(value, _WORDS.get(stated) or number(stated) or top, Notation.STARS, text)
    value = (number(found["value"]) or 0.0) + (0.5 if found["half"] else 0.0)
    stated_best = number(found["best"])
    if stated_best is not None and stated_best not in _BESTS:
        return None
    starred = (found["unit"] or found["unit2"] or "").lower().startswith("star")
    top = stated_best if stated_best is not None else top
    bare = Notation.FRACTION if top is not None else Notation.NUMBER
    return _within(value, top, Notation.STARS if starred else bare, text)


def number(written: object) -> float | None:
    """Return a number as data write it, decimal comma or point; None for anything else."""
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        return None
    text = str(written).strip().replace(",", ".")
    if not re.fullmatch(r"-?\d{1,6}(?:\.\d{1,9})?", text):
        return None
    return float(text)


def candidate(figure: Figure, name: str, confidence: float) -> Candidate:
    """Return a figure as evidence for the arbiter, found in structured data called `name`: of the post's own work."""
    return Candidate(
        written=figure.written,
        value=figure.value,
        best=figure.best,
        letter=figure.letter,
        verdict=None,
        start=0,
        end=0,
        notation=figure.notation,
        source=Source.DATA,
        place="data",
        name=name,
        confidence=confidence,
    )


def _within(value: float | None, best: float | None, notation: Notation, written: str) -> Figure | None:
    """Return the figure when its value lies on its scale."""
    if value is None or value < 0 or (best is not None and (best <= 0 or value > best)):
        return None
    return Figure(value, best, None, notation, written)
