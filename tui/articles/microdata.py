"""Microdata on a page: `Review` with its rating, also where `ratingValue` stands in the `Review` without a `Rating`.

A property belongs to the nearest element above it that opens a scope. https://schema.org/docs/gs.html
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.articles.facts import NOTHING_SAID, Facts
from tui.articles.figures import Figure, candidate
from tui.articles.json_ld import facts_of, scaled
from tui.articles.markup import select
from tui.articles.surroundings import stands_elsewhere
from tui.grading.candidate import Candidate

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_FAR = 80
_MOST = 3_000
_REVIEWS = frozenset({"Review", "CriticReview"})
_COUNTS = frozenset({"ratingCount", "reviewCount"})


@dataclass(slots=True)
class _Scope:
    """One item: the element that opens it, its type and its own properties."""

    node: "LexborNode"
    kind: str
    role: str
    """The property it is of the item around it: `reviewRating`, `itemReviewed`."""
    outer: "_Scope | None"
    properties: dict[str, list["LexborNode"]] = field(default_factory=dict)
    inner: list["_Scope"] = field(default_factory=list)

    def first(self, name: str) -> str:
        """Return the first value of a property as text; empty when it has none."""
        given = self.properties.get(name)
        return _value(given[0]) if given else ""

    def within(self, role: str) -> "_Scope | None":
        """Return the first item that is property `role` of this one."""
        return next((scope for scope in self.inner if role in scope.role.split()), None)


def read_microdata(roots: "Sequence[LexborNode]") -> tuple[tuple[Candidate, ...], Facts]:
    """Return the grades (at most one: the page's own review) and facts in microdata."""
    for root in roots:
        scopes = _scopes(root)
        for scope in scopes:
            if scope.kind not in _REVIEWS or stands_elsewhere(scope.node):
                continue
            if read := _review(scope):
                return read
        for scope in scopes:
            if scope.kind == "Rating" and _COUNTS.isdisjoint(scope.properties) and not stands_elsewhere(scope.node):
                figure = _figure(scope) if scope.outer is None or scope.outer.kind not in _OTHERS else None
                if figure:
                    return (candidate(figure, "microdata Rating", 0.7),), NOTHING_SAID
    return (), NOTHING_SAID


_OTHERS = frozenset({"ClaimReview", "UserReview", "Comment", "Product", "Offer", "Recipe", "AggregateRating"})


def _review(scope: _Scope) -> tuple[tuple[Candidate, ...], Facts] | None:
    """Return the grade and the facts of a Review; None when it has neither."""
    rating = scope.within("reviewRating") or next((inner for inner in scope.inner if inner.kind == "Rating"), scope)
    figure = _figure(rating)
    item = scope.within("itemReviewed") or (scope.outer if scope.outer and "review" in scope.role.split() else None)
    facts = _facts(item) if item else facts_of(scope.first("itemReviewed"))
    if figure is None and not facts.title:
        return None
    found = (candidate(figure, "microdata Review", 0.93),) if figure else ()
    return found, facts


def _figure(rating: _Scope) -> Figure | None:
    """Return the grade of a Rating, or of a Review that holds its fields itself."""
    if rating.kind == "AggregateRating" or not _COUNTS.isdisjoint(rating.properties):
        return None
    return scaled(rating.first("ratingValue"), rating.first("bestRating") or None, rating.first("worstRating"))


def _facts(item: _Scope) -> Facts:
    """Return what a reviewed item tells."""
    people = {
        role: [_name(item, role, node) for node in item.properties.get(role, ())] for role in ("director", "actor")
    }
    links = [_value(node) for name in ("sameAs", "url") for node in item.properties.get(name, ())]
    return facts_of(
        {
            "@type": item.kind,
            "name": item.first("name"),
            "dateCreated": item.first("dateCreated") or item.first("copyrightYear") or item.first("datePublished"),
            "contentRating": item.first("contentRating"),
            "sameAs": links,
            **people,
        }
    )


def _name(item: _Scope, role: str, node: "LexborNode") -> str:
    """Return the name of a person given as an item of their own or as plain text."""
    person = next((scope for scope in item.inner if scope.node.mem_id == node.mem_id), None)
    return (person.first("name") if person else "") or _value(node)


def _scopes(root: "LexborNode") -> list[_Scope]:
    """Return every item under `root` in document order, properties sorted to where they belong."""
    nodes = select(root, "[itemscope], [itemtype], [itemprop]")[:_MOST]
    scopes: dict[int, _Scope] = {}
    found: list[_Scope] = []
    for node in nodes:
        attributes = node.attributes
        outer = _outer(node, scopes)
        role = attributes.get("itemprop") or ""
        for name in role.split():
            if outer:
                outer.properties.setdefault(name, []).append(node)
        if "itemscope" in attributes or "itemtype" in attributes:
            kind = re.split(r"[/:#]", (attributes.get("itemtype") or "").strip().rstrip("/"))[-1]
            scope = scopes[node.mem_id] = _Scope(node, kind, role, outer)
            found.append(scope)
            if outer:
                outer.inner.append(scope)
    return found


def _outer(node: "LexborNode", scopes: dict[int, _Scope]) -> _Scope | None:
    at = node.parent
    for _ in range(_FAR):
        if at is None:
            return None
        if scope := scopes.get(at.mem_id):
            return scope
        at = at.parent
    return None


def _value(node: "LexborNode") -> str:
    """Return a property's value: where machines are told to look, else its words."""
    attributes = node.attributes
    for name in ("content", "value", "datetime"):
        if given := attributes.get(name):
            return given
    if node.tag == "link" or (node.tag == "a" and (attributes.get("itemprop") or "") in ("url", "sameAs")):
        return attributes.get("href") or ""
    return " ".join(node.text(deep=True).split())
