"""A grade as the top of a review shows it: as written, on the common scale, and where it was found. Pure."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from tui.app.widgets.evidence import evidence
from tui.app.widgets.grade_colours import step
from tui.app.widgets.typesetting import EMPTY, Line, Span, set_text
from tui.model.grade import Grade
from tui.model.prose import Prose

BAR = 20
"""Cells of the bar when there is room: five points of score each."""
_EIGHTHS = " ▏▎▍▌▋▊▉"
_WORDS = re.compile(r"[\s/(),;:]+")
_VERDICTS = {"up": "▲ recommended", "down": "▼ not recommended"}


def grade_lines(grade: Grade | None, prose: Prose, measure: int, title: str = "") -> Iterator[Line]:
    """Yield the badge: the grade as written beside its letter, score and bar, the evidence quietly beneath."""
    if grade is None:
        yield Line("no grade given"[:measure], (Span(0, measure, "quiet"),))
        return
    written = [f" {line.text} " for line in set_text(grade.written.strip() or "graded", max(1, measure - 2))]
    look = "chip" if grade.score is None else f"chip-{step(grade.score)}"
    *above, last = [Line(text, (Span(0, len(text), look),)) for text in written]
    yield from above
    scale, verdict = _scale_line(grade, measure), _verdict_line(grade)
    for line in filter(lambda each: each.text, (scale, verdict)):
        if cell_len(last.text) + 2 + cell_len(line.text) <= measure:
            gap = last.text + "  "
            last = Line(gap + line.text, (*last.spans, *line.indented(gap).spans[1:]))
        else:
            yield from (last, EMPTY)  # a bar right under a chip of its own colour would melt into it
            last = line
    yield last
    yield from (line.over("quiet") for line in set_text(evidence(grade, prose, title), measure))


def bar(score: float, cells: int) -> str:
    """Return a bar `cells` wide, filled for `score` of 100, to an eighth of a cell."""
    eighths = round(score / 100 * cells * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(cells)


def _scale_line(grade: Grade, measure: int) -> Line:
    """Return letter, bar and score on one line, or that there is no scale to put it on."""
    if grade.score is None:
        return joined([("scale not stated", "quiet")] if grade.verdict is None else [])
    look = f"grade-{step(grade.score)}"
    letter = [] if grade.letter in (None, *_WORDS.split(grade.written)) else [(f"{grade.letter}  ", f"{look} bold")]
    cells = min(BAR, max(0, measure - 18))
    return joined([*letter, (bar(grade.score, cells), f"{look} track"), (f"  {grade.score:g} of 100", "plain")])


def _verdict_line(grade: Grade) -> Line:
    return joined([(_VERDICTS[grade.verdict], grade.verdict)] if grade.verdict else [])


def joined(parts: list[tuple[str, str]]) -> Line:
    """Return one line of (words, looks parted by spaces)."""
    spans: list[Span] = []
    at = 0
    for words, looks in parts:
        spans.extend(Span(at, at + len(words), look) for look in looks.split())
        at += len(words)
    return Line("".join(words for words, _ in parts), tuple(spans))
