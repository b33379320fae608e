"""Numbered steps, each whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui.store import migrations


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as connection:
        yield connection


def tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_step_moves_the_version_by_one(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", ("CREATE TABLE a (x);\n", "CREATE TABLE b (x);\nCREATE TABLE c (x);\n"))
    for at in (1, 2):
        monkeypatch.setattr(migrations, "VERSION", at)
        migrations.migrate(connection)
        assert migrations.version(connection) == at
    assert tables(connection) == {"a", "b", "c"}


def test_a_step_that_fails_leaves_nothing_behind(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "STEPS", ("CREATE TABLE a (x);\n", "CREATE TABLE b (x);\nCREATE TABLE a (x);\n"))
    monkeypatch.setattr(migrations, "VERSION", 2)
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(connection)
    assert (migrations.version(connection), tables(connection)) == (1, {"a"})
    assert not connection.in_transaction


def test_a_step_another_process_took_meanwhile_is_not_taken_twice(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = migrations.version

    def stale(connection: sqlite3.Connection) -> int:
        monkeypatch.setattr(migrations, "version", seen)
        found = seen(connection)
        connection.execute(f"PRAGMA user_version = {migrations.VERSION}")
        return found

    monkeypatch.setattr(migrations, "version", stale)
    migrations.migrate(connection)
    assert tables(connection) == set()


def test_a_script_is_cut_between_statements_only() -> None:
    script = (
        "-- one; not the end\nCREATE TABLE a (x); \nCREATE TRIGGER t AFTER INSERT ON a BEGIN\nDELETE FROM a;\nEND;\n"
    )
    first, second = migrations.statements(script)
    assert first.strip().endswith("(x);")
    assert second.endswith("END;\n")
    assert "".join(migrations.statements(migrations.STEPS[0])).strip() == migrations.STEPS[0].strip()
