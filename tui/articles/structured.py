"""Evidence of grades in a page's data rather than its words, in order of trust, and what it says of the work.

Own walks with lexbor rather than extruct or mf2py: see the figures in `tests/articles/test_structured.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.articles.facts import NOTHING_SAID, Facts
from tui.articles.hreview import read_hreview
from tui.articles.json_ld import read_json_ld
from tui.articles.microdata import read_microdata
from tui.articles.rating_box import read_rating_box
from tui.articles.star_images import read_star_images
from tui.grading.candidate import Candidate
from tui.model.record import record

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_OTHER = re.compile(
    r"(?:itemtype\s*=\s*[\"']https?://schema\.org/|\"@type\"\s*:\s*\[?\s*\")(Recipe|ClaimReview|JobPosting|HowTo)[\"']",
    re.IGNORECASE,
)


@record(frozen=True, slots=True)
class Evidence:
    """What a page's data say."""

    candidates: tuple[Candidate, ...] = ()
    """Possible grades, the most trusted first."""
    facts: Facts = NOTHING_SAID
    instead: str = ""
    """What the page says it is instead of a review: `Recipe`, `ClaimReview`; empty for anything that may be one."""


def read_evidence(html: str, roots: "Sequence[LexborNode]", main: "LexborNode | None" = None) -> Evidence:
    """Return the evidence in `html`, `roots` being its parsed elements. Never takes averages, votes or fact checks.

    `main` is where the text of a whole page stands: boxes and drawn stars count only there, and only where the page
    does not state its grade as data, since they say nothing of whose they are.
    """
    found: list[Candidate] = []
    facts = NOTHING_SAID
    for candidates, told in (read_json_ld(html), read_microdata(roots), read_hreview(roots)):
        found.extend(candidates)
        facts = _together(facts, told)
    if not found:
        places = roots if main is None else (main,)
        found.extend(read_rating_box(places) or read_star_images(places))
    instead = _OTHER.search(html) if "schema.org" in html and not found and not facts.title else None
    return Evidence(tuple(found), facts, instead[1] if instead else "")


def _together(facts: Facts, more: Facts) -> Facts:
    """Return `facts` with what only `more` tells, provided both speak of one work."""
    if facts.title and more.title and facts.title.casefold() != more.title.casefold():
        return facts
    return replace(
        facts,
        title=facts.title or more.title,
        year=facts.year or more.year,
        kind=facts.kind or more.kind,
        directors=facts.directors or more.directors,
        actors=facts.actors or more.actors,
        rated=facts.rated or more.rated,
        ids=facts.ids or more.ids,
        review=facts.review or more.review,
    )
