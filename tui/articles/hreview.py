"""Microformats: `h-review` (2) and `hReview` (1), rating, best and item. Without `best` the top is 5.

https://microformats.org/wiki/h-review, https://microformats.org/wiki/hreview
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.facts import NOTHING_SAID, Facts
from tui.articles.figures import Figure, candidate
from tui.articles.json_ld import scaled
from tui.articles.markup import select
from tui.articles.surroundings import stands_elsewhere
from tui.grading.candidate import Candidate
from tui.model.grade import Notation
from tui.model.text import field

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ASTERISKS = re.compile(r"\*{1,5}\s?(1/2|½)?")
_OUT_OF_SIGNS = re.compile(r"\W{0,3}?(?:/|out of|of)\s*(\*{3,10})")
_OUT_OF = re.compile(r"^\W{0,3}(?:/|out of|of)\s*(\d{1,3})\b")


def read_hreview(roots: "Sequence[LexborNode]") -> tuple[tuple[Candidate, ...], Facts]:
    """Return the grades (at most one: the page's own review) and facts in microformats."""
    for root in roots:
        for review in select(root, ".h-review, .hreview"):
            classes = (review.attributes.get("class") or "").split()
            if "hreview-aggregate" in classes or (review.parent is not None and stands_elsewhere(review.parent)):
                continue
            modern = "h-review" in classes
            facts = Facts(_item(review, modern), review=True)
            found = _rating(review, modern)
            if found or facts.title:
                return found, facts
    return (), NOTHING_SAID


def _rating(review: "LexborNode", modern: bool) -> tuple[Candidate, ...]:
    node = review.css_first(".p-rating" if modern else ".rating")
    if node is None:
        return ()
    inner = node.css_first(".value")
    best = node.css_first(".best") or review.css_first(".p-best" if modern else ".best")
    stated = _said(best) if best is not None else _stated_after(node)
    said = _said(inner if inner is not None else node)
    figure = scaled(said, stated) or _signs(said, node)
    if figure is None:
        return ()
    return (candidate(figure, "h-review" if modern else "hReview", 0.9),)


def _signs(said: str, node: "LexborNode") -> Figure | None:
    """Read a row of asterisks, with the row it is out of where the words behind it give one."""
    found = _ASTERISKS.fullmatch(said)
    if found is None:
        return None
    following = (node.next.text_content or "") if node.next is not None and node.next.is_text_node else ""
    top = _OUT_OF_SIGNS.match(following)
    value = said.count("*") + (0.5 if found[1] else 0.0)
    best = float(len(top[1])) if top and value <= len(top[1]) else None
    return Figure(value, best, None, Notation.STARS, said)


def _item(review: "LexborNode", modern: bool) -> str:
    """Return the name of the item reviewed; empty when the review names none."""
    item = review.css_first(".p-item" if modern else ".item")
    if item is None:
        return ""
    name = item.css_first(".p-name" if modern else ".fn")
    return field(_said(name if name is not None else item), 200)


def _stated_after(rating: "LexborNode") -> str | None:
    """Return the top of the scale that the words after a rating give: `5 out of 5 stars`."""
    following = rating.next
    found = (
        _OUT_OF.match((following.text_content or "").strip())
        if following is not None and following.is_text_node
        else None
    )
    return found[1] if found else None


def _said(node: "LexborNode") -> str:
    """Return a value: of `data` and `abbr` what machines are to read, of others the words."""
    attributes = node.attributes
    for name in ("value", "title") if node.tag in ("abbr", "data", "input", "meter") else ():
        if given := attributes.get(name):
            return given
    return " ".join(node.text(deep=True).split())
