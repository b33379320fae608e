"""Where feeds are read, off the event loop: in a thread while there are few, in other processes when there are many.

Reading takes Python some tens of milliseconds a feed and holds its lock meanwhile. A process costs about 0.4 s to
start, so it is asked for only when a queue shows that it will pay.
"""

import asyncio
import os
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from tui.model.outcome import Failed, Fetched
from tui.refresh.processes import context, end_with_parent, settle

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from tui.refresh.reading import Read

_QUEUE = 8
"""Feeds waiting to be read from which on processes pay."""


class ReadingRoom:
    """Reads feeds for one refresh. `with` it, so that its processes end with the refresh.

    Its thread is its own: what was read is not to wait behind what has yet to be.
    """

    def __init__(self, processes: int | None = None) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._wanted = (os.cpu_count() or 1) if processes is None else processes
        self._processes: ProcessPoolExecutor | None = None
        self._starting = threading.Lock()
        self._waiting = 0

    def __enter__(self) -> "ReadingRoom":
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._processes:
            self._processes.shutdown(wait=False, cancel_futures=True)

    @property
    def busy(self) -> bool:
        """True once there was a queue and processes of its own were started."""
        return self._processes is not None

    async def read(self, answer: Fetched, seen: datetime, *, every: bool) -> "Read | Failed":
        """Return `reading.read` of a body. `every` entry is drafted as well."""
        self._waiting += 1
        try:
            if self._wanted and (self.busy or self._waiting > _QUEUE):
                with suppress(BrokenExecutor, OSError, ValueError):
                    # Handing over may start a process, 20 ms and more: the event loop is not to wait for that either.
                    reading = await asyncio.to_thread(self._hand_over, answer, seen, every)
                    return await asyncio.wrap_future(reading)
                # Killed, perhaps for its memory, or never begun: the rest is read here, one at a time.
                self._wanted = 0
            return await asyncio.get_running_loop().run_in_executor(self._thread, _read, answer, seen, every)
        finally:
            self._waiting -= 1

    def _hand_over(self, answer: Fetched, seen: datetime, every: bool) -> "Future[Read | Failed]":
        with self._starting:
            self._processes = self._processes or start_processes(self._wanted)
            return self._processes.submit(_read, answer, seen, every)


def start_processes(processes: int) -> "ProcessPoolExecutor":
    """Return processes that read."""
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(processes, mp_context=context(), initializer=_settle)


def _settle() -> None:
    """Begin in a process that reads."""
    settle()
    threading.Thread(target=end_with_parent, daemon=True).start()
    import tui.refresh.reading  # noqa: F401 - now, not while the first feed waits


def _read(answer: Fetched, seen: datetime, every: bool) -> "Read | Failed":
    from tui.refresh.reading import read

    return read(answer, seen, every=every)
