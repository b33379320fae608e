"""Prose becomes lines of a given measure: paragraphs, rails of quotes, hanging indents, numbered links. Pure."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from operator import itemgetter

from tui.app.widgets.typesetting import EMPTY, Line, Span, hang, set_text
from tui.model.prose import Block, Link, Prose, Run, Style
from tui.model.record import record

LEAST = 8
"""Cells left for words however deep a list is nested: indents give way first."""
_BULLETS = "•◦▪"
_LOOKS = {
    Style.ITALIC: "italic",
    Style.BOLD: "bold",
    Style.CODE: "code",
    Style.STRIKE: "strike",
    Style.SPOILER: "spoiler",
}
_TIGHT = ("item", "row")


def prose_lines(prose: Prose, measure: int, marked: tuple[int, int] | None = None) -> Iterator[Line]:
    """Yield the text of a review, without the blocks its credits card shows.

    `marked` is a stretch of `Prose.text` (the grade's evidence) that is highlighted where it stands.
    """
    before: Block | None = None
    for block in prose.blocks:
        if block.role == "credits" or not (block.text.strip() or block.kind == "rule"):
            continue
        if before is not None:
            yield from _between(before, block, measure)
        for line in _block_lines(block, measure, marked):
            yield line.over("footer") if block.role == "footer" else line
        before = block


def link_lines(links: Collection[Link], measure: int, hidden: Collection[int] = ()) -> Iterator[Line]:
    """Yield the numbered list of addresses that stands under a text; the words of `hidden` links are left out."""
    for link in links:
        number = f"[{link.number}]".ljust(5)
        address = shown_address(link.url)
        words = "" if link.number in hidden or link.text in (link.url, address) else link.text.strip()
        text = f"{words}  {address}" if words else address
        spans = (
            Span(0, len(words), "plain", link.number),
            Span(len(text) - len(address), len(text), "quiet", link.number),
        )
        yield from hang(set_text(text, max(LEAST, measure - 5), spans), number, "marker")


def shown_address(url: str) -> str:
    """Return an address as people say it: without its scheme, `www.` and a trailing slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url.removeprefix("mailto:")


def _between(before: Block, block: Block, measure: int) -> Iterator[Line]:
    """Yield what parts two blocks: a blank line, with the rails of the quote both stand in; nothing within a list."""
    if block.role == "footer" and before.role != "footer":
        yield from (EMPTY, Line("─" * min(12, measure), (Span(0, 12, "quiet"),)))
    elif before.kind == block.kind and block.kind in _TIGHT and _rails(before) == _rails(block):
        return
    yield _behind(_rails_between(before, block), EMPTY)
    if block.kind == "heading" and block.level <= 2 and before.kind != "heading":
        yield EMPTY


def _block_lines(block: Block, measure: int, marked: tuple[int, int] | None) -> Iterator[Line]:
    rails = min(_rails(block), max(0, (measure - LEAST) // 2))
    width = max(1, measure - 2 * rails)
    for line in _SETTERS.get(block.kind, _paragraph)(block, width, marked):
        yield _behind(rails, line.over("quote") if rails else line)


def _paragraph(block: Block, width: int, marked: tuple[int, int] | None) -> Iterator[Line]:
    yield from _shown(block, marked).lines(width)


def _heading(block: Block, width: int, marked: tuple[int, int] | None) -> Iterator[Line]:
    look = "heading" if block.level <= 2 else "subheading"
    yield from (line.over(look) for line in _shown(block, marked).lines(width))


def _item(block: Block, width: int, marked: tuple[int, int] | None) -> Iterator[Line]:
    level = max(1, block.level)
    mark = f"{block.ordinal}." if block.ordinal is not None else _BULLETS[(level - 1) % len(_BULLETS)]
    lead = f"{'    ' * (level - 1)}{mark:>3} "
    if width - len(lead) < LEAST:
        lead = f"{mark} "
    yield from hang(_shown(block, marked).lines(max(1, width - len(lead))), lead)


def _pre(block: Block, width: int, marked: tuple[int, int] | None) -> Iterator[Line]:
    """Every line as it was set, its spaces kept; what is too long goes on beneath."""
    shown = _shown(block, marked)
    solid = shown.text.translate(_SOLID)
    for line in set_text(solid, width, shown.spans, block.start):
        yield Line(line.text.replace("\u00a0", " "), line.spans, line.offset).over("code")


def _rule(block: Block, width: int, marked: tuple[int, int] | None) -> Iterator[Line]:
    yield Line("─" * width, (Span(0, width, "quiet"),))


def _image(block: Block, width: int, marked: tuple[int, int] | None) -> Iterator[Line]:
    yield from hang((line.over("image") for line in _shown(block, marked).lines(max(1, width - 2))), "▧ ", "quiet")


def _embed(block: Block, width: int, marked: tuple[int, int] | None) -> Iterator[Line]:
    yield from hang(_shown(block, marked).lines(max(1, width - 2)), "▸ ", "marker")


_SETTERS = {
    "heading": _heading,
    "item": _item,
    "pre": _pre,
    "rule": _rule,
    "image": _image,
    "embed": _embed,
}
_SOLID = str.maketrans({" ": "\u00a0", "\t": "\u00a0"})
"""In `pre`, spaces hold words together, so that nothing is folded and lines break only where they must."""


@record(frozen=True, slots=True)
class _Shown:
    """A block's words with the numbers of its links put in."""

    text: str
    spans: tuple[Span, ...]
    start: int
    """Where the block begins in `Prose.text`."""
    inserted: tuple[tuple[int, int], ...]
    """(offset in `text`, characters put in up to there) of each number."""

    def lines(self, width: int) -> Iterator[Line]:
        if not self.inserted:
            yield from set_text(self.text, width, self.spans, self.start)
            return
        for line in set_text(self.text, width, self.spans, 0):
            offset = line.offset or 0
            put_in = bisect_right(self.inserted, offset, key=itemgetter(0))
            extra = self.inserted[put_in - 1][1] if put_in else 0
            yield Line(line.text, line.spans, self.start + max(0, offset - extra))


def _shown(block: Block, marked: tuple[int, int] | None) -> _Shown:
    """Return what a block shows: its runs with their looks, each link followed by its number."""
    parts: list[str] = []
    spans: list[Span] = []
    inserted: list[tuple[int, int]] = []
    at = source = extra = 0
    for index, run in enumerate(block.runs):
        spans.extend(Span(at, at + len(run.text), look, run.link) for look in _looks(run))
        if marked and marked[0] < block.start + source + len(run.text) and marked[1] > block.start + source:
            first, last = (min(max(edge - block.start - source, 0), len(run.text)) for edge in marked)
            spans.append(Span(at + first, at + last, "evidence"))
        parts.append(run.text)
        at += len(run.text)
        source += len(run.text)
        following = block.runs[index + 1] if index + 1 < len(block.runs) else None
        if run.link is not None and (following is None or following.link != run.link):
            number = f"[{run.link}]"
            hidden = (Span(at, at + len(number), "spoiler"),) if Style.SPOILER in run.style else ()
            spans.extend((Span(at, at + len(number), "marker", run.link), *hidden))
            parts.append(number)
            at += len(number)
            extra += len(number)
            inserted.append((at, extra))
    return _Shown("".join(parts), tuple(spans), block.start, tuple(inserted))


def _looks(run: Run) -> list[str]:
    looks = [look for style, look in _LOOKS.items() if style in run.style] if run.style else []
    return [*looks, "link"] if run.link is not None else looks


def _rails(block: Block) -> int:
    return max(block.quoted, 1 if block.kind == "quote" else 0)


def _rails_between(before: Block, block: Block) -> int:
    return min(_rails(before), _rails(block))


def _behind(rails: int, line: Line) -> Line:
    return line.indented("▎ " * rails, "rail") if rails else line
