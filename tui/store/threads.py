"""The thread under a review: what its site showed of it so far. Seeing less of it later loses nothing."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from tui.model.comment import Comment, Span, Standing
from tui.model.merging import merged
from tui.model.prose import Style
from tui.model.thread import FoundThread, Thread, with_own
from tui.store import replies
from tui.store.values import moment, seconds

_RECENT = timedelta(days=21)
"""A review younger than this is still talked about."""
_STALE = timedelta(hours=12)
_HASTY = timedelta(minutes=15)
"""No thread is asked for again before this, whatever its feed counts."""
_COLUMNS = "id, author, text, parent, published, by_critic, url, spans, standing, edited, first_seen, author_url"


def keep(connection: sqlite3.Connection, review_id: int, found: FoundThread, now: datetime) -> int:
    """Merge what was found into the thread as known; return how many comments are new."""
    known = comments(connection, review_id)
    row = connection.execute("SELECT source FROM talk WHERE review_id = ?", (review_id,)).fetchone()
    changed = merged(known, found, same_source=row is not None and row[0] == found.source, now=now)
    _write(connection, review_id, changed)
    new = sum(comment.id not in known for comment in changed)
    connection.execute("REPLACE INTO thread (review_id, fetched) VALUES (?, ?)", (review_id, seconds(now)))
    connection.execute(
        "INSERT INTO talk (review_id, source, complete, total, closed, counted)"
        " VALUES (?, ?, ?, ?, ?, (SELECT comments FROM review WHERE id = ?))"
        " ON CONFLICT DO UPDATE SET source = excluded.source, complete = excluded.complete, total = excluded.total,"
        " closed = ifnull(excluded.closed, closed), counted = excluded.counted, tried = NULL, reason = ''",
        (review_id, found.source, found.complete, found.total, found.closed, review_id),
    )
    everything = {**known, **{comment.id: comment for comment in changed}}
    replies.settle_by(connection, review_id, everything)
    many = sum(comment.standing is Standing.SHOWN for comment in everything.values())
    # The feed's own count stands where it says more: it counts pingbacks too, and is told anew with every visit.
    connection.execute(
        "UPDATE review SET comments = ?1 WHERE id = ?2 AND ifnull(comments, -1) < ?1",
        (max(many, found.total or 0), review_id),
    )
    return new


def failed(connection: sqlite3.Connection, review_id: int, reason: str, now: datetime) -> None:
    """Write down that the thread could not be had; what is known of it stays."""
    connection.execute(
        "INSERT INTO talk (review_id, tried, reason, counted)"
        " VALUES (?, ?, ?, (SELECT comments FROM review WHERE id = ?))"
        " ON CONFLICT DO UPDATE SET tried = excluded.tried, reason = excluded.reason, counted = excluded.counted",
        (review_id, seconds(now), reason, review_id),
    )


def thread(connection: sqlite3.Connection, review_id: int) -> Thread:
    """Return the thread, the reader's own replies in their places."""
    row = connection.execute(
        "SELECT (SELECT fetched FROM thread WHERE review_id = asked.id), source, complete, total, closed, tried,"
        " reason, read_up_to, seen_before FROM (SELECT ? AS id) AS asked LEFT JOIN talk ON review_id = asked.id",
        (review_id,),
    ).fetchone()
    fetched, source, complete, total, closed, tried, reason, read_up_to, seen_before = row
    written = replies.of_review(connection, review_id)
    return Thread(
        review_id,
        with_own(comments(connection, review_id).values(), written),
        moment(fetched),
        source or "",
        bool(complete),
        total,
        None if closed is None else bool(closed),
        moment(tried),
        reason or "",
        moment(read_up_to),
        moment(seen_before),
        tuple(reply for reply in written if not reply.stage.settled),
    )


def due(connection: sqlite3.Connection, critic_id: int, limit: int, now: datetime) -> list[int]:
    """Return the reviews whose threads are to be fetched without being asked for, see `TalkShelf.threads_due`."""
    rows = connection.execute(
        """
        SELECT id FROM (
            SELECT review.id, published, comments, ifnull(comments, counted) IS NOT counted AS grown,
                max(ifnull(fetched, 0), ifnull(tried, 0)) AS asked,
                EXISTS (SELECT 1 FROM reply WHERE reply.review_id = review.id
                        AND stage NOT IN ('draft', 'published')) AS waiting,
                (SELECT count(*) FROM comment WHERE comment.review_id = review.id AND standing = 'shown') AS known
            FROM review LEFT JOIN thread ON thread.review_id = review.id LEFT JOIN talk ON talk.review_id = review.id
            WHERE critic_id = :critic AND (
                starred OR published > :recent
                OR review.id IN (SELECT review_id FROM reply WHERE stage NOT IN ('draft', 'published'))
            )
        )
        WHERE (waiting OR ifnull(comments, 1) > 0 OR known > 0)
            AND (asked < :stale OR (asked < :hasty AND (waiting OR grown)))
        ORDER BY waiting DESC, grown DESC, published DESC LIMIT :limit
        """,
        {
            "critic": critic_id, "limit": limit, "recent": seconds(now - _RECENT), "stale": seconds(now - _STALE),
            "hasty": seconds(now - _HASTY),
        },
    )  # fmt: skip
    return [row[0] for row in rows]


def look(connection: sqlite3.Connection, review_id: int, now: datetime) -> None:
    """Begin a look at the thread: what came since the look before is new."""
    connection.execute(
        "INSERT INTO talk (review_id, read_up_to) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET seen_before = read_up_to, read_up_to = excluded.read_up_to",
        (review_id, seconds(now)),
    )


def end_look(connection: sqlite3.Connection, review_id: int, now: datetime) -> None:
    """End it: what came while the reader looked was seen."""
    connection.execute("UPDATE talk SET read_up_to = ? WHERE review_id = ?", (seconds(now), review_id))


def comments(connection: sqlite3.Connection, review_id: int) -> dict[str, Comment]:
    """Return every comment known of a review, by its id."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM comment WHERE review_id = ?", (review_id,))
    return {row[0]: _comment(row) for row in rows}


def _write(connection: sqlite3.Connection, review_id: int, changed: Iterable[Comment]) -> None:
    connection.executemany(
        f"REPLACE INTO comment (review_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (review_id, c.id, c.author, c.text, c.parent, seconds(c.published), c.by_critic, c.url, _packed(c.spans),
             str(c.standing), seconds(c.edited), seconds(c.first_seen), c.author_url)
            for c in changed
        ],
    )  # fmt: skip


def _packed(spans: Iterable[Span]) -> str:
    return json.dumps([[s.start, s.end, s.style.value, s.url, s.quoted] for s in spans], ensure_ascii=False)


def _unpacked(spans: str) -> tuple[Span, ...]:
    if spans == "[]":  # nearly all have none: a thread of thousands opens at once
        return ()
    return tuple(Span(start, end, Style(style), to, quoted) for start, end, style, to, quoted in json.loads(spans))


def _comment(row: tuple[Any, ...]) -> Comment:
    id, author, text, parent, published, by_critic, url, spans, standing, edited, first_seen, author_url = row
    return Comment(
        id, author, text, parent, 1, moment(published), bool(by_critic), url,
        _unpacked(spans),
        Standing(standing), moment(edited), moment(first_seen), author_url,
    )  # fmt: skip
