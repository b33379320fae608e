"""The steps from an empty file to today's library, numbered from 1; a step that was released is never edited."""

import sqlite3
from collections.abc import Iterator

from tui.store.migrations import (
    archive,
    crowds,
    excerpts,
    figures,
    first,
    history,
    lists,
    schedule,
    searches,
    second,
    talk,
    third,
)

STEPS: tuple[str, ...] = (
    first.SQL, second.SQL, third.SQL, talk.SQL, figures.SQL, searches.SQL, archive.SQL, schedule.SQL, history.SQL,
    lists.SQL, crowds.SQL, excerpts.SQL,
)  # fmt: skip
"""Step n makes version n out of version n - 1."""
VERSION = len(STEPS)
APPLICATION_ID = 0x4D415449
"""`MATI` in SQLite's header: tells a library from any other SQLite file."""


def version(connection: sqlite3.Connection) -> int:
    """Return the version the file is at; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to `VERSION`, one transaction a step; two processes may do it at once."""
    while version(connection) < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            _step(connection)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _step(connection: sqlite3.Connection) -> None:
    # Asked again inside the transaction: another process may have taken this step while we waited for its lock.
    at = version(connection)
    if at >= VERSION:
        return
    for statement in statements(STEPS[at]):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {at + 1}")


def statements(script: str) -> Iterator[str]:
    """Yield a script's statements (`executescript` would commit the transaction it runs in)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
            yield statement
            statement = ""
