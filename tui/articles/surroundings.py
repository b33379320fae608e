"""Where on a page an element stands: in the review, or among votes, comments and other people's articles."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ELSEWHERE = re.compile(
    r"aggregate|post-ratings|(?<!static-)\bvot(?:e|es|ing)\b|(?<!static)[-_]votes?\b|visitors?[-_]|\busers?[-_](?:rating|review|score|total|vote|area)|"
    r"[-_]users?[-_](?:rating|review|score)|readers?[-_](?:rating|review|score)|rate[-_]this|kk-star|gdrts|wpulike|rmp-|yasr-visitor|"
    r"comment|\brelated|[-_]related|\bsidebar|[-_]sidebar|\bwidget-area\b|^widget$|\bwidget_|recommend|similar|popular|trending|"
    r"latest|more-(?:stories|reviews|from|posts)|also-like|read-next|up-next|carousel|slider|\bnav(?:bar|igation)?\b|breadcrumb|"
    r"most[-_](?:viewed|read|popular|shared|commented)|inline[-_]promo|discussion|conversation|fact-?box|paywall|more-on\b|\busers?[-_]reviews?|pagination|disqus|"
    r"archive|post-grid|posts-list|post-list|grid-item|teaser|site-footer|footer-widgets|\bproducts?\b|woocommerce|testimonial",
    re.IGNORECASE,
)
_ELSEWHERE_TAGS = frozenset({"nav", "aside", "footer", "template", "noscript"})
_PAGE_WIDE = frozenset({"html", "body"})
_FAR = 80
_CARD_TAGS = frozenset({"li", "article", "div", "section", "a", "tr"})
_CARD = 250
"""Characters a card has at most: a capsule review has more."""
_CARD_NODES = 400
"""Elements and texts a card has at most."""
_LOOKED_AT = 6
"""Neighbours on either side that are compared."""


def stands_elsewhere(node: "LexborNode") -> bool:
    """Tell whether `node` is part of what a page shows beside the review."""
    at: LexborNode | None = node
    for _ in range(_FAR):
        if at is None or at.tag in _PAGE_WIDE:
            return False
        if is_elsewhere(at):
            return True
        at = at.parent
    return False


def is_elsewhere(node: "LexborNode") -> bool:
    """Tell whether `node` itself, by its tag or its names, is no part of a review."""
    return node.tag in _ELSEWHERE_TAGS or _is_card(node) or is_named_elsewhere(node)


def is_named_elsewhere(node: "LexborNode") -> bool:
    """Tell whether `node` itself, by its names, is no part of a review."""
    attributes = node.attributes
    return any((given := attributes.get(name)) and _ELSEWHERE.search(given) for name in ("class", "id"))


def _is_card(node: "LexborNode") -> bool:
    """Tell whether `node` is one of several short boxes of one kind, each a link with a picture or a heading."""
    if node.tag not in _CARD_TAGS or not _leads_on(node):
        return False
    kind = (node.tag, node.attributes.get("class"))
    return any(
        (other.tag, other.attributes.get("class")) == kind and _leads_on(other)
        for way in ("next", "prev")
        for other in _neighbours(node, way)
    )


def _leads_on(node: "LexborNode") -> bool:
    if not _is_short(node):  # first: every paragraph asks this of all it stands in, up to the whole article
        return False
    link = node if node.tag == "a" else node.css_first("a[href]")
    return link is not None and node.css_first("h2, h3, h4, h5, h6, img") is not None


def _is_short(node: "LexborNode") -> bool:
    """Tell whether an element is as small as a card, looking no farther than a card goes."""
    length = spaces = 0
    for number, part in enumerate(node.traverse(include_text=True)):
        text = (part.text_content or "") if part.is_text_node else ""
        words = text.strip()
        if words:
            before = len(text) - len(text.lstrip())
            length += (spaces + before if length else 0) + len(words)
            spaces = len(text) - len(text.rstrip())
        else:
            spaces += len(text)
        if length > _CARD or number > _CARD_NODES:
            return False
    return True


def _neighbours(node: "LexborNode", way: str) -> "Iterator[LexborNode]":
    other: LexborNode | None = getattr(node, way)
    looked_at = 0
    while other is not None and looked_at < _LOOKED_AT:
        if other.is_element_node:
            looked_at += 1
            yield other
        other = getattr(other, way)
