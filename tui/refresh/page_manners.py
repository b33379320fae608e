"""Manners towards the hosts of pages: one request at a time, a pause between, and away for a while when asked."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from tui.web.address import is_private

PAUSE = 1.0
"""Seconds between two pages of one host."""
MOST_FAILURES = 2
"""In a row, after which a host is left alone for the rest of a run."""


class Manners:
    """What one run owes to the hosts it visits."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free: dict[str, float] = {}
        self._failures: defaultdict[str, int] = defaultdict(int)

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Wait until a page may be asked of this host. The reader's own machines need no pause."""
        name = _name(url)
        async with self._turns[name]:
            clock = asyncio.get_running_loop()
            await asyncio.sleep(max(0.0, self._free.get(name, 0.0) - clock.time()))
            try:
                yield
            finally:
                self._free[name] = clock.time() + (0.0 if is_private(name) else self._pause)

    def worked(self, url: str) -> None:
        """Note that the host answers."""
        self._failures[_name(url)] = 0

    def failed(self, url: str, *, asked_to_wait: bool = False) -> None:
        """Note that the host does not, or asks us to stay away."""
        self._failures[_name(url)] += MOST_FAILURES if asked_to_wait else 1

    def tired(self, url: str) -> bool:
        """True when this host had better be left alone for now."""
        return self._failures[_name(url)] >= MOST_FAILURES


def _name(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
