"""A page's comment list, cut into comments with their places (pure, in one pass over its tags).

WordPress marks each comment `depth-N`, in lists nested (`ol.children`) or flat, so that its place follows from the
order alone; a theme that leaves that out still nests its lists. A page of 5,000 comments has more tags than an HTML
parser takes in bounded time: so the page is cut first, and each comment's own piece parsed alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,15})\b([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(id|class)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_COUNTED = frozenset({"li", "div", "article", "ol", "ul", "section"})
_DEPTH = re.compile(r"(?:^|\s)depth-(\d{1,3})(?=\s|$)")
_ID = re.compile(r"^(?:li-|div-)?comment-(\d{1,18})$")
_ID_INSIDE = re.compile(r"\b(?:id=[\"']?(?:li-|div-)?|#)comment-(\d{1,18})\b")
_KIND = re.compile(r"(?:^|\s)(comment|pingback|trackback|pings)(?=\s|$)")
_LONGEST_PIECE = 100_000


@dataclass(slots=True)
class Piece:
    """One comment's own HTML, without its answers'."""

    id: str
    depth: int
    classes: str
    html: str
    parent: str | None = None
    is_ping: bool = False


@dataclass(slots=True)
class _Open:
    """A comment whose piece has not ended."""

    tag: str
    start: int
    id: str
    depth: int
    classes: str
    nested: int = 1
    """How many elements of its own kind are open in it, itself among them."""


@dataclass(slots=True)
class _Scan:
    """How far the pass over the tags came."""

    html: str
    pieces: list[Piece] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)
    """The open lists; True for those that hold answers."""
    open: _Open | None = None

    def end(self, at: int) -> None:
        """End the open comment's piece."""
        ended, self.open = self.open, None
        if ended is None:
            return
        html = self.html[ended.start : min(at, ended.start + _LONGEST_PIECE)]
        inside = _ID_INSIDE.search(html)
        id = ended.id or (inside[1] if inside else "")
        if id:
            self.pieces.append(Piece(id, ended.depth, ended.classes, html, is_ping=_is_ping(ended.classes)))


def pieces(html: str) -> list[Piece]:
    """Return the comments on a page, scripts taken out already, in the order they stand there, each below its parent.

    Pingbacks and trackbacks are among them, so that what hangs below one has its place.
    """
    scan = _Scan(_without_remarks(html))
    for tag in _TAG.finditer(scan.html):
        name = tag[2].lower()
        if name in _COUNTED:
            _close(scan, name, tag) if tag[1] else _enter(scan, name, tag)
    scan.end(len(scan.html))
    return _placed(scan.pieces)


def _enter(scan: _Scan, name: str, tag: re.Match[str]) -> None:
    said = {found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(tag[3])}
    classes = said.get("class", "")
    if name in ("ol", "ul"):
        scan.lists.append("children" in classes.split())
        if scan.lists[-1]:
            scan.end(tag.start())
            return
    begun = _begun(name, said.get("id", ""), classes, tag.end(), 1 + sum(scan.lists))
    now = scan.open
    if begun and not (now and begun.id and begun.id == now.id and not _DEPTH.search(classes)):
        if now and not now.id and begun.id and not _DEPTH.search(classes):
            now.id = begun.id  # `<li class="comment depth-1"><div id="comment-5" class="comment">`
            return
        scan.end(tag.start())
        scan.open = begun
    elif now and name == now.tag:
        now.nested += 1


def _close(scan: _Scan, name: str, tag: re.Match[str]) -> None:
    if name in ("ol", "ul") and scan.lists:
        scan.lists.pop()
    if scan.open and name == scan.open.tag:
        scan.open.nested -= 1
        if scan.open.nested == 0:
            scan.end(tag.start())


def _begun(name: str, id: str, classes: str, start: int, nested: int) -> _Open | None:
    """Return the comment that a tag opens, if it does."""
    if name not in ("li", "div", "article", "section"):
        return None
    numbered = _ID.match(id)
    depth = _DEPTH.search(classes)
    kind = _KIND.search(classes)
    if not (kind and (numbered or depth)):
        return None
    return _Open(name, start, numbered[1] if numbered else "", int(depth[1]) if depth else nested, classes)


def _placed(found: list[Piece]) -> list[Piece]:
    """Give each its parent: the last before it that stands less deep. The same comment twice: the first counts."""
    seen: set[str] = set()
    above: list[Piece] = []
    kept = []
    for piece in found:
        if piece.id in seen:
            continue
        seen.add(piece.id)
        while above and above[-1].depth >= piece.depth:
            above.pop()
        piece.parent = above[-1].id if above else None
        above.append(piece)
        kept.append(piece)
    return kept


def _is_ping(classes: str) -> bool:
    kinds = {found[1] for found in _KIND.finditer(classes)}
    return bool(kinds & {"pingback", "trackback", "pings"}) and "comment" not in kinds


def _without_remarks(html: str) -> str:
    """Return HTML without `<!-- … -->`, in linear time; one without an end takes nothing away."""
    return "".join(_parts(html)) if "<!--" in html else html


def _parts(html: str) -> Iterator[str]:
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        end = html.find("-->", start + 4)
        if end < 0:
            break
        yield html[at:start]
        at = end + 3
    yield html[at:]
