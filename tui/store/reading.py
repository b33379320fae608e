"""Lists, counts and whole reviews, read."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
import sys
from array import array
from collections.abc import Sequence
from dataclasses import replace

from tui.model.errors import UnknownReview
from tui.model.grade import Grade
from tui.model.listing import Cursor, Histogram, Page, Sort
from tui.model.order import Order
from tui.model.query import Query
from tui.model.review import Review, ReviewRow
from tui.model.scale import LETTERS
from tui.store import editions, matching, statements
from tui.store.values import CORRECTED, GRADE, LISTED, correction_of, draft_of, grade_of, listed, seconds

_AT_ONCE = 500
"""Parameters in one statement; older SQLite allows 999."""
_WINDOW = 200
"""Rows of a page up to which it pays to ask review by review for a common word."""
_SHARE = 10
"""A word of `COMMON` reviews is common in a library at most so many times as large."""
_FLAGS = bytes.maketrans(b"01", b"\0\1")
_REVIEW = (
    "SELECT review.id, critic_id, critic.name, read, starred,"
    " guid, title, published, work_id, work, year, comments, fingerprint,"
    f" {GRADE}, grades, {CORRECTED}, packed, html_bytes, text_bytes"
    " FROM review JOIN critic ON critic.id = critic_id JOIN body ON body.review_id = review.id"
    " LEFT JOIN grade ON grade.review_id = review.id AND position = 0"
    " LEFT JOIN correction ON correction.review_id = review.id WHERE review.id IN"
)


def page(connection: sqlite3.Connection, query: Query, sort: Sort, after: Cursor | None, limit: int) -> Page:
    """Return the window that follows `after`."""
    # One more than asked tells whether there is a next page.
    common = sort not in (Sort.MATCH, Sort.CRITIC) and _is_common(connection, query, limit)
    found = connection.execute(*statements.page(query, sort, after, limit + 1, common=common)).fetchall()
    rows = tuple(map(listed, found[:limit]))
    if len(found) <= limit or not rows:
        return Page(rows, None)
    last = rows[-1]
    return Page(rows, Cursor(found[limit - 1][-1], last.id, seconds(last.published) or 0))


def _is_common(connection: sqlite3.Connection, query: Query, limit: int) -> bool:
    """Whether the words asked for stand in a good part of the library, so that a window is soon full."""
    counting = matching.commonness(query) if limit <= _WINDOW else None
    if counting is None or connection.execute(*counting).fetchone()[0] < matching.COMMON:
        return False
    highest = connection.execute("SELECT max(id) FROM review").fetchone()[0]
    return bool(highest <= _SHARE * matching.COMMON)


def listing(connection: sqlite3.Connection, query: Query, sort: Sort) -> Order:
    """Return every id that is meant, in order, and which are unread; no Python runs per review."""
    digits, unread = connection.execute(*statements.listing(query, sort)).fetchone()
    ids = array("q", bytes.fromhex(digits or ""))
    if sys.byteorder == "little":
        ids.byteswap()
    return Order(ids, (unread or "").encode("ascii").translate(_FLAGS))


def rows(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[ReviewRow, ...]:
    """Return lines of the list in the order asked; numbers that are gone are left out."""
    found: dict[int, ReviewRow] = {}
    for some in _parts(ids):
        listing = connection.execute(
            f"SELECT {LISTED} FROM review JOIN critic ON critic.id = critic_id WHERE review.id IN {_marks(some)}",
            some,
        )
        found.update((row[0], listed(row)) for row in listing)
    return tuple(found[id] for id in ids if id in found)


def reviews(connection: sqlite3.Connection, ids: Sequence[int], *, corrected: bool = True) -> tuple[Review, ...]:
    """Return whole reviews in the order asked; numbers that are gone are left out.

    The lead grade is the reader's word where they said one; with `corrected` False it is what was read.
    """
    found: dict[int, Review] = {}
    for some in _parts(ids):
        for row in connection.execute(f"{_REVIEW} {_marks(some)}", some):
            id, critic_id, critic, read, starred = row[:5]
            said = correction_of(row[28:36]) if corrected else None
            lead = said.grade if said else grade_of(row[13:27])
            others = _others(connection, id) if row[27] else ()
            draft = draft_of(row[5:13], (lead, *others), row[36:])
            found[id] = Review(id, critic_id, critic, draft, bool(read), bool(starred))
    return tuple(found[id] for id in ids if id in found)


def _others(connection: sqlite3.Connection, review_id: int) -> list[Grade | None]:
    rows = connection.execute(f"SELECT {GRADE} FROM grade WHERE review_id = ? AND position > 0", (review_id,))
    return list(map(grade_of, rows))


def review(connection: sqlite3.Connection, review_id: int) -> Review:
    """Return one review, whole, with what it said before it was edited."""
    require(connection, review_id)
    return replace(reviews(connection, [review_id])[0], editions=editions.of(connection, review_id))


def require(connection: sqlite3.Connection, review_id: int) -> None:
    """Raise `UnknownReview` unless there is a review by this number."""
    if abs(review_id) >= 2**63 or not connection.execute("SELECT 1 FROM review WHERE id = ?", (review_id,)).fetchone():
        raise UnknownReview(f"No review {review_id}", "See `matinee list` for the numbers")


def count(connection: sqlite3.Connection, query: Query) -> int:
    """Return how many reviews are meant."""
    return int(connection.execute(*statements.count(query)).fetchone()[0])


def histogram(connection: sqlite3.Connection, query: Query) -> Histogram:
    """Return how many of the reviews that are meant stand at each letter."""
    bars = dict(connection.execute(*statements.histogram(query)))
    letters = tuple((letter, bars.get(letter, 0)) for letter in LETTERS)
    return Histogram(letters, bars.get("?", 0), bars.get("", 0))


def _parts(ids: Sequence[int]) -> list[list[int]]:
    wanted = list(ids)
    return [wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)]


def _marks(values: list[int]) -> str:
    return f"({', '.join('?' * len(values))})"
