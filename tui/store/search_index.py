"""The words a search finds a review by. The index keeps no text, so what goes in must come out word for word."""

import sqlite3
from typing import NamedTuple

from tui.store.values import unpack


class Indexed(NamedTuple):
    """What the index holds of one review, column by column. Changing how it is made asks for a migration."""

    title: str
    work: str
    people: str
    text: str


def index(connection: sqlite3.Connection, review_id: int) -> None:
    """Put a review's words into the index, unless they are there."""
    if words := _words(connection, review_id, indexed=0):
        connection.execute(
            "INSERT INTO words (rowid, title, work, people, text) VALUES (?, ?, ?, ?, ?)", (review_id, *words)
        )
        connection.execute("UPDATE review SET indexed = 1 WHERE id = ?", (review_id,))


def forget(connection: sqlite3.Connection, review_id: int) -> None:
    """Take a review's words out of the index; must come before anything of the review changes or goes."""
    if words := _words(connection, review_id, indexed=1):
        connection.execute(
            "INSERT INTO words (words, rowid, title, work, people, text) VALUES ('delete', ?, ?, ?, ?, ?)",
            (review_id, *words),
        )
        connection.execute("UPDATE review SET indexed = 0 WHERE id = ?", (review_id,))


def pending(connection: sqlite3.Connection, limit: int) -> list[int]:
    """Return numbers of reviews that wait for indexing, newest first."""
    rows = connection.execute("SELECT id FROM review WHERE indexed = 0 ORDER BY id DESC LIMIT ?", (limit,))
    return [row[0] for row in rows]


def _words(connection: sqlite3.Connection, review_id: int, *, indexed: int) -> Indexed | None:
    row = connection.execute(
        "SELECT title, work, packed, html_bytes, text_bytes FROM review JOIN body ON review_id = id"
        " WHERE id = ? AND indexed = ?",
        (review_id, indexed),
    ).fetchone()
    if row is None:
        return None
    title, work, *body = row
    _, text, more = unpack(*body)
    people = "\n".join((*more["directed_by"], *more["starring"]))
    return Indexed(title, work or "", people, text)
