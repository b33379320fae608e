"""Grades in a post's title: `Happiness, 1998 - ★★★★★`, `Film – 8/10`, `Review: Film (B+)`."""

import re
from dataclasses import replace

from tui.grading import fractions, letters, percent, stars, units
from tui.grading.candidate import Candidate
from tui.grading.pairing import distinct, paired
from tui.grading.passage import Passage
from tui.grading.weighing import LABELLED_TIER, Weighed, refused
from tui.model.grade import Notation, Source

_LETTERBOXD = re.compile(r", (?:18|19|20)\d\d - $")
_PARTED = re.compile(r"(?:[-–—:|~(\[•/,]|\breview|\brating|\bgrade|\bscore)\s*$")
_CLOSED = re.compile(r"\s*[)\]]?\s*(?:$|[-–—:|•])")
_COUNT = re.compile(
    r"\b(?:part|week|day|chapter|episode|ep\.?|vol\.?|volume|season|book|no\.?|#|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)\s*[(#]?$"
)


def weigh_title(passage: Passage) -> list[Weighed]:
    """Return the candidates of a title; only one that is set apart from the name at its end or start is a grade."""
    found = [
        candidate for notation in (fractions, stars, letters, percent, units) for candidate in notation.read(passage)
    ]
    return [_weigh(passage, candidate) for candidate in paired(passage, distinct(found))]


def _weigh(passage: Passage, one: Candidate) -> Weighed:
    """Return one candidate of a title weighed."""
    before, after = passage.low[: one.start], passage.low[one.end :]
    one = replace(one, source=Source.TITLE)
    if one.notation is Notation.STARS and one.best is None and _LETTERBOXD.search(before):
        one = replace(one, best=5.0)
    glyphs = one.notation is Notation.STARS and not one.written[0].isalnum() and len(one.written) > 1
    if _COUNT.search(before):
        return refused(one, "a number of something else in the title")
    if not before.strip() and not after.strip():
        return refused(one, "the whole title, so a name")
    if not _CLOSED.match(after) or (before.strip() and not glyphs and not _PARTED.search(before)):
        return refused(one, "part of the title's words")
    if not before.strip() and one.notation in (Notation.LETTER, Notation.UNIT):
        return refused(one, "opens the title, so a name")
    if one.notation is Notation.UNIT or (
        one.notation is Notation.LETTER and len(one.letter or "") == 1 and "(" not in before[-2:]
    ):
        return Weighed(one, 2.0, "too little to be sure in a title")
    return Weighed(one, 6.0, "set apart in the title", LABELLED_TIER)
