"""Marks, set so that what really changed can be taken back."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from tui.model.listing import Marking
from tui.store.values import seconds

_COLUMNS = {"read": "read", "starred": "starred"}
_AT_ONCE = 500
"""Parameters in one statement; older SQLite allows 999."""


def mark(connection: sqlite3.Connection, ids: Iterable[int], mark: str, value: bool, now: datetime) -> Marking:
    """Set a mark on these reviews; return the ones that did not have it so."""
    column = _COLUMNS[mark]
    changed = _each(
        connection,
        f"UPDATE review SET {column} = ?, {column}_at = ? WHERE {column} <> ? AND id IN",
        (int(value), seconds(now), int(value)),
        ids,
    )
    return Marking(tuple(sorted(changed)), mark, value)


def undo(connection: sqlite3.Connection, marking: Marking) -> None:
    """Take a marking back, where it still stands. When the mark before was set is no longer known, and not made up."""
    column = _COLUMNS[marking.mark]
    _each(
        connection,
        f"UPDATE review SET {column} = 1 - {column}, {column}_at = NULL WHERE {column} = ? AND id IN",
        (int(marking.value),),
        marking.ids,
    )


def _each(
    connection: sqlite3.Connection, statement: str, parameters: tuple[int | None, ...], ids: Iterable[int]
) -> list[int]:
    wanted = list(dict.fromkeys(ids))
    changed: list[int] = []
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        rows = connection.execute(f"{statement} ({', '.join('?' * len(some))}) RETURNING id", (*parameters, *some))
        changed.extend(row[0] for row in rows)
    return changed
