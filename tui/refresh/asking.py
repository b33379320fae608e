"""Who asks for the next feed: this process, and where many feeds may say that nothing changed a second one, too.

Such a visit is little more than its request, 2-3 ms of Python that only another process can take over. What is read
and what is written down stay here. A host is asked by one process only, which alone knows when it was asked last.
"""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Protocol

from tui.model.critic import Critic
from tui.model.outcome import Answer
from tui.refresh.processes import Line, hear, settle
from tui.web.address import host
from tui.web.client import Web

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

AT_ONCE = 32
"""Feeds a process asks for at the same time; `Web` further holds back what goes to one host."""
_AT_ONCE_THERE = 48
"""Feeds given to the second process at the same time: half of them wait for a turn of this process's event loop."""
FEWEST = 200
"""Feeds to share from which on the half second that a process takes to start is well spent."""
_GATHERED = 0.005
"""Seconds in which answers are gathered, to be sent together: each message wakes a thread at both ends."""

OpenWeb = Callable[[], Web]
"""Opens the network in another process: something `pickle` can name there."""


class Asker(Protocol):
    """What can be asked for a feed."""

    async def get(self, url: str, *, etag: str = "", last_modified: str = "") -> Answer: ...


class Askers:
    """Gives each visit a turn. `async with` it, so that its process ends with the refresh."""

    def __init__(self, web: Web, elsewhere: OpenWeb | None, shared: frozenset[str], *, fewest: int = FEWEST) -> None:
        """`shared` are the addresses that another process may ask for."""
        self._web = web
        self._elsewhere = elsewhere if len(shared) >= fewest and (os.cpu_count() or 1) > 1 else None
        self._shared = shared
        self._here = asyncio.Semaphore(AT_ONCE)
        self._free: asyncio.Queue[Asker] = asyncio.Queue()
        self._second: _Second | None = None
        self._starting: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Askers":
        if self._elsewhere:
            self._give(self._web, AT_ONCE)
            self._starting = asyncio.create_task(self._start(self._elsewhere))
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._starting:
            await asyncio.wait([self._starting])
        if self._second:
            await self._second.end()

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[Asker]:
        """Wait for a turn to ask for the feed at `url`, and say whom to ask."""
        if not self._elsewhere or url not in self._shared:
            async with self._here:
                yield self._web
            return
        asker = await self._free.get()
        try:
            yield asker
        finally:
            self._free.put_nowait(asker)

    async def _start(self, elsewhere: OpenWeb) -> None:
        second = _Second(self._web)
        try:
            await second.start(elsewhere)
        except (OSError, ValueError):  # no process can be had: all is asked here
            return
        self._second = second
        self._give(second, _AT_ONCE_THERE)

    def _give(self, asker: Asker, turns: int) -> None:
        for _ in range(turns):
            self._free.put_nowait(asker)


def may_be_shared(critics: Sequence[Critic], tagged: Collection[int]) -> frozenset[str]:
    """Return the addresses of those that another process may ask for: of `tagged` critics, alone at their host.

    `tagged` are the critics whose server will say when nothing changed.
    """
    hosts = {critic.id: host(critic.feed_url) for critic in critics}
    many = Counter(hosts.values())
    return frozenset(critic.feed_url for critic in critics if critic.id in tagged and many[hosts[critic.id]] == 1)


class _Second:
    """Asks in another process; when that is ended from outside, here."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._line: Line | None = None
        self._broken = False
        self._asks: list[tuple[int, str, str, str]] = []
        self._waiting: dict[int, asyncio.Future[Answer | None]] = {}
        self._count = 0

    async def start(self, elsewhere: OpenWeb) -> None:
        """Start the process; raises OSError and ValueError."""
        self._line = await Line.opened(_ask_there, elsewhere, name="asking", tell=self._hear)

    async def end(self) -> None:
        """End the process."""
        if self._line:
            await self._line.end()

    async def get(self, url: str, *, etag: str = "", last_modified: str = "") -> Answer:
        answer = None if self._broken else await self._asked(url, etag, last_modified)
        return answer or await self._web.get(url, etag=etag, last_modified=last_modified)

    async def _asked(self, url: str, etag: str, last_modified: str) -> Answer | None:
        loop = asyncio.get_running_loop()
        self._count = number = self._count + 1
        answer: asyncio.Future[Answer | None] = loop.create_future()
        self._waiting[number] = answer
        if not self._asks:
            loop.call_soon(self._send)
        self._asks.append((number, url, etag, last_modified))
        try:
            return await answer
        finally:
            self._waiting.pop(number, None)

    def _send(self) -> None:
        asks, self._asks = self._asks, []
        if self._line:
            self._line.send(asks)

    def _hear(self, told: list[tuple[int, Answer]] | EOFError) -> None:
        if isinstance(told, EOFError):
            self._broken = True
            for number in tuple(self._waiting):
                self._settle(number, None)
            return
        for number, answer in told:
            self._settle(number, answer)

    def _settle(self, number: int, answer: Answer | None) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting and not waiting.done():
            waiting.set_result(answer)


def _ask_there(elsewhere: OpenWeb, wire: "Connection") -> None:
    """Ask, in the other process."""
    settle()
    asyncio.run(_answer(elsewhere, wire))


async def _answer(elsewhere: OpenWeb, wire: "Connection") -> None:
    """Answer what is asked until told to end, or left alone. Nothing here could be lost: the process just goes."""
    loop = asyncio.get_running_loop()
    asks: set[asyncio.Task[None]] = set()
    answers: list[tuple[int, Answer]] = []

    async with elsewhere() as web:

        async def ask(number: int, url: str, etag: str, last_modified: str) -> None:
            answer = await web.get(url, etag=etag, last_modified=last_modified)
            if not answers:
                loop.call_later(_GATHERED, send)
            answers.append((number, answer))

        def send() -> None:
            with suppress(OSError):  # nobody listens any more
                wire.send(answers)
            answers.clear()

        def begin(told: list[tuple[int, str, str, str]]) -> None:
            for each in told:
                task = asyncio.create_task(ask(*each))
                asks.add(task)
                task.add_done_callback(asks.discard)

        def heard(told: object) -> None:
            if not isinstance(told, list):
                os._exit(0)
            loop.call_soon_threadsafe(begin, told)

        await asyncio.to_thread(hear, wire, heard)
