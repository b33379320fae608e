"""What a refresh writes: one feed, one transaction."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from tui.model.critic import FeedState
from tui.model.outcome import FeedOutcome
from tui.model.review import Draft, Known, Namesake
from tui.model.text import field
from tui.model.work import Work
from tui.store import corrections, feed_states, search_index, works
from tui.store.folding import LAST, folded, title_key
from tui.store.values import a_moment, grade_columns, lead_columns, pack, seconds, unpack

VISITS_KEPT = 100
"""How many visits of each critic the log remembers."""
_AT_ONCE = 500
"""Parameters in one statement; older SQLite allows 999."""
_BIGGEST = 2**63 - 1


def known(connection: sqlite3.Connection, critic_id: int, guids: Sequence[str]) -> dict[str, Known]:
    """Return which of these posts the library has."""
    found: dict[str, Known] = {}
    for start in range(0, len(guids), _AT_ONCE):
        some = guids[start : start + _AT_ONCE]
        rows = connection.execute(
            "SELECT guid, id, fingerprint, comments,"
            " EXISTS (SELECT 1 FROM page WHERE review_id = id AND state = 'read') FROM review"
            f" WHERE critic_id = ? AND guid IN ({', '.join('?' * len(some))})",
            (critic_id, *some),
        )
        found.update((guid, Known(id, mark, many, bool(paged))) for guid, id, mark, many, paged in rows)
    return found


def namesakes(
    connection: sqlite3.Connection, critic_id: int, titles: Sequence[str], dates: Sequence[datetime]
) -> tuple[Namesake, ...]:
    """Return the reviews of a critic with one of these titles, or published at one of these times."""
    found: dict[int, Namesake] = {}
    asked = [("title", title) for title in titles] + [("published", seconds(date)) for date in dates]
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        parts = {column: [value for name, value in some if name == column] for column in ("title", "published")}
        terms = " OR ".join(f"{column} IN ({', '.join('?' * len(part))})" for column, part in parts.items())
        rows = connection.execute(
            "SELECT guid, published, packed, html_bytes, text_bytes, id, fingerprint, comments,"
            " EXISTS (SELECT 1 FROM page WHERE page.review_id = id AND state = 'read')"
            f" FROM review JOIN body ON body.review_id = id WHERE critic_id = ? AND ({terms})",
            (critic_id, *parts["title"], *parts["published"]),
        )
        for guid, published, packed, html_bytes, text_bytes, id, mark, many, paged in rows:
            url = unpack(packed, html_bytes, text_bytes)[2]["url"]
            found[id] = Namesake(guid, url, a_moment(published), Known(id, mark, many, bool(paged)))
    return tuple(found.values())


def changed_meanwhile(connection: sqlite3.Connection, was: Mapping[int, str]) -> set[int]:
    """Return which of these reviews no longer have the fingerprint they had."""
    late = set[int]()
    for id, mark in was.items():
        row = connection.execute("SELECT fingerprint FROM review WHERE id = ?", (id,)).fetchone()
        if row and row[0] != mark:
            late.add(id)
    return late


def ask_anew(connection: sqlite3.Connection, critic_id: int) -> None:
    """Forget what the server said of a body that was not taken whole, so that the next visit takes the rest."""
    connection.execute(
        "UPDATE feed SET etag = '', last_modified = '', body_hash = '', whole = NULL, due = NULL WHERE critic_id = ?",
        (critic_id,),
    )


def add(connection: sqlite3.Connection, critic_id: int, draft: Draft) -> int | None:
    """Keep a new review and return its number; None when another process was first."""
    row = connection.execute(
        "INSERT INTO review (critic_id, guid, title, published, work_id, spelled, work, work_key, year, written, score,"
        " letter, verdict, bar, grades, comments, fingerprint, summary)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (critic_id, guid) DO NOTHING RETURNING id",
        (critic_id, draft.guid, draft.title, seconds(draft.published), *_work(connection, draft.work),
         *lead_columns(draft.grade), len(draft.others), _fitting(draft.comments), draft.fingerprint, draft.summary),
    ).fetchone()  # fmt: skip
    if row is None:
        return None
    _attach(connection, row[0], draft)
    return int(row[0])


def change(connection: sqlite3.Connection, critic_id: int, review_id: int, draft: Draft) -> bool:
    """Put a post's new state in the place of the old; marks stay. False when the review is gone."""
    mine = connection.execute("SELECT 1 FROM review WHERE id = ? AND critic_id = ?", (review_id, critic_id)).fetchone()
    if mine is None:
        return False
    search_index.forget(connection, review_id)
    connection.execute(
        # A guid may change with the post, but not into one that stands for another review.
        "UPDATE OR IGNORE review SET guid = ? WHERE id = ? AND critic_id = ?",
        (draft.guid, review_id, critic_id),
    )
    connection.execute(
        "UPDATE review SET title = ?, published = CASE WHEN ? THEN ? ELSE published END, work_id = ?,"
        " spelled = ?, work = ?, work_key = ?, year = ?, written = ?, score = ?, letter = ?, verdict = ?, bar = ?,"
        " grades = ?, comments = ifnull(?, comments), fingerprint = ?, summary = ? WHERE id = ? AND critic_id = ?",
        (draft.title, draft.dated, seconds(draft.published), *_work(connection, draft.work),
         *lead_columns(draft.grade), len(draft.others), _fitting(draft.comments), draft.fingerprint,
         draft.summary, review_id, critic_id),
    )  # fmt: skip
    for table in ("grade", "director", "category", "body"):
        connection.execute(f"DELETE FROM {table} WHERE review_id = ?", (review_id,))
    _attach(connection, review_id, draft)
    if draft.paged is None:
        # What its page gave is no longer shown: it may be fetched again.
        connection.execute("DELETE FROM page WHERE review_id = ? AND state = 'read'", (review_id,))
    if corrections.correction(connection, review_id):
        corrections.apply(connection, review_id)
    return True


