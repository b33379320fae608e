"""What a process of its own needs to refresh a library in a test."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.makers import NOON
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Limits, Web

ROOT = Path(__file__).parent.parent.parent


def with_project() -> dict[str, str]:
    """Return an environment in which scripts that lie elsewhere find the project and its tests."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Refresher]:
    """Open a library and the network; it is always noon."""
    with Library.open(path) as library:
        async with Web(Limits(seconds=5)) as web:
            yield Refresher(library, web, lambda: NOON, processes=0)


@asynccontextmanager
async def broken(path: Path) -> AsyncIterator[Refresher]:
    """Fail before anything is opened."""
    raise RuntimeError(f"no way to {path.name}")
    yield


def asking_elsewhere() -> Web:
    """Open the network in another process: servers can tell who asks."""
    return Web(Limits(seconds=5), user_agent="Elsewhere")
