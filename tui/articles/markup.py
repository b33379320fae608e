"""Parsing HTML of any provenance in bounded time: the only file that knows the parser.

lexbor is fast and forgiving, but some markup makes it quadratic: 100,000 nested `<div>` take 10 s, 2,000 unclosed
`<font size=N>` in paragraphs 730 MB (each paragraph opens all of them again), 80,000 attributes on one tag 8 s. So a
document too large or too lopsided to be honest is parsed in pieces, each small enough to be harmless; and past a few
hundred tags the formatting elements may carry only so many different attributes.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ANY_SIZE_TAGS = 8_000
"""Markup signs (`<`) a document may hold, whatever its shape: at worst 0.1 s."""
_BALANCED_TAGS = 60_000
"""… if nearly every element is also closed."""
_UNCLOSED = 4_000
_PIECE_TAGS = 4_000
_GAP = 100_000
"""Characters between two markup signs: longer ones may be one tag with thousands of attributes."""
_NEAR = 5_000
"""Characters within which a piece looks for the next paragraph to end before it."""
_STORM_TAGS = 600
_STORM_KINDS = 24
"""Different attributes of formatting elements that are kept: each may be opened again in every paragraph."""

_FORMATTING = re.compile(r"<(b|big|code|em|font|i|s|small|strike|strong|tt|u)([\s/][^>]*)>", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote|section|article|figure)[\s>]", re.IGNORECASE)
_RAW = re.compile(r"<(script|style)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:a|abbr|article|b|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figure|font|form|h[1-6]|hr|html|"
    r"i|iframe|img|ins|li|main|noscript|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|"
    r"td|th|tr|tt|u|ul|video)(?=[\s/>])|<!--|<!doctype",
    re.IGNORECASE,
)
_LAYOUT = re.compile(
    r"<(?:article|blockquote|br|center|dd|details|div|dl|dt|figure|h[1-6]|hr|html|li|main|ol|p|pre|section|table|ul)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)


def has_markup(text: str) -> bool:
    """Tell whether `text` holds any HTML tag; `<3` and `a < b` are none."""
    return "<" in text and _MARKUP.search(text) is not None


def has_layout(html: str) -> bool:
    """Tell whether `html` sets its own paragraphs and line breaks."""
    return _LAYOUT.search(html) is not None


def parse(html: str) -> "tuple[LexborNode, ...]":
    """Return the `html` elements of `html`: one, or several in order when it had to be parsed in pieces."""
    from selectolax.lexbor import LexborHTMLParser

    html = html.replace("\0", "")
    roots = (LexborHTMLParser(piece).root for piece in _pieces(_calm(html)))
    return tuple(root for root in roots if root is not None)


def select(root: "LexborNode", selector: str) -> "list[LexborNode]":
    """Return the elements under `root` that match, in document order, each once (lexbor gives one per selector)."""
    return list({node.mem_id: node for node in root.css(selector)}.values())


def without_raw(html: str) -> str:
    """Return `html` without scripts and style sheets; one that is never closed swallows the rest, as in browsers."""
    kept, at = [], 0
    for name, start, end in raw_elements(html):
        if name in ("script", "style"):
            kept.append(html[at:start])
            at = end
    return "".join([*kept, html[at:]]) if kept else html


def raw_elements(html: str) -> Iterator[tuple[str, int, int]]:
    """Yield (name, start, end) of each script and style element, in linear time."""
    at = 0
    lower = html.lower()
    if len(lower) != len(html):  # `İ` grows when lowered: then only the two usual spellings count
        lower = html
    while (found := _RAW.search(html, at)) is not None:
        name = found[1].lower()
        close = lower.find(f"</{name}", found.end())
        end = lower.find(">", close) + 1 if close >= 0 else 0
        yield name, found.start(), end or len(html)
        at = end or len(html)


def _calm(html: str) -> str:
    """Return `html` with few different attributes on formatting elements."""
    if html.count("<") <= _STORM_TAGS:
        return html
    kinds: set[str] = set()

    def calm(tag: re.Match[str]) -> str:
        if tag[2] in kinds or len(kinds) < _STORM_KINDS:
            kinds.add(tag[2])
            return tag[0]
        return f"<{tag[1]}>"

    return _FORMATTING.sub(calm, html)


def _pieces(html: str) -> Iterator[str]:
    """Yield `html` whole when that is harmless, else in pieces of few tags and without endless ones."""
    tags = html.count("<")
    lopsided = tags > _ANY_SIZE_TAGS and (tags > _BALANCED_TAGS or tags - 2 * html.count("</") > _UNCLOSED)
    if not lopsided and (len(html) <= _GAP or _longest_gap(html) <= _GAP):
        yield html
        return
    html = without_raw(html)
    start = at = count = 0
    while (tag := html.find("<", at)) >= 0:
        count += 1
        if count > _PIECE_TAGS or tag - at > _GAP:
            block = _BLOCK.search(html, tag, tag + _NEAR)
            tag = block.start() if block else tag
            yield from _cut(html[start:tag])
            start, count = tag, 0
        at = tag + 1
    yield from _cut(html[start:])


def _longest_gap(html: str) -> int:
    """Return the most characters between two markup signs outside scripts and style sheets."""
    return max(map(len, without_raw(html).split("<")))


def _cut(piece: str) -> Iterator[str]:
    """Yield `piece` in parts no tag of which can be longer than the gap allowed."""
    if len(piece) <= _GAP or max(map(len, piece.split("<"))) <= _GAP:
        yield piece
        return
    for at in range(0, len(piece), _GAP):
        yield piece[at : at + _GAP]
