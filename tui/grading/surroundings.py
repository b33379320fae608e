"""What stands around a candidate: its sentence, its line, how it is set off, how near the text's end or top it is."""

import re

from tui.grading.announcement import label_before, owner, qualifier
from tui.grading.candidate import Candidate
from tui.grading.labels import Label
from tui.grading.passage import Passage
from tui.model.record import record

_WORD = re.compile(r"\w")
_SENTENCE_ENDED = re.compile(r"(?:[.!?…:;>\])\"'*_]|\.\.)[\s*_~\-–—(\[]*$|(?:\s[-–—~|/•·]+|[-–—]{2,})\s*[*_(\[]*$")
_SENTENCE_ENDS = re.compile(r"[\s*_)\]\"']*(?:$|[.!?,;|<(…\-–—*#:☀-➿\U0001f300-\U0001faff]| /|https?:|www\.)")
UNIT_ENDS = re.compile(r"(?:\s+[^\W\d_][\w'-]*){1,3}\s*(?:$|[.,;!?)\n(-])")
"""A counted thing that ends its sentence: `7 out of 10 smashed pumpkins.`"""
_ONE_UNIT = re.compile(r"\s[^\W\d_][\w'-]*s(?:[.!]*\s*$|[.!]+\s)")
"""A counted thing that ends its sentence: `4.5/5 goats.`"""
_ARTICLE = re.compile(
    r"(?:^|(?<=[\s(*_\"]))(?:(?:an?|my|another)\s(?:(?!is |was |for )[a-z-]+\s){0,2}|(?:solid|strong|easy|generous|"
    r"weak|high|low|very|perfect|firm|hearty|big|rating|score|grade|final)\s)$"
)
"""`An` in `An 8 out of 10`: what a grade that stands apart may still carry in front."""
_SPEECH_ENDS = re.compile(r"[^\"]{0,160}[\w.!?,]\"(?!\w)")
_FROM_ME = re.compile(
    r"\s(?:way )?(?:up |down )?(?:(?:on|for|to) (?:this|it|the (?:film|movie)|that)\b|from (?:me|us|this|here)\b|"
    r"for me\b|all the way|all (?:a)?round)"
)
_PART = re.compile(
    r"[;|•]|\s[-–—]+\s|,? (?:but|so|yet|and|while) (?=(?:i|i'd|i'll|we|this|it|the film|the movie|my|will|settled?|"
    r"decided|in the end|ultimately|finally|eventually)\b)|, (?=(?:i|i'd|i'll|we|this|it)\b)"
)
_DECORATION = " \t*_~()[]{}<>-–—=:.,!|\"'#•·/\\&\ufe0f"


@record(frozen=True, slots=True)
class Surroundings:
    """One candidate's place in the text. All text is lower case with plain quotation marks."""

    clause: str
    """The sentence before it, at most 200 characters."""
    part: str
    """The last part of that sentence: from `but I`, `; it` or a dash on."""
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
    ends: bool
    """True when its sentence or its line ends with it."""
    closes: bool
    """True when its line ends with it."""
    apart: bool
    """True when it is no part of a sentence: one ends before it, and another starts or the line ends behind it."""
    in_brackets: bool
    quoted: bool
    """True when it stands in quotation marks by itself or within somebody's speech."""
    to_end: int
    """Characters between it and the end of the critic's text; negative in the footer."""
    at: float
    """Where it starts, as a share of the critic's text, 0-1."""
    first_line: bool
    last_line: bool

    @property
    def near_end(self) -> bool:
        """True within the last tenth or the last 200 characters."""
        return 0 <= self.to_end <= 200 or 0.9 <= self.at <= 1

    @property
    def near_top(self) -> bool:
        """True within the first tenth."""
        return self.at <= 0.1

    @property
    def labelled(self) -> bool:
        """True behind a label that means a grade, not only an opinion."""
        return self.label is not None and self.label.kind == "grade"


def around(passage: Passage, candidate: Candidate) -> Surroundings:
    """Return what stands around `candidate` in `passage`."""
    start, end = candidate.start, candidate.end
    line_start, line_end = passage.line(start)
    line_end = max(end, min(line_end, passage.end if end <= passage.end else line_end))
    lead, opens, ended = _lead(passage, line_start, start)
    rest = passage.low[end : min(line_end, end + 120)]
    label = label_before(passage, start)
    clause = passage.clause(start)
    parts = list(_PART.finditer(clause))
    closes = not _WORD.search(rest)
    return Surroundings(
        clause=clause,
        part=clause[parts[-1].end() :] if parts else clause,
        after=passage.after(end),
        label=label,
        qualifier=qualifier(passage, label) if label else "",
        owner=owner(passage, label) if label else "",
        alone=opens and closes,
        starts=ended,
        opens=opens,
        ends=bool(_SENTENCE_ENDS.match(rest) or ("/" not in candidate.written and UNIT_ENDS.match(rest))),
        closes=closes,
        apart=ended
        and bool(_SENTENCE_ENDS.match(rest) or _FROM_ME.match(rest) or (candidate.best and _ONE_UNIT.match(rest))),
        in_brackets=bool(re.search(r"[(\[]\s*$", lead)) and bool(re.match(r"\s*[)\]]", rest)),
        quoted=_is_quoted(passage.low[line_start:start], rest),
        to_end=passage.end - end,
        at=start / max(1, passage.end),
        first_line=not passage.low[:line_start].strip(),
        last_line=not passage.low[line_end : passage.end].strip(_DECORATION + "\n"),
    )


def _lead(passage: Passage, line_start: int, start: int) -> tuple[str, bool, bool]:
    """Return the words before it on its line, whether it opens the line, and whether a sentence ends before it."""
    lead = passage.low[max(line_start, start - 120) : start]
    if article := _ARTICLE.search(lead):
        shorter = lead[: article.start()]
        if not _WORD.search(shorter) or _SENTENCE_ENDED.search(shorter):
            lead = shorter
    opens = not _WORD.search(lead) and start - line_start < 30
    return lead, opens, opens or bool(_SENTENCE_ENDED.search(lead))


def _is_quoted(lead: str, rest: str) -> bool:
    """Return whether it stands in quotation marks with nothing else, or in speech that goes on to `says`."""
    if lead.endswith('"') and rest.startswith('"'):
        return True
    if lead.count('"') % 2 == 1 and not lead.lstrip().startswith('"') and _SPEECH_ENDS.match(rest):
        return True
    return lead.count('"') % 2 == 1 and bool(
        re.match(r"[^\"]{0,80}\"[,.]? (?:\w+ )?(?:says?|said|shouts?|asks?|cries|cried|announces?)\b", rest)
    )
