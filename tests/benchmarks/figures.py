"""What each figure costs in a big library: `python -m tests.benchmarks.figures [REVIEWS]`.

100,000 reviews by 200 critics of 20,000 works, 400 of them graded by the reader; ms of the call that a screen makes
after a key, the first time (nothing of the file in memory of ours) and the median of the next. The bar is 150 ms for a
whole screen. `in a thread` is what a screen shows later, behind what it shows at once.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.inventing import NOW
from tests.benchmarks.library_making import NAME, copy, made
from tui.grading.by_hand import read_mine
from tui.model.mine import Mine
from tui.model.query_language import parse
from tui.model.works import NATURAL, WorkChoice, WorkSort, WorksShown
from tui.store.library import Library

Call = Callable[[Library], object]
_TIMES = 7


def calls(library: Library) -> dict[str, Call]:
    """Return each call by its name."""
    busiest = max(library.standings(), key=lambda each: each.graded).critic.id
    by_count = library.work_order(WorksShown(sort=WorkSort.COUNT))
    biggest, unseen = by_count[0], by_count[len(by_count) // 2]
    narrowed = parse("year>=2015", now=NOW)
    found: dict[str, Call] = {
        "profile of the busiest critic": lambda lib: lib.profile(busiest),
        "agreements of one critic": lambda lib: lib.agreements_of(busiest),
        "work page, the most reviewed": lambda lib: lib.work_page(biggest),
        "work page, one foretold": lambda lib: lib.work_page(unseen),
        "overview": lambda lib: lib.overview(),
        "overview of year>=2015": lambda lib: lib.overview(narrowed),
        "taste, after a grade": _taste_anew,
        "works by words": lambda lib: lib.works(WorksShown(words="foghorn")),
        "works of a director": lambda lib: lib.works(WorksShown(director="quill")),
        "works, all numbers in order": lambda lib: lib.work_order(WorksShown()),
    }
    for sort in WorkSort:
        found[f"works by {sort}"] = lambda lib, sort=sort: lib.works(WorksShown(sort=sort))  # type: ignore[misc]
    for choice in WorkChoice:
        shown = WorksShown(choice=choice, sort=NATURAL.get(choice, WorkSort.CONSENSUS))
        found[f"works: {choice}"] = lambda lib, shown=shown: lib.works(shown)  # type: ignore[misc]
    return found


THREAD: dict[str, Call] = {
    "agreements of all critics": lambda lib: lib.agreements(),
    "works you should like": lambda lib: lib.suggestions(50),
}


def _taste_anew(library: Library) -> object:
    library._known_taste = None
    return library.taste()


def _grade(library: Library) -> None:
    dice = random.Random(7)
    seen = dice.sample(list(library.work_order(WorksShown(sort=WorkSort.COUNT)))[:3_000], 400)
    for work in seen:
        library.put_mine(work, Mine(read_mine(f"{dice.randint(2, 10)}/10"), seen=True), now=NOW)


def _agree(library: Library) -> int:
    """Return how many works there are, after holding what is kept of each against its reviews, one by one."""
    newest: dict[int, dict[int, tuple[int, int, float]]] = {}
    with library._connections.reading_at_once() as connection:
        for work, critic, *graded in connection.execute(
            "SELECT work_id, critic_id, published, id, score FROM review WHERE work_id AND score IS NOT NULL"
        ):
            of_work = newest.setdefault(work, {})
            of_work[critic] = max(of_work.get(critic, (0, 0, 0.0)), tuple(graded))
        reviews = dict(connection.execute("SELECT work_id, count(*) FROM review GROUP BY work_id HAVING work_id"))
    rows = library.work_rows(library.work_order(WorksShown()))
    assert {row.id: row.reviews for row in rows} == reviews
    for row in rows:
        scores = [score for *_, score in newest.get(row.id, {}).values()]
        assert row.critics == len(scores)
        assert row.mean is None if not scores else abs((row.mean or 0) - statistics.fmean(scores)) < 0.051
        assert row.spread is None if len(scores) < 2 else abs((row.spread or 0) - statistics.pstdev(scores)) < 0.051
    return len(rows)


def _taken(call: Call, library: Library) -> float:
    began = time.perf_counter()
    call(library)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print every figure."""
    reviews = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = copy(made(reviews), Path(folder)) / NAME
        with Library.open(path) as library:
            _grade(library)
            every = calls(library)
        print(f"{reviews:,} reviews, 200 critics, 20,000 works      first   median   ms")
        slowest = 0.0
        for name, call in every.items():
            with Library.open(path) as library:
                first = _taken(call, library)
                median = statistics.median(_taken(call, library) for _ in range(_TIMES))
            slowest = max(slowest, first)
            print(f"{name:44} {first:8.1f} {median:8.1f}", flush=True)
        for name, call in THREAD.items():
            with Library.open(path) as library:
                print(f"{name:44} {_taken(call, library):8.0f}          in a thread")
        with Library.open(path) as library:
            print(f"{_agree(library):,} works: every count, mean and spread is what their reviews give one by one")
        print(f"slowest of what a key waits for: {slowest:.0f} ms")


if __name__ == "__main__":
    main()
