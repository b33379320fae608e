"""Labels: the words that announce a grade (`Grade:`, `Final score`, `Bewertung`), in the languages critics write."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["grade", "soft"]

_GRADE = (
    "rating", "ratings", "rated", "grade", "graded", "grades", "score", "scored", "scores", "mark", "marks", "vote", "stars", "star rating",
    "bewertung", "wertung", "gesamtwertung", "note", "punkte", "punktzahl", "urteil", "sterne",
    "évaluation", "cote", "avis", "étoiles",
    "nota", "calificación", "calificacion", "puntuación", "puntuacion", "valoración", "valoracion", "puntaje", "avaliação",
    "avaliacao", "classificação", "voto", "valutazione", "giudizio", "votazione",
    "cijfer", "beoordeling", "waardering", "score totale", "betyg", "karakter", "terningkast", "vurdering", "arvosana",
    "ocena", "hodnocení", "hodnotenie", "értékelés", "puan", "puanım", "оценка", "оцінка", "рейтинг",
    "評価", "点数", "採点", "评分", "評分", "평점", "별점",
)  # fmt: skip
_SOFT = (
    "verdict", "overall", "bottom line", "conclusion", "final word", "final thoughts", "the call", "final take", "result",
    "summary", "total", "all in all", "fazit", "our call", "my call", "recommendation", "veredicto", "verdetto", "summing up",
    "in the end", "to sum up", "mon avis", "short version", "tl;dr",
)  # fmt: skip
_STEMS = (
    "rat", "grade", "scor", "mark", "vot", "stars", "verdict", "overall", "bottom line", "conclusion", "final ", "call",
    "result", "summary", "total", "all in all", "recommendation", "to sum up", "in the end", "note", "nota", "avis", "cote",
    "wertung", "punkte", "puntua", "urteil", "sterne", "calific", "valora", "puntaje", "avalia", "valutaz", "giudiz",
    "cijfer", "beoord", "waard", "betyg", "karakter", "terning", "vurder", "arvosana", "ocena", "hodnot", "puan", "fazit",
    "veredicto", "verdetto", "tl;dr", "évalua", "étoiles", "classific", "érték", "оцен", "оцін", "рейтинг", "評価", "点数", "採点", "评分",
    "評分", "평점", "별점",
)  # fmt: skip
_WORDS = {**dict.fromkeys(_SOFT, "soft"), **dict.fromkeys(_GRADE, "grade")}
_LONGEST_FIRST = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_LABEL = re.compile(rf"(?<![\w-])(?:{_LONGEST_FIRST})(?![\w])(?:['’]s\b)?")


@dataclass(frozen=True, slots=True)
class Label:
    """One label in a text."""

    start: int
    end: int
    """Offsets in the passage, without what stands between label and grade."""
    word: str
    kind: Kind
    """`grade` announces a grade by itself; `soft` (verdict, overall) only says that an opinion follows."""


def find_labels(low: str) -> tuple[Label, ...]:
    """Return every label of a lower-case text in reading order."""
    found: dict[int, Label] = {}
    plain = low.isascii()
    for stem in _STEMS:
        if plain and not stem.isascii():
            continue
        position = low.find(stem)
        while position >= 0:
            start = _word_start(low, position)
            if start not in found and (match := _LABEL.match(low, start)):
                word = match[0].removesuffix("'s")
                found[start] = Label(start, match.end(), word, "grade" if word in _GRADE else "soft")
            position = low.find(stem, position + len(stem))
    return tuple(found[start] for start in sorted(found))


def _word_start(low: str, position: int) -> int:
    """Return where the word that holds `position` starts; no farther back than labels are long."""
    start = position
    while start > 0 and position - start < 12 and low[start - 1].isalpha():
        start -= 1
    return start
