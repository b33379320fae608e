"""Opening the file: is it ours, is it today's, can it be written? A file that is not ours is never touched."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tui.model.errors import LibraryBusy, LibraryError, LibraryTooNew, LibraryUnwritable
from tui.store import migrations
from tui.store.complaints import damaged, told
from tui.store.connections import WAIT, connect

OLDEST_SQLITE = (3, 37, 0)
"""Has STRICT tables (3.37), RETURNING (3.35) and upserts as we write them."""


def prepare(path: Path) -> None:
    """Make sure that today's library stands at `path`: create folder and file, or bring an older library up to date."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise LibraryError(f"Python's SQLite is {sqlite3.sqlite_version}, too old", "Use one built with 3.37 or later")
    _folder(path)
    with told(path), closing(connect(path)) as connection:
        _recognise(path, connection)
        # Before the first page is written, else it does nothing. A packed body takes 2.5 KB: two fit into a page, where
        # 4 KB hold one and waste a third.
        connection.execute("PRAGMA page_size = 8192")
        _write_ahead(path, connection)
        migrations.migrate(connection)


def _folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise LibraryUnwritable(f"The library {path} is a folder, not a file", "Choose another --library")
        missing = not path.exists()
    except OSError as error:
        raise LibraryUnwritable(
            f"The library {path} cannot be opened: {error.strerror or error}", "Choose another --library"
        ) from error
    # SQLite would open what it cannot write and only say so at the first mark.
    if not all(_writable(place) for place in ((path.parent,) if missing else (path.parent, path))):
        raise LibraryUnwritable(
            f"The library {path} cannot be written", "Check its permissions, or choose another --library"
        )


def _writable(place: Path) -> bool:
    return os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _recognise(path: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    at = migrations.version(connection)
    if application != migrations.APPLICATION_ID:
        holds = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        # Asked once more: another process may have made the library between the two looks.
        if holds and connection.execute("PRAGMA application_id").fetchone()[0] != migrations.APPLICATION_ID:
            raise damaged(path, "it is the file of another program")
    elif at > migrations.VERSION:
        raise LibraryTooNew(
            f"The library {path} was written by a later Matinee (format {at}, this one reads {migrations.VERSION})",
            "Upgrade Matinee, or choose another --library",
        )


def _write_ahead(path: Path, connection: sqlite3.Connection) -> None:
    # The switch needs the file alone and does not wait for it by itself; it is made once in a library's life.
    deadline = time.monotonic() + WAIT
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            if time.monotonic() > deadline:
                raise LibraryBusy(f"The library {path} is busy", "Try again in a moment") from error
            time.sleep(0.02)
