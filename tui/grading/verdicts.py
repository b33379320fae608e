"""Verdicts without a number: thumbs, SEE IT and SKIP IT, Fresh and Rotten, Critic's Pick, `Verdict: recommended`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.passage import Passage
from tui.model.grade import Notation, Verdict

_THUMB = re.compile(r"thumbs?[ -](?:way |both |all the way )?(up|down)(?!\w)")
_THUMB_COUNT = re.compile(r"(?:\b(?:two|both|a|one|2|big|enthusiastic|huge|solid|hearty) ){1,3}$")
_CALLS: dict[str, Verdict] = {
    "see it": "up", "stream it": "up", "watch it": "up", "buy it": "up", "rent it": "up",
    "skip it": "down", "avoid it": "down", "miss it": "down",
}  # fmt: skip
_HEADED = re.compile(r"^\W*(?:(recommended)|(not recommended))\W*$", re.IGNORECASE | re.MULTILINE)
"""On a line of its own above the text: how Steam's users say up and down."""
_WE_SAY = re.compile(r" say[,:]? (?:(SEE|WATCH|STREAM|BUY|RENT)|(SKIP|AVOID|PASS))\b(?! IT\b)")
_LABELS = frozenset(
    ("verdict", "rating", "our call", "my call", "the call", "call", "recommendation", "grade", "final verdict")
)
_SAID = re.compile(
    r"[\s*_]*[:=–—-][\s*_\"]*(?:(highly recommended|strongly recommended|recommended|recommend|fresh|certified fresh|"
    r"see it|watch it|must[- ]see|"
    r"must[- ]watch|buy it|worth (?:seeing|watching|a watch|your time)|stream it|thumbs up|yes)"
    r"|(not recommended|rotten|skip it|avoid|pass|don't bother|miss it|thumbs down|stay away|no))(?=\W*(?:$|[.!,;\n]))",
    re.MULTILINE,
)
_PICK = re.compile(r"(?:nyt )?critic'?s'? pick(?!\w)")
_EMOJI: dict[str, Verdict] = {"👍": "up", "👎": "down"}


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield every phrase that says only up or down."""
    yield from _thumbs(passage)
    for words, verdict in _CALLS.items() if " IT" in passage.plain else ():
        for start in passage.finds(words):
            end = start + len(words)
            if passage.plain[start:end].isupper() and not passage.plain[start - 1 : start].isalnum():
                yield _candidate(passage, start, end, verdict, 0.6)
    for label in passage.labels:
        if label.word in _LABELS and (found := _SAID.match(passage.low, label.end, label.end + 60)):
            yield _candidate(passage, *found.span(found.lastindex or 1), "up" if found[1] else "down", 0.7)
    if found := _HEADED.search(passage.plain, 0, 200):
        yield _candidate(passage, *found.span(found.lastindex or 1), "up" if found[1] else "down", 0.7)
    for position in passage.finds(" say"):
        if found := _WE_SAY.match(passage.plain, position):
            yield _candidate(passage, *found.span(found.lastindex or 1), "up" if found[1] else "down", 0.7)
    for position in passage.finds("critic") if "s pick" in passage.low else ():
        if passage.plain[position].isupper() and (found := _PICK.match(passage.low, position)):
            yield _candidate(passage, found.start(), found.end(), "up", 0.3)


def _thumbs(passage: Passage) -> Iterator[Candidate]:
    """Yield thumbs in words and as signs."""
    for position in passage.finds("thumb"):
        if found := _THUMB.match(passage.low, position):
            if passage.low[found.end() : found.end() + 1] == "?":
                continue
            count = _THUMB_COUNT.search(passage.low[max(0, position - 24) : position])
            start = position - (len(count[0]) if count else 0)
            yield _candidate(passage, start, found.end(), "up" if found[1] == "up" else "down", 0.5)
    if not passage.ascii:
        for sign, verdict in _EMOJI.items():
            for position in passage.finds(sign):
                yield _candidate(passage, position, position + 1, verdict, 0.3)


def _candidate(passage: Passage, start: int, end: int, verdict: Verdict, plain: float) -> Candidate:
    """Return one verdict."""
    return Candidate(
        passage.kept[start:end], None, None, None, verdict, start, end, Notation.VERDICT, place=passage.place,
        confidence=plain,
    )  # fmt: skip
