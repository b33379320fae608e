"""What a key costs in a long thread: `python -m tests.benchmarks.threads [COMMENTS DEPTH]`, in a real pseudo-terminal.

Latency is the time from writing a key until the last byte of what it painted has arrived. A fold
changes which comments are in sight, and a search asks every one: those two touch the whole thread.
"""

import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.measures import in_words
from tests.terminal import Terminal


def measure(comments: int, depth: int) -> None:
    """Print every figure."""
    from tests.app.filling import CRITICS, filled
    from tests.app.threading import found, talk_of

    with tempfile.TemporaryDirectory() as folder:
        with filled(Path(folder), 1_000, CRITICS) as library:
            library.keep_thread(1, found(*talk_of(comments, depth, 60)), now=datetime.now(UTC))
        terminal = Terminal("-m", "tests.benchmarks.threads", "--app", folder)
        terminal.until(b"Foghorn")
        time.sleep(1)
        terminal.settle()
        opened, shut = [], []
        for _ in range(12):
            began = time.perf_counter()
            terminal.press(b"c")
            terminal.until(b"Comment ")
            opened.append(terminal.settle() - began)
            shut.append(terminal.press(b"q"))
        print(f"c         first {opened[0] * 1000:.0f} ms, then {in_words(opened[1:])}, with {comments:,} comments")
        print(f"q         {in_words(shut)}")
        terminal.press(b"c")
        terminal.until(b"Comment ")
        time.sleep(1)
        terminal.settle()
        for name, keys, times in (
            ("j", b"j", 300), ("k", b"k", 100), ("page down", b" ", 60), ("Tab", b"\t", 40), ("}", b"}", 60),
            ("[ ]", b"][", 30), ("P", b"P", 20), ("G g", b"Gg", 20), ("- +", b"-+", 10), ("Z", b"Z", 20),
            ("w", b"w", 20),
        ):  # fmt: skip
            taken = [terminal.press(keys[at % len(keys) : at % len(keys) + 1]) for at in range(times)]
            print(f"{name:9} {in_words(taken)}")
        terminal.press(b"/")
        print(f"/fog      {in_words([terminal.press(bytes([letter])) for letter in b'foghorn x'])}")
        print(f"memory    {terminal.memory():.0f} MB resident")
        terminal.end()


def open_app(folder: str) -> None:
    """Run Matinee on the library in `folder`; nobody is asked for news."""
    from tests.app.filling import NoNews
    from tests.app.threading import ScriptedTalk
    from tui.app.app import MatineeApp
    from tui.store.library import Library

    library = Library.open(Path(folder) / "library.sqlite3")
    news = NoNews()
    news.talk = ScriptedTalk(library)
    MatineeApp(library, news, lambda: datetime.now(UTC)).run()  # type: ignore[arg-type]  # visits nobody


if __name__ == "__main__":
    if "--app" in sys.argv:
        open_app(sys.argv[-1])
    else:
        measure(*(int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (5_000, 30))
