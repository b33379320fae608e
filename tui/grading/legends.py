"""Lists that look like grades: rating legends, lists of other films, vote widgets, chains in one line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tui.grading.candidate import Candidate
from tui.grading.passage import Passage
from tui.grading.surroundings import Surroundings
from tui.grading.weighing import is_labelled
from tui.model.grade import Notation

_HEADING = re.compile(
    r"(?:rating|grading|grade|scoring|star|review)s? (?:system|scale|guide|key|legend|criteria|rubric|chart|"
    r"scheme)\b|(?:ratings?|grades|stars) (?:explained|key|guide)\b|\blegend\b ?[:\n]"
    r"|how (?:i|we) (?:rate|grade|score)|what (?:do |does |the |my |our )?(?:[a-z]+ ){0,2}(?:stars|ratings|grades|"
    r"scores) mean|bewertungs(?:raster|system|skala|schl)|\bkey ?:"
)
_HEADING_WORDS = (
    "system",
    "scale",
    "guide",
    "legend",
    " key",
    " mean",
    "how i ",
    "how we ",
    "bewertungs",
    "explained",
    "chart",
    "rubric",
    "criteria",
    "scheme",
)
_EXPLAINS = re.compile(r"[\s*_)\]\"']*(?:[=:–—-]+|means?\b|is\b)\s*[*_\"']*[^\W\d]")
_COLON_OR_END = re.compile(r"[\s*_)\"'?]{0,3}(?:[:=\n]|$|[-–—])")
_REACH = 900
"""Characters a legend's heading rules."""
_LISTS = re.compile(r"[;|•/)\]]|,(?! (?:so|but|and)\b)|\s[-–—]\s")
"""What parts the items of a list, but not the clauses of a sentence."""
_AND = re.compile(r"[\s,/&.;]*(?:and |or |to |through )?[\s,/]*(?:[^\W\d_]+(?: [^\W\d_]+)? ?: ?)?")
_AFTER_NAME = re.compile(r"\w[\"'*_]*\s*[(\[]\s*$")


def in_legend(passage: Passage, found: Sequence[Candidate], places: Sequence[Surroundings]) -> dict[Candidate, str]:
    """Return the candidates that explain or list grades instead of giving one, each with the reason."""
    placed = dict(zip(found, places, strict=True))
    refused = _under_heading(passage, placed)
    refused.update(_explained(passage, found))
    refused.update(_ladder(placed))
    bare = [one for one, place in placed.items() if not is_labelled(one, place) and place.label is None]
    refused.update(_other_titles(passage, bare))
    for bracketed in (True, False):
        refused.update(_chained(passage, [one for one in bare if placed[one].in_brackets is bracketed]))
    refused.update(_alphabet(passage, bare))
    refused.update(_either_or(passage, found))
    refused.update(_handed_out(passage, found))
    return refused


def _under_heading(passage: Passage, placed: Mapping[Candidate, Surroundings]) -> dict[Candidate, str]:
    """Return what stands below a legend's heading and explains itself, or stands there among several."""
    refused: dict[Candidate, str] = {}
    several = len(placed) > 1 or any(_EXPLAINS.match(passage.low, one.end) for one in placed)
    for heading in _headings(passage) if several else ():
        below = [one for one in placed if heading.end() <= one.start <= heading.end() + _REACH]
        if not _COLON_OR_END.match(passage.low, heading.end()):
            below = [one for one in below if _EXPLAINS.match(passage.low, one.end)]
        if len(below) < 2 and not (below and _EXPLAINS.match(passage.low, below[0].end)):
            continue
        for one in below:
            label = placed[one].label
            if label is None or label.kind != "grade" or label.start < heading.end():
                refused[one] = f"part of a legend (“{heading[0].strip()}”)"
    return refused


def _ladder(placed: Mapping[Candidate, Surroundings]) -> dict[Candidate, str]:
    """Return rows of stars that open one sentence or line after the other, each fewer (or more) than the one before."""
    refused: dict[Candidate, str] = {}
    run: list[Candidate] = []
    stars = (each for each, place in placed.items() if each.notation is Notation.STARS and place.starts)
    for one in [*stars, None]:
        if one is not None and (not run or _goes_on(run, one)):
            run.append(one)
            continue
        if len(run) >= 4:
            refused.update(dict.fromkeys(run, "part of a legend, a step of it a line"))
        run = [] if one is None else [one]
    return refused


