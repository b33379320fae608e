"""Works as feeds and pages state them outright: in Letterboxd's and Goodreads' fields, in data, in links."""

import re
from collections.abc import Mapping

from tui.articles.headlines import read_headline
from tui.articles.mentions import fold
from tui.articles.post import YEAR, Post
from tui.articles.registers import identity
from tui.model.prose import Prose
from tui.model.text import field
from tui.model.work import Work

_SERIES_NUMBER = re.compile(r"\s*\([^()]*(?:#\d+|\bBook \d+)[^()]*\)$")
_REACH = 4_000
_REGISTER_NAMES = frozenset({
    "imdb", "tmdb", "the movie db", "the movie database", "letterboxd", "wikidata", "goodreads", "imdb page", "on imdb",
})  # fmt: skip


def work_from_fields(title: str, fields: Mapping[str, str]) -> Work | None:
    """Return the work that the feed's own fields name; None when they name none."""
    if name := field(fields.get("letterboxd:filmTitle", "")):
        numbers = {kind: fields.get(f"tmdb:{key}", "") for kind, key in (("movie", "movieId"), ("tv", "tvId"))}
        ids = tuple(("tmdb", f"{kind}/{number}") for kind, number in numbers.items() if number.isdigit())
        kind = "series" if numbers["tv"] and not numbers["movie"] else "film"
        return Work(name, _whole(fields.get("letterboxd:filmYear", "")), kind, ids=ids)
    if "user_rating" in fields or "book_id" in fields:
        number = fields.get("book_id", "")
        name = _SERIES_NUMBER.sub("", field(title)).strip()
        ids = (("goodreads", number),) if number.isdigit() else ()
        return Work(name, _whole(fields.get("book_published", "")), "book", ids=ids) if name else None
    return None


def work_from_data(post: Post) -> Work:
    """Return the work as the page's data name it; some plugins put the post's own headline there."""
    facts, headline = post.facts, post.headline
    named = read_headline(facts.title, post.mentions)
    title = named.title if named.title and (named.review or named.quoted) else facts.title
    if headline.review and headline.title and fold(title).startswith(fold(headline.title) + " ") and named.review:
        title = headline.title
    kind = headline.kind or facts.kind or "film"
    year = facts.year or named.year or headline.year or year_in_text(title, post)
    return Work(title, year, kind, ids=facts.ids or identities_in(post.prose, title))


def year_in_text(title: str, post: Post) -> int | None:
    """Return the year that the text gives beside the title, or a label in the credits."""
    beside = rf"{re.escape(title)}[”’\"'*]?,?\s*[(\[](?:[^()\[\]]{{0,40}}\b)?({YEAR})\b[^()\[\]]{{0,40}}[)\]]"
    found = re.search(beside, post.prose.text[:_REACH])
    return int(found[1]) if found else post.head.year


def identities_in(prose: Prose, title: str) -> tuple[tuple[str, str], ...]:
    """Return the work's identities among the links; where a post links to several works, only those named like it."""
    found: dict[str, dict[str, str]] = {}
    for link in prose.links:
        if known := identity(link.url):
            found.setdefault(known[0], {}).setdefault(known[1], fold(link.text))
    chosen = []
    for register, texts in found.items():
        sure = [number for number, text in texts.items() if text == fold(title) or text in _REGISTER_NAMES]
        if sure or len(texts) == 1:
            chosen.append((register, (sure or list(texts))[0]))
    return tuple(chosen)


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(YEAR, text.strip()) else None