def count_comments(connection: sqlite3.Connection, counts: Iterable[tuple[int, int]]) -> None:
    """Note how many comments reviews have, as (review, how many)."""
    connection.executemany(
        "UPDATE review SET comments = ? WHERE id = ? AND comments IS NOT ?",
        [(_fitting(many), id, _fitting(many)) for id, many in counts],
    )


def note(connection: sqlite3.Connection, outcome: FeedOutcome, state: FeedState) -> bool:
    """Write the visit into the log and what the server said beside the feed. False when the critic is gone."""
    critic = outcome.critic_id
    if not connection.execute("SELECT 1 FROM critic WHERE id = ? AND NOT ended", (critic,)).fetchone():
        return False
    feed_states.keep(connection, critic, state)
    connection.execute(
        "INSERT INTO visit (critic_id, kind, at, seconds, new, changed, reason, next_step, moved_to)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (critic, outcome.kind, seconds(outcome.at), outcome.seconds, outcome.new, outcome.changed, outcome.reason,
         outcome.next_step, outcome.moved_to),
    )  # fmt: skip
    connection.execute(
        "DELETE FROM visit WHERE critic_id = ? AND id <="
        " (SELECT id FROM visit WHERE critic_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (critic, critic, VISITS_KEPT),
    )
    return True


def _fitting(many: int | None) -> int | None:
    """Return the nearest number SQLite can hold: a feed may say anything."""
    return None if many is None else max(0, min(many, _BIGGEST))


def _work(connection: sqlite3.Connection, work: Work | None) -> tuple[object, ...]:
    """Return work_id, spelled, work, work_key, year; keep the work if it is new."""
    if work is None:
        return (None, None, None, LAST, None)
    spelled, whole = works.keep(connection, work)
    return (whole, spelled, work.title, title_key(work.title), work.year)


def _attach(connection: sqlite3.Connection, review_id: int, draft: Draft) -> None:
    connection.executemany(
        f"INSERT INTO grade VALUES ({', '.join('?' * 16)})",
        [(review_id, at, *grade_columns(grade)) for at, grade in enumerate((draft.grade, *draft.others)) if grade],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO director (review_id, folded, name) VALUES (?, ?, ?)",
        [(review_id, folded(name), field(name, 200)) for name in draft.credits.directed_by],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO category (review_id, folded) VALUES (?, ?)",
        [(review_id, folded(tag)) for tag in draft.tags],
    )
    connection.execute(
        "INSERT INTO body (review_id, packed, html_bytes, text_bytes) VALUES (?, ?, ?, ?)", (review_id, *pack(draft))
    )
