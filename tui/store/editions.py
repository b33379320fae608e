"""Earlier states of reviews, the first and the newest few of each."""

import sqlite3
import zlib

from tui.model.edition import Edition
from tui.model.grade import Grade, Notation, Source
from tui.store.values import a_moment, seconds

KEPT = 10
"""Earlier states kept of one review: the first, which is what the critic thought at the time, and the newest."""


def keep(connection: sqlite3.Connection, review_id: int, edition: Edition) -> None:
    """Keep an earlier state; one too many drops the second oldest."""
    grade = edition.grade
    figures = (None,) * 8 if grade is None else (
        grade.written, grade.value, grade.best, grade.score, grade.letter, grade.verdict, str(grade.notation),
        str(grade.source),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO edition (review_id, at, title, written, value, best, score, letter, verdict, notation, source,"
        " packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (review_id, seconds(edition.at), edition.title, *figures,
         zlib.compress(edition.text.encode("utf-8", "replace"), 3)),
    )  # fmt: skip
    connection.execute(
        "DELETE FROM edition WHERE review_id = ?1 AND id <> (SELECT min(id) FROM edition WHERE review_id = ?1)"
        " AND id NOT IN (SELECT id FROM edition WHERE review_id = ?1 ORDER BY id DESC LIMIT ?2)",
        (review_id, KEPT - 1),
    )


def of(connection: sqlite3.Connection, review_id: int) -> tuple[Edition, ...]:
    """Return the earlier states of a review, the oldest first."""
    rows = connection.execute(
        "SELECT at, title, packed, written, value, best, score, letter, verdict, notation, source FROM edition"
        " WHERE review_id = ? ORDER BY id",
        (review_id,),
    )
    return tuple(
        Edition(a_moment(at), title, _grade(*figures), zlib.decompress(packed).decode())
        for at, title, packed, *figures in rows
    )


def _grade(
    written: str | None, value: float | None, best: float | None, score: float | None, letter: str | None,
    verdict: str | None, notation: str | None, source: str | None,
) -> Grade | None:  # fmt: skip
    if written is None:
        return None
    return Grade(written, value, best, score, letter, verdict, Notation(notation), Source(source))  # type: ignore[arg-type]
