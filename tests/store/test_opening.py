"""Opening the file: whose it is, how old it is, whether it can be written. What is not ours is left alone."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.store.shelving import drafts, make_library, subscribe, take
from tui.model.errors import LibraryDamaged, LibraryError, LibraryTooNew, LibraryUnwritable
from tui.model.query import Query
from tui.store import migrations
from tui.store.connections import connect
from tui.store.library import Library

HOUSE = Path(__file__).parents[2]
pytestmark = pytest.mark.from_scratch


def test_folder_and_file_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "library.db"
    Library.open(path).close()
    assert path.exists()


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()
    with Library.open(path) as library:
        assert library.standings() == ()


def test_a_library_closed_is_a_single_file_and_opens_again(tmp_path: Path) -> None:
    with make_library(tmp_path) as library:
        take(library, subscribe(library), *drafts(3))
    assert [path.name for path in tmp_path.iterdir()] == ["library.db"]
    with make_library(tmp_path) as library:
        assert library.count(Query()) == 3


def test_the_file_says_what_it_is_and_is_set_for_many_readers(library: Library) -> None:
    with closing(connect(library.path)) as connection:
        read = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode", "foreign_keys", "synchronous", "page_size")
        }
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert read == {
        "application_id": migrations.APPLICATION_ID,
        "user_version": migrations.VERSION,
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 1,
        "page_size": 8192,
    }


def _later(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
        connection.execute("PRAGMA user_version = 3")


def _text(path: Path) -> None:
    path.write_text("Grade: B-\n" * 1_000)


def _short(path: Path) -> None:
    path.write_bytes(b"SQLite")


@pytest.mark.parametrize(
    ("make", "error"),
    [(_later, LibraryTooNew), (_foreign, LibraryDamaged), (_text, LibraryDamaged), (_short, LibraryDamaged)],
)
def test_a_file_that_is_not_for_us_is_named_and_not_touched(
    tmp_path: Path, make: Callable[[Path], None], error: type[LibraryError]
) -> None:
    path = tmp_path / "library.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(error) as caught:
        Library.open(path)
    _is_one_clear_line(caught.value, path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["library.db"]


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnwritable, match="is a folder") as caught:
        Library.open(tmp_path)
    _is_one_clear_line(caught.value, tmp_path)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "library.db"
    with pytest.raises(LibraryUnwritable) as caught:
        Library.open(path)
    _is_one_clear_line(caught.value, path)


@contextmanager
def nobody() -> Iterator[None]:
    """Be someone without rights for a while; root may write anywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may enter, which pytest's own is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("there", [False, True], ids=["no library yet", "a library there"])
def test_a_folder_that_cannot_be_written_is_named(open_folder: Path, there: bool) -> None:
    path = open_folder / "library.db"
    if there:
        Library.open(path).close()
        path.chmod(0o666)
    open_folder.chmod(0o555)
    with nobody(), pytest.raises(LibraryUnwritable) as caught:
        Library.open(path)
    _is_one_clear_line(caught.value, path)


def test_a_file_that_cannot_be_written_is_named(open_folder: Path) -> None:
    path = open_folder / "library.db"
    Library.open(path).close()
    path.chmod(0o444)
    open_folder.chmod(0o777)
    with nobody(), pytest.raises(LibraryUnwritable) as caught:
        Library.open(path)
    _is_one_clear_line(caught.value, path)


def test_many_processes_may_make_the_same_library_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.db"
    opening = (
        "import sys, pathlib; from tui.store.library import Library; Library.open(pathlib.Path(sys.argv[1])).close()"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", opening, str(path)], cwd=HOUSE, stderr=subprocess.PIPE, text=True)
        for _ in range(5)
    ]
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 5, said
    with Library.open(path) as library:
        assert library.standings() == ()


def _is_one_clear_line(error: LibraryError, path: Path) -> None:
    assert str(path) in str(error)
    assert error.next_step
    assert "\n" not in str(error)
