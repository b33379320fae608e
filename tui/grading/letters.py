"""Letters: `Grade: B+`, `My Grade:F`, `B–` (a dash is a minus), `B/B-`, `I give it a C`, `i give it a b+`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.finding import places_of_any
from tui.grading.passage import Passage
from tui.model.grade import Notation
from tui.model.scale import LETTERS

_SIGN = r"(?: ?[+＋]|[-–−‐‑](?![\w])| (?:plus|minus)\b)"
_END = r"(?=$|[\s.,;:!?)\]\"'/|*_<(…&]|[-–—](?:\s|$))"
_UPPER = re.compile(rf"[A-F]{_SIGN}?(?: ?/ ?[A-F]{_SIGN}?(?![\w/]))?{_END}")
_SIGNS = "+–−-"
_ENDS = re.compile(_END)
_SIGN_ENDS = re.compile(rf"(?!\w){_END}")
_LETTERS = frozenset("abcdf")
_SPOKEN_A_PLUS = re.compile(r"a plus$")
_GRADED = re.compile(r"(?:\ban|\b(?:grade|solid|strong)|[:=-]) ?$")
_LOWER_BARE = re.compile(
    r"(?:\b(?:an?|grade|rating|solid|strong|score|earns|gets)|[:=-]) ([abcdf])(?= ?(?:$|[.,;!?)\n]| (?:for|from|"
    r"overall)\b))",
    re.MULTILINE,
)
_GRADE_DASH = re.compile(r"\b(?:grade|rating|score) ?-$")
_ALL_ENDS = re.compile(r"\s*(?:$|\n|[.,;!])")
_AN_ARTICLE = re.compile(r"\s+(?!(?:or|and|for|from|because|overall|but)\b)[a-z0-9★*]")
_IN_CAPITALS = re.compile(r"\s+[A-Z]{2,}")
"""`IT IS A MASTERPIECE`."""
_SEE_YOU = re.compile(r"A\+ ?!?\W*$")
_FRENCH = re.compile(r"\b(?:est|une|dans|avec|mais)\b")
"""Words of French: there `A+ !` at the end means see you."""
_FOLLOWED_BY_NOUN = re.compile(
    r"[ -](?!for\b|from\b|or\b|and\b|overall\b|at\b|in\b|on\b|to\b|but\b|because\b|as\b|if\b|-|–|out\b|with\b|due\b|"
    r"due\b|mainly\b|only\b|simply\b|just\b|grade\b|rating\b|this\b|that\b|it\b)[a-z]"
)


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield every stretch that can be a school letter; the article `A` and letters inside names are left out."""
    farewell = "A+" in passage.plain and _FRENCH.search(passage.low) and _SEE_YOU.search(passage.plain)
    for found in _capitals(passage.plain):
        if farewell and found.start() == farewell.start():
            continue
        if not _is_word_part(passage, found.start(), found.end()):
            yield from _candidate(passage, found.start(), found.end())
    for start, end in _small(passage):
        if passage.plain[start].islower() and not _is_word_part(passage, start, end):
            yield from _candidate(passage, start, end)
    if passage.lowercase:
        for found in _LOWER_BARE.finditer(passage.low):
            yield from _candidate(passage, *found.span(1))


def _capitals(plain: str) -> Iterator[re.Match[str]]:
    """Yield what `_UPPER` finds, each behind the one before."""
    end = 0
    for place in places_of_any(plain, "ABCDEF"):
        if place >= end and (found := _UPPER.match(plain, place)):
            end = found.end()
            yield found


def _small(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield small letters with a sign or with `plus` or `minus` behind them."""
    low = passage.low
    for sign in places_of_any(low, _SIGNS):
        if low[sign - 1 : sign] in _LETTERS and _SIGN_ENDS.match(low, sign + 1):
            yield sign - 1, sign + 1
    for word in (" plus", " minus"):
        for position in passage.finds(word):
            if low[position - 1 : position] in _LETTERS and _ENDS.match(low, position + len(word)):
                yield position - 1, position + len(word)


def _is_word_part(passage: Passage, start: int, end: int) -> bool:
    """Return whether the letter belongs to a word, a name, an initial, a list point or is the article."""
    plain = passage.plain
    left = plain[start - 1 : start]
    if left == "-" and _GRADE_DASH.search(passage.low[max(0, start - 8) : start]):
        return not _ALL_ENDS.match(plain, end)
    if left and (
        left.isalnum()
        or left in "'&/+#@$_\\-–"
        or (left == "." and plain[start - 2 : start - 1].isalpha() and plain[start - 3 : start - 2] in (" ", ".", ""))
    ):
        return left not in "-–_" or plain[start - 2 : start - 1].isalnum()
    written = plain[start:end]
    if len(written) > 1:
        return False
    right = plain[end : end + 2]
    if right == ". " and plain[end + 2 : end + 3].islower():
        return True
    if right[:1] in ("'", "&") or (right[:1] == "." and right[1:2].isalnum()):
        return True
    article = _AN_ARTICLE.match(plain, end) or _IN_CAPITALS.match(plain, end)
    return bool(written == "A" and article) or (right[:1] in ")." and _is_list_point(passage, start))


def _is_list_point(passage: Passage, start: int) -> bool:
    """Return whether the letter starts its line as `A)` or `B.` with words behind it."""
    line_start, line_end = passage.line(start)
    return not passage.plain[line_start:start].strip(" (") and line_end - start > 4


def _candidate(passage: Passage, start: int, end: int) -> Iterator[Candidate]:
    """Yield the letter as a candidate; of two (`B/B-`) the first counts."""
    written = passage.plain[start:end]
    letter = normal(written)
    if letter is None or (_SPOKEN_A_PLUS.match(written.lower()) and not _GRADED.search(passage.before(start, 20))):
        return
    plain = 0.5 if len(letter) > 1 else 0.3
    if _FOLLOWED_BY_NOUN.match(passage.plain, end):
        plain -= 0.2
    yield Candidate(
        passage.kept[start:end],
        None,
        None,
        letter,
        None,
        start,
        end,
        Notation.LETTER,
        place=passage.place,
        confidence=plain,
    )


def normal(written: str) -> str | None:
    """Return a letter as the table spells it: `b –` and `B minus` become `B-`; None when it is none of the table's."""
    first = written.split("/")[0].strip().upper().replace(" ", "").replace("PLUS", "+").replace("MINUS", "-")
    letter = first[:1] + (
        "+" if first[1:2] in ("+", "＋") else "-" if first[1:2] in tuple("-–−‐‑") and first[1:2] else ""
    )
    if letter[:1] == "F":
        letter = "F"
    return letter if letter in LETTERS else ("E" if letter[:1] == "E" else None)
