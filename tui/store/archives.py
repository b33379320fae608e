"""How far the taking of each critic's archive is, and what it brings."""

import sqlite3
from collections.abc import Sequence

from tui.model.archive import ArchiveState
from tui.model.review import Draft
from tui.store import intake
from tui.store.values import moment, seconds


def state(connection: sqlite3.Connection, critic_id: int) -> ArchiveState:
    """Return what is remembered; a fresh state for an archive never asked for."""
    row = connection.execute(
        "SELECT way, following, mark, pages, seen, new, total, reached, at, whole FROM archive WHERE critic_id = ?",
        (critic_id,),
    ).fetchone()
    if row is None:
        return ArchiveState()
    way, following, page, pages, seen, new, total, reached, at, whole = row
    return ArchiveState(way, following, page, pages, seen, new, total, moment(reached), moment(at), moment(whole))


def take(connection: sqlite3.Connection, critic_id: int, add: Sequence[Draft], new: ArchiveState) -> int | None:
    """Keep reviews as read, and how far it is; return how many were new. None when the critic is gone."""
    if not connection.execute("SELECT 1 FROM critic WHERE id = ? AND NOT ended", (critic_id,)).fetchone():
        return None
    ids = [id for draft in add if (id := intake.add(connection, critic_id, draft)) is not None]
    connection.executemany("UPDATE review SET read = 1 WHERE id = ?", [(id,) for id in ids])
    connection.execute(
        "REPLACE INTO archive (critic_id, way, following, mark, pages, seen, new, total, reached, at, whole)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (critic_id, new.way, new.following, new.mark, new.pages, new.seen, new.new + len(ids), new.total,
         seconds(new.reached), seconds(new.at), seconds(new.whole)),
    )  # fmt: skip
    return len(ids)
