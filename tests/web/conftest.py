from collections.abc import AsyncIterator, Iterator

import pytest

from tests.loopback import Site, serving
from tui.web.client import Limits, Web


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web(Limits(body=50_000, seconds=0.6)) as web:
        yield web