def _goes_on(run: Sequence[Candidate], one: Candidate) -> bool:
    """Return whether `one` stands close below the last of a run, a step on in the same direction."""
    step = (one.value or 0) - (run[-1].value or 0)
    before = (run[1].value or 0) - (run[0].value or 0) if len(run) > 1 else step
    return one.start - run[-1].end < 250 and step != 0 and step * before > 0


def _headings(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield headings that announce a legend: `My rating system`, `What the stars mean`."""
    for word in _HEADING_WORDS:
        for position in passage.finds(word):
            if heading := _HEADING.search(passage.low, max(0, position - 24), position + 40):
                yield heading


def _explained(passage: Passage, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """Return runs of three and more that each explain what they stand for: `5 stars = a masterpiece`."""
    refused: dict[Candidate, str] = {}
    run: list[Candidate] = []
    for one in [*found, None]:
        if one is not None and _EXPLAINS.match(passage.low, one.end) and (not run or one.start - run[-1].end < 250):
            run.append(one)
            continue
        if len(run) >= 3 and len({(each.value, each.letter, each.verdict) for each in run}) >= 3:
            refused.update(dict.fromkeys(run, "part of a legend"))
        run = [one] if one is not None and _EXPLAINS.match(passage.low, one.end) else []
    return refused


def _other_titles(passage: Passage, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """Return grades in brackets behind other films' names, and chains of them in one line."""
    refused: dict[Candidate, str] = {}
    named = [one for one in found if _AFTER_NAME.search(passage.low[max(0, one.start - 8) : one.start])]
    for one in named:
        rest = passage.after(one.end, 40).lstrip(" )]")
        ends = not rest or rest[0] in ".!?"
        if len(named) >= 2 and not _opens_block(passage, one):
            refused[one] = "one of several in brackets behind other titles"
        elif not ends and not _opens_block(passage, one):
            refused[one] = "in brackets behind a name inside a sentence"
    return refused


def _alphabet(passage: Passage, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """Return single letters that follow each other as names do: `A, B and C`."""
    bare = [one for one in found if one.notation is Notation.LETTER and len(one.written) == 1]
    refused: dict[Candidate, str] = {}
    for one, other in pairwise(bare):
        if one.letter != other.letter and _AND.fullmatch(passage.low, one.end, other.start):
            refused.update(dict.fromkeys((one, other), "letters in a row"))
    return refused


def _chained(passage: Passage, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """Return chains of three and more of a kind in one line."""
    refused: dict[Candidate, str] = {}
    for three in zip(found, found[1:], found[2:], strict=False):
        if _is_chain(passage, three):
            refused.update(dict.fromkeys(three, "one of a list in a single line"))
    return refused


def _is_chain(passage: Passage, three: tuple[Candidate, Candidate, Candidate]) -> bool:
    """Return whether three figures of a kind stand close together in one line, parted as the items of a list are."""
    first, _, last = three
    if first.notation is Notation.VERDICT or last.start - first.end >= 160:
        return False
    if passage.line(first.start) != passage.line(last.start):
        return False
    alike = all(one.notation is first.notation and one.best == first.best for one in three)
    return alike and all(_LISTS.search(passage.low[one.end : other.start]) for one, other in pairwise(three))


def _either_or(passage: Passage, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """Return verdicts that only name the choice: `STREAM IT OR SKIP IT?`, or a legend of three calls."""
    calls = [one for one in found if one.notation is Notation.VERDICT]
    refused: dict[Candidate, str] = {}
    for one, other in pairwise(calls):
        if (
            re.fullmatch(r"[\s,/|]*(?:or)?[\s,/|]*", passage.low[one.end : other.start])
            and one.verdict != other.verdict
        ):
            refused.update(dict.fromkeys((one, other), "names the choice, makes none"))
    return refused


def _handed_out(passage: Passage, found: Sequence[Candidate]) -> dict[Candidate, str]:
    """Return stars given one by one: `One star for the plot. One star for the dog.`"""
    each = [
        one
        for one in found
        if one.notation is Notation.STARS and one.best is None and passage.low[one.end : one.end + 5] == " for "
    ]
    return dict.fromkeys(each, "stars handed out one by one") if len(each) > 1 else {}


def _opens_block(passage: Passage, one: Candidate) -> bool:
    """Return whether the name in front of the bracket is a short heading of its own: `The Second Foghorn (7/10)`."""
    start, end = passage.line(one.start)
    return (
        one.start - start <= 70
        and not passage.low[one.end : end].strip(" )]*_.:-–—\"'")
        and "." not in passage.low[start : one.start - 4]
    )
