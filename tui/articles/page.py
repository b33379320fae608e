"""A review's own page: what of it is the review, and what its data say. Menus, comments and other articles go."""

import re
from typing import TYPE_CHECKING

from tui.articles import markup
from tui.articles.extraction import article_lines, line_key
from tui.articles.main_text import find_main, named_main, with_header
from tui.articles.saying import as_json_ld
from tui.articles.structured import read_evidence
from tui.articles.surroundings import is_elsewhere, is_named_elsewhere
from tui.model.record import record

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TEXTS = frozenset({"p", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd"})
_LITTLE = 300
"""Characters: what is shorter than this may be a heading, a box with the grade or a caption, even if no extractor sees
text in it."""
_LINKS = 0.5
"""The part of a text that is links from which on it is a menu."""
_BYLINE = re.compile(
    r"\b(?:(?:entry|post|article)-?_{0,2}meta(?:data)?|(?:post|entry|article|author)-?_{0,2}(?:date|info|byline)|byline"
    r"|posted-on|dateline|sharedaddy|share-?(?:bar|buttons|links)|social-?(?:share|links|icons))\b",
    re.IGNORECASE,
)
"""Names of what stands under a headline: who, when, and the buttons to pass it on. The feed has told that already."""
_GRADE_INSIDE = "[itemprop=reviewRating], [itemprop=ratingValue], [class*=rating], [class*=score], [class*=grade]"
_MOST_OF_IT = 0.9
_MOST_NODES = 60_000


@record(frozen=True, slots=True)
class PageParts:
    """What a page holds of its review."""

    html: str
    """The main text with its markup; not yet sanitised. Empty when there is none."""
    data: str
    """What the page's data say of grade and work, in whatever form, as one JSON-LD `Review`; empty when nothing."""


def read_page(html: str) -> PageParts:
    """Return the review a whole page holds. Pure; never raises on any text."""
    roots = markup.parse(html)
    if not roots:
        return PageParts("", "")
    named = named_main(roots[0])
    lines = frozenset() if named is not None else article_lines(html)
    matched = _matched(roots[0], lines) if lines else {}
    main = (_tightest(roots[0], matched) if matched else None) or find_main(roots)
    data = as_json_ld(read_evidence(html, roots, main))
    if main is None:
        return PageParts("", data)
    prune(main, matched)
    return PageParts(main.html or "", data)


def _matched(root: "LexborNode", lines: frozenset[str]) -> "dict[int, int]":
    """Return how much of the article each element holds, in characters, by the element's `mem_id`."""
    weights: dict[int, int] = {}
    stack, seen = [root], 0
    while stack and (seen := seen + 1) < _MOST_NODES:
        node = stack.pop()
        text = node.text(deep=True) if node.is_text_node or node.tag in _TEXTS else ""
        if text and line_key(text) in lines:
            at: LexborNode | None = node
            while at is not None:
                weights[at.mem_id] = weights.get(at.mem_id, 0) + len(text)
                at = at.parent
        elif not node.is_text_node:
            stack.extend(node.iter(include_text=True))
    return weights


def _tightest(root: "LexborNode", weights: "dict[int, int]") -> "LexborNode | None":
    """Return the deepest element that holds most of the article, with a short header."""
    whole, at = weights.get(root.mem_id, 0), root
    while True:
        heavy = [child for child in at.iter() if weights.get(child.mem_id, 0) >= _MOST_OF_IT * whole]
        if not heavy or heavy[0].tag in _TEXTS:
            return with_header(at) if whole and at.tag != "html" else None
        at = heavy[0]


def prune(main: "LexborNode", weights: "dict[int, int]") -> None:
    """Take out of `main` what stands beside the review; where the article is known, all that is long and not of it."""
    stack, seen = [main], 0
    while stack and (seen := seen + 1) < _MOST_NODES:
        for child in list(stack.pop().iter()):
            if _goes(child, weights):
                child.decompose()
            elif child.tag not in _TEXTS:
                stack.append(child)


def _is_byline(node: "LexborNode") -> bool:
    names = " ".join(filter(None, (node.attributes.get("class"), node.attributes.get("id"))))
    return bool(names) and _BYLINE.search(names) is not None and _is_little(node)


def _is_little(node: "LexborNode") -> bool:
    return node.css_first(_GRADE_INSIDE) is None and len(node.text(deep=True).strip()) <= _LITTLE


def _goes(node: "LexborNode", weights: "dict[int, int]") -> bool:
    if node.tag == "h1" or _is_byline(node):
        return True
    if weights.get(node.mem_id):
        return False
    if is_elsewhere(node):
        return node.tag != "aside" or is_named_elsewhere(node) or bool(node.css_first("a, p + p"))
    if not weights or node.tag in ("br", "img", "hr"):
        return False
    text = node.text(deep=True).strip()
    if len(text) > _LITTLE:
        return True
    linked = sum(len(link.text(deep=True).strip()) for link in node.css("a"))
    return len(text) > 0 and linked > _LINKS * len(text) and node.tag != "a"
