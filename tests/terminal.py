"""A process in a real pseudo-terminal: keys go in, bytes come out, nothing is interpreted."""

import fcntl
import os
import pty
import re
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

IDLE = 0.12
"""Seconds without output and without work after which nothing more is to come."""


class Terminal:
    """One process in a pseudo-terminal of its own: Python, unless another program is named."""

    def __init__(
        self, *arguments: str, environment: dict[str, str] | None = None, program: str = sys.executable
    ) -> None:
        self.began = time.perf_counter()
        self.seen = bytearray()
        """Every byte that arrived."""
        self.process, self.wire = pty.fork()
        if self.process == 0:
            colourful = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            given = {**os.environ, **colourful, **(environment or {})}
            os.execvpe(program, [program, *arguments], given)
        fcntl.ioctl(self.wire, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))

    def until(self, words: bytes, most: float = 30, *, since: int | None = None) -> float:
        """Return the seconds from the start until `words` came, after the byte `since` or what was read before."""
        start = len(self.seen) if since is None else since
        while words not in self.seen[start:]:
            if not select.select([self.wire], [], [], most)[0]:
                raise TimeoutError(f"{words!r} never came: {self.seen[-400:]!r}")
            self.seen += os.read(self.wire, 65536)
        return time.perf_counter() - self.began

    def drain(self) -> None:
        """Read what has come, without waiting for more."""
        while select.select([self.wire], [], [], 0)[0]:
            self.seen += os.read(self.wire, 65536)

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

    def until_matches(self, pattern: "re.Pattern[bytes]", most: float = 30) -> float:
        """Return when output came that matches, in what has not been waited for before, on `perf_counter`'s clock."""
        start = len(self.seen)
        while not pattern.search(self.seen, start):
            if not select.select([self.wire], [], [], most)[0]:
                raise TimeoutError(f"{pattern.pattern!r} never came: {self.seen[-400:]!r}")
            self.seen += os.read(self.wire, 65536)
        return time.perf_counter()

    def rest(self, most: float = 120) -> float:
        """Read until the process neither writes nor works; return when the last byte came."""
        began = last = time.perf_counter()
        worked = -1
        while time.perf_counter() - began < most:
            if select.select([self.wire], [], [], IDLE)[0]:
                self.seen += os.read(self.wire, 65536)
                last, worked = time.perf_counter(), -1
            elif worked == (worked := self._ticks()):
                break
        return last

    def press(self, key: bytes) -> float:
        """Return the seconds a key took to be painted."""
        began = time.perf_counter()
        os.write(self.wire, key)
        select.select([self.wire], [], [], 20)
        return self.settle() - began

    def ask(self, key: bytes, words: bytes) -> None:
        """Press a key, wait for the words it answers with, then for silence."""
        os.write(self.wire, key)
        self.until(words)
        self.settle()

    def _ticks(self) -> int:
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def memory(self) -> float:
        """Return the resident set in MB."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

    def end(self) -> int:
        """Close the terminal, wait for the process and return its exit code."""
        os.close(self.wire)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
