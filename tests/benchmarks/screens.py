"""What the screen costs: both programs in a real pseudo-terminal, on the same reviews, key for key.

A key's latency is the time from writing it until the last byte of what it painted has arrived; a search's, until
neither bytes come nor the processor works any more, and for its first hits, until the line above them says so.
"""

import os
import re
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import newsboat
from tests.benchmarks.library_making import NAME, copy, made
from tests.benchmarks.measures import Line, latencies, timed
from tests.terminal import Terminal
from tui.model.listing import Sort
from tui.model.query import Query, Words
from tui.store.library import Library

DOWN, PAGE, END, HOME = b"\x1bOB", b"\x1b[6~", b"\x1bOF", b"\x1bOH"
COMMON = "camera"


class Screens:
    """Both programs on one library."""

    def __init__(self, folder: Path, reviews: int, *, text: bool = True) -> None:
        self.reviews = reviews
        kept = made(reviews, text=text)
        self.folder = copy(kept, folder / f"screens-{reviews}")
        self.boat = newsboat.filled(kept.parent / f"{kept.name}-newsboat", kept) if text else None
        with Library.open(self.folder / NAME) as library:
            rows = library.page(Query(), Sort.NEWEST, limit=3).rows
            self.first = (rows[0].work or "").encode()

    def ours(self) -> Terminal:
        """Open Matinee."""
        return Terminal("-m", "tui", "--library", str(self.folder))

    # Starting.

    def starts(self, runs: int) -> list[Line]:
        """Time from exec to the first line of the list, in turn, beside what Python and Textual need alone."""
        bare, mine, boat, whole = [], [], [], []
        for _ in range(runs):
            bare.append(timed([sys.executable, "-c", "import textual.app, textual.widgets"]).seconds)
            terminal = self.ours()
            mine.append(terminal.until(self.first))
            terminal.rest()
            terminal.end()
            if self.boat:
                terminal = self.boat.open()
                boat.append(terminal.until(b"Everything"))
                terminal.rest()
                asked = time.perf_counter()
                os.write(terminal.wire, b"\r")
                whole.append(boat[-1] + terminal.rest() - asked)
                terminal.end()
        floor, first = statistics.median(bare), statistics.median(mine)
        lines = [Line(f"{self.reviews:,} reviews: floor, `import textual` alone", "", f"{floor:.2f} s")]
        if self.boat:
            feeds, listed = statistics.median(boat), statistics.median(whole)
            lines += [
                Line("exec to first paint (newsboat: its list of feeds)", f"{feeds:.2f} s", f"{first:.2f} s",
                     f"{first / feeds:.2f}", "≤ 0.35"),
                Line("exec to the list of all reviews", f"{listed:.2f} s", f"{first:.2f} s", f"{first / listed:.2f}"),
            ]  # fmt: skip
        else:
            lines.append(Line(f"{self.reviews:,} reviews: exec to first paint", "", f"{first:.2f} s"))
        return lines

    # Keys.

    def keys(self, times: int) -> list[Line]:
        """Time each key, first in the one, then in the other, twice in turn."""
        mine: dict[str, list[float]] = {}
        boat: dict[str, list[float]] = {}
        for _ in range(2):
            if self.boat:
                self._press(self._boat_listing(), boat, times // 2, back=b"q", j=b"j")
            self._press(self._listing(), mine, times // 2, back=b"q", j=b"j")
        goals = {"j": "≤ 8 / 20 ms", "page down": "≤ 15 ms", "open a review": "≤ 20 ms"}
        return [latencies(name, boat.get(name, ()), mine[name], goals.get(name, "")) for name in mine]

    def _press(self, terminal: Terminal, kept: dict[str, list[float]], times: int, *, back: bytes, j: bytes) -> None:
        def held(name: str, key: bytes, many: int) -> None:
            kept.setdefault(name, []).extend(terminal.press(key) for _ in range(many))

        held("j", j, times)
        held("page down", PAGE, times // 4)
        for _ in range(max(2, times // 20)):
            held("end", END, 1)
            held("home", HOME, 1)
        for _ in range(max(3, times // 10)):
            held("open a review", b"\r", 1)
            terminal.rest()
            held("back to the list", back, 1)
            terminal.rest()
            terminal.press(j)
        held("next unread", b"n", max(3, times // 10))
        terminal.end()

    def _listing(self) -> Terminal:
        terminal = self.ours()
        terminal.until(self.first)
        terminal.rest()
        return terminal

    def _boat_listing(self) -> Terminal:
        assert self.boat
        terminal = self.boat.open()
        terminal.until(b"Everything")
        terminal.rest()
        os.write(terminal.wire, b"\r")
        terminal.rest()
        return terminal

    # Searching.

    def searches(self, runs: int) -> list[Line]:
        """Time what narrows the list: by title, by a common word, a rare one and a phrase."""
        lines = []
        phrase = self._phrase()
        asked = (
            ("filter by title", "work:foghorn", 'title =~ "Foghorn"', "≤ 60 ms"),
            (f"search a common word ({COMMON})", COMMON, f"/{COMMON}", "≤ 100 ms"),
            (f"search a rare word ({phrase.split()[0]})", phrase.split()[0], f"/{phrase.split()[0]}", "≤ 100 ms"),
            ("search a phrase", f'"{phrase}"', f"/{phrase}", "≤ 100 ms"),
            ("filter by grade", "grade>=B-", "", "≤ 60 ms"),
            ("filter by critic", "critic:quill", "", "≤ 60 ms"),
            ("filter by all three", "grade>=B- critic:quill camera", "", "≤ 60 ms"),
        )
        for what, ours, theirs, goal in asked:
            hits, whole, boat = [], [], []
            for _ in range(runs):
                first, rest = self._search(ours)
                hits.append(first)
                whole.append(rest)
                boat += [self._boat_search(theirs)] if theirs else []
            first_s = statistics.median(hits)
            told = (
                f"{first_s * 1000:.0f} ms to the first hits, {statistics.median(whole) * 1000:.0f} ms with all counts"
            )
            theirs_s = statistics.median(boat) if boat else 0.0
            beside = (f"{theirs_s * 1000:,.0f} ms", f"{first_s / theirs_s:.3f}") if boat else ("-", "")
            lines.append(Line(what, beside[0], told, beside[1], goal))
        return lines

    def orders(self, runs: int) -> list[Line]:
        """Time a change of the order, from the key in the dialog to the list at rest; and the figures of a filter."""
        mine, boat, figures = [], [], []
        for _ in range(runs):
            terminal = self._listing()
            mine.append(self._after(terminal, b"S", b"5"))
            self._after(terminal, b"S", b"1")
            self._type(terminal, b"/", COMMON)
            os.write(terminal.wire, b"\r")
            terminal.rest()
            figures.append(self._after(terminal, b"", b"3"))
            terminal.end()
            theirs = self._boat_listing()
            boat.append(self._after(theirs, b"g", b"t"))
            theirs.end()
        sorted_s, boat_s, figures_s = map(statistics.median, (mine, boat, figures))
        return [
            Line("order by title", f"{boat_s * 1000:,.0f} ms", f"{sorted_s * 1000:.0f} ms", f"{sorted_s / boat_s:.3f}"),
            Line(f"the grades of a search ({COMMON}), the screen made anew", "-", f"{figures_s * 1000:.0f} ms"),
        ]

    @staticmethod
    def _after(terminal: Terminal, opening: bytes, key: bytes) -> float:
        """Return the seconds from `key`, pressed in what `opening` opens, until nothing changes any more."""
        if opening:
            os.write(terminal.wire, opening)
            terminal.rest()
        asked = time.perf_counter()
        os.write(terminal.wire, key)
        return terminal.rest() - asked

    def _search(self, text: str) -> tuple[float, float]:
        from datetime import UTC, datetime

        from tui.model.query_language import parse

        with Library.open(self.folder / NAME) as library:
            query = parse(text, now=datetime.now(UTC))
            total = library.count(query)
            first = (library.page(query, Sort.NEWEST, limit=1).rows[0].work or "").encode()
        terminal = self._listing()
        self._type(terminal, b"/", text)
        asked = time.perf_counter()
        os.write(terminal.wire, b"\r")
        seen = len(terminal.seen)
        hit = terminal.until_matches(re.compile(rb"\(\^F clears\)"))
        rest = terminal.rest()
        assert first in terminal.seen[seen:], text
        assert f"1/{total:,}".encode() in terminal.seen[seen:], text
        terminal.end()
        return hit - asked, rest - asked

    def _boat_search(self, text: str) -> float:
        terminal = self._boat_listing()
        opening, words = (b"/", text[1:]) if text.startswith("/") else (b"F", text)
        self._type(terminal, opening, words)
        asked = time.perf_counter()
        os.write(terminal.wire, b"\r")
        rest = terminal.rest()
        terminal.end()
        return rest - asked

    def _type(self, terminal: Terminal, opening: bytes, words: str) -> None:
        os.write(terminal.wire, opening)
        terminal.rest()
        os.write(terminal.wire, words.encode())
        terminal.rest()

    def _phrase(self) -> str:
        """Return two words of a review that seldom stand together, the first of them rare."""
        with Library.open(self.folder / NAME) as library:
            text = library.review(library.order(Query(), Sort.NEWEST)[self.reviews // 3]).draft.text
            pairs = [found[1] for found in re.finditer(r"(?=\b([a-z]{5,} [a-z]{5,})\b)", text)][:80]
            counts = {pair: library.count(Query(Words(pair.split()[0]))) for pair in pairs}
        return min(counts, key=lambda pair: (abs(counts[pair] - 40), pair))

    # Memory.

    def memory(self) -> list[Line]:
        """Resident memory at the list, and after a search."""
        mine = self._listing()
        before = mine.memory()
        self._type(mine, b"/", COMMON)
        os.write(mine.wire, b"\r")
        mine.rest()
        after = mine.memory()
        mine.end()
        boat = self._boat_listing()
        first = boat.memory()
        self._type(boat, b"/", COMMON)
        os.write(boat.wire, b"\r")
        boat.rest()
        line = Line("memory at the list / after a search", f"{first:.0f} / {boat.memory():.0f} MB",
                    f"{before:.0f} / {after:.0f} MB", f"{before / first:.2f}", "≤ 80 / 100 MB")  # fmt: skip
        boat.end()
        return [line]


def measure(folder: Path, reviews: int, runs: int, keys: int, *, text: bool = True) -> list[Line]:
    """Return every line about the screen."""
    screens = Screens(folder, reviews, text=text)
    lines: list[Line] = []
    parts: Sequence[object] = (
        lambda: screens.starts(runs),
        lambda: screens.keys(keys),
        *((lambda: screens.searches(runs), lambda: screens.orders(runs), screens.memory) if text else ()),
    )
    for part in parts:
        assert callable(part)
        lines += part()
        for line in lines[-6:]:
            print(f"  {line}", file=sys.stderr, flush=True)
    return lines


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as here:
        print(measure(Path(here), int(sys.argv[1]), 3, 60))
