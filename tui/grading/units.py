"""Counted units: `3 stars`, `half a star`, `Two Popcorns`, `7–8 Punkte`, `four bags of popcorn`."""

import re
from collections.abc import Iterator

from tui.grading.candidate import Candidate
from tui.grading.number_words import NUMBER, number
from tui.grading.passage import Passage
from tui.model.grade import Notation

_STARS = ("star", "stern", "étoile", "estrella", "stell")
_POINTS = ("point", "punkte", "mark")
_INVENTED = (
    "popcorn", "bag", "bucket", "tub", "kernel", "skull", "pumpkin", "reel", "pint", "beer", "banana", "tomato", "paw", "bone",
    "knives", "knife", "chainsaw", "cheeseburger", "burger", "pizza", "slice", "cupcake", "cookie", "coffee", "cup", "cat",
    "dog", "owl", "fang", "bat", "ghost", "heart", "crown", "gem", "diamond", "coin", "shot", "bullet", "martini", "rose",
    "apple", "lemon", "pie", "taco", "balloon", "rocket", "robot", "lightsaber", "wand", "moon", "cigar", "gun", "scoop",
    "clapper", "ticket", "smiley", "jedi", "claw", "eyeball", "brain", "tombstone", "coffin", "biscuit", "jelly bean",
)  # fmt: skip
_LEFT = re.compile(rf"(?<![\w/$£€#.,-])(?:(\d{{1,2}}) ?[-–] ?)?({NUMBER}) ?(?:a |of a )?(?:[a-z-]+ )?[\[(]?$")
_WHOLE = re.compile(r"(?:star|stern|étoile|estrella|stell|punkte|point|mark|[a-z]+?)(?:s|es|e|a|en|n)?\b(?![\w-])")
_NOT_STAR = re.compile(
    r"star(?: wars| trek|ring|red|ry|let|dust|ship|gate|man\b|-stud|-cross|s? (?:as|in|of|hotel|general|review))"
)


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield every number of stars, points or things; whether they count for anything the arbiter decides."""
    for stems, plain in ((_STARS, 0.5), (_POINTS, 0.25), (_INVENTED, 0.25)):
        for stem in stems:
            for position in passage.finds(stem):
                yield from _at(passage, position, stem, plain)


def _at(passage: Passage, position: int, stem: str, plain: float) -> Iterator[Candidate]:
    """Yield the counted unit at `position`."""
    low = passage.low
    if low[position - 1 : position].isalpha() or not (word := _WHOLE.match(low, position, position + 16)):
        return
    if len(word[0]) - len(stem) > 3 or _NOT_STAR.match(low, position):
        return
    at = max(0, position - 40)
    found = _LEFT.search(low[at:position])
    value = number(found[2]) if found else None
    if not found or value is None or value > 100:
        return
    start = at + found.start()
    if found[1]:
        value = (float(found[1]) + value) / 2
    yield Candidate(
        passage.plain[start : word.end()], value, None, None, None, start, word.end(),
        Notation.STARS if stem in _STARS else Notation.UNIT, place=passage.place, confidence=plain,
        unit=low[at + found.end(2) : word.end()].strip(),
    )  # fmt: skip
