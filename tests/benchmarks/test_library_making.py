"""The library the benchmarks are run on."""

from pathlib import Path

import pytest

from tests.benchmarks import library_making
from tests.benchmarks.inventing import World
from tui.model.listing import Sort
from tui.model.query import Query
from tui.store.library import Library


def test_the_same_world_is_invented_every_time() -> None:
    one, other = (list(World(critics=3, works=40).reviews(1, 20)) for _ in range(2))
    assert one == other
    assert len({draft.work for draft in one}) == 20, "no critic reviews a work twice"
    assert all(5_000 < len(draft.text) < 7_000 for draft in one)


def test_a_library_is_made_once_whole_and_as_a_refresh_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_making, "WORK", tmp_path)
    monkeypatch.setattr(library_making, "WORKS", 100)
    folder = library_making.made(200, critics=4)
    assert library_making.made(200, critics=4) == folder
    with Library.open(folder / library_making.NAME) as library:
        assert library.histogram(Query()).total == 200
        assert 0 < sum(standing.unread for standing in library.standings()) < 200
        assert library.index_pending() == 0
        assert len(library.order(Query(), Sort.BEST)) == 200
    with Library.open(tmp_path / "empty" / library_making.NAME) as library, library._connections.reading() as asked:
        schema = "SELECT name FROM sqlite_master ORDER BY name"
        fresh = asked.execute(schema).fetchall()
    with Library.open(folder / library_making.NAME) as library, library._connections.reading() as asked:
        assert asked.execute(schema).fetchall() == fresh, "no index went missing"
