"""Rows of stars: `★★★½`, `★★★☆☆`, `⭐️⭐️ 1/2`, `***1/2 (out of 4 stars)`, `** from ****`, `❤️❤️❤️💛`, `@@`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tui.grading.candidate import Candidate
from tui.grading.number_words import FIGURES, NUMBER, number
from tui.grading.passage import Passage, outer
from tui.model.grade import Notation

_FULL = "★⭐🌟✭✰✯✮✪⭑🟊❤♥🍿🎬🎃💀🍅🌕⚫●🐾👑"
_EMPTY = "☆⚝✩♡🤍🖤🌑○◯⚪🌚"
_HALF = "½⯨⯪💔🌗🌓◐✬"
_OTHER_HEARTS = "💛🧡💙💜💚"
_SELECTOR = "[\ufe0e\ufe0f\u200d]?"
_GLYPH = re.compile(
    rf"(?:[{_FULL}]{_SELECTOR} ?)+(?:[{_OTHER_HEARTS}{_HALF}]{_SELECTOR} ?|[+&]? ?(?:1/2|"
    rf"½) ?)?(?:[{_EMPTY}]{_SELECTOR} ?)*"
    rf"|(?:[{_HALF}]|1/2) ?[{_EMPTY}](?: ?[{_EMPTY}])+|[{_EMPTY}](?: ?[{_EMPTY}]){{3,4}}"
    rf"|½ ?[{_FULL}]{_SELECTOR}"
    rf"|([{_OTHER_HEARTS}])(?: ?\1){{1,9}}(?: ?[{_EMPTY}])*"
)
_ANY_GLYPH = re.compile(f"[{_FULL}{_EMPTY}{_OTHER_HEARTS}⯨⯪]")
_ASTERISKS = re.compile(r"(?:\*+(?: \*+)*)(?: ?(?:1/2|½))?|(?:1/2|½) ?\*(?!\*)")
_BEST = re.compile(
    r"[ *_]*[\[(]?\s?(?:stars? )?[\[(]?(?:/|out of|of|from|sur|von|de|su|av|over)\s{0,2}(?:a (?:possible )?)?"
    rf"(?:(\d{{1,2}})(?![\d/.,]\d|\w)|(four|five|ten|six)\b|(\*(?: ?\*){{2,9}})|"
    rf"([{_FULL}{_EMPTY}](?:\ufe0f? ?[{_FULL}{_EMPTY}]\ufe0f?)+))"
    r"(?: stars?| asterisks?)?"
)
_FEW_OF = re.compile(
    rf"(?<![\w.,/*$-])({NUMBER}|no)(?: ?stars?)? (?:out of|of|from) "
    rf"(\*(?: ?\*){{2,4}}(?!\*)|[{_FULL}]{{3,5}}(?![{_FULL}]))"
)
"""Few stars are written as a number, but out of a row: `1/2 out of ****`."""
_SIGNS = ("*", *_FULL)
_OWN_SIGNS = re.compile(r"[ *_]?[:=] ?(@{1,5}|#{1,5}|\+{1,5}|o{2,5}|x{2,5})(?=\s|$)")
"""A critic's own sign, read behind a label only: `Mon avis : @@`."""
_OUT_OF = re.compile(r"\b(?:of|from)\b|/|:|\d", re.IGNORECASE)
_COUNTED = re.compile(rf"(?<![\w.,/$-])({FIGURES}) ?[★⭐🌟](?:\ufe0f)?(?! ?[{_FULL}{_EMPTY}½])")
_STARS = re.compile(r" ?(?:stars?|étoiles)\b")
_CLOSING = re.compile(r"\s?[)\]]")


def read(passage: Passage) -> Iterator[Candidate]:
    """Yield every row of signs that counts."""
    for label in passage.labels:
        if found := _OWN_SIGNS.match(passage.low, label.end):
            yield _candidate(passage, found.start(1), found.end(1), float(len(found[1])), None)
    if passage.signs and _ANY_GLYPH.search(passage.plain):
        yield from _glyphs(passage)
    if "*" in passage.low:
        yield from _asterisks(passage)
    if "of" in passage.low or "from" in passage.low:
        yield from _few(passage)


def _few(passage: Passage) -> Iterator[Candidate]:
    """Yield numbers out of a row of signs."""
    for word in (" of ", " from "):
        for position in passage.finds(word):
            if not passage.low.startswith(_SIGNS, position + len(word)):
                continue
            found = next(_FEW_OF.finditer(passage.low, max(0, position - 30), position + 24), None)
            value = number(found[1].replace("no", "zero")) if found else None
            if found and value is not None and value <= 5:
                one = _candidate(passage, found.start(), found.end(1), value, None)
                yield replace(
                    one,
                    written=passage.kept[found.start() : found.end()],
                    end=found.end(),
                    best=float(_signs(found[2])),
                    confidence=0.8,
                )


