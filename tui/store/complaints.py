"""What SQLite complains of, said to a reader: nothing above this floor sees an `sqlite3` error."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.model.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryUnwritable

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_UNWRITABLE = {
    sqlite3.SQLITE_READONLY: "cannot be written",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_PERM: "cannot be opened",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into the library's, naming `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise complaint(path, error) from error


def complaint(path: Path, error: sqlite3.Error) -> LibraryError:
    """Return what `error` means to the reader of the library at `path`."""
    # The low byte is the kind, the rest says which sort of it: https://www.sqlite.org/rescode.html
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return LibraryBusy(f"The library {path} is busy: another Matinee is writing to it", "Try again in a moment")
    if code in _DAMAGED:
        return damaged(path, str(error))
    if code in _UNWRITABLE:
        step = (
            "Free some space" if code == sqlite3.SQLITE_FULL else "Check its permissions, or choose another --library"
        )
        return LibraryUnwritable(f"The library {path} {_UNWRITABLE[code]}", step)
    if "closed" in str(error):
        return LibraryError(f"The library {path} is closed", "Open it again")
    return LibraryError(f"The library {path} failed: {error}", "Copy the file to a safe place, then try again")


def damaged(path: Path, how: str) -> LibraryDamaged:
    """Return the complaint about a file that is no library."""
    return LibraryDamaged(
        f"{path} is not a Matinee library, or is damaged ({how})", "Move it away, or choose another --library"
    )
