"""Titles a text itself names: what stands in quotation marks or italics, and how often."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from tui.model.prose import Prose, Style
from tui.model.record import record

_QUOTED = tuple(
    re.compile(pattern)  # one each, since a literal first sign is found many times faster than a choice of them
    for pattern in (
        "“([^“”\n]{1,90})”",
        r"‘(?<!\w‘)([^‘\n]{1,90}?)’(?!\w)",
        r"\"(?<!\w\")([^\"\n]{1,90})\"(?!\w)",
        r"«\s?([^«»\n]{1,90}?)\s?»",
        "„([^„“”\n]{1,90})[“”]",
    )
)
_REACH = 4_000
_LONGEST = 90
_DROPPED = "'’‘`´."
_SET_OFF = "“”„«»–—…\xa0"
"""What parts words in nearly every text; without it most are plain ASCII."""
_ASCII = str.maketrans({sign: None if sign in _DROPPED else " " for sign in map(chr, range(128)) if not sign.isalnum()})
for _kept in "&+":
    del _ASCII[ord(_kept)]
_ACCENTS = re.compile("[\u0300-\u036f]")
_PARTING = re.compile(r"[^\w&+]+|_")


@record(frozen=True, slots=True)
class Mentions:
    """The titles a text names, by their folded form."""

    text: str
    """The beginning of the text, folded, between spaces."""
    counts: dict[str, int]
    """How often each was set as a title."""
    spellings: dict[str, str]
    """Each as first written."""
    first: dict[str, int]
    """Where each first stands, as an offset in the text."""

    def names(self, title: str) -> bool:
        """Tell whether the text sets `title` as a title."""
        return fold(title) in self.counts

    def says(self, title: str) -> bool:
        """Tell whether `title` occurs in the text as whole words."""
        folded = fold(title)
        return bool(folded) and f" {folded} " in self.text


NOTHING_NAMED = Mentions("", {}, {}, {})
"""Of a post without a text."""


def fold(title: str) -> str:
    """Return a title without what spellings of it differ in: case, accents, punctuation."""
    return _folded(title) if len(title) <= _LONGEST else _folded.__wrapped__(title)


@lru_cache(5_000)
def _folded(title: str) -> str:
    for sign in _DROPPED:
        title = title.replace(sign, "")
    words = title
    for sign in _SET_OFF if not title.isascii() else "":
        words = words.replace(sign, " ")
    if words.isascii():  # a table for each letter costs a fraction of what patterns do
        folded = " ".join(words.lower().translate(_ASCII).split())
    else:
        folded = _PARTING.sub(" ", _ACCENTS.sub("", unicodedata.normalize("NFKD", title).casefold())).strip()
    return folded.replace("&", "and") or unicodedata.normalize("NFKD", title).casefold().strip()


def _end(prose: Prose) -> int:
    """Return where the footer that ends a text begins."""
    end = len(prose.text)
    for block in reversed(prose.blocks):
        if block.role != "footer":
            break
        end = block.start
    return end


def read_mentions(prose: Prose) -> Mentions:
    """Return the titles the beginning of a text names."""
    counts: Counter[str] = Counter()
    spellings: dict[str, str] = {}
    first: dict[str, int] = {}

    def add(title: str, at: int) -> None:
        title = title.strip(" ,.;:\n")
        folded = fold(title)
        if folded and len(title) <= _LONGEST and (title[0].isupper() or not title[0].isalpha()):
            counts[folded] += 1
            spellings.setdefault(folded, title)
            first.setdefault(folded, at)

    text = prose.text[: min(_REACH, _end(prose))]
    for block in prose.blocks:
        if block.start > _REACH or block.role == "footer":
            break
        at = block.start
        for run in block.runs:
            if Style.ITALIC in run.style and len(run.text) < _LONGEST and len(block.text) > len(run.text) + 2:
                add(run.text.strip("“”\"‘’'"), at)
            at += len(run.text)
    for pattern in _QUOTED:
        for found in pattern.finditer(text):
            add(found[1], found.start())
    return Mentions(f" {fold(text)} " if text else "", dict(counts), spellings, first)
