"""What SQLite complains of, said to a reader."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.makers import NOON
from tests.store.shelving import drafts, make_library, subscribe, take
from tui.model.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryUnwritable
from tui.model.listing import Sort
from tui.model.query import Query
from tui.store import connections
from tui.store.complaints import complaint, told
from tui.store.library import Library

PATH = Path("shelf") / "library.db"


@pytest.mark.parametrize(
    ("code", "kind", "says"),
    [
        (sqlite3.SQLITE_BUSY, LibraryBusy, "Try again"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LibraryBusy, "Try again"),
        (sqlite3.SQLITE_LOCKED, LibraryBusy, "Try again"),
        (sqlite3.SQLITE_CORRUPT, LibraryDamaged, "damaged"),
        (sqlite3.SQLITE_NOTADB, LibraryDamaged, "not a Matinee library"),
        (sqlite3.SQLITE_READONLY_DBMOVED, LibraryUnwritable, "cannot be written"),
        (sqlite3.SQLITE_CANTOPEN, LibraryUnwritable, "cannot be opened"),
        (sqlite3.SQLITE_FULL, LibraryUnwritable, "disk is full"),
        (sqlite3.SQLITE_IOERR_WRITE, LibraryUnwritable, "disk reports an error"),
        (sqlite3.SQLITE_ERROR, LibraryError, "Copy the file"),
    ],
)
def test_each_code_is_told_with_the_file_and_the_next_step(code: int, kind: type[LibraryError], says: str) -> None:
    error = sqlite3.OperationalError("it went wrong")
    error.sqlite_errorcode = code
    said = complaint(PATH, error)
    assert type(said) is kind
    assert says in str(said)
    assert str(PATH) in str(said)
    assert said.next_step


def test_an_error_of_ours_passes_unchanged() -> None:
    with pytest.raises(LibraryBusy, match="ours"), told(PATH):
        raise LibraryBusy("ours")


def test_a_library_another_process_holds_too_long_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "WAIT", 0.05)
    with make_library(tmp_path) as library, closing(connections.connect(library.path)) as other:
        critic = subscribe(library)
        ids = take(library, critic, *drafts(2))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy):
            library.mark(ids, "read", True, now=NOON)
        assert library.count(Query()) == 2
        other.execute("ROLLBACK")
        assert library.mark(ids, "read", True, now=NOON).ids == ids


def test_a_page_overwritten_on_disk_is_damage_not_a_crash(tmp_path: Path) -> None:
    with make_library(tmp_path) as library:
        take(library, subscribe(library), *drafts(300))
    path = tmp_path / "library.db"
    whole = path.read_bytes()
    path.write_bytes(whole[: 8192 * 2] + b"\xff" * (len(whole) - 8192 * 2))
    with pytest.raises(LibraryDamaged, match="damaged"):
        _read_all(path)


def _read_all(path: Path) -> None:
    with Library.open(path) as library:
        library.standings()
        library.page(Query(), Sort.NEWEST)
        library.reviews(range(1, 301))


def test_a_closed_library_says_so(tmp_path: Path) -> None:
    library = make_library(tmp_path)
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="is closed"):
        library.count(Query())
