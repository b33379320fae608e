"""What the data of a page say, said again as JSON-LD: the form in which it is kept beside a review."""

import json

from tui.articles.structured import Evidence
from tui.grading.candidate import Candidate

_TYPES = {"film": "Movie", "series": "TVSeries", "book": "Book", "game": "VideoGame", "album": "MusicAlbum"}
_SITES = {"tmdb": "https://www.themoviedb.org/", "imdb": "https://www.imdb.com/title/"}


def as_json_ld(evidence: Evidence) -> str:
    """Return the lead grade and the work of a page as one JSON-LD `Review`; empty when its data say nothing."""
    lead, facts = (evidence.candidates or (None,))[0], evidence.facts
    if lead is None and not facts.title:
        return ""
    item: dict[str, object] = {
        "@type": _TYPES.get(facts.kind, "Thing"),
        "name": facts.title,
        "datePublished": str(facts.year or ""),
        "director": list(facts.directors),
        "actor": list(facts.actors),
        "contentRating": facts.rated,
        "sameAs": [_SITES[register] + number for register, number in facts.ids if register in _SITES],
    }
    review: dict[str, object] = {"@context": "https://schema.org", "@type": "Review"}
    if facts.title:
        review["itemReviewed"] = {name: value for name, value in item.items() if value}
    if lead is not None:
        review["reviewRating"] = _ratings(lead)
    return json.dumps(review, ensure_ascii=False)


def _ratings(lead: Candidate) -> list[dict[str, object]]:
    """Return the number and the letter, each as a Rating; as written where that says the same."""
    ratings: list[dict[str, object]] = []
    if lead.value is not None:
        rating: dict[str, object] = {"@type": "Rating", "ratingValue": lead.written or lead.value, "worstRating": 0}
        ratings.append(rating | ({"bestRating": lead.best} if lead.best else {}))
    if lead.letter:
        ratings.append({"@type": "Rating", "ratingValue": lead.letter})
    return ratings
