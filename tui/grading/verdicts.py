"""Verdicts without a number: thumbs, SEE IT and SKIP IT, Fresh and Rotten, Critic's Pick, `Verdict: recommended`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.passage import Passage
from tui.model.grade import Notation, Verdict

_UP, _DOWN = "up", "down"
_THUMBS = re.compile(r"(?:(?:two|both|a|one|2|big|enthusiastic|huge|solid|hearty) ){0,3}thumbs?[ -](up|down)(?!\w)")
_CALLS = re.compile(
    r"(?<![\w'])(?:(see|stream|watch|buy|rent)|(skip|avoid|miss)) it(?!\w)(?: *[/|] *(?:see|stream|skip|rent|buy|watch) it)?"
)
_LABELLED = re.compile(
    r"(?:verdict|rating|our call|my call|the call|recommendation|grade|final verdict)[\s*_]*[:=–—-][\s*_\"]*"
    r"(?:(highly recommended|strongly recommended|recommended|recommend|fresh|certified fresh|see it|watch it|must[- ]see|must[- ]watch|buy it"
    r"|worth (?:seeing|watching|a watch|your time)|stream it|pass(?=ing grade)|thumbs up|yes)"
    r"|(not recommended|rotten|skip it|avoid|pass|don't bother|miss it|thumbs down|stay away|no))(?![\w'])"
)
_PICK = re.compile(r"(?:nyt )?critic'?s'? pick(?!\w)")
_EMOJI = re.compile("👍|👎")


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield every phrase that says only up or down."""
    low = passage.low
    if "thumb" in low:
        for found in _THUMBS.finditer(low):
            yield _candidate(passage, found.start(), found.end(), "up" if found[1] == _UP else "down", 0.5)
    if " it" in low:
        for found in _CALLS.finditer(low):
            shouted = passage.plain[found.start() : found.end()].isupper()
            if shouted:
                yield _candidate(passage, found.start(), found.end(), "up" if found[1] else "down", 0.6)
    if passage.labels:
        for found in _LABELLED.finditer(low):
            group = 1 if found[1] else 2
            yield _candidate(passage, *found.span(group), "up" if found[1] else "down", 0.7)
    for found in _PICK.finditer(low) if "pick" in low else ():
        yield _candidate(passage, found.start(), found.end(), "up", 0.3)
    if not passage.ascii:
        for found in _EMOJI.finditer(passage.plain):
            yield _candidate(passage, found.start(), found.end(), "up" if found[0] == "👍" else "down", 0.3)


def _candidate(passage: Passage, start: int, end: int, verdict: Verdict, plain: float) -> Candidate:
    """Return one verdict."""
    return Candidate(
        passage.plain[start:end],
        None,
        None,
        None,
        verdict,
        start,
        end,
        Notation.VERDICT,
        place=passage.place,
        confidence=plain,
    )
