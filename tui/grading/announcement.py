"""Announcements: which label a grade stands behind, how plainly, and whose grade the label says it is."""

import re
from bisect import bisect_right

from tui.grading.labels import Label
from tui.grading.passage import Passage

_OWNER = re.compile(r"([^\W\d_][\w.&]*(?: [^\W\d_][\w.&]*)?)'s? (?:[a-z]+ ){0,2}$")
_FILLER = (
    r"(?:an?|the|is|was|of|at|it|gets?|got|earns?|for|this|film|movie|one|me|as|to|would|be|will|has|have|i|i'd|i'll|"
    r"i'm|give|"
    r"gave|giving|going|with|say|go|my|out|final|overall|score|rating|grade|solid|strong|weak|low|high|generous|very|"
    r"so far|perfect|full|mere|measly|respectable|decent|easy|light|big|fat|whopping|barely|about|around|approximately|"
    r"only|just|probably|maybe|somewhere|right|truly|still|definitely|excellent|great|good|bad|mediocre|disappointing|"
    r"enthusiastic|reluctant|cautious|hard|soft|unreserved|glowing|an?d|ein|eine|von|un|une|de|der|die|das|sur|est|"
    r"es|è|é|[a-z]{4,12}ly)"
)
_GAP = re.compile(
    rf"[\s*_\"'~)\]]*(?:\([^)\n]{{0,40}}\)|\[[^\]\n]{{0,40}}\])?[\s*_\"'~]*"
    rf"(?:(?:[:=\-–—−>|…»→#·]|\.\.)+[\s*_\"'~:\-–—>(\[]*)?(?:{_FILLER}[\s,*_]+){{0,7}}[\s*_\"'(\[~:\-–—]*"
)
_COLON = re.compile(r"[\s*_\"')\]]*[:=][\s*_\"']*(?:[^\W\d]+[ ,'-]+){0,5}[*_\"(\[]*")


_WEAK = frozenset((
    "stars", "mark", "marks", "note", "result", "total", "summary", "rated", "scored", "scores", "graded", "grades",
    "ratings", "vote", "avis", "conclusion", "recommendation", "call", "cote", "karakter",
))  # fmt: skip
"""Label words that mean something else in most sentences: they need the start of a line or `my` before them."""
_PLACED = re.compile(r"(?:^|\b(?:my|our|final|star|overall|the|your|ma|meine?|mi)|[.!?:|)\]*_>-])[\s*_\"(\[]*$")


def label_before(passage: Passage, position: int) -> Label | None:
    """Return the label that announces what stands at `position`: on the same line, or alone on the line above."""
    known = passage.labels
    index = bisect_right(known, position, key=lambda label: label.end)
    for label in reversed(known[max(0, index - 3) : index]):
        if position - label.end > 90:
            break
        gap = passage.low[label.end : position]
        if label.word in _WEAK and not _PLACED.search(passage.before(label.start, 30)):
            continue
        if gap.count("\n") > 3 or not (_GAP.fullmatch(gap) or _COLON.fullmatch(gap)):
            continue
        if "\n" in gap and not _announces(passage, label, gap):
            continue
        return label
    return None


def _announces(passage: Passage, label: Label, gap: str) -> bool:
    """Return whether a label on a line of its own, short and at its end, is meant for the next line."""
    start, end = passage.line(label.start)
    rest = passage.low[label.end : end].strip(" *_:=-–—|>#.()")
    return end - start <= 60 and not rest


def owner(passage: Passage, label: Label) -> str:
    """Return the name before a label (`Alex's Score`), as written; empty when it is the critic's own."""
    before = passage.before(label.start, 60)
    found = _OWNER.search(before)
    if not found:
        return ""
    start = label.start - len(before) + found.start(1)
    return passage.plain[start : start + len(found[1])]


def qualifier(passage: Passage, label: Label) -> str:
    """Return the one or two words before a label on its line: `mpaa`, `audience`, `theater`, `my final`."""
    words = re.findall(r"[\w'&.]+|[:|\n.!?)]", passage.before(label.start, 40))
    return " ".join(words[-3:])
