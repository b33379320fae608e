"""A candidate: one stretch of text (or one field) that may be a grade, and what it would mean."""

from typing import Literal

from tui.model.grade import Notation, Source, Verdict
from tui.model.record import record

Place = Literal["text", "title", "field", "data"]


@record(frozen=True, slots=True)
class Candidate:
    """One possible grade and its evidence."""

    written: str
    """Verbatim; for `text` and `title` exactly that place's `[start:end]`."""
    value: float | None
    """The number on the writer's own scale; None for a letter or a verdict alone."""
    best: float | None
    """The top of that scale; None when it is not stated."""
    letter: str | None
    """A letter the critic wrote, as in `scale.LETTERS`; never one we derived."""
    verdict: Verdict | None
    start: int
    """Offset of the first character in its place, 0-based; 0 where the place has no stretch."""
    end: int
    """Offset after the last character."""
    notation: Notation
    source: Source = Source.PROSE
    place: Place = "text"
    """As in `model.grade.Where`."""
    name: str = ""
    """The field (`letterboxd:memberRating`) or the kind of structured data (`JSON-LD Review`)."""
    confidence: float = 0.5
    """0-1: how plainly this is a grade, before anything around it is weighed."""
    label: str = ""
    """The label it carries, lower case: `my grade`, `score`; empty when it stands bare."""
    unit: str = ""
    """What is counted, lower case, where that is said: `stars`, `smashed pumpkins`."""
    who: str = ""
    """Whose grade the label or the data says it is; empty for the critic of the post."""
    work: str = ""
    """The work it is of, where the data or a list says so; empty for the work of the post."""
