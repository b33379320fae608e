"""What every test shares."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tui.store import opening
from tui.store.library import Library

pytest_plugins = ("tests.servers.plugin",)

settings.register_profile("untimed", deadline=None)  # a machine that is busy just then is no fault of the code's
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def every_library_is_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close whatever library a test opened: from Python 3.13 on a connection left open is a warning, here an error."""
    opened: list[Library] = []
    begin = Library.__init__

    def noted(library: Library, path: Path, *more: Any) -> None:
        begin(library, path, *more)
        opened.append(library)

    monkeypatch.setattr(Library, "__init__", noted)
    yield
    for library in opened:
        library.close()


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make a library once, the way readers do, and return its file."""
    path = tmp_path_factory.mktemp("empty") / "library.sqlite3"
    opening.prepare(path)
    return path.read_bytes()


@pytest.fixture(autouse=True)
def new_libraries_are_copies(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, empty_library: bytes
) -> None:
    """Let a new library be a copy of an empty one: to make it takes 50 ms, and nearly every test opens one.

    What is about making them is marked `from_scratch`.
    """
    if request.node.get_closest_marker("from_scratch"):
        return

    def prepare(path: Path) -> None:
        if path.parent.is_dir() and not path.exists():
            path.write_bytes(empty_library)
        opening.prepare(path)

    monkeypatch.setattr("tui.store.library.prepare", prepare)
