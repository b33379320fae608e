"""Options, exit codes, and errors in one line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tui import __version__
from tui.cli.root import COMMANDS


def test_the_version_is_told(matinee: Matinee) -> None:
    assert matinee("--version").out == f"matinee {__version__}\n"


def test_help_names_every_command(matinee: Matinee) -> None:
    out = matinee("--help").out
    assert all(f"  {command} " in out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(matinee: Matinee, command: str) -> None:
    assert "Usage: matinee" in matinee(command, "--help").out


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("list", "--sort", "sideways"), ("list", "--limit", "x"), ("add",)]
)
def test_wrong_use_is_exit_code_two(matinee: Matinee, arguments: tuple[str, ...]) -> None:
    assert matinee(*arguments).code == 2


def test_a_library_from_a_later_version_is_left_alone(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put()
    with closing(sqlite3.connect(shelf.file)) as connection:
        connection.execute("PRAGMA user_version = 999")
    ran = matinee("list")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert "library.sqlite3" in ran.err


def test_a_file_that_is_no_library_is_left_alone(matinee: Matinee, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("buy umbrellas\n" * 100)
    ran = matinee("--library", str(note), "list")
    assert ran.code == 1
    assert "note.txt" in ran.err
    assert note.read_text() == "buy umbrellas\n" * 100


def test_a_library_that_cannot_be_written_is_named(matinee: Matinee) -> None:
    ran = matinee("--library", "/proc/nowhere", "list")
    assert ran.code == 1
    assert "/proc/nowhere" in ran.err
    assert len(ran.err.splitlines()) == 1
