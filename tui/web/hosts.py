"""Manners towards hosts: a few requests at a time, a moment between two, none while one wants to be left alone."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tui.web.address import is_private

_MOST = 86_400.0
"""Seconds a host can keep us away; a feed's own schedule knows longer waits."""


class Hosts:
    """What one client owes to the hosts it asks. The reader's own machines need neither pause nor peace."""

    def __init__(self, at_once: int, delay: float) -> None:
        """`at_once` requests to one host at the same time, `delay` seconds from the start of one to the next."""
        self._delay = delay
        self._turns: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(at_once))
        self._free: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Wait until a host may be asked, and ask."""
        async with self._turns[name]:
            if self._delay and not is_private(name):
                now = asyncio.get_running_loop().time()
                start = max(now, self._free.get(name, 0.0))
                self._free[name] = start + self._delay
                await asyncio.sleep(start - now)
            yield

    def close(self, name: str, seconds: float) -> None:
        """Note that a host asked to be left alone."""
        if not is_private(name):
            self._closed[name] = asyncio.get_running_loop().time() + min(seconds, _MOST)

    def wait(self, name: str) -> float:
        """Return for how many seconds more a host wants to be left alone; 0 when it may be asked."""
        if name not in self._closed:
            return 0.0
        return max(0.0, self._closed[name] - asyncio.get_running_loop().time())
