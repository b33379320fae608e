"""The thread under a review: what sites showed of it so far. Seeing less of it later loses nothing."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from tui.model.comment import Comment
from tui.model.thread import in_reading_order
from tui.store.values import moment, seconds

_COLUMNS = "id, author, text, parent, published, by_critic, url"


def keep(connection: sqlite3.Connection, review_id: int, comments: Sequence[Comment], now: datetime) -> None:
    """Merge these into the thread by their id."""
    connection.executemany(
        f"INSERT INTO comment (review_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        # A lesser source (a feed of the newest ten) may not know the parent, the date or whose comment it is.
        " ON CONFLICT (review_id, id) DO UPDATE SET author = excluded.author,"
        " text = CASE excluded.text WHEN '' THEN text ELSE excluded.text END,"
        " parent = ifnull(excluded.parent, parent), published = ifnull(excluded.published, published),"
        " by_critic = max(by_critic, excluded.by_critic),"
        " url = CASE excluded.url WHEN '' THEN url ELSE excluded.url END",
        [(review_id, c.id, c.author, c.text, c.parent, seconds(c.published), c.by_critic, c.url) for c in comments],
    )
    connection.execute("REPLACE INTO thread (review_id, fetched) VALUES (?, ?)", (review_id, seconds(now)))


def thread(connection: sqlite3.Connection, review_id: int) -> tuple[tuple[Comment, ...], datetime | None]:
    """Return the thread in reading order, and when it was last fetched (None: never)."""
    row = connection.execute("SELECT fetched FROM thread WHERE review_id = ?", (review_id,)).fetchone()
    rows = connection.execute(f"SELECT {_COLUMNS} FROM comment WHERE review_id = ?", (review_id,))
    return in_reading_order(map(_comment, rows)), moment(row[0]) if row else None


def _comment(row: tuple[str, str, str, str | None, int | None, int, str]) -> Comment:
    id, author, text, parent, published, by_critic, url = row
    return Comment(id, author, text, parent, 1, moment(published), bool(by_critic), url)
