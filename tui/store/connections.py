"""Connections to one library: many readers that wait for nobody, and one writer at a time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.store.complaints import told

WAIT = 10.0
"""Seconds to wait for another process that is writing."""
MOST_IDLE = 3
"""Connections kept for the next caller; each may hold 8 MB of the file."""


class Connections:
    """A stack of connections; the last one given back is the next one used, its cache still warm."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._writing = threading.RLock()
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection for one statement, or for several that need not agree."""
        with told(self.path), self._lent() as connection:
            yield connection

    @contextmanager
    def reading_at_once(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection whose statements all see the library at one moment."""
        with told(self.path), self._lent() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection in a transaction: all of it is kept, or, on any exception, none."""
        # Threads queue for our own lock, which is fair and quick; SQLite's busy handler is for other processes.
        with told(self.path), self._writing, self._lent() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close what is idle now and what is lent when it comes back."""
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        connection = self._take()
        try:
            yield connection
        finally:
            with self._guard:
                keep = not self._closed and len(self._idle) < MOST_IDLE
                if keep:
                    self._idle.append(connection)
            if not keep:
                connection.close()

    def _take(self) -> sqlite3.Connection:
        with self._guard:
            if self._closed:
                raise sqlite3.ProgrammingError("the library is closed")
            if self._idle:
                return self._idle.pop()
        return connect(self.path)


def connect(path: Path) -> sqlite3.Connection:
    """Open one connection, in autocommit: transactions are ours to begin."""
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
    try:
        for setting in (
            "foreign_keys = ON",
            # In WAL a kill loses nothing committed; a power cut may lose the last moments but never breaks the file.
            "synchronous = NORMAL",
            "cache_size = -2000",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection
