from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.loopback import Site, serving
from tests.makers import NOON
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Limits, Web


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite") as library:
        yield library


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web(Limits(seconds=5)) as web:
        yield web


@pytest.fixture
def refresher(library: Library, web: Web) -> Refresher:
    return Refresher(library, web, lambda: NOON, processes=0)
