"""What can stand where the cursor is in a query: its keys, the values of some, and names the library knows."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from tui.model.query import quoted
from tui.model.scale import LETTERS

Of = Literal["critic", "work", "director", "tag"]
"""What has names."""


class Completion(NamedTuple):
    """One way on."""

    text: str
    """What takes the place of what was typed."""
    words: str = ""
    """What it means."""


class Typed(NamedTuple):
    """The part of a query that is being typed."""

    start: int
    """Where it begins."""
    end: int
    """Where the cursor is."""
    text: str
    """What is there so far, without the quotation mark of a name."""
    of: Of | None = None
    """What a name is wanted of; None for a key, a mark or a value."""
    key: str = ""
    """The key in front: `grade`, `verdict`; empty when the key itself is being typed."""


KEYS = (
    Completion("grade>=", "this grade or better: B-, 7/10, 70"),
    Completion("grade<", "worse than this"),
    Completion("grade:", "from and to, 70..90; none, any, unscored"),
    Completion("critic:", "part of a critic's name"),
    Completion("work:", "part of a title"),
    Completion("director:", "part of a name"),
    Completion("also:", "of works that this critic graded too"),
    Completion("written:", "a grade exactly as the critic writes it"),
    Completion("tag:", "yours for a critic, or the post's own"),
    Completion("year:", "the work's; also year>=2020, year:2020..2023"),
    Completion("newer:", "12h, 3d, 2w, 6m, 1y back from now"),
    Completion("older:", "than 12h, 3d, 2w, 6m, 1y"),
    Completion("after:", "published that day or later: 2026-01-31, today"),
    Completion("before:", "published before that day"),
    Completion("comments>", "more comments than this"),
    Completion("verdict:", "up or down"),
    Completion("id:", "the review of that number"),
    Completion("unread", "not read yet"),
    Completion("read", "read already"),
    Completion("starred", "starred"),
    Completion("OR", "either of two"),
)
"""What a condition can begin with, the likeliest first."""
_VALUES = {
    "grade": tuple(Completion(grade) for grade in (*LETTERS, "none", "any", "unscored")),
    "verdict": (Completion("up"), Completion("down")),
    "newer": tuple(Completion(span) for span in ("1d", "1w", "2w", "1m", "1y")),
    "older": tuple(Completion(span) for span in ("1w", "1m", "6m", "1y")),
    "after": (Completion("today"), Completion("yesterday")),
    "before": (Completion("today"), Completion("yesterday")),
}  # fmt: skip
_NAMED: dict[str, Of] = {"critic": "critic", "also": "critic", "work": "work", "director": "director", "tag": "tag"}
_NAME = re.compile(r"(critic|also|work|director|tag):([\"“]?)([^\"”“]*)\Z", re.IGNORECASE)
_BARE = re.compile(r"[^\s()\"“”„]*\Z")
_VALUE = re.compile(r"([a-z]+)(?:[:=<>≥≤]|>=|<=|!=)([^\s:<>=]*)\Z", re.IGNORECASE)
_PLAIN = re.compile(r"[\w.'’-]+\Z")


def typed(query: str, cursor: int) -> Typed | None:
    """Return what is being typed at `cursor`; None within the quotation marks of a phrase."""
    before = query[:cursor]
    opened = _opened(before)
    start = _bare(before if opened is None else before[:opened])
    part = before[start:]
    start, part = start + len(part) - len(part.lstrip("-−")), part.lstrip("-−")
    if found := _NAME.match(part):
        key = found[1].lower()
        return Typed(start, cursor, found[3], _NAMED[key], key)
    if opened is not None:
        return None
    if found := _VALUE.match(part):
        return Typed(start + found.start(2), cursor, found[2], None, found[1].lower())
    return Typed(start, cursor, part)


def completions(there: Typed, names: Iterable[str] = ()) -> tuple[Completion, ...]:
    """Return the ways on; `names` are those the library found where names are wanted."""
    if there.of is not None:
        return tuple(Completion(f"{there.key}:{_written(name)} ", name) for name in names)
    begin = there.text.casefold()
    if there.key:
        return tuple(each for each in _VALUES.get(there.key, ()) if each.text.casefold().startswith(begin))
    if not begin:
        return ()
    return tuple(each for each in KEYS if each.text.casefold().startswith(begin) and each.text.casefold() != begin)


def completed(query: str, there: Typed, chosen: Completion) -> tuple[str, int]:
    """Return the query with a completion in place, and where the cursor stands then."""
    rest = query[there.end :]
    text = chosen.text.rstrip() if rest[:1].isspace() else chosen.text
    return query[: there.start] + text + rest, there.start + len(text)


def _opened(before: str) -> int | None:
    """Return where the quotation mark stands that is open at the end; None when none is."""
    opened, closing = None, ""
    for at, sign in enumerate(before):
        if opened is None and sign in '"“„':
            opened, closing = at, {'"': '"', "“": "”", "„": "“”"}[sign]
        elif opened is not None and sign in closing:
            opened = None
    return opened


def _bare(before: str) -> int:
    found = _BARE.search(before)
    return found.start() if found else len(before)


def _written(name: str) -> str:
    return name if _PLAIN.match(name) else quoted(name)
