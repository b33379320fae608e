"""A library from before further grades and corrections."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.makers import NOON
from tui.model.correction import Correction
from tui.model.listing import Sort
from tui.model.query import Query
from tui.store import migrations
from tui.store.library import Library


def test_a_library_of_the_first_version_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.sqlite3"
    with monkeypatch.context() as then, closing(sqlite3.connect(path, isolation_level=None)) as old:
        then.setattr(migrations, "VERSION", 1)
        migrations.migrate(old)
        old.executescript("""
            INSERT INTO critic (id, name, folded, feed_url, address, added) VALUES (1, 'Ada', 'ada', 'x', 'x', 0);
            INSERT INTO review
                (id, critic_id, guid, title, published, work_key, written, score, letter, bar, fingerprint)
                VALUES (7, 1, 'g', 'Fog', 0, 'fog', '7/10', 70, 'B-', 'B-', 'f');
            INSERT INTO grade VALUES (7, 0, '7/10', 7, 10, 70, 'B-', NULL, 'fraction', 'prose', NULL, 0, 0, NULL, 1);
        """)
    with Library.open(path) as library:
        row = library.page(Query(), Sort.NEWEST).rows[0]
        assert (row.id, row.written, row.more) == (7, "7/10", 0)
        read = library.grade_as_read(7)
        assert read is not None
        assert read.stated
        library.correct(7, Correction(None), now=NOON)
        assert library.histogram(Query()).ungraded == 1
