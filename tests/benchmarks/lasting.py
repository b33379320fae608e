"""What only shows in the long run, and under load: memory after hours, keys while a thousand feeds come in."""

import os
import re
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.library_making import NAME, copy, made
from tests.benchmarks.measures import Line, latencies
from tests.benchmarks.serving import Site, serving
from tests.terminal import Terminal
from tui.model.listing import Sort
from tui.model.query import Query
from tui.store.library import Library


def subscribed(folder: Path, reviews: int, site: Site, feeds: int) -> tuple[Path, bytes]:
    """Return a big library whose critics, `feeds` of them, stand on `site`; and its first line."""
    here = copy(made(reviews), folder / f"lasting-{reviews}-{feeds}")
    with Library.open(here / NAME) as library:
        critics = [standing.critic for standing in library.standings()][:feeds]
        for number, critic in enumerate(critics):
            library.move(critic.id, site.url(number))
        for number in range(len(critics), feeds):
            library.subscribe(site.url(number), name=f"Feed {number}", now=datetime.now(UTC))
        first = library.page(Query(), Sort.NEWEST, limit=1).rows[0].work or ""
    return here, first.encode()


def opened(folder: Path, first: bytes) -> Terminal:
    """Open the app and wait for its list."""
    terminal = Terminal("-m", "tui", "--library", str(folder))
    terminal.until(first)
    return terminal


_TOTAL = rb"/\d{3},\d{3}"
"""Behind where one stands in the list: of hundreds of thousands, which tells it from how far the refresh is."""
_ELSEWHERE = re.compile(rb"(?<![\d,])(?!1/)[\d,]+" + _TOTAL)
_LAST = re.compile(rb"(?<![\d,])(\d{3},\d{3})/\1")
_FIRST = re.compile(rb"(?<![\d,])1" + _TOTAL)
_OPENED = re.compile(rb"\d of \d{3},")
_LISTED = re.compile(rb"\d" + _TOTAL)


class _Hands:
    """Presses keys and keeps how long each took to show where it leads: other output may come at any moment."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.taken: dict[str, list[float]] = {}

    def press(self, name: str, key: bytes, shown: re.Pattern[bytes]) -> None:
        """Press one key, and rest a moment as people do."""
        pressed = time.perf_counter()
        os.write(self._terminal.wire, key)
        self.taken.setdefault(name, []).append(self._terminal.until_matches(shown) - pressed)
        time.sleep(0.02)

    def round(self) -> None:
        """Move down line by line from the top, open a review, come back, page, go to the end and home."""
        for line in range(2, 22):
            self.press("j", b"j", re.compile(rb"(?<![\d,])%d" % line + _TOTAL))
        for _ in range(2):
            self.press("open a review", b"\r", _OPENED)
            self.press("back to the list", b"q", _LISTED)
        self.press("home", b"g", _FIRST)
        self.press("page down", b" ", _ELSEWHERE)
        self.press("end", b"G", _LAST)
        self.press("home", b"g", _FIRST)


def keys_under_load(folder: Path, reviews: int, feeds: int, rounds: int) -> list[Line]:
    """Press keys while `feeds` are fetched, read and kept for the first time."""
    with serving(feeds) as site:
        here, first = subscribed(folder, reviews, site, feeds)
        terminal = opened(here, first)
        os.write(terminal.wire, b"R")
        terminal.until_matches(re.compile(rb"\d+/\d+ \xc2\xb7"))
        hands = _Hands(terminal)
        for _ in range(rounds):
            hands.round()
        with Library.open(here / NAME) as library:
            came = library.count(Query()) - reviews
        terminal.end()
    goals = {"j": "≤ 8 / 20 ms", "page down": "≤ 15 ms", "open a review": "≤ 20 ms"}
    return [
        Line(f"while {feeds:,} feeds come in ({came:,} reviews meanwhile):", "", ""),
        *(latencies(name, (), taken, goals.get(name, "")) for name, taken in hands.taken.items()),
    ]


def lag(folder: Path, reviews: int, keys: int = 200, each_second: int = 30) -> list[Line]:
    """Hold j as a keyboard repeats it, and see how long after the last the list comes to rest."""
    here = copy(made(reviews), folder / f"lag-{reviews}")
    with Library.open(here / NAME) as library:
        first = (library.page(Query(), Sort.NEWEST, limit=1).rows[0].work or "").encode()
    terminal = opened(here, first)
    terminal.rest()
    began = time.perf_counter()
    for number in range(keys):
        time.sleep(max(0.0, began + number / each_second - time.perf_counter()))
        terminal.drain()
        last = time.perf_counter()
        os.write(terminal.wire, b"j")
    shown = terminal.until_matches(re.compile(rb"(?<![\d,])%d" % (keys + 1) + _TOTAL))
    terminal.end()
    return [
        Line(f"{keys} × j at {each_second} a second: behind by", "-", f"{(shown - last) * 1000:.1f} ms", "", "≤ 16 ms")
    ]


def memory_over_time(folder: Path, reviews: int, rounds: int) -> list[Line]:
    """Scripted use: every round moves, pages, opens, searches, sorts and comes back, some two minutes of a reader's."""
    with serving(1) as site:
        here, first = subscribed(folder, reviews, site, 1)
    terminal = opened(here, first)
    terminal.rest()
    held = [terminal.memory()]
    for number in range(rounds):
        for key in (b"j" * 40, b" " * 10, b"\r", b" ", b"J", b"J", b"q", b"G", b"g", b"n", b"n"):
            for each in (key[at : at + 1] for at in range(len(key))):
                terminal.press(each)
        for keys in (b"/", b"camera\r", b"S", b"3", b"\x06", b"S", b"1"):
            os.write(terminal.wire, keys)
            terminal.rest()
        if (number + 1) % max(1, rounds // 3) == 0:
            held.append(terminal.memory())
    terminal.end()
    told = " → ".join(f"{each:.0f}" for each in held)
    return [Line(f"memory over {rounds} rounds of use (start, thirds)", "-", f"{told} MB", "", "flat")]


def memory_over_refreshes(folder: Path, reviews: int, feeds: int, times: int) -> list[Line]:
    """Refresh again and again in one app; every fifth time all feeds have changed."""
    with serving(feeds) as site:
        here, first = subscribed(folder, reviews, site, feeds)
        terminal = opened(here, first)
        terminal.rest()
        held = [terminal.memory()]
        for number in range(times):
            if number % 5 == 4:
                site.turn(number)
            os.write(terminal.wire, b"R")
            terminal.rest()
            if (number + 1) % max(1, times // 5) == 0:
                held.append(terminal.memory())
        terminal.end()
    told = " → ".join(f"{each:.0f}" for each in held)
    return [Line(f"memory over {times} refreshes of {feeds} feeds (start, fifths)", "-", f"{told} MB", "", "flat")]


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        for lines in (
            keys_under_load(Path(place), 100_000, 1_000, 10),
            lag(Path(place), 100_000),
            memory_over_time(Path(place), 100_000, 3),
            memory_over_refreshes(Path(place), 100_000, 100, 10),
        ):
            print(lines, file=sys.stderr, flush=True)
