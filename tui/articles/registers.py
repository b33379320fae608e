"""Registers of works a post may point into: TMDB, IMDb, Letterboxd, Wikidata, Goodreads."""

import re
from collections.abc import Iterable

_REGISTERS = (
    ("tmdb", re.compile(r"themoviedb\.org/(?:[a-z]{2}(?:-[A-Z]{2})?/)?((?:movie|tv)/\d+)")),
    ("imdb", re.compile(r"imdb\.com/(?:[a-z]{2}/)?title/(tt\d{5,10})")),
    ("letterboxd", re.compile(r"letterboxd\.com/(?:[\w-]+/)?film/([\w-]+)")),
    ("wikidata", re.compile(r"wikidata\.org/(?:wiki|entity)/(Q\d+)")),
    ("goodreads", re.compile(r"goodreads\.com/book/show/(\d+)")),
)


def identity(url: str) -> tuple[str, str] | None:
    """Return (register, id) of the work an address is the page of."""
    for register, pattern in _REGISTERS:
        if found := pattern.search(url):
            return register, found[1]
    return None


def identities(urls: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the first identity in each register among `urls`."""
    known: dict[str, str] = {}
    for url in urls:
        if found := identity(url):
            known.setdefault(*found)
    return tuple(known.items())
