"""Figures in words: spreads, agreements and facts as the sheets say them. Pure."""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from tui.app.widgets.cells import fitted
from tui.app.widgets.counted import counted, graded
from tui.model.mine import Mine
from tui.model.scale import letter
from tui.summaries.agreement import ENOUGH, Agreement
from tui.summaries.consensus import EARLY, Consensus
from tui.summaries.plots import Piece, PlotLine, ink_of

LABEL = 12
"""Cells of a fact's label."""
_WORDS = re.compile(r"\s*\S+\s*")


def fact(label: str, *pieces: Piece) -> PlotLine:
    """Return a line of a label and what it is."""
    return (Piece(fitted(label, LABEL), "quiet"), *pieces)


def folded(lines: Iterable[PlotLine], width: int) -> Iterator[PlotLine]:
    """Yield lines, what is too long broken at its spaces; under a fact's label it goes on where the fact began.

    What stands for something is never broken: it was fitted when it was made.
    """
    for line in lines:
        if sum(cell_len(piece.text) for piece in line) <= width or any(piece.at is not None for piece in line):
            yield line
        else:
            yield from _folded(line, width)


def _folded(line: PlotLine, width: int) -> Iterator[PlotLine]:
    labelled = len(line) > 1 and line[0].text.endswith(" ") and len(line[0].text) == LABEL
    indent = (LABEL if width >= 60 else 2) if labelled else 0
    row: list[Piece] = [line[0]] if labelled else []
    used = LABEL if labelled else 0
    for piece in line[1:] if labelled else line:
        for word in _WORDS.findall(piece.text):
            if used + cell_len(word.rstrip()) > width and used > indent:
                yield tuple(row)
                row, used, word = [Piece(" " * indent)], indent, word.lstrip()
            row.append(Piece(word, piece.ink))
            used += cell_len(word)
    yield tuple(row)


def heading(words: str, aside: str = "") -> PlotLine:
    """Return the heading of a section, and quietly what it needs said."""
    return (Piece(words, "heading"), Piece(f"  {aside}" if aside else "", "quiet"))


def verdict_of(consensus: Consensus) -> str:
    """Return what there is to beware of in a consensus: `early`, `split`, or nothing."""
    if consensus.n and consensus.early:
        return f"early: fewer than {EARLY} critics"
    return "split: their grades are spread over a fifth of the scale" if consensus.split else ""


def agreed(agreement: Agreement) -> str:
    """Return an agreement in words: `0.72 over 12 shared works`."""
    if agreement.n < ENOUGH:
        return f"not enough yet: {counted(agreement.n, 'shared work')} of {ENOUGH}"
    if agreement.rho is None:
        return f"no order to compare over {agreement.n} shared works: one of them gave all the same grade"
    return f"{agreement.rho:+.2f} over {agreement.n} shared works"


def above(points: float | None) -> str:
    """Return how one grades beside another: `4 points kinder`, `as kind`."""
    if points is None:
        return ""
    if abs(points) < 0.5:
        return "as kind"
    return f"{abs(points):.0f} points {'kinder' if points > 0 else 'harsher'}"


def said(mine: Mine | None) -> PlotLine:
    """Return the reader's own word on a work, as pieces."""
    if mine is None or mine.empty:
        return (Piece("nothing yet: m gives your grade, w seen, W watchlist", "quiet"),)
    pieces: list[Piece] = []
    if mine.grade is not None:
        score = mine.grade.score
        pieces.append(Piece(mine.grade.written, f"{ink_of(score)} bold"))
        if score is not None and mine.grade.written.strip() != letter(score):
            pieces.append(Piece(f"  {graded(score)}", ink_of(score)))
    if mine.seen:
        day = f" on {mine.seen_on:%d %b %Y}" if mine.seen_on else ""
        pieces.append(Piece(f"{'  ' if pieces else ''}seen{day}", "quiet"))
    if mine.wanted:
        pieces.append(Piece(f"{'  ' if pieces else ''}on your watchlist", "quiet"))
    return tuple(pieces)
