"""A process in a real pseudo-terminal: keys go in, bytes come out, nothing is interpreted."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from pathlib import Path

SIZE = (120, 40)
"""Columns and rows."""
QUIET = 0.03
"""Seconds without output after which a paint is over."""


class Terminal:
    """One Python process in a pseudo-terminal of its own."""

    def __init__(self, *arguments: str, environment: dict[str, str] | None = None) -> None:
        self.began = time.perf_counter()
        self.seen = bytearray()
        """Every byte that arrived."""
        self.process, self.wire = pty.fork()
        if self.process == 0:
            colourful = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            given = {**os.environ, **colourful, **(environment or {})}
            os.execve(sys.executable, [sys.executable, *arguments], given)
        fcntl.ioctl(self.wire, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))

    def until(self, words: bytes, most: float = 30) -> float:
        """Return the seconds from the beginning until `words` arrived, in what has not been waited for before."""
        start = len(self.seen)
        while words not in self.seen[start:]:
            if not select.select([self.wire], [], [], most)[0]:
                raise TimeoutError(f"{words!r} never came: {self.seen[-400:]!r}")
            self.seen += os.read(self.wire, 65536)
        return time.perf_counter() - self.began

    def settle(self) -> float:
        """Read until silence; return when the last byte came."""
        last = time.perf_counter()
        while select.select([self.wire], [], [], QUIET)[0]:
            try:
                self.seen += os.read(self.wire, 65536)
            except OSError:  # the process has ended
                break
            last = time.perf_counter()
        return last

    def press(self, key: bytes) -> float:
        """Return the seconds a key took to be painted."""
        began = time.perf_counter()
        os.write(self.wire, key)
        select.select([self.wire], [], [], 2)
        return self.settle() - began

    def memory(self) -> float:
        """Return the resident set in MB."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

    def end(self) -> int:
        """Close the terminal, wait for the process and return its exit code."""
        os.close(self.wire)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
