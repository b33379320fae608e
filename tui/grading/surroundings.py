"""What stands around a candidate: its sentence, its line, how it is set off, how near the text's end or top it is."""

import re
from dataclasses import dataclass

from tui.grading.announcement import label_before, owner, qualifier
from tui.grading.candidate import Candidate
from tui.grading.labels import Label
from tui.grading.passage import Passage

_WORD = re.compile(r"\w")
_SENTENCE_ENDED = re.compile(r"(?:[.!?…:;>\])\"'*_]|\.\.)[\s*_~\-–—(\[]*$|(?:\s[-–—~|/]+|[-–—]{2,})\s*[*_(\[]*$")
_SENTENCE_ENDS = re.compile(r"[\s*_)\]\"']*(?:$|[.!?,;|<(…\-–—*#:]| /)")
_ARTICLE = re.compile(r"(?:^|(?<=[\s(*_\"]))(?:an?|my|another)\s(?:(?!is |was |for )[a-z-]+\s){0,2}$")
"""`An` in `An 8 out of 10`: what a grade that stands apart may still carry in front."""
_FROM_ME = re.compile(
    r"\s(?:way )?(?:up |down )?(?:(?:on|for|to) (?:this|it|the (?:film|movie)|that)\b|from (?:me|us)\b|for me\b|all the way)"
)
_DECORATION = " \t*_~()[]{}<>-–—=:.,!|\"'#•·/\\&\ufe0f"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One candidate's place in the text. All text is lower case with plain quotation marks."""

    clause: str
    """The sentence before it, at most 200 characters."""
    after: str
    """The line after it, at most 100 characters."""
    label: Label | None
    """The label it stands behind."""
    qualifier: str
    """Up to three words before the label."""
    owner: str
    """Whose grade the label says it is (`Alex`); empty for the critic's own."""
    alone: bool
    """True when its line holds nothing else."""
    starts: bool
    """True when a sentence starts with it."""
    opens: bool
    """True when its line starts with it."""
    closes: bool
    """True when its line ends with it."""
    apart: bool
    """True when it is no part of a sentence: a sentence ends before it, and another starts or the line ends behind it."""
    in_brackets: bool
    to_end: int
    """Characters between it and the end of the critic's text; negative in the footer."""
    at: float
    """Where it starts, as a share of the critic's text, 0-1."""
    last_line: bool

    @property
    def near_end(self) -> bool:
        """True within the last tenth or the last 200 characters."""
        return 0 <= self.to_end <= 200 or 0.9 <= self.at <= 1

    @property
    def near_top(self) -> bool:
        """True within the first tenth or so."""
        return self.at <= 0.1


def around(passage: Passage, candidate: Candidate) -> Surroundings:
    """Return what stands around `candidate` in `passage`."""
    start, end = candidate.start, candidate.end
    line_start, line_end = passage.line(start)
    line_end = max(end, min(line_end, passage.end if end <= passage.end else line_end))
    lead = passage.low[max(line_start, start - 120) : start]
    rest = passage.low[end : min(line_end, end + 120)]
    label = label_before(passage, start)
    if article := _ARTICLE.search(lead):
        shorter = lead[: article.start()]
        if not _WORD.search(shorter) or _SENTENCE_ENDED.search(shorter):
            lead = shorter
    opens = not _WORD.search(lead) and start - line_start < 30
    ended = opens or bool(_SENTENCE_ENDED.search(lead))
    return Surroundings(
        clause=passage.clause(start),
        after=passage.after(end),
        label=label,
        qualifier=qualifier(passage, label) if label else "",
        owner=owner(passage, label) if label else "",
        alone=opens and not rest.strip(_DECORATION),
        starts=ended,
        opens=opens,
        closes=not rest.strip(_DECORATION),
        apart=ended and bool(_SENTENCE_ENDS.match(rest) or _FROM_ME.match(rest)),
        in_brackets=bool(re.search(r"[(\[]\s*$", lead)) and bool(re.match(r"\s*[)\]]", rest)),
        to_end=passage.end - end,
        at=start / max(1, passage.end),
        last_line=not passage.low[line_end : passage.end].strip(_DECORATION + "\n"),
    )
