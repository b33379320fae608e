"""Rereading what is kept: which reviews wait for it, and putting what was read anew in place of the old."""

import sqlite3
from collections.abc import Iterable, Sequence

from tui.model.rereading import Reread, Waiting
from tui.store import intake, search_index


def waiting(connection: sqlite3.Connection, critics: Sequence[int] | None, reader: str) -> tuple[Waiting, ...]:
    """Return what is to be reread of these critics (None: of everyone, those unsubscribed too).

    A critic whose rereading by the same `reader` was interrupted goes on where it was.
    """
    rows = connection.execute(
        "SELECT critic.id, critic.name, coalesce(upto, 0),"
        " (SELECT count(*) FROM review WHERE critic_id = critic.id AND review.id > coalesce(upto, 0))"
        " FROM critic LEFT JOIN rereading ON rereading.critic_id = critic.id AND reader = ? ORDER BY critic.folded",
        (reader,),
    )
    wanted = None if critics is None else set(critics)
    return tuple(Waiting(*row) for row in rows if wanted is None or row[0] in wanted)


def next_ids(connection: sqlite3.Connection, critic_id: int, after: int, limit: int) -> tuple[int, ...]:
    """Return the next numbers of a critic's reviews, rising."""
    rows = connection.execute(
        "SELECT id FROM review WHERE critic_id = ? AND id > ? ORDER BY id LIMIT ?", (critic_id, after, limit)
    )
    return tuple(row[0] for row in rows)


def put(connection: sqlite3.Connection, critic_id: int, changes: Iterable[Reread]) -> int:
    """Put these in place of what they were read from; return how many were. Marks and the reader's words stay.

    A post that a refresh changed meanwhile was read anew by it, and is left as it is.
    """
    done = 0
    for each in changes:
        row = connection.execute("SELECT fingerprint FROM review WHERE id = ?", (each.id,)).fetchone()
        if row == (each.was,) and intake.change(connection, critic_id, each.id, each.draft):
            search_index.index(connection, each.id)
            done += 1
    return done


def note(connection: sqlite3.Connection, critic_id: int, reader: str, upto: int) -> None:
    """Remember how far the rereading of a critic's reviews came."""
    connection.execute(
        "REPLACE INTO rereading (critic_id, reader, upto) SELECT id, ?, ? FROM critic WHERE id = ?",
        (reader, upto, critic_id),
    )


def end(connection: sqlite3.Connection, critic_id: int) -> None:
    """Forget how far it came: all of it is done."""
    connection.execute("DELETE FROM rereading WHERE critic_id = ?", (critic_id,))
