"""What a feed's server said last, as rows and as values."""

import sqlite3

from tui.model.critic import FeedState
from tui.store.addresses import same
from tui.store.values import Row, moment, seconds

COLUMNS = (
    "etag, last_modified, body_hash, reader, checked, failures, due, held_until, whole, rhythm, newest, asked_for,"
    " feed.moved_to, arrived, gone, size, suggestion"
)
"""In the order of `state_of`."""
_BIGGEST = 2**62


def state_of(row: Row) -> FeedState:
    """Make a state from `COLUMNS`; a fresh one for a feed never asked."""
    (
        etag,
        modified,
        body,
        reader,
        checked,
        failures,
        due,
        held,
        whole,
        rhythm,
        newest,
        wish,
        moved,
        came,
        gone,
        *rest,
    ) = row
    if etag is None:
        return FeedState()
    return FeedState(
        etag, modified, body, reader, moment(checked), failures, moment(due), moment(held), moment(whole), rhythm,
        moment(newest), wish, moved, came, moment(gone), *rest,
    )  # fmt: skip


def states(connection: sqlite3.Connection) -> dict[int, FeedState]:
    """Return what each feed's server said last, for every subscription."""
    rows = connection.execute(
        f"SELECT critic.id, {COLUMNS} FROM critic LEFT JOIN feed ON critic_id = id WHERE NOT ended"  # noqa: S608
    )
    return {row[0]: state_of(row[1:]) for row in rows}


def keep(connection: sqlite3.Connection, critic_id: int, state: FeedState) -> None:
    """Put a state in the place of the last."""
    connection.execute(
        "REPLACE INTO feed (critic_id, etag, last_modified, body_hash, reader, checked, failures, due, held_until,"
        " whole, rhythm, newest, asked_for, moved_to, arrived, arrived_at, gone, size, suggestion)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            critic_id, state.etag, state.last_modified, state.body_hash, state.reader, seconds(state.checked),
            state.failures, seconds(state.due), seconds(state.held_until), seconds(state.whole), state.rhythm,
            seconds(state.newest), None if state.asked_for is None else min(state.asked_for, _BIGGEST),
            state.moved_to, state.arrived, same(state.arrived), seconds(state.gone), state.size, state.suggestion,
        ),
    )  # fmt: skip


def begin_anew(connection: sqlite3.Connection, critic_id: int) -> None:
    """Forget what a server said and how it failed: the reader gave another address, or wants to know again."""
    connection.execute("DELETE FROM feed WHERE critic_id = ?", (critic_id,))
