"""Reviews' own pages: which were fetched, what came of it, and whose are wanted."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta

from tui.model.edition import Edition
from tui.model.paging import PageNote, PageRule, PageSetting
from tui.model.review import Draft
from tui.store import editions, intake, search_index
from tui.store.values import Row, a_moment, moment, seconds

_NOTE = "review_id, state, page.at, attempts, graded, longer, reason, lasting"
MOST_ATTEMPTS = 3
"""A page that failed is tried again twice, …"""
LATER = timedelta(hours=20)
"""… each time on a later day."""


def rules(connection: sqlite3.Connection) -> dict[int, PageRule]:
    """Return what is known of critics' pages, by critic; those of whom nothing is known are left out."""
    return {row[0]: _rule(row[1:]) for row in connection.execute("SELECT * FROM page_rule")}


def keep_rule(connection: sqlite3.Connection, critic_id: int, rule: PageRule) -> None:
    """Put a rule in the place of the old; not for a critic who is gone."""
    connection.execute(
        "INSERT INTO page_rule (critic_id, setting, learned, reason, at)"
        " SELECT id, ?, ?, ?, ? FROM critic WHERE id = ? AND NOT ended"
        " ON CONFLICT (critic_id) DO UPDATE SET setting = excluded.setting, learned = excluded.learned,"
        " reason = excluded.reason, at = excluded.at",
        (str(rule.setting), rule.learned, rule.reason, seconds(rule.at), critic_id),
    )


def newest(connection: sqlite3.Connection, critic_id: int, limit: int) -> list[int]:
    """Return the numbers of a critic's newest reviews."""
    rows = connection.execute(
        "SELECT id FROM review WHERE critic_id = ? ORDER BY published DESC, id DESC LIMIT ?", (critic_id, limit)
    )
    return [row[0] for row in rows]


def lacking(connection: sqlite3.Connection, newest: int, many: int) -> frozenset[int]:
    """Return the critics of whose `newest` reviews so many may lack something, and those of whom a rule is known.

    More than really lack something: whose grade is by hand, whose page was fetched, of whom it is not known.
    """
    rows = connection.execute(
        "SELECT id FROM critic WHERE id IN (SELECT critic_id FROM page_rule) OR ("
        " SELECT count(*) FROM (SELECT id AS review_id, written, summary FROM review WHERE critic_id = critic.id"
        "  ORDER BY published DESC, id DESC LIMIT ?) AS one"
        " WHERE written IS NULL OR ifnull(summary, 1) OR EXISTS (SELECT 1 FROM page WHERE review_id = one.review_id)"
        "  OR EXISTS (SELECT 1 FROM correction WHERE review_id = one.review_id)) >= ?",
        (newest, many),
    )
    return frozenset(id for (id,) in rows)


def feed_of(connection: sqlite3.Connection, critic_id: int) -> str:
    """Return the address of a critic's feed; empty for nobody."""
    row = connection.execute("SELECT feed_url FROM critic WHERE id = ?", (critic_id,)).fetchone()
    return str(row[0]) if row else ""


def due(connection: sqlite3.Connection, critic_id: int, limit: int, past: int, now: datetime) -> list[int]:
    """Return the reviews whose page is to be read, newest first, after `past`.

    It was never tried, or failed and may be tried again, or was read before its post changed.
    """
    rows = connection.execute(
        "SELECT id FROM review LEFT JOIN page ON review_id = id WHERE critic_id = ? AND"
        " (state IS NULL OR (state = 'failed' AND attempts < ? AND at <= ?) OR (state = 'read' AND attempts = 0))"
        " ORDER BY published DESC, id DESC LIMIT ? OFFSET ?",
        (critic_id, MOST_ATTEMPTS, seconds(now - LATER), limit, past),
    )
    return [row[0] for row in rows]


def notes(connection: sqlite3.Connection, critic_id: int, limit: int) -> tuple[PageNote, ...]:
    """Return what came of a critic's pages, the last fetched first."""
    rows = connection.execute(
        f"SELECT {_NOTE} FROM page JOIN review ON id = review_id WHERE critic_id = ?"
        " ORDER BY page.at DESC, page.review_id LIMIT ?",
        (critic_id, limit),
    )
    return tuple(map(_note, rows))


def counts(connection: sqlite3.Connection, critic_id: int) -> tuple[int, int, int]:
    """Return how many of a critic's pages were read, failed, and were not tried."""
    row = connection.execute(
        "SELECT count(*) FILTER (WHERE state = 'read'), count(*) FILTER (WHERE state = 'failed'),"
        " count(*) FILTER (WHERE state IS NULL) FROM review LEFT JOIN page ON review_id = id WHERE critic_id = ?",
        (critic_id,),
    ).fetchone()
    return row[0], row[1], row[2]


def outdate(connection: sqlite3.Connection, review_ids: Iterable[int]) -> None:
    """Have the pages of these reviews read once more, as their posts changed; till then what they gave is shown."""
    connection.executemany(
        "UPDATE page SET attempts = 0 WHERE review_id = ? AND state = 'read'", [(id,) for id in review_ids]
    )


def keep(
    connection: sqlite3.Connection, note: PageNote, draft: Draft | None, was: str, edition: Edition | None = None
) -> bool:
    """Note what came of a page; `draft` is the review with what it gave, `edition` what its critic made another of.

    False, and nothing is written, when the review is gone or no longer has the fingerprint `was`.
    """
    row = connection.execute("SELECT critic_id, fingerprint FROM review WHERE id = ?", (note.review_id,)).fetchone()
    if row is None or row[1] != was:
        return False
    if draft is not None:
        intake.change(connection, row[0], note.review_id, draft)
        if edition is not None:
            editions.keep(connection, note.review_id, edition)
        search_index.index(connection, note.review_id)
    connection.execute(
        "INSERT INTO page (review_id, state, at, attempts, graded, longer, reason, lasting)"
        " VALUES (?, ?, ?, 1, ?, ?, ?, ?) ON CONFLICT (review_id) DO UPDATE SET state = excluded.state,"
        " at = excluded.at, attempts = attempts + 1, graded = excluded.graded, longer = excluded.longer,"
        " reason = excluded.reason, lasting = excluded.lasting"
        # What a page once gave stands, even if it is gone now.
        " WHERE page.state = 'failed' OR excluded.state = 'read'",
        (note.review_id, note.state, seconds(note.at), note.graded, note.longer, note.reason, note.lasting),
    )
    connection.execute("UPDATE page SET attempts = 1 WHERE review_id = ? AND attempts = 0", (note.review_id,))
    return True


def _rule(row: Row) -> PageRule:
    setting, learned, reason, at = row
    return PageRule(PageSetting(setting), None if learned is None else bool(learned), reason, moment(at))


def _note(row: Row) -> PageNote:
    id, state, at, attempts, graded, longer, reason, lasting = row
    return PageNote(id, state, a_moment(at), attempts, bool(graded), bool(longer), reason, bool(lasting))
