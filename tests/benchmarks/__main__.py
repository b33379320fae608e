"""`make bench`: Matinee beside newsboat, on this machine, on the same content; the results go into `RESULTS.md`.

    python -m tests.benchmarks             everything, at least seven runs of each, the median counts
    python -m tests.benchmarks --quick     fewer runs and feeds, to see whether anything moved
    python -m tests.benchmarks --only screens refreshes stages questions lasting posts figures judged

`--keep` writes down a quick run, too, and a part alone in its place.

Both programs are run in turn, so that what disturbs one disturbs the other, and what is compared is the ratio.
"""

import argparse
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import lasting, newsboat, questions, refreshes, screens, stages
from tests.benchmarks.library_making import WORK, made
from tests.benchmarks.measures import Line, table

RESULTS = Path(__file__).parent / "RESULTS.md"
PARTS = ("screens", "refreshes", "stages", "questions", "lasting", "posts", "figures", "judged")


class Bench:
    """One run of it."""

    def __init__(self, folder: Path, *, quick: bool) -> None:
        self.folder, self.quick = folder, quick
        self.reviews = 100_000
        self.runs = 3 if quick else 7

    def screens(self) -> str:
        """The screen, with 100,000 reviews and with a million."""
        lines = screens.measure(self.folder, self.reviews, self.runs, 60 if self.quick else 200)
        if not self.quick:
            lines += screens.measure(self.folder, 1_000_000, self.runs, 100, text=False)
        lines += questions.commands(str(made(self.reviews)), self.runs)
        return table(lines)

    def refreshes(self) -> str:
        """Refreshing: a table, and how it grows."""
        lines: list[Line] = []
        for feeds, runs in ((100, self.runs), (300, 3), (1_000, self.runs), (3_000, 3)):
            if not (self.quick and feeds > 300):
                kinds = ("first", "same", "changed") if feeds in (100, 1_000) else ("first", "same")
                lines += refreshes.measure(self.folder, feeds, runs, kinds)
        return table(lines) + "\n300 and 3,000 feeds: median of three runs. CPU is that of all processes.\n"

    def stages(self) -> str:
        """What a first visit is made of, and the floor of a refresh."""
        lines = [*stages.measure(100), *stages.starting(self.runs)]
        return f"CPU of each stage alone, in one process, a feed of ten posts of 6 KB.\n\n{table(lines)}"

    def questions(self) -> str:
        """The library alone."""
        told = f"Milliseconds, {self.reviews:,} reviews:\n\n{questions.measure(self.reviews, text=True)}"
        if not self.quick:
            told += f"\n1,000,000 reviews without text:\n\n{questions.measure(1_000_000, text=False)}"
        return told

    def lasting(self) -> str:
        """Load and long use."""
        return table(
            [
                *lasting.keys_under_load(
                    self.folder, self.reviews, 300 if self.quick else 1_000, 5 if self.quick else 10
                ),
                *lasting.lag(self.folder, self.reviews),
                *lasting.memory_over_time(self.folder, self.reviews, 3 if self.quick else 15),
                *lasting.memory_over_refreshes(self.folder, self.reviews, 100, 10 if self.quick else 50),
            ]
        )

    def posts(self) -> str:
        """How fast posts are read."""
        return _told("grades")

    def figures(self) -> str:
        """What works, profiles and the overview cost."""
        return _told("figures", str(self.reviews))

    def judged(self) -> str:
        """How well a reader's grades are foretold, and spellings joined into works."""
        return f"{_told('taste')}\n{_told('works')}"


def _told(name: str, *given: str) -> str:
    """Return what a benchmark of its own says."""
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", *given]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


TITLES = {
    "screens": "The screen",
    "refreshes": "Refreshing",
    "stages": "What a refresh is made of",
    "questions": "The library alone",
    "lasting": "Under load, and in the long run",
    "posts": "Reading posts, on one core",
    "figures": "Works, profiles, the overview",
    "judged": "Grades foretold, spellings joined",
}


def machine() -> str:
    """Return what all this ran on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    processor = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    names = ("textual", "httpx", "feedparser")
    return (
        f"{os.cpu_count()} × {processor}, {memory:.0f} GB, {platform.system()} {platform.release()}. Matinee"
        f" {version('matinee')}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        + ", ".join(f"{name} {version(name)}" for name in names)
        + f". {newsboat.version()}. Load average at the start {os.getloadavg()[0]:.2f}."
    )


def written(parts: dict[str, str], command: str, seconds: float) -> str:
    """Return the whole of RESULTS.md."""
    head = f"""# Measured

{machine()}

    {command}

took {seconds / 60:.0f} minutes on {datetime.now(UTC):%d %B %Y}. Medians; both programs run in turn on the same
content, in a real pseudo-terminal or as commands; ratios below 1 are in Matinee's favour. newsboat stands at its best:
`ANALYZE` was run on its cache, nothing is reloaded or cleaned up unasked, 32 reload threads. Its list of all reviews is
a query feed. Keys are p50 / p99.
"""
    return head + "".join(f"\n## {TITLES[name]}\n\n{told}" for name, told in parts.items())


def renewed(kept: str, parts: dict[str, str], command: str) -> str:
    """Return RESULTS.md with these parts measured anew, and the others as they were kept."""
    said = f"Measured anew with `{command}` on {datetime.now(UTC):%d %B %Y}, load average {os.getloadavg()[0]:.2f}."
    head, *sections = kept.split("\n## ")
    told = {section.partition("\n")[0]: section for section in sections}
    told |= {TITLES[name]: f"{TITLES[name]}\n\n{said}\n\n{text}" for name, text in parts.items()}
    return head + "".join(f"\n## {told[title].rstrip()}\n" for title in TITLES.values() if title in told)


def main() -> None:
    """Measure, print, and keep what a whole run gave."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--keep", action="store_true", help="keep a quick or partial run in RESULTS.md, too")
    options.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART")
    given = options.parse_args()
    newsboat.version()
    began = time.perf_counter()
    WORK.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=WORK))
    try:
        bench = Bench(folder, quick=given.quick)
        parts: dict[str, str] = {}
        for name in given.only:
            print(f"\n== {TITLES[name]}", flush=True)
            part: Callable[[], str] = getattr(bench, name)
            parts[name] = part()
            print(parts[name], flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    command = " ".join(["python -m tests.benchmarks", *sys.argv[1:]])
    whole = tuple(given.only) == PARTS
    if whole and (given.keep or not given.quick):
        RESULTS.write_text(written(parts, command, time.perf_counter() - began))
    elif given.keep:
        RESULTS.write_text(renewed(RESULTS.read_text(), parts, command))


if __name__ == "__main__":
    main()
