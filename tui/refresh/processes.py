"""Processes of our own: how they are started beside a screen, how they behave, how they are heard and ended."""

import asyncio
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tui.refresh.threads import whole

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnContext, SpawnProcess

_NICER = 19
"""How far the processes stand back for the one that draws the screen."""


def context() -> "SpawnContext":
    """Return what starts processes, wherever standard error leads just now.

    `spawn`, as a fork would copy locks that threads and SQLite hold just then. The tracker that `multiprocessing`
    starts first is handed that stream's number, and Textual's, which takes what is printed for itself, says -1: no
    process would start while the app runs.
    """
    import sys
    from contextlib import redirect_stderr
    from multiprocessing import get_context, resource_tracker

    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()
    return get_context("spawn")


def settle() -> None:
    """Begin in a process of our own: Ctrl-C is for the one that asked, the screen comes first and is not written on."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    with suppress(AttributeError, OSError):
        os.nice(_NICER)


def end_with_parent() -> None:
    """A killed parent cannot end its processes, and they would wait for work for ever, as they hold the pipe open."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


class Line:
    """A wire to another process, and who is at its end. What comes is told in the event loop, an EOFError at last."""

    def __init__(self, wire: "Connection", process: "SpawnProcess", tell: Callable[[Any], None]) -> None:
        self._wire = wire
        self._process = process
        loop = asyncio.get_running_loop()
        self._ear = threading.Thread(target=hear, args=(wire, lambda told: loop.call_soon_threadsafe(tell, told)))
        self._ear.start()

    @classmethod
    async def opened(cls, work: Callable[..., None], *given: object, name: str, tell: Callable[[Any], None]) -> "Line":
        """Start a process that does `work(*given, wire)`."""
        here = await asyncio.to_thread(context)
        wire, far = here.Pipe()
        process = here.Process(target=work, args=(*given, far), name=name)
        await asyncio.to_thread(process.start)
        far.close()
        return cls(wire, process, tell)

    def send(self, said: object) -> None:
        """Say something. One that has ended, or is to, does not hear it."""
        with suppress(OSError):
            self._wire.send(said)

    async def end(self) -> None:
        """Say None, and wait until the other side has ended."""
        self.send(None)
        await whole(asyncio.to_thread(self._part))

    def _part(self) -> None:
        self._process.join()
        self._ear.join()
        self._wire.close()


def hear(wire: "Connection", tell: Callable[[object], object]) -> None:
    """Hand on what the other process says until it has ended, in a thread."""
    try:
        while True:
            tell(wire.recv())
    except (EOFError, OSError):  # closed, or reset by one that was killed
        with suppress(RuntimeError):  # the loop has ended
            tell(EOFError())
