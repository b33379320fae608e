"""A text ready to be drawn: lines of plain words, and which stretches of them look how.

Looks are names (`italic`, `quiet`, `grade-2`); `ProseView` knows their colours. So a laid-out text is the same in every
theme, can be made in a thread, and is easy to ask questions of in a test.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from tui.app.widgets.wrapping import wrap
from tui.model.record import record


class Span(NamedTuple):
    """A stretch of a line that looks unlike the rest. Spans may overlap: their looks add up."""

    start: int
    """Offset of its first character in the line."""
    end: int
    look: str
    link: int | None = None
    """The number of the link a click on it follows."""


@record(frozen=True, slots=True)
class Line:
    """One line, at most a measure wide."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    offset: int | None = None
    """Where its first word stands in `Prose.text`; None for a line that is not of the text (a rule, the card)."""
    fill: str = ""
    """The look of the whole measure behind it, words or none (the card); empty for the ground itself."""

    def indented(self, lead: str, look: str = "lead") -> "Line":
        """Return the line with `lead` before it."""
        if not lead:
            return self
        moved = tuple(span._replace(start=span.start + len(lead), end=span.end + len(lead)) for span in self.spans)
        return replace(self, text=lead + self.text, spans=(Span(0, len(lead), look), *moved))

    def pieces(self) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Yield the line cut wherever its looks change: words, and the spans over them."""
        if not self.spans:
            yield self.text, ()
            return
        edges = sorted(
            {0, len(self.text), *(edge for span in self.spans for edge in span[:2] if edge < len(self.text))}
        )
        for start, end in pairwise(edges):
            yield self.text[start:end], tuple(span for span in self.spans if span.start <= start and span.end >= end)

    def over(self, look: str) -> "Line":
        """Return the line with `look` under whatever else it has."""
        return replace(self, spans=(Span(0, len(self.text), look), *self.spans)) if self.text else self


EMPTY = Line()


@record(frozen=True, slots=True)
class Page:
    """A whole text, laid out for one measure."""

    lines: tuple[Line, ...] = ()
    measure: int = 72
    """How many cells a line may take."""
    links: Mapping[int, str] = field(default_factory=dict)
    """The addresses its numbers stand for."""
    spoilers: bool = False
    """Whether anything in it is hidden until asked."""

    def line_of(self, offset: int) -> int:
        """Return the index of the line that holds this offset of `Prose.text`, or the nearest before it; 0 if none."""
        known = [(line.offset, index) for index, line in enumerate(self.lines) if line.offset is not None]
        found = bisect_right(known, (offset, len(self.lines)))
        return known[found - 1][1] if found else 0

    def offset_of(self, index: int) -> int | None:
        """Return the offset in `Prose.text` of a line, or of the nearest line of text above; None in the head."""
        above = (line.offset for line in reversed(self.lines[: index + 1]) if line.offset is not None)
        return next(above, None)


def set_text(text: str, width: int, spans: Iterable[Span] = (), offset: int | None = None) -> Iterator[Line]:
    """Yield `text` wrapped to `width`, with each line's own part of `spans` (which come in order of their starts)."""
    waiting = deque(spans)
    for start, end in wrap(text, width):
        while waiting and waiting[0].end <= start:
            waiting.popleft()
        own: list[Span] = []
        for span in waiting:
            if span.start >= end:
                break
            if span.end > start:
                own.append(span._replace(start=max(span.start, start) - start, end=min(span.end, end) - start))
        yield Line(text[start:end], tuple(own), None if offset is None else offset + start)


def hang(lines: Iterable[Line], first: str, look: str = "lead") -> Iterator[Line]:
    """Yield `lines` with `first` before the first, and as much space before the others."""
    lead = first
    for line in lines:
        yield line.indented(lead, look)
        lead = " " * cell_len(first)
