from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tui.store.library import Library
from tui.web.client import Web


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite") as library:
        yield library


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web() as web:
        yield web
