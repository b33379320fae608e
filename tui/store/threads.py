"""The thread under a review: what sites showed of it so far. Seeing less of it later loses nothing."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from tui.model.comment import Comment
from tui.store.values import moment, seconds

_COLUMNS = "id, author, text, parent, depth, published, by_critic, url"
_NEVER = datetime.min.replace(tzinfo=UTC)


def keep(connection: sqlite3.Connection, review_id: int, comments: Sequence[Comment], now: datetime) -> None:
    """Merge these into the thread by their id."""
    positions = dict(connection.execute("SELECT id, position FROM comment WHERE review_id = ?", (review_id,)))
    connection.executemany(
        f"INSERT INTO comment (review_id, position, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        # A lesser source (a feed of the newest ten) may not know the parent, the date or whose comment it is.
        " ON CONFLICT (review_id, id) DO UPDATE SET position = excluded.position, author = excluded.author,"
        " text = CASE WHEN excluded.text = '' THEN text ELSE excluded.text END,"
        " depth = CASE WHEN excluded.parent IS NULL THEN max(depth, excluded.depth) ELSE excluded.depth END,"
        " parent = ifnull(excluded.parent, parent), published = ifnull(excluded.published, published),"
        " by_critic = max(by_critic, excluded.by_critic),"
        " url = CASE excluded.url WHEN '' THEN url ELSE excluded.url END",
        [
            (review_id, position, c.id, c.author, c.text, c.parent, c.depth, seconds(c.published), c.by_critic, c.url)
            for position, c in _placed(positions, comments)
        ],
    )
    connection.execute("REPLACE INTO thread (review_id, fetched) VALUES (?, ?)", (review_id, seconds(now)))


def thread(connection: sqlite3.Connection, review_id: int) -> tuple[tuple[Comment, ...], datetime | None]:
    """Return the thread in reading order, and when it was last fetched (None: never)."""
    row = connection.execute("SELECT fetched FROM thread WHERE review_id = ?", (review_id,)).fetchone()
    rows = connection.execute(f"SELECT {_COLUMNS} FROM comment WHERE review_id = ? ORDER BY position", (review_id,))
    return reading_order(list(map(_comment, rows))), moment(row[0]) if row else None


def reading_order(comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """Put each reply under what it answers; those without a known parent keep their place and depth.

    Depth follows from the parents where they are known. A circle of parents, which no honest site sends, is cut.
    """
    ids = {comment.id for comment in comments}
    replies: dict[str | None, list[Comment]] = {}
    for comment in comments:
        parent = comment.parent if comment.parent in ids and comment.parent != comment.id else None
        replies.setdefault(parent, []).append(comment)
    ordered: dict[str, Comment] = {}
    _unfold(ordered, replies, [(top, None) for top in reversed(replies.get(None, []))])
    for comment in comments:
        if comment.id not in ordered:
            _unfold(ordered, replies, [(comment, None)])
    return tuple(ordered.values())


def _unfold(
    ordered: dict[str, Comment], replies: dict[str | None, list[Comment]], waiting: list[tuple[Comment, int | None]]
) -> None:
    while waiting:
        comment, depth = waiting.pop()
        if comment.id in ordered:
            continue
        own = comment.depth if depth is None else depth
        ordered[comment.id] = comment if own == comment.depth else _at(comment, own)
        waiting.extend((reply, own + 1) for reply in reversed(replies.get(comment.id, [])))


def _at(comment: Comment, depth: int) -> Comment:
    c = comment
    return Comment(c.id, c.author, c.text, c.parent, depth, c.published, c.by_critic, c.url)


def _placed(known: dict[str, int], comments: Sequence[Comment]) -> list[tuple[int, Comment]]:
    """Say where each comment stands: a source that shows all of the thread orders it, another adds at its end."""
    if known.keys() <= {comment.id for comment in comments}:
        return list(enumerate(comments))
    fresh = sorted((c for c in comments if c.id not in known), key=lambda c: c.published or _NEVER)
    after = max(known.values()) + 1
    return [(known[c.id], c) for c in comments if c.id in known] + list(enumerate(fresh, after))


def _comment(row: tuple[str, str, str, str | None, int, int | None, int, str]) -> Comment:
    id, author, text, parent, depth, published, by_critic, url = row
    return Comment(id, author, text, parent, depth, moment(published), bool(by_critic), url)
