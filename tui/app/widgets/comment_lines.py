"""One comment of a thread as lines: a head that says who and when, and its text, behind the rails of its depth. Pure.

    ▾ Nell Harrow · critic · 3 hours ago · ● new
    │ The fog is a character, and a better one
    │ than the keeper.
    │
    │ • Ada · 2 hours ago
    │ │ It has the better lines, too.

A rail runs down from a comment's mark along everything below it, in a colour of its depth; without colours the depth is
still told by how many rails there are.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache

from rich.cells import cell_len

from tui.app.widgets.cells import shortened, steady
from tui.app.widgets.comment_text import text_lines
from tui.app.widgets.dates import ago
from tui.app.widgets.prose_lines import shown_address
from tui.app.widgets.typesetting import Line, Span
from tui.model.comment import Comment, Standing
from tui.model.record import record
from tui.model.thread import is_orphan

RAIL_COLOURS = 6
"""After so many depths the colours begin again."""
LOOKS = (
    *(f"rail-{number}" for number in range(1, RAIL_COLOURS + 1)),
    "author",
    "by-critic",
    "new",
    "found",
    "standing",
)
"""Looks of a thread besides those of any text."""
MOST_CHARACTERS = 12_000
"""Shown of one comment; what is longer is no comment, and is read on its page."""
MOST_LINKS = 9
"""Addresses named under a comment: as many as there are keys to open them."""
MARK = -1
"""The number of the link that is no link: the mark before a name, which folds."""
FOLDED_LINES = 3
"""What a folded comment takes: its gap, its head, its first words."""
_LEAST_TEXT = 34
"""Cells left for words, however deep: then rails give way, and the head says how deep it is."""
_FEWEST_RAILS = 3
_MOST_RAILS = 16
_STANDINGS = {
    Standing.HELD: "waits for the moderator",
    Standing.GONE: "deleted on the site",
    Standing.SENDING: "on its way",
    Standing.UNKNOWN: "sent, and nobody knows: i looks",
    Standing.MISSING: "taken, and not shown: i says more",
}


@record(frozen=True, slots=True)
class Setting:
    """What a comment's lines depend on besides the comment."""

    width: int
    """Cells in all."""
    now: datetime
    measure: int = 72
    """The most cells of its text."""
    new: bool = False
    folded: bool = False
    below: int = 0
    """How many stand below it."""
    new_below: int = 0
    """How many of those are new; told only when it is folded."""
    drafted: bool = False
    """Whether the reader began a reply to it."""
    found: str = ""
    """Words searched for, in small letters: marked wherever they stand."""
    same_author: bool = False
    """Whether its author is the one the reader follows through the thread."""


def comment_lines(comment: Comment, setting: Setting) -> Iterator[Line]:
    """Yield its head, its text and the addresses it links; folded, its head and its first words."""
    most = most_rails(setting.width)
    yield _behind(comment.depth - 1, most, _head(comment, setting, setting.width - 2 * min(most, comment.depth - 1)))
    room = max(1, min(setting.measure, setting.width - 2 * min(most, comment.depth)))
    for line in _first_words(comment, room) if setting.folded else _text(comment, setting, room):
        yield _behind(comment.depth, most, line)


def estimates(comments: Sequence[Comment], width: int, measure: int) -> list[int]:
    """Return about how many lines each comment takes, its gap included, without laying any out."""
    most = most_rails(width)
    rooms = [max(1, min(measure, width - 2 * depth)) for depth in range(most + 1)]
    return [
        FOLDED_LINES + min(len(comment.text), MOST_CHARACTERS) // rooms[min(most, comment.depth)]
        for comment in comments
    ]


def gap(comment: Comment, width: int) -> Line:
    """Return what stands over a comment that is not the first: an empty line with the rails that go through it."""
    return _behind(comment.depth - 1, most_rails(width), Line())


