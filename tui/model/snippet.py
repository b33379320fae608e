"""Where the words of a search stand in a text: a few words around them. Pure."""

import re
import unicodedata
from typing import NamedTuple

from tui.model.query import All, Condition, Either, Query, Words

_TOKEN = re.compile(r"\w+")
MOST_LOOKED_AT = 200_000
"""Characters of a text that are looked through."""


class Snippet(NamedTuple):
    """A stretch of a text."""

    text: str
    """In one line, with `…` where it was cut."""
    found: tuple[tuple[int, int], ...]
    """Where the words stand in `text`: from, to."""


def searched_words(query: Query) -> tuple[Words, ...]:
    """Return the words and phrases a query looks for, those it leaves out aside."""
    return tuple(_words(query.condition))


def snippet(text: str, words: tuple[Words, ...], room: int = 120) -> Snippet | None:
    """Return about `room` characters around the first of the words in `text`; None where none of them stands there."""
    patterns = [pattern for each in words if (pattern := _pattern(each))]
    if not patterns:
        return None
    wanted = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")
    plain = _plain(text[:MOST_LOOKED_AT])
    first = wanted.search(plain)
    if first is None:
        return None
    start, end = _around(text, first.start(), first.end(), room)
    told = "".join(" " if character.isspace() else character for character in text[start:end])
    lead = "…" if start else ""
    found = tuple((at.start() + len(lead), at.end() + len(lead)) for at in wanted.finditer(plain[start:end]))
    return Snippet(lead + told + ("…" if end < len(text) else ""), found)


def _words(condition: Condition) -> list[Words]:
    match condition:
        case Words():
            return [condition]
        case All(parts) | Either(parts):
            return [each for part in parts for each in _words(part)]
        case _:
            return []


def _pattern(words: Words) -> str:
    tokens = [re.escape(token) for token in _TOKEN.findall(_plain(words.text))]
    return r"[\W_]+".join(tokens) + (r"\w*" if words.beginning and tokens else "")


def _around(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """Return a stretch that begins and ends between words, the words found a third into it."""
    first = max(0, start - room // 3)
    last = min(len(text), max(end, first + room))
    if first and (space := text.find(" ", first, start)) >= 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", end, last)) >= 0:
        last = space
    return first, last


def _plain(text: str) -> str:
    """Return `text` without case and accents, as long as it was."""
    return text.lower() if text.isascii() else "".join(map(_one, text))


def _one(character: str) -> str:
    return unicodedata.normalize("NFKD", character)[0].lower()[:1] or character
