"""Labels: the words that announce a grade (`Grade:`, `Final score`, `Bewertung`), in the languages critics write."""

import re
from typing import Literal

from tui.grading.finding import longest_word, places, places_of_any
from tui.model.record import record

Kind = Literal["grade", "soft"]

_ENGLISH = frozenset((
    "rating", "ratings", "rated", "grade", "graded", "grades", "score", "scored", "scores", "mark", "marks", "vote",
    "stars",
))  # fmt: skip
_FOREIGN = frozenset((
    "bewertung", "wertung", "gesamtwertung", "note", "punkte", "punktzahl", "urteil", "sterne", "évaluation",
    "cote", "avis", "étoiles", "nota", "calificación", "calificacion", "puntuación", "puntuacion", "valoración",
    "valoracion", "puntaje", "avaliação", "avaliacao", "classificação", "voto", "valutazione", "giudizio",
    "votazione", "cijfer", "beoordeling", "waardering", "betyg", "karakter", "terningkast", "vurdering", "arvosana",
    "ocena", "hodnocení", "hodnotenie", "értékelés", "puan", "puanım", "оценка", "оцінка", "рейтинг", "評価",
    "総合評価", "点数", "採点", "评分", "評分", "평점", "별점",
))  # fmt: skip
_SOFT = frozenset((
    "verdict", "overall", "bottom line", "conclusion", "final word", "final thoughts", "final take", "the call",
    "our call", "my call", "result", "summary", "total", "all in all", "recommendation", "summing up", "in the end",
    "to sum up", "short version",
))  # fmt: skip
_FOREIGN_SOFT = frozenset(("fazit", "veredicto", "verdetto"))
_STEMS = (
    "rat", "grade", "scor", "mark", "vot", "stars", "verdict", "overall", "bottom line", "conclusion", "final ",
    "call", "result", "summ", "total", "all in all", "recommendation", "in the end", "short version", "not",
    "terning", "betyg", "cijfer", "karakter",
)  # fmt: skip
"""What English labels, and foreign ones without a sign, hold; every other foreign label has a colon behind it."""
_LONGEST_FIRST = "|".join(sorted(map(re.escape, _ENGLISH | _FOREIGN | _SOFT | _FOREIGN_SOFT), key=len, reverse=True))
_LABEL = re.compile(rf"(?<![\w-])(?:{_LONGEST_FIRST})(?![\w])(?:'s\b)?")
_SIGNS = ":=·"
_BEFORE_SIGN = re.compile(r"([^\W\d_]+)(?: (?:final|finale|finala|totale?|general|generale|global))?[\s*_]*$")


@record(frozen=True, slots=True)
class Label:
    """One label in a text."""

    start: int
    end: int
    """Offsets in the passage, without what stands between label and grade."""
    word: str
    kind: Kind
    """`grade` announces a grade by itself; `soft` (verdict, overall) only says that an opinion follows."""


def find_labels(low: str, words: str | None = None) -> tuple[Label, ...]:
    """Return every label of a lower-case text in reading order. `words`: each word of it once, where that is known."""
    words = low if words is None else words
    found: dict[int, Label] = {}
    for stem in _STEMS:
        if longest_word(stem) not in words:
            continue
        for position in places(low, stem):
            start = _word_start(low, position)
            if start not in found and (match := _LABEL.match(low, start)):
                found[start] = _label(start, match.end(), match[0].removesuffix("'s"))
    for sign in places_of_any(low, _SIGNS):
        at = max(0, sign - 32)
        before = _BEFORE_SIGN.search(low[at:sign])
        if before and (before[1] in _FOREIGN or before[1] in _FOREIGN_SOFT):
            start = at + before.start()
            found.setdefault(start, _label(start, at + before.end(1), before[1]))
    return tuple(found[start] for start in sorted(found))


def _label(start: int, end: int, word: str) -> Label:
    """Return one label."""
    return Label(start, end, word, "soft" if word in _SOFT or word in _FOREIGN_SOFT else "grade")


def _word_start(low: str, position: int) -> int:
    """Return where the word that holds `position` starts; no farther back than labels are long."""
    start = position
    while start > 0 and position - start < 12 and low[start - 1].isalpha():
        start -= 1
    return start