def most_rails(width: int) -> int:
    """Return how many rails fit beside words."""
    return max(_FEWEST_RAILS, min(_MOST_RAILS, (width - _LEAST_TEXT) // 2))


def _behind(depth: int, most: int, line: Line) -> Line:
    """Return a line behind its rails: the innermost, where not all have room."""
    lead, rails = _rails(depth, min(depth, most))
    by = len(lead)
    moved = [Span(start + by, end + by, look, link) for start, end, look, link in line.spans]
    return Line(lead + line.text, (*rails, *moved))


@cache
def _rails(depth: int, many: int) -> tuple[str, tuple[Span, ...]]:
    levels = range(depth - many + 1, depth + 1)
    return "│ " * many, tuple(Span(2 * at, 2 * at + 2, rail(level)) for at, level in enumerate(levels))


def rail(level: int) -> str:
    """Return the look of the rail that comments of a depth stand beside."""
    return f"rail-{(level - 1) % RAIL_COLOURS + 1}"


# The head.


def _head(comment: Comment, setting: Setting, room: int) -> Line:
    """Return who wrote it, when, and how it stands; what has no room is left out from the end, the name is last."""
    mark = "▸" if setting.folded else "▾" if setting.below else "•"
    parts = list(_parts(comment, setting))
    name = steady(comment.author) or "Somebody"
    while parts and room - 2 - _cells(parts) < min(cell_len(name), 12):
        parts.pop()
    name = shortened(name, max(1, room - 2 - _cells(parts)))
    text, spans = f"{mark} {name}", [Span(0, 2, rail(comment.depth), MARK), Span(2, 2 + len(name), "author")]
    if setting.same_author:
        spans.append(Span(2, 2 + len(name), "found"))
    for words, look in parts:
        text += " · "
        spans += [Span(len(text) - 3, len(text), "quiet"), Span(len(text), len(text) + len(words), look)]
        text += words
    return Line(text, tuple(spans))


def _parts(comment: Comment, setting: Setting) -> Iterator[tuple[str, str]]:
    """Yield what the head says after the name, the weightiest first: words and their look."""
    if comment.by_critic:
        yield "critic", "by-critic"
    if comment.own:
        yield "you", "by-critic"
    if setting.new:
        yield "● new", "new"
    if comment.depth - 1 > most_rails(setting.width):
        yield f"{comment.depth} deep", "quiet"
    if setting.folded and setting.below:
        yield f"{setting.below:,} below", "standing"
        if setting.new_below:
            yield f"● {setting.new_below:,} new", "new"
    if comment.standing in _STANDINGS:
        yield _STANDINGS[comment.standing], "standing"
    if comment.published is not None:
        yield ago(comment.published, setting.now), "quiet"
    if setting.drafted:
        yield "your draft: i", "standing"
    if comment.edited is not None:
        yield f"edited {ago(comment.edited, setting.now)}", "quiet"
    if is_orphan(comment):
        yield "answers one that is not here", "quiet"


def _cells(parts: list[tuple[str, str]]) -> int:
    return sum(3 + cell_len(words) for words, _ in parts)


# The text.


def _text(comment: Comment, setting: Setting, room: int) -> Iterator[Line]:
    dim = comment.standing is not Standing.SHOWN
    for line in text_lines(comment, room, MOST_CHARACTERS, setting.found):
        yield line.over("quote") if dim else line
    more = len(comment.text) - MOST_CHARACTERS
    if more > 0:
        yield _note(f"… and {more:,} characters more: o opens its page", room)
    yield from _addresses(comment, room)


def _addresses(comment: Comment, room: int) -> Iterator[Line]:
    """Yield where its links lead, those whose words are not the address itself."""
    said = {comment.text[span.start : span.end].strip() for span in comment.spans if span.url}
    for number, url in enumerate(comment.links[:MOST_LINKS], 1):
        address = shown_address(url)
        if url not in said and address not in said:
            text = f"[{number}] {shortened(address, max(1, room - 4))}"
            yield Line(text, (Span(0, 3, "marker", number), Span(4, len(text), "quiet", number)))
    if len(comment.links) > MOST_LINKS:
        yield _note(f"and {len(comment.links) - MOST_LINKS:,} links more: o opens its page", room)


def _first_words(comment: Comment, room: int) -> Iterator[Line]:
    words = " ".join(comment.text[: 4 * room].split())
    if words:
        yield _note(words if len(comment.text) <= 4 * room else words + "…", room)


def _note(words: str, room: int) -> Line:
    return Line(shortened(words, room)).over("quiet")
