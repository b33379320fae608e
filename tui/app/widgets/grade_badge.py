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
    scale = _scale_line(grade, measure)
    if cell_len(last.text) + 2 + cell_len(scale.text) <= measure:
        gap = last.text + "  "
        yield Line(gap + scale.text, (*last.spans, *scale.indented(gap).spans[1:]))
    else:
        yield from (last, EMPTY, scale)
    yield from (line.over("quiet") for line in set_text(evidence(grade, prose, title), measure))


def bar(score: float, cells: int) -> str:
    """Return a bar `cells` wide, filled for `score` of 100, to an eighth of a cell."""
    eighths = round(score / 100 * cells * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(cells)


def _scale_line(grade: Grade, measure: int) -> Line:
    """Return letter, score, bar and verdict on one line."""
    parts: list[tuple[str, str]] = []
    if grade.score is not None:
        look = f"grade-{step(grade.score)}"
        if grade.letter and grade.letter not in re.split(r"[\s/(),;:]+", grade.written):
            parts.append((f"{grade.letter}  ", f"{look} bold"))
        cells = min(BAR, max(0, measure - 16))
        parts += [(bar(grade.score, cells), f"{look} track"), (f"  {grade.score:g} of 100", "plain")]
    elif grade.verdict is None:
        parts.append(("scale not stated", "quiet"))
    if grade.verdict is not None:
        parts.append((("  " if parts else "") + _VERDICTS[grade.verdict], grade.verdict))
    return joined(parts)


def joined(parts: list[tuple[str, str]]) -> Line:
    """Return one line of (words, looks parted by spaces)."""
    spans: list[Span] = []
    at = 0
    for words, looks in parts:
        spans.extend(Span(at, at + len(words), look) for look in looks.split())
        at += len(words)
    return Line("".join(words for words, _ in parts), tuple(spans))
