"""Refreshing so many feeds, both as commands: `matinee refresh` and `newsboat -x reload`, in turn."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.library_making import NAME
from tests.benchmarks.measures import Cost, Line, alternating, compared, timed
from tests.benchmarks.newsboat import Boat
from tests.benchmarks.serving import Site, serving
from tui.store.library import Library

GOALS = {
    100: {"first": "≤ 1.5", "same": "≤ 2.5", "changed": ""},
    1_000: {"first": "≤ 0.75", "same": "≤ 0.7", "changed": ""},
}
_NAMES = {"first": "first time", "same": "all 304", "changed": "all changed"}


class Refreshes:
    """One server, and both programs subscribed to all it has."""

    def __init__(self, folder: Path, site: Site, feeds: int) -> None:
        self.site, self.feeds = site, feeds
        self.library = folder / f"matinee-{feeds}"
        self.boat = Boat(folder / f"newsboat-{feeds}", [site.url(number) for number in range(feeds)])
        self._generation = 0

    def ours(self) -> Cost:
        """Run `matinee refresh`."""
        return timed([sys.executable, "-m", "tui", "--library", str(self.library), "refresh"])

    def theirs(self) -> Cost:
        """Run `newsboat -x reload`."""
        return timed(self.boat.command("-x", "reload"), self.boat.environment)

    def first(self, runs: int) -> tuple[list[Cost], list[Cost]]:
        """Everything is new: an empty cache there, an empty library here."""
        boat, mine = alternating(runs, lambda _: self._boat_anew(), lambda _: self._anew())
        self._check()
        return boat, mine

    def same(self, runs: int) -> tuple[list[Cost], list[Cost]]:
        """Nothing changed, and every server says so."""
        self.boat.analyse()
        boat, mine = alternating(runs, lambda _: self.theirs(), lambda _: self.ours())
        return boat, mine

    def changed(self, runs: int) -> tuple[list[Cost], list[Cost]]:
        """Every feed has a post more each time."""
        self.boat.analyse()
        boat, mine = alternating(runs, lambda _: self._boat_turned(), lambda _: self.ours())
        self._check()
        return boat, mine

    def subscribe(self) -> None:
        """Begin Matinee's library anew, with every subscription and nothing else."""
        for path in self.library.glob(f"{NAME}*"):
            path.unlink()
        with Library.open(self.library / NAME) as library:
            for number in range(self.feeds):
                library.subscribe(self.site.url(number), name=f"Critic {number}", now=datetime.now(UTC))

    def _anew(self) -> Cost:
        self.subscribe()
        return self.ours()

    def _boat_anew(self) -> Cost:
        self.boat.forget()
        return self.theirs()

    def _boat_turned(self) -> Cost:
        self._generation += 1
        self.site.turn(self._generation)
        return self.theirs()

    def _check(self) -> None:
        with Library.open(self.library / NAME) as library:
            standings = library.standings()
        failed = [each.last for each in standings if each.last is None or each.last.kind == "failed"]
        held = sum(each.reviews for each in standings)
        wanted = self.feeds * (10 + self._generation)
        assert not failed, failed[0]
        assert held == wanted, f"{held} reviews, not {wanted}"


def measure(folder: Path, feeds: int, runs: int, kinds: Sequence[str] = ("first", "same", "changed")) -> list[Line]:
    """Return the lines for so many feeds."""
    lines: list[Line] = []
    with serving(feeds) as site:
        both = Refreshes(folder, site, feeds)
        for kind in kinds:
            boat, mine = getattr(both, kind)(runs)
            goal = GOALS.get(feeds, {}).get(kind, "")
            lines += compared(f"{feeds:,} feeds, {_NAMES[kind]}", boat, mine, goal)
            print(f"  {lines[-2]}\n  {lines[-1]}", file=sys.stderr, flush=True)
    return lines


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as here:
        measure(Path(here), int(sys.argv[1]), int(sys.argv[2]))
