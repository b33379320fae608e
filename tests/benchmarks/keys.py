"""What a key costs: `python -m tests.benchmarks.keys [REVIEWS]` drives the app in a real pseudo-terminal.

Latency is the time from writing a key to the terminal until the last byte of what it painted has arrived; between two
keys the terminal has to be silent for 30 ms. Start is from `exec` until the list's first line has arrived, set against
a Textual app that shows one word. Memory is the resident set at the end.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

SIZE = (120, 40)
"""Columns and rows."""
QUIET = 0.03
"""Seconds without output after which a paint is over."""


class Terminal:
    """One process in a pseudo-terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        self.began = time.perf_counter()
        self.process, self.wire = pty.fork()
        if self.process == 0:
            environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execve(sys.executable, [sys.executable, *arguments], environment)
        fcntl.ioctl(self.wire, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))

    def until(self, words: bytes, most: float = 30) -> float:
        """Return the seconds from the beginning until `words` arrived."""
        seen = b""
        while words not in seen:
            if not select.select([self.wire], [], [], most)[0]:
                raise TimeoutError(f"{words!r} never came: {seen[-400:]!r}")
            seen += os.read(self.wire, 65536)
        return time.perf_counter() - self.began

    def settle(self) -> float:
        """Read until silence; return when the last byte came."""
        last = time.perf_counter()
        while select.select([self.wire], [], [], QUIET)[0]:
            os.read(self.wire, 65536)
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

    def end(self) -> None:
        """Close the terminal and wait for the process."""
        os.close(self.wire)
        os.waitpid(self.process, 0)


def percentiles(seconds: list[float]) -> str:
    """Return p50 and p99 in milliseconds."""
    ordered = sorted(seconds)
    return (
        f"p50 {statistics.median(ordered) * 1000:5.1f} ms   p99 {ordered[int(len(ordered) * 0.99) - 1] * 1000:5.1f} ms"
    )


def started(open_it: Callable[[], Terminal], words: bytes, times: int = 7) -> float:
    """Return the median of the seconds from `exec` until `words` are on the screen."""
    taken = []
    for _ in range(times):
        terminal = open_it()
        taken.append(terminal.until(words))
        terminal.settle()
        terminal.end()
    return statistics.median(taken)


def measure(reviews: int) -> None:
    """Print every figure."""
    from tests.app.filling import CRITICS, filled

    with tempfile.TemporaryDirectory() as folder:
        filled(Path(folder), reviews, [*CRITICS, *(f"Critic {number:02}" for number in range(16))]).close()
        bare = started(lambda: Terminal("-m", "tests.benchmarks.keys", "--bare"), b"bare")
        app = ("-m", "tests.benchmarks.keys", "--app", folder)
        first = started(lambda: Terminal(*app), b"Foghorn")
        print(f"start     {first:.3f} s, a bare Textual app {bare:.3f} s, difference {first - bare:.3f} s")
        terminal = Terminal(*app)
        terminal.until(b"Foghorn")
        time.sleep(1)
        terminal.settle()
        for name, key, times in (
            ("j in view", b"j", 25), ("j scrolls", b"j", 400), ("page down", b" ", 60), ("page up", b"b", 60),
            ("n", b"n", 60), ("end, home", b"Gg", 10),
        ):  # fmt: skip
            print(f"{name:9} {percentiles([terminal.press(key) for _ in range(times)])}")
        print(f"memory    {terminal.memory():.0f} MB resident with {reviews:,} reviews")
        terminal.end()


def open_bare() -> None:
    """Run the smallest Textual app."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("bare")

    Bare().run()


def open_app(folder: str) -> None:
    """Run Matinee on the library in `folder`."""
    from tests.app.filling import NoNews
    from tui.app.app import MatineeApp
    from tui.store.library import Library

    library = Library.open(Path(folder) / "library.sqlite3")
    MatineeApp(library, NoNews(), lambda: datetime.now(UTC)).run()  # type: ignore[arg-type]  # visits nobody


if __name__ == "__main__":
    if "--bare" in sys.argv:
        open_bare()
    elif "--app" in sys.argv:
        open_app(sys.argv[-1])
    else:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
