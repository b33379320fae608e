"""Many readers that wait for nobody, and one writer at a time."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tui.model.errors import LibraryError
from tui.store.connections import MOST_IDLE, Connections, connect


@pytest.fixture
def connections(tmp_path: Path) -> Iterator[Connections]:
    path = tmp_path / "library.db"
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)")
        connection.execute("INSERT INTO mark VALUES (1, 0)")
    connections = Connections(path)
    yield connections
    connections.close()


def _n(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT n FROM mark").fetchone()[0])


def _set(connections: Connections, n: int, then: Callable[[sqlite3.Connection], object]) -> None:
    with connections.writing() as connection:
        connection.execute("UPDATE mark SET n = ?", (n,))
        then(connection)


def _add(connections: Connections) -> None:
    with connections.writing() as connection:
        connection.execute("UPDATE mark SET n = ?", (_n(connection) + 1,))


def test_a_reader_never_waits_for_a_writer_and_sees_only_what_is_done(connections: Connections) -> None:
    with connections.writing() as writer:
        writer.execute("UPDATE mark SET n = 7")
        with connections.reading() as reader:
            assert _n(reader) == 0
    with connections.reading() as reader:
        assert _n(reader) == 7


def test_reading_at_once_sees_one_moment(connections: Connections) -> None:
    with connections.reading_at_once() as reader:
        before = _n(reader)
        _add(connections)
        assert _n(reader) == before
    with connections.reading() as reader:
        assert _n(reader) == before + 1


def test_writers_of_many_threads_lose_nothing(connections: Connections) -> None:
    with ThreadPoolExecutor(8) as threads:
        for future in [threads.submit(_add, connections) for _ in range(200)]:
            future.result()
    with connections.reading() as reader:
        assert _n(reader) == 200


def test_what_fails_halfway_is_taken_back_and_the_next_one_writes(connections: Connections) -> None:
    with pytest.raises(ZeroDivisionError):
        _set(connections, 7, lambda connection: 1 / 0)
    with pytest.raises(LibraryError):
        _set(connections, 8, lambda connection: connection.execute("UPDATE mark SET n = NULL"))
    _add(connections)
    with connections.reading() as reader:
        assert _n(reader) == 1


def test_a_connection_given_back_is_used_again(connections: Connections) -> None:
    with connections.reading() as first:
        pass
    with connections.writing() as second, connections.reading() as third:
        assert first is second
        assert third is not second


def test_many_readers_at_once_leave_only_a_few_connections_open(connections: Connections) -> None:
    together = threading.Barrier(8)

    def read(_: int) -> sqlite3.Connection:
        with connections.reading() as connection:
            together.wait(10)
            return connection

    with ThreadPoolExecutor(8) as threads:
        used = list(threads.map(read, range(8)))
    assert len(set(map(id, used))) == 8
    assert sum(_is_open(connection) for connection in used) == MOST_IDLE


def _is_open(connection: sqlite3.Connection) -> bool:
    try:
        return _n(connection) == 0
    except sqlite3.ProgrammingError:
        return False


def test_a_connection_lent_while_the_library_closes_is_closed_when_it_comes_back(connections: Connections) -> None:
    lent, closed = threading.Event(), threading.Event()
    held: list[sqlite3.Connection] = []

    def read() -> int:
        with connections.reading() as connection:
            held.append(connection)
            lent.set()
            assert closed.wait(10)
            return _n(connection)

    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(read)
        assert lent.wait(10)
        connections.close()
        closed.set()
        assert reading.result() == 0
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        _n(held[0])
