"""The head of a review as a card: who made the work, who is in it, what it is rated, its plot and its trailer. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from tui.app.widgets.prose_lines import shown_address
from tui.app.widgets.typesetting import EMPTY, Line, Span, set_text
from tui.model.credits import Credits

_LABELS = 13
"""Cells for the names of the parts, where the card is wide enough for two columns."""
_TWO_COLUMNS = 48


def credits_lines(credits: Credits, measure: int, trailer: int | None = None) -> Iterator[Line]:
    """Yield the card, nothing when the post gave no credits; `trailer` is the number of the trailer's link."""
    if credits.empty:
        return
    edge = 2 if measure >= _TWO_COLUMNS else 1
    width = max(1, measure - 2 * edge)
    card = [EMPTY, *_rows(credits, width, trailer), EMPTY]
    for line in card:
        yield replace(line.indented(" " * edge), fill="card")


def _rows(credits: Credits, width: int, trailer: int | None) -> Iterator[Line]:
    if credits.directed_by:
        yield from _row("Directed by", ", ".join(credits.directed_by), width)
    if credits.starring:
        yield from _row("Starring", ", ".join(credits.starring), width)
    if credits.rated or credits.rated_for:
        yield from _row("Rated", " for ".join(filter(None, (credits.rated, credits.rated_for))), width)
    if credits.trailer:
        yield from _trailer(credits.trailer, width, trailer)
    if credits.plot:
        if credits != Credits(plot=credits.plot):
            yield EMPTY
        yield from (line.over("plot") for line in set_text(credits.plot, width))


def _row(label: str, value: str, width: int, spans: tuple[Span, ...] = ()) -> Iterator[Line]:
    """Yield a part: its name in a column of its own, or on a narrow screen before its words."""
    if width < _TWO_COLUMNS - 4:
        text = f"{label}  {value}"
        moved = (span._replace(start=span.start + len(label) + 2, end=span.end + len(label) + 2) for span in spans)
        yield from _hanging(set_text(text, max(1, width - 2), (Span(0, len(label), "label"), *moved)))
        return
    lead = label.ljust(_LABELS)
    for line in set_text(value, width - _LABELS, spans):
        yield line.indented(lead, "label")
        lead = " " * _LABELS


def _hanging(lines: Iterator[Line]) -> Iterator[Line]:
    yield from (line if index == 0 else line.indented("  ") for index, line in enumerate(lines))


def _trailer(url: str, width: int, number: int | None) -> Iterator[Line]:
    address = shown_address(url)
    if number is None:
        yield from _row("Trailer", address, width)
        return
    marker = f"[{number}]"
    spans = (
        Span(0, len(marker), "marker", number),
        Span(len(marker) + 1, len(marker) + 1 + len(address), "link", number),
    )
    yield from _row("Trailer", f"{marker} {address}", width, spans)
