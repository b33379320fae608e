"""The reader's own replies: each on disk before it is sent, and until the site shows it."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from tui.model.comment import Comment
from tui.model.errors import UnknownReply
from tui.model.merging import shows
from tui.model.reply import Answered, Reply, ReplyOutcome, Stage
from tui.store.values import a_moment, moment, seconds

_COLUMNS = "id, review_id, parent, text, stage, written, author, sent, comment_id, url, words"
_LONGEST_SENDING = timedelta(minutes=3)
"""After which whoever was sending a reply was killed: sending takes two minutes at most."""


def of_review(connection: sqlite3.Connection, review_id: int) -> tuple[Reply, ...]:
    """Return every reply to a review, oldest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM reply WHERE review_id = ? ORDER BY id", (review_id,))
    return tuple(map(_reply, rows))


def unsettled(connection: sqlite3.Connection) -> tuple[Reply, ...]:
    """Return every reply that no site shows yet, oldest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM reply WHERE stage <> 'published' ORDER BY id")
    return tuple(map(_reply, rows))


def one(connection: sqlite3.Connection, reply_id: int) -> Reply:
    """Return one reply; raises `UnknownReply`."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM reply WHERE id = ?", (reply_id,)).fetchone()
    if row is None:
        raise UnknownReply(f"No reply {reply_id}", "It was discarded, or its review is gone")
    return _reply(row)


def save(connection: sqlite3.Connection, review_id: int, parent: str | None, text: str, now: datetime) -> int:
    """Keep a new draft and return its number."""
    row = connection.execute(
        "INSERT INTO reply (review_id, parent, text, stage, written) VALUES (?, ?, ?, 'draft', ?) RETURNING id",
        (review_id, parent, text, seconds(now)),
    ).fetchone()
    return int(row[0])


def rewrite(connection: sqlite3.Connection, reply_id: int, text: str, now: datetime) -> bool:
    """Put another text in a draft's place. False, and nothing is written, when it is no draft any more."""
    done = connection.execute(
        "UPDATE reply SET text = ?, written = ?, words = '' WHERE id = ? AND stage = 'draft'",
        (text, seconds(now), reply_id),
    )
    return done.rowcount == 1


def discard(connection: sqlite3.Connection, reply_id: int) -> None:
    """Forget a reply."""
    connection.execute("DELETE FROM reply WHERE id = ?", (reply_id,))


def begin(connection: sqlite3.Connection, reply_id: int, author: str, now: datetime) -> bool:
    """Note that a draft is being sent from now on. False when it is no draft: whoever sees that must not send it."""
    done = connection.execute(
        "UPDATE reply SET stage = 'sending', author = ?, sent = ?, comment_id = '', url = '', words = ''"
        " WHERE id = ? AND stage = 'draft'",
        (author, seconds(now), reply_id),
    )
    return done.rowcount == 1


def settle(connection: sqlite3.Connection, reply_id: int, outcome: ReplyOutcome) -> None:
    """Write down what came of a reply."""
    connection.execute(
        "UPDATE reply SET stage = ?, words = ?, url = CASE ? WHEN '' THEN url ELSE ? END,"
        " comment_id = CASE ? WHEN '' THEN comment_id ELSE ? END WHERE id = ?",
        (str(outcome.stage), outcome.words, outcome.url, outcome.url, outcome.comment_id, outcome.comment_id, reply_id),
    )


def as_draft(connection: sqlite3.Connection, reply_id: int) -> None:
    """Make a draft again of what may have been sent: only the reader can say so."""
    connection.execute("UPDATE reply SET stage = 'draft' WHERE id = ? AND stage IN ('unknown', 'missing')", (reply_id,))


def find_abandoned(connection: sqlite3.Connection, now: datetime) -> None:
    """Call unknown what is said to be on its way for longer than sending takes: its sender was killed."""
    connection.execute(
        "UPDATE reply SET stage = 'unknown', words = 'Matinee ended while it was being sent'"
        " WHERE stage = 'sending' AND sent < ?",
        (seconds(now - _LONGEST_SENDING),),
    )


def settle_by(connection: sqlite3.Connection, review_id: int, comments: Mapping[str, Comment]) -> None:
    """Settle the replies that these comments show."""
    for reply in of_review(connection, review_id):
        if comment := shows(reply, comments):
            settle(connection, reply.id, ReplyOutcome(Answered.PUBLISHED, url=comment.url, comment_id=comment.id))


def _reply(row: tuple[Any, ...]) -> Reply:
    id, review_id, parent, text, stage, written, author, sent, comment_id, url, words = row
    return Reply(
        id, review_id, parent, text, Stage(stage), a_moment(written), author, moment(sent), comment_id, url, words
    )