def _glyphs(passage: Passage) -> Iterator[Candidate]:
    """Yield rows of real star signs, hearts and the like, and a number with one: `4★`."""
    for found in outer(_COUNTED.finditer(passage.plain)):
        if (value := number(found[1])) is not None and value <= 10:
            yield _candidate(passage, *found.span(), value, None)
    for found in outer(_GLYPH.finditer(passage.plain)):
        row = found[0].rstrip()
        full = row.count(found[1]) if found[1] else sum(row.count(sign) for sign in _FULL)
        empty = sum(row.count(sign) for sign in _EMPTY)
        if len({sign for sign in row if sign in _FULL}) > 1 or full + empty > 10:
            continue
        half = 0.5 if not found[1] and re.search(rf"1/2|[{_HALF}{_OTHER_HEARTS}]", row) else 0.0
        value = full - 0.5 if row[0] == "½" and full == 1 else full + half
        stated = full + empty + (1 if half and empty else 0) if empty else None
        yield _candidate(passage, found.start(), found.start() + len(row), value, _row_best(value, stated, row))


def _row_best(value: float, stated: float | None, row: str) -> float | None:
    """Return the top a row shows by itself: its empty signs, or more stars than four, which leaves only five."""
    if stated is not None:
        return stated if 3 <= stated <= 10 else None
    return 5.0 if 4 < value <= 5 and row[0] in "★⭐🌟✭✰✯✮✪⭑🟊" else None


def _asterisks(passage: Passage) -> Iterator[Candidate]:
    """Yield rows of asterisks that are neither emphasis nor bullets nor a banner nor a swear word."""
    plain = passage.plain
    rows = outer(_ASTERISKS.finditer(plain))
    banners = {row.start() for pair in pairwise(rows) if _is_banner(plain, *pair) for row in pair}
    for found in rows:
        start, row = found.start(), found[0]
        if start in banners:
            continue
        count = row.count("*")
        best = _BEST.match(passage.low, found.end(), found.end() + 40)
        if count > 5 and not (best and count <= 10):
            continue
        if _is_emphasis(plain, start, found.end(), bool(best)):
            continue
        half = 0.5 if "1/2" in row or "½" in row else 0.0
        value = half if half and row[0] in "1½" else count + half
        yield _candidate(passage, start, found.end(), value, None)


def _is_banner(plain: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Return whether two equal rows stand around words: `*** contains spoilers ***`."""
    between = plain[one.end() : other.start()]
    return (
        one[0] == other[0]
        and len(between) < 80
        and "\n" not in between
        and between.count(" ") < 8
        and not _OUT_OF.search(between)
    )


def _is_emphasis(plain: str, start: int, end: int, stated: bool) -> bool:
    """Return whether asterisks belong to words: markdown, bullets, footnotes, `f***ing`, `***spoilers***`."""
    left, right = plain[start - 1 : start], plain[end : end + 1]
    if left.isalnum() or right.isalnum() or right in ("[", "_", "`", "'", '"', "!", "#") or left in ("\\", "_"):
        return not (stated and not left.isalnum())
    if left in (":", ",") or (left and left in ".!?" and plain[start - 2 : start - 1].isalnum()):
        return left != ":" and not stated and not plain[end - 1].isdigit()
    bullet = (not left or left == "\n") and right == " "
    return bullet and end - start <= 2 and not stated


def _candidate(passage: Passage, start: int, end: int, value: float, best: float | None) -> Candidate:
    """Return a row as a candidate, with the best that stands behind it: `(out of 4 stars)`, `from ****`, `/5`."""
    behind = _BEST.match(passage.low, end, end + 40)
    if behind:
        stated = number(behind[1] or behind[2]) if behind[1] or behind[2] else float(_signs(behind[3] or behind[4]))
        if stated and value <= stated * 2 and 3 <= stated <= 10:
            best, end = stated, behind.end()
            if closing := _CLOSING.match(passage.low, end):
                end = (
                    closing.end()
                    if passage.plain.count("(", start, end) + passage.plain.count("[", start, end)
                    else end
                )
    elif word := _STARS.match(passage.low, end):
        end = word.end()
    plain = (0.4 if "*" in passage.plain[start:end] else 0.6) + (0.3 if best else 0.0) + (0.1 if value % 1 else 0.0)
    if value <= 1 and not best:
        plain = 0.2
    return Candidate(
        passage.kept[start:end],
        value,
        best,
        None,
        None,
        start,
        end,
        Notation.STARS,
        place=passage.place,
        confidence=plain,
    )


def _signs(row: str) -> int:
    """Return how many signs a row has."""
    return sum(sign not in " \ufe0f" for sign in row)
