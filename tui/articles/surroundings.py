"""Where on a page an element stands: in the review, or among votes, comments and other people's articles."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ELSEWHERE = re.compile(
    r"aggregate|post-ratings|\bvot(?:e|es|ing)\b|[-_]votes?\b|visitors?[-_]|\busers?[-_](?:rating|review|score|total|vote|area)|"
    r"[-_]users?[-_](?:rating|review|score)|readers?[-_](?:rating|review|score)|rate[-_]this|kk-star|gdrts|wpulike|rmp-|yasr-visitor|"
    r"comment|\brelated|[-_]related|\bsidebar|[-_]sidebar|\bwidget-area\b|^widget$|\bwidget_|recommend|similar|popular|trending|"
    r"latest|more-(?:stories|reviews|from|posts)|also-like|read-next|up-next|carousel|slider|\bnav(?:bar|igation)?\b|breadcrumb|"
    r"archive|post-grid|posts-list|post-list|grid-item|teaser|site-footer|footer-widgets|\bproducts?\b|woocommerce|testimonial",
    re.IGNORECASE,
)
_ELSEWHERE_TAGS = frozenset({"nav", "aside", "footer", "template", "noscript"})
_PAGE_WIDE = frozenset({"html", "body"})
_FAR = 80


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
    if node.tag in _ELSEWHERE_TAGS:
        return True
    attributes = node.attributes
    return any((given := attributes.get(name)) and _ELSEWHERE.search(given) for name in ("class", "id"))
