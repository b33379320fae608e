"""What the screens of figures cost: `python -m tests.benchmarks.figure_screens [REVIEWS]`, in a real pseudo-terminal.

From writing the key until the words have arrived that only the fetched figures have; the first time, which imports the
screen, and the median of the later ones. The bar is 150 ms.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.terminal import Terminal

TIMES = 7
BAR = 0.150
"""Seconds."""


def answered(terminal: Terminal, keys: bytes, words: bytes) -> float:
    """Return the seconds from writing `keys` until `words` arrived."""
    began = time.perf_counter()
    os.write(terminal.wire, keys)
    terminal.until(words)
    return time.perf_counter() - began


def told(name: str, seconds: list[float]) -> str:
    """Return one line of the table."""
    later = statistics.median(seconds[1:])
    sign = "" if max(seconds[0], later) <= BAR else "  over the bar"
    return f"{name:34} first {seconds[0] * 1000:5.0f} ms   then {later * 1000:5.0f} ms{sign}"


def measure(reviews: int) -> None:
    """Print every figure."""
    from tests.benchmarks.library_making import copy, made
    from tui.model.works import WorkChoice, WorksShown
    from tui.store.library import Library

    with tempfile.TemporaryDirectory() as place:
        folder = copy(made(reviews), Path(place))
        with Library.open(folder / "library.sqlite3") as library:
            works = f"1/{library.count_works(WorksShown()):,}".encode()
            divisive = f"1/{library.count_works(WorksShown(WorkChoice.DIVISIVE)):,}".encode()
        terminal = Terminal("-m", "tests.benchmarks.figure_screens", "--app", str(folder))
        terminal.until(b"1/")
        time.sleep(3)
        for name, keys, words, back in (
            ("2, the works", b"2", works, b"1"),
            ("=, a work's page", b"=", b"calibrated", b"q"),
            ("3, the grades", b"3", b"on the scale", b"1"),
            ("t, the taste", b"t", b"Critics like you", b"q"),
        ):
            print(told(name, _again(terminal, keys, words, back)))
        os.write(terminal.wire, b"4")
        terminal.settle()
        time.sleep(0.5)
        print(told("p, a critic's profile", _again(terminal, b"p", b"By letter", b"q")))
        os.write(terminal.wire, b"2")
        time.sleep(1)
        terminal.settle()
        print(told("Tab, the most divisive works", _again(terminal, b"\t", divisive, b"\x1b[Z")))
        print(f"{'j in the works':34} {statistics.median(terminal.press(b'j') for _ in range(100)) * 1000:5.1f} ms")
        print(
            f"{'page down in the works':34} {statistics.median(terminal.press(b' ') for _ in range(40)) * 1000:5.1f} ms"
        )
        os.write(terminal.wire, b"3")
        time.sleep(5)
        terminal.settle()
        print(f"{'j in the grades':34} {statistics.median(terminal.press(b'j') for _ in range(60)) * 1000:5.1f} ms")
        print(f"{'memory':34} {terminal.memory():5.0f} MB")
        terminal.end()


def _again(terminal: Terminal, keys: bytes, words: bytes, back: bytes) -> list[float]:
    seconds = []
    for _ in range(TIMES):
        terminal.settle()
        seconds.append(answered(terminal, keys, words))
        time.sleep(0.7)
        terminal.settle()
        os.write(terminal.wire, back)
        time.sleep(0.5)
    return seconds


def open_app(folder: str) -> None:
    """Run Matinee on the library in `folder`, refreshing nothing."""
    from tests.app.filling import NoNews
    from tui.app.app import MatineeApp
    from tui.store.library import Library

    library = Library.open(Path(folder) / "library.sqlite3")
    MatineeApp(library, NoNews(), lambda: datetime.now(UTC)).run()  # type: ignore[arg-type]  # visits nobody


if __name__ == "__main__":
    if "--app" in sys.argv:
        open_app(sys.argv[-1])
    else:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
