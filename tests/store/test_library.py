"""The library as a whole: several threads, several processes, and a kill at any moment."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from tests.makers import NOON
from tests.store.shelving import draft, drafts, make_library, subscribe, take
from tui.model.listing import Sort
from tui.model.query import Query, Words
from tui.store.connections import connect
from tui.store.library import Library

HOUSE = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from tests.makers import NOON
from tests.store.shelving import draft, take
from tui.store.library import Library

path, critic, first, many = Path(sys.argv[1]), *map(int, sys.argv[2:])
with Library.open(path) as library:
    for n in range(first, first + many):
        ids = take(library, critic, draft(2 * n), draft(2 * n + 1))
        library.mark(ids[:1], "read", True, now=NOON)
        print(*ids, flush=True)
"""


def writer(path: Path, critic: int, first: int, many: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(path), str(critic), str(first), str(many)]
    return subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True)


def is_sound(library: Library) -> bool:
    with closing(connect(library.path)) as connection:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)")
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall()


def test_two_processes_write_at_once_and_nothing_is_lost(library: Library) -> None:
    critics = [subscribe(library, name) for name in ("Ada Quill", "Bo Marsh")]
    processes = [writer(library.path, critic, 0, 40) for critic in critics]
    said = list(chain.from_iterable(process.communicate()[0].split() for process in processes))
    assert [process.returncode for process in processes] == [0, 0]
    assert len(set(said)) == len(said) == 160
    assert library.count(Query()) == library.count(Query(Words("words"))) == 160
    assert [standing.unread for standing in library.standings()] == [40, 40]
    assert is_sound(library)


def test_two_processes_that_take_the_same_posts_take_each_once(library: Library) -> None:
    critic = subscribe(library)
    processes = [writer(library.path, critic, 0, 25) for _ in range(2)]
    for process in processes:
        process.communicate()
    assert library.count(Query()) == 50
    assert is_sound(library)


def test_a_kill_at_any_moment_loses_nothing_that_was_taken_in(tmp_path: Path) -> None:
    told: set[int] = set()
    with make_library(tmp_path) as library:
        critic = subscribe(library)
    for round in range(4):
        process = writer(tmp_path / "library.db", critic, round * 10_000, 10_000)
        assert process.stdout
        for _ in range(5 + 7 * round):
            told.update(map(int, process.stdout.readline().split()))
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        assert process.returncode == -signal.SIGKILL
        whole = [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        told.update(int(number) for line in whole for number in line.split())
        with make_library(tmp_path) as library:
            assert told <= set(library.order(Query(), Sort.NEWEST))
            # What one visit brings is there whole or not at all: two reviews a visit.
            assert library.count(Query()) % 2 == 0
            assert library.count(Query()) == library.count(Query(Words("words")))
            assert sum(s.reviews for s in library.standings()) == len(library.order(Query(), Sort.NEWEST))
            assert is_sound(library)


def test_threads_read_while_others_write(library: Library) -> None:
    critic = subscribe(library)

    def write(n: int) -> None:
        ids = take(library, critic, draft(n))
        library.mark(ids, "read", True, now=NOON)

    def read(n: int) -> None:
        query = Query(Words("words"))
        page = library.page(query, list(Sort)[n % len(Sort)], limit=20)
        assert all(library.review(row.id).draft.title == row.title for row in page.rows)
        assert library.histogram(Query()).total <= library.count(Query())

    with ThreadPoolExecutor(8) as threads:
        for future in [threads.submit(work, n) for n in range(80) for work in (write, read)]:
            future.result()
    assert library.count(Query()) == 80
    assert library.standings()[0].unread == 0


def test_an_order_is_a_snapshot_that_the_library_outgrows(library: Library) -> None:
    critic = subscribe(library)
    ids = take(library, critic, *drafts(10))
    order = library.order(Query(), Sort.NEWEST)
    take(library, critic, *drafts(5, first=10))
    assert sorted(order) == sorted(ids)
    assert order.typecode == "q"


@pytest.mark.parametrize("sort", Sort)
def test_every_order_of_a_search_holds_the_same_reviews(library: Library, sort: Sort) -> None:
    take(library, subscribe(library), *drafts(50))
    query = Query(Words("words"))
    assert sorted(library.order(query, sort)) == list(range(1, 51))
