"""A grade: what the critic wrote, what we made of it, and where it was found."""

from enum import StrEnum
from typing import Literal

from tui.model.record import record

Verdict = Literal["up", "down"]


class Notation(StrEnum):
    """How a critic writes a grade. One file of `grading` each."""

    FRACTION = "fraction"
    LETTER = "letter"
    STARS = "stars"
    PERCENT = "percent"
    NUMBER = "number"
    UNIT = "unit"
    VERDICT = "verdict"
    FIELD = "field"


class Source(StrEnum):
    """Where a grade was read, which decides how far it is trusted."""

    FIELD = "feed field"
    DATA = "structured data"
    PROSE = "prose"
    TITLE = "title"
    PAGE = "page"
    HAND = "hand"


@record(frozen=True, slots=True)
class Where:
    """The evidence: a stretch of the text (or title) a grade was read from, or the name of a field."""

    place: Literal["text", "title", "field", "data"]
    """`text` is the review's plain text (`Prose.text`); `field` and `data` have no stretch."""
    start: int = 0
    """Offset of the first character, 0-based."""
    end: int = 0
    """Offset after the last character."""
    name: str = ""
    """The field (`letterboxd:memberRating`) or the kind of structured data (`JSON-LD Review`)."""


@record(frozen=True, slots=True)
class Grade:
    """One grade of one work by one critic."""

    written: str
    """Verbatim, as the critic wrote it."""
    value: float | None = None
    """The number given, on the critic's own scale; None for a letter or a verdict alone."""
    best: float | None = None
    """The top of that scale; None when it is not stated and not known from history."""
    score: float | None = None
    """0-100; None when the scale is not known or only a verdict was given."""
    letter: str | None = None
    """The critic's own letter if written, else the nearest in `scale.LETTERS`; None without a score."""
    verdict: Verdict | None = None
    """Thumbs, Fresh or Rotten and the like; None when none was given."""
    notation: Notation = Notation.FRACTION
    source: Source = Source.PROSE
    where: Where | None = None
    """None when set by hand."""
    confidence: float = 1.0
    """0-1: how sure the reader of grades was."""
    stated: bool = True
    """False where `best` is not the critic's own word but comes from their history or the reader's rule."""
