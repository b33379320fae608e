"""Measuring whole commands, and saying what came of it."""

import os
import resource
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    cpu: float
    """Seconds of all its processes."""
    peak: float
    """MB: the most that all its processes held at one time, shared pages counted once (PSS)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the results."""

    what: str
    newsboat: str
    matinee: str
    ratio: str = ""
    goal: str = ""


def timed(command: Sequence[str], environment: dict[str, str] | None = None) -> Cost:
    """Run a command to its end, silently."""
    before = _children()
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
    )  # fmt: skip
    watch = _Watch(process.pid)
    _, said = process.communicate()
    seconds = time.perf_counter() - began
    peak = watch.end()
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {said[-500:]!r}")
    return Cost(seconds, _children() - before, peak)


def alternating(runs: int, *works: Callable[[int], Cost]) -> list[list[Cost]]:
    """Do each work once, in turn, so many times; return the costs of each. What disturbs one disturbs the other."""
    costs: list[list[Cost]] = [[] for _ in works]
    for run in range(runs):
        for at, work in enumerate(works):
            costs[at].append(work(run))
    return costs


def median(costs: Iterable[Cost]) -> Cost:
    """Return the median of each figure."""
    found = list(costs)
    return Cost(*(statistics.median(getattr(cost, name) for cost in found) for name in ("seconds", "cpu", "peak")))


def compared(what: str, theirs: Sequence[Cost], ours: Sequence[Cost], goal: str = "") -> list[Line]:
    """Return the lines for time, CPU and memory."""
    boat, mine = median(theirs), median(ours)
    ratio = f"{mine.seconds / boat.seconds:.2f}"
    return [
        Line(what, f"{boat.seconds:.2f} s", f"{mine.seconds:.2f} s", ratio, goal),
        Line("· CPU, peak memory", f"{boat.cpu:.2f} s, {boat.peak:.0f} MB", f"{mine.cpu:.2f} s, {mine.peak:.0f} MB"),
    ]


def percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    """Return p50 and p99 in milliseconds."""
    ordered = sorted(seconds)
    return statistics.median(ordered) * 1_000, ordered[max(0, round(len(ordered) * 0.99) - 1)] * 1_000


def in_words(seconds: Sequence[float]) -> str:
    """Return p50 and p99 as a terminal shows them."""
    p50, p99 = percentiles(seconds)
    return f"p50 {p50:5.1f} ms   p99 {p99:5.1f} ms"


def latencies(what: str, theirs: Sequence[float], ours: Sequence[float], goal: str = "") -> Line:
    """Return the line for a key: p50 / p99 of both, and the ratio of the p50s."""
    boat, mine = (percentiles(each) if each else (0.0, 0.0) for each in (theirs, ours))
    told = [f"{p50:.1f} / {p99:.1f} ms" if p50 else "-" for p50, p99 in (boat, mine)]
    return Line(what, told[0], told[1], f"{mine[0] / boat[0]:.2f}" if boat[0] else "", goal)


def table(lines: Iterable[Line]) -> str:
    """Return lines as a table of Markdown."""
    head = "| | newsboat | Matinee | ratio | goal |\n|---|---|---|---|---|\n"
    return head + "".join(f"| {e.what} | {e.newsboat} | {e.matinee} | {e.ratio} | {e.goal} |\n" for e in lines)


class _Watch:
    """Looks at the memory of a process and all below it until told to end."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._ended = pid, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> float:
        self._ended.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.wait(_EVERY):
            self._peak = max(self._peak, sum(map(_held, [self._pid, *_below(self._pid)])))


def _below(pid: int) -> list[int]:
    """Return the processes that `pid` started, and those they did."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents.setdefault(int(path.read_text().rpartition(")")[2].split()[1]), []).append(int(path.parent.name))
        except OSError:
            continue
    found, next = [], [pid]
    while next:
        next = [child for parent in next for child in parents.get(parent, ())]
        found += next
    return found


def _held(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
