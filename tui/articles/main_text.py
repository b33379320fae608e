"""Where on a whole page the article stands: the tightest element that holds most of its paragraphs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.markup import select
from tui.articles.surroundings import stands_elsewhere
from tui.model.text import field

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NAMED = (
    "[itemprop=reviewBody]", "[itemprop=articleBody]", ".entry-content", ".post-content", ".article-body",
    ".review-body",
    ".article__body", ".post-body", ".h-review .e-content", ".h-entry .e-content",
)  # fmt: skip
_HEADLINES = tuple(
    f"{heading}{name}"
    for name in (".entry-title", ".post-title", "[itemprop=headline]")
    for heading in ("h1", "h2", "h3")
)
"""On Blogger the first heading is the blog's name."""
_SHORT = 40
_ENOUGH = 400
_MOST_OF_IT = 0.7
_LITTLE_MORE = 1.3
_ALSO = 400
"""Characters a header around the text may add …"""
_HEADER = 1_500
"""… where the element is one of those meant to hold a header."""
_MOST_LEVELS = 60
_MOST_PARAGRAPHS = 4_000


def find_main(roots: "Sequence[LexborNode]") -> "LexborNode | None":
    """Return the element that holds the article of a page, with a short header; None on an empty page."""
    if not roots:
        return None
    root = roots[0]
    tight = named_main(root) or _densest(root)
    return with_header(tight) if tight is not None else root


def page_title(roots: "Sequence[LexborNode]") -> str:
    """Return the headline of a page: as markup names it, as it tells other sites, its first heading, its window's."""
    for root in roots:
        if named := _named_headline(root):
            return named
        for selector, name in (("meta[property='og:title']", "content"), ("h1", ""), ("title", "")):
            if (node := root.css_first(selector)) is not None:
                text = field((node.attributes.get(name) or "") if name else node.text(deep=True), 300)
                if text:
                    return text
    return ""


def _named_headline(root: "LexborNode") -> str:
    """Return the one heading a site's markup calls the post's title; of several posts none."""
    for selector in _HEADLINES:
        found = [node for node in select(root, selector)[:20] if not stands_elsewhere(node)]
        if len(found) == 1 and (text := field(found[0].text(deep=True), 300)):
            return text
    return ""


def named_main(root: "LexborNode") -> "LexborNode | None":
    """Return the element a site itself names its article's text."""
    for selector in _NAMED:
        found = [node for node in select(root, selector)[:20] if not stands_elsewhere(node)]
        if len(found) == 1 and len(found[0].text(deep=True)) >= _ENOUGH:
            return found[0]
    return None


def _densest(root: "LexborNode") -> "LexborNode | None":
    """Return the deepest element that holds most of the page's paragraphs."""
    weights: dict[int, int] = {}
    places: dict[int, tuple[int, LexborNode]] = {}
    total = 0
    for paragraph in select(root, "p, blockquote, pre, h2 + div, article br")[:_MOST_PARAGRAPHS]:
        size = len((paragraph.text(deep=True) if paragraph.tag != "br" else "x" * _SHORT).strip())
        if size < _SHORT or stands_elsewhere(paragraph):
            continue
        total += size
        chain = _chain(paragraph)
        for depth, node in enumerate(reversed(chain)):
            weights[node.mem_id] = weights.get(node.mem_id, 0) + size
            places[node.mem_id] = (depth, node)
    heavy = [places[place] for place, weight in weights.items() if weight >= _MOST_OF_IT * total]
    return max(heavy, key=lambda place: place[0])[1] if heavy else None


def _chain(node: "LexborNode") -> "list[LexborNode]":
    """Return what holds `node`, nearest first."""
    chain: list[LexborNode] = []
    at = node.parent
    while at is not None and at.is_element_node and len(chain) < _MOST_LEVELS:
        chain.append(at)
        at = at.parent
    return chain


def with_header(tight: "LexborNode") -> "LexborNode":
    """Return the article around the text when it adds no more than a header."""
    size = len(tight.text(deep=True))
    best = tight
    for node in _chain(tight)[:6]:
        also = _HEADER if node.tag in ("article", "main", "section") else _ALSO
        if node.tag in ("body", "html") or len(node.text(deep=True)) > size * _LITTLE_MORE + also:
            break
        best = node
    return best
