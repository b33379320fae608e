"""Where words and signs stand in a text: asked a hundred times a review, and known far sooner than by patterns."""

from collections.abc import Iterator
from functools import lru_cache


def places(text: str, words: str) -> Iterator[int]:
    """Yield where `words` start in `text`, from left to right."""
    position = text.find(words)
    while position >= 0:
        yield position
        position = text.find(words, position + len(words))


def places_of_any(text: str, signs: str) -> list[int]:
    """Return where any of some single characters stands, from left to right."""
    return sorted([place for sign in signs for place in places(text, sign)])


@lru_cache(500)
def longest_word(words: str) -> str:
    """Return the longest of some words: a text where it is missing holds none of them together."""
    return max(words.split(), key=len, default="")
