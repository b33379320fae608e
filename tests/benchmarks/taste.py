"""How well the reader's grades are foretold: `python -m tests.benchmarks.taste [READERS]`.

Simulated readers (`tests.benchmarks.readers`), each work left out in turn and foretold from all the others: root mean
square and mean absolute error in points, against always guessing the reader's own mean, and against the critics' mean;
and how often the grade lay between `low` and `high`, which should be 80 of 100 times.
"""

import sys
from dataclasses import dataclass, field
from math import sqrt
from statistics import fmean

from tests.benchmarks.readers import Crowd, crowd
from tui.summaries.ladder import ladder
from tui.summaries.taste import Scale, predict, taste

SEEN = (10, 30, 100, 300)
"""Works a reader saw."""


@dataclass
class Tally:
    """What came of foretelling."""

    off: list[float] = field(default_factory=list)
    """Points the foretold grade was off."""
    mean_off: list[float] = field(default_factory=list)
    """Points the reader's own mean was off, for the same works."""
    critics_off: list[float] = field(default_factory=list)
    """Points the critics' mean was off."""
    within: int = 0
    silent: int = 0
    """Works nothing could be said of."""


def scales_of(crowd: Crowd) -> dict[int, Scale]:
    """Return each critic's own scale."""
    found = {critic: ladder(scores.values()) for critic, scores in crowd.theirs.items()}
    return {critic: Scale(each.mean(), each.deviation()) for critic, each in found.items() if each.deviation() > 0}


def left_out(crowd: Crowd, tally: Tally) -> None:
    """Foretell each of a reader's grades from the others."""
    scales = scales_of(crowd)
    for work, score in crowd.mine.items():
        others = {other: each for other, each in crowd.mine.items() if other != work}
        grades = {critic: scores[work] for critic, scores in crowd.theirs.items() if work in scores}
        told = predict(taste(others, crowd.theirs, scales, {}), work, grades, scales)
        if told is None:
            tally.silent += 1
            continue
        tally.off.append(told.score - score)
        tally.mean_off.append(fmean(others.values()) - score)
        tally.critics_off.append(fmean(grades.values()) - score)
        tally.within += told.low <= score <= told.high


def rms(off: list[float]) -> float:
    """Return the root mean square."""
    return sqrt(fmean(each * each for each in off)) if off else 0.0


def main() -> None:
    """Print every figure."""
    readers = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    print(f"{readers} readers of each kind; errors in points of 100, each work left out in turn")
    print("seen   foretold  own mean  critics' mean   (mean abs: foretold, own mean)   within 80 %   nothing said")
    for seen in SEEN:
        tally = Tally()
        for seed in range(max(3, readers * 30 // max(30, seen))):
            left_out(crowd(seed * 1000 + seen, seen), tally)
        total = len(tally.off) + tally.silent
        absolute = [fmean(map(abs, each)) if each else 0.0 for each in (tally.off, tally.mean_off)]
        print(
            f"{seen:4} {rms(tally.off):10.2f} {rms(tally.mean_off):9.2f} {rms(tally.critics_off):14.2f}"
            f" {absolute[0]:22.2f} {absolute[1]:9.2f} {tally.within / max(1, len(tally.off)):19.1%}"
            f" {tally.silent / total:14.1%}"
        )


if __name__ == "__main__":
    main()
