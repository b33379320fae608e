"""JSON-LD on a page: the `Review` and the item it reviews. Never `AggregateRating`, never a fact check.

Real pages wrap it in comments and CDATA, leave trailing commas, put reviews in lists, in `@graph`, inside the film, and
name the item by text, by `@id` or as an object. schema.org: without `bestRating` the top is 5.
https://schema.org/reviewRating
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from tui.articles.facts import NOTHING_SAID, Facts
from tui.articles.figures import Figure, candidate, read_figure
from tui.articles.registers import identities
from tui.grading.candidate import Candidate
from tui.model.text import field

_SCRIPT = re.compile(r"<script\b([^>]{0,2000})>", re.IGNORECASE)
_LD = re.compile(r"application/ld\+json", re.IGNORECASE)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_REVIEWS = frozenset({"Review", "CriticReview"})
_KINDS = {
    "Movie": "film", "TVSeries": "series", "TVSeason": "series", "TVEpisode": "series", "CreativeWorkSeries": "series",
    "CreativeWorkSeason": "series", "Episode": "series", "Book": "book", "Audiobook": "book", "VideoGame": "game",
    "Game": "game", "MusicAlbum": "album", "MusicRecording": "album", "MusicRelease": "album", "Product": "unknown",
    "Restaurant": "unknown", "LocalBusiness": "unknown", "Organization": "unknown", "Recipe": "unknown",
    "Place": "unknown", "Event": "unknown", "SoftwareApplication": "unknown", "FoodEstablishment": "unknown",
}  # fmt: skip
_MOST_NODES = 20_000

Thing = dict[str, Any]


def read_json_ld(html: str) -> tuple[tuple[Candidate, ...], Facts]:
    """Return the grades (at most one: the page's own review) and facts in the JSON-LD of `html`."""
    if "ld+json" not in html and "ld+json" not in html.lower():
        return (), NOTHING_SAID
    things = [thing for text in _scripts(html) for thing in _things(_load(text))]
    named = {str(thing["@id"]): thing for thing in reversed(things) if len(thing) > 1 and "@id" in thing}
    for review, item in _reviews(things, named):
        item = item or _resolved(_first(review.get("itemReviewed")), named) or {}
        facts = facts_of(item)
        figure = _rating(review, named)
        if figure is None and "reviewRating" in review and not facts.title:
            continue
        found = (candidate(figure, "JSON-LD Review", 0.95),) if figure else ()
        return found, facts
    return (), NOTHING_SAID


def facts_of(item: Any) -> Facts:
    """Return what a reviewed item tells; a bare text is its name."""
    if not isinstance(item, dict):
        return Facts(title=field(unescape(_text(item)), 200), review=True)
    kinds = types_of(item)
    year = re.match(r"\s*((?:18|19|20)\d\d)\b", str(_first(item.get("dateCreated") or item.get("datePublished")) or ""))
    links = [str(link) for name in ("sameAs", "url", "@id") for link in _list(item.get(name)) if isinstance(link, str)]
    return Facts(
        title=field(unescape(_text(item.get("name"))), 200),
        year=int(year[1]) if year else None,
        kind=next((_KINDS[kind] for kind in kinds if kind in _KINDS), ""),
        directors=_people(item.get("director") or item.get("directors")),
        actors=_people(item.get("actor") or item.get("actors"))[:12],
        rated=field(_text(item.get("contentRating")), 20),
        ids=identities(links),
        review=True,
    )


def types_of(thing: Thing) -> tuple[str, ...]:
    """Return the types of a thing without their address."""
    return tuple(str(kind).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in _list(thing.get("@type")))


def _scripts(html: str) -> Iterator[str]:
    """Yield the text of each JSON-LD script."""
    lower = html.lower()
    lower = lower if len(lower) == len(html) else html
    at = 0
    while (script := _SCRIPT.search(html, at)) is not None:
        close = lower.find("</script", script.end())
        end = close if close >= 0 else len(html)
        if _LD.search(script[1]):
            yield html[script.end() : end]
        at = end


def _load(text: str) -> Any:
    """Return what a script says, mended where its mistakes are the usual ones; None when it is beyond that."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip()
    for mend in (str, _without_commas, _without_entities):
        try:
            return json.loads(mend(text).rstrip("; \n"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _without_commas(text: str) -> str:
    """Return JSON without commas behind a last element."""
    return _TRAILING_COMMA.sub(r"\1", text)


def _without_entities(text: str) -> str:
    """Return JSON that was escaped as if it were HTML."""
    return _without_commas(unescape(text))


def _things(root: Any) -> Iterator[Thing]:
    """Yield every object under `root` in document order, without recursion."""
    rest, count = [root], 0
    while rest and count < _MOST_NODES:
        node = rest.pop()
        count += 1
        if isinstance(node, dict):
            yield node
            rest.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            rest.extend(reversed(node))


def _reviews(things: list[Thing], named: dict[str, Thing]) -> Iterator[tuple[Thing, Thing | None]]:
    """Yield (review, the item it stands in) in order of trust: reviews of their own, then an item's only one."""
    inner = {id(review) for thing in things for review in _list(thing.get("review") or thing.get("reviews"))}
    for thing in things:
        if not _REVIEWS.isdisjoint(types_of(thing)) and id(thing) not in inner and "reviewRating" in thing:
            yield thing, None
    for thing in things:
        reviews = [_resolved(one, named) for one in _list(thing.get("review") or thing.get("reviews"))]
        whole = [one for one in reviews if isinstance(one, dict) and "reviewRating" in one]
        if len(whole) == 1 and not set(types_of(whole[0])) - _REVIEWS:
            yield whole[0], thing
    for thing in things:
        if not _REVIEWS.isdisjoint(types_of(thing)) and id(thing) not in inner and "itemReviewed" in thing:
            yield thing, None


def _rating(review: Thing, named: dict[str, Thing]) -> Figure | None:
    """Return the grade of a review."""
    figures: list[Figure] = []
    for given in _list(review.get("reviewRating")):
        rating = _resolved(given, named)
        if not isinstance(rating, dict):
            figure = read_figure(rating)
        elif "AggregateRating" in types_of(rating) or rating.get("reviewAspect"):
            continue
        else:
            figure = _figure(rating)
        if figure:
            figures.append(figure)
    if not figures:
        return None
    first = figures[0]
    letter = next((figure.letter for figure in figures if figure.letter), None)
    return Figure(first.value, first.best, letter, first.notation, first.written)


def _figure(rating: Thing) -> Figure | None:
    """Return the grade of one Rating; a zero whose scale does not begin there is a field left empty."""
    value = _first(rating.get("ratingValue"))
    return scaled(value, _first(rating.get("bestRating")), _first(rating.get("worstRating")))


def scaled(value: Any, best: Any, worst: Any = None) -> Figure | None:
    """Return the grade of a Rating's fields, the top of its scale 5 when unsaid (unless the value lies above)."""
    figure = read_figure(value, best)
    if figure is None or figure.value is None:
        return figure
    if figure.value == 0 and str(worst).strip() not in ("0", "0.0"):
        return None
    if figure.best is None and figure.value <= 5:
        figure = read_figure(value, 5)
    return figure


def _resolved(given: Any, named: dict[str, Thing]) -> Any:
    """Return the thing a mere reference (`{"@id": …}`) points at, anything else as it is."""
    if isinstance(given, dict) and "@id" in given and set(given) <= {"@id", "@type"} and str(given["@id"]) in named:
        return named[str(given["@id"])]
    return given


def _people(given: Any) -> tuple[str, ...]:
    """Return the names of persons given as objects, texts or a list of either."""
    names = [field(unescape(_text(one)), 80) for one in _list(given)]
    if len(names) == 1 and ", " in names[0]:
        names = names[0].split(", ")
    return tuple(dict.fromkeys(name for name in names if name))


def _text(given: Any) -> str:
    given = _first(given)
    if isinstance(given, dict):
        given = _first(given.get("name") or given.get("@value"))
    return given if isinstance(given, str) else ""


def _list(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [] if given is None else [given]


def _first(given: Any) -> Any:
    return (given[0] if given else None) if isinstance(given, list) else given
