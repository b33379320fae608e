"""A comment's text as lines: its links numbered, its quotes behind rails, what is searched for marked. Pure."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from tui.app.widgets.typesetting import EMPTY, Line, Span, set_text
from tui.model import comment as model
from tui.model.comment import Comment
from tui.model.prose import Style

_LOOKS = {
    Style.ITALIC: "italic",
    Style.BOLD: "bold",
    Style.CODE: "code",
    Style.STRIKE: "strike",
    Style.SPOILER: "spoiler",
}
_EXTENT = itemgetter(0, 1)
_MOST_SPANS = 400
_DEEPEST_QUOTE = 4
_LEAST = 8
"""Cells left for the words of a quote within quotes."""


def text_lines(comment: Comment, width: int, most: int, found: str = "") -> Iterator[Line]:
    """Yield the first `most` characters of its text at `width` cells a line; `found`: small letters to mark."""
    text, spans = _numbered(comment, most)
    waiting, here = deque(spans), list[Span]()
    first, start = True, 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        here = [span for span in here if span.end > start]
        while waiting and waiting[0].start < end:
            here.append(waiting.popleft())
        own = [_moved(span, start, end) for span in here]
        if paragraph.strip():
            rails = min(_quoted(own), max(0, (width - _LEAST) // 2))
            if not first:
                yield EMPTY
            first = False
            looks = [span for span in own if not span.look.startswith("quoted")] + _found(paragraph, found)
            for line in set_text(paragraph, max(1, width - 2 * rails), sorted(looks, key=_EXTENT)):
                yield line.over("quote").indented("▎ " * rails, "quote") if rails else line
        start = end + 2


def _numbered(comment: Comment, most: int) -> tuple[str, list[Span]]:
    """Return its text with the number of its link put after each, and what looks how in it."""
    text = comment.text[:most]
    spans = [span for span in comment.spans[:_MOST_SPANS] if span.start < span.end <= len(text)]
    numbers = {url: number for number, url in enumerate(comment.links, 1)}
    marks = sorted({(span.end, f"[{numbers[span.url]}]", numbers[span.url]) for span in spans if span.url})
    places = [place for place, _, _ in marks]
    put_in = [0, *accumulate(len(words) for _, words, _ in marks)]
    looks = [
        Span(span.start + put_in[bisect_right(places, span.start)], span.end + put_in[bisect_left(places, span.end)],
             look, numbers.get(span.url))
        for span in spans for look in _looks(span)
    ]  # fmt: skip
    looks += [
        Span(place + put_in[index], place + put_in[index + 1], "marker", number)
        for index, (place, _, number) in enumerate(marks)
    ]
    return _with(text, marks), sorted(looks, key=_EXTENT)


def _with(text: str, marks: Sequence[tuple[int, str, int]]) -> str:
    parts, at = [], 0
    for place, words, _ in marks:
        parts += [text[at:place], words]
        at = place
    return "".join((*parts, text[at:]))


def _looks(span: model.Span) -> Iterator[str]:
    if span.quoted:
        yield f"quoted-{min(span.quoted, _DEEPEST_QUOTE)}"
    if span.url:
        yield "link"
    if span.style:
        yield from (look for style, look in _LOOKS.items() if style in span.style)


def _quoted(spans: Sequence[Span]) -> int:
    return max((int(span.look[-1]) for span in spans if span.look.startswith("quoted")), default=0)


def _moved(span: Span, start: int, end: int) -> Span:
    return span._replace(start=max(span.start, start) - start, end=min(span.end, end) - start)


def _found(paragraph: str, found: str) -> list[Span]:
    """Return where the words stand; none where small letters are not as many as the letters themselves (`İ`)."""
    small = paragraph.lower()
    if not found or len(small) != len(paragraph):
        return []
    spans, at = [], small.find(found)
    while at >= 0:
        spans.append(Span(at, at + len(found), "found"))
        at = small.find(found, at + len(found))
    return spans
