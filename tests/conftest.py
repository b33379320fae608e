"""What every test shares."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tui.store.library import Library

pytest_plugins = ("tests.servers.plugin",)


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
