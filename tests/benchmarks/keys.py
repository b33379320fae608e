"""What a key costs: `python -m tests.benchmarks.keys [REVIEWS]` drives the app in a real pseudo-terminal.

Latency is the time from writing a key to the terminal until the last byte of what it painted has arrived; between two
keys the terminal has to be silent for 30 ms. Start is from `exec` until the list's first line has arrived, set against
a Textual app that shows one word. Memory is the resident set at the end.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.terminal import Terminal


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
