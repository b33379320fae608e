"""How well spellings are told to be one work: `python -m tests.benchmarks.works` prints precision and recall by bound.

Over the labelled pairs of `tests/samples/works/pairs.txt`, half of them chosen to be hard; then the time it takes to
hold every spelling of a big library against all others.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.summaries.work_pairs import pairs
from tui.summaries import sameness


def measured(alike: float, by_one: float) -> tuple[float, float, list[str]]:
    """Return precision, recall and what was got wrong, with these bounds."""
    before = sameness.ALIKE, sameness.ALIKE_BY_ONE
    sameness.ALIKE, sameness.ALIKE_BY_ONE = alike, by_one
    try:
        told = [(same, sameness.likeness(one, other) > 0, one, other) for same, one, other in pairs()]
    finally:
        sameness.ALIKE, sameness.ALIKE_BY_ONE = before
    joined = [same for same, found, *_ in told if found]
    wrong = [
        f"{'missed' if same else 'wrongly joined'}: {one.title} ({one.year}) / {other.title} ({other.year})"
        for same, found, one, other in told
        if same != found
    ]
    return sum(joined) / max(1, len(joined)), sum(joined) / sum(same for same, *_ in told), wrong


def main() -> None:
    """Print every figure."""
    known = pairs()
    print(f"{len(known)} pairs, {sum(same for same, *_ in known)} of them one work")
    print("bound   precision  recall   (with a director in common: the bound below it)")
    for alike in (80.0, 84.0, 86.0, 88.0, 90.0, 92.0, 93.0, 94.0, 95.0, 96.0, 97.0, 98.0, 100.0):
        precision, recall, _ = measured(alike, min(alike, sameness.ALIKE_BY_ONE))
        print(f"{alike:5.0f} {precision:10.3f} {recall:8.3f}{'   <- in force' if alike == sameness.ALIKE else ''}")
    print("with a director in common")
    for by_one in (70.0, 75.0, 80.0, 84.0, 88.0, 92.0, 96.0, 100.0):
        precision, recall, _ = measured(sameness.ALIKE, by_one)
        mark = "   <- in force" if by_one == sameness.ALIKE_BY_ONE else ""
        print(f"{by_one:5.0f} {precision:10.3f} {recall:8.3f}{mark}")
    for line in measured(sameness.ALIKE, sameness.ALIKE_BY_ONE)[2]:
        print(f"  {line}")
    if "--big" in sys.argv:
        held_against_all()


def held_against_all() -> None:
    """Print how long it takes to join the works of 100,000 reviews, and then of one refresh."""
    from tests.benchmarks.library_making import NAME, copy, made
    from tui.store.library import Library

    with tempfile.TemporaryDirectory() as folder, Library.open(copy(made(), Path(folder)) / NAME) as library:
        began, held = time.perf_counter(), 0
        while some := library.join_works():
            held += some
        taken = time.perf_counter() - began
        print(f"{held:,} works held against all: {taken:.1f} s, {taken / max(1, held) * 1000:.2f} ms each")


if __name__ == "__main__":
    main()
