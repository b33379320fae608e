"""A big library for benchmarks: `made(100_000)` returns the folder of one, made once and kept.

    python -m tests.benchmarks.library_making              100,000 reviews of 6 KB by 200 critics of 20,000 works
    python -m tests.benchmarks.library_making 1000000 --no-text

Kept under `tests/benchmarks/.work/` (git ignores it), or where `MATINEE_BENCHMARKS` says. What is kept is for reading:
who writes takes a `copy`.
"""

import argparse
import os
import shutil
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.benchmarks.inventing import LENGTH, NOW, World
from tui.model.critic import FeedState
from tui.model.outcome import FeedOutcome
from tui.model.query import Query
from tui.store.library import Library

MAKING = 1
"""Counted up whenever what is made changes: what was kept is made anew."""
WORK = Path(os.environ.get("MATINEE_BENCHMARKS") or Path(__file__).parent / ".work")
NAME = "library.sqlite3"
CRITICS = 200
WORKS = 20_000
_UNREAD = 25
"""One review in so many is unread, beside the newest few of everyone."""
_AT_ONCE = 1_000


def made(reviews: int = 100_000, *, text: bool = True, critics: int = CRITICS) -> Path:
    """Return the folder in which such a library stands as `library.sqlite3`, made now if it was not before."""
    folder = WORK / f"{reviews}-{critics}-{'text' if text else 'bare'}-{MAKING}"
    if not (folder / NAME).exists():
        began = time.perf_counter()
        _say(f"Making a library of {reviews:,} reviews in {folder}; it is kept for the next time")
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        _make(part, reviews, World(critics, WORKS, LENGTH if text else 0))
        part.rename(folder)
        _say(f"Made in {time.perf_counter() - began:.0f} s, {(folder / NAME).stat().st_size / 1e6:.0f} MB")
    Library.open(folder / NAME).close()  # what was kept may be of an older format
    return folder


def copy(folder: Path, to: Path) -> Path:
    """Copy a library into the folder `to`, for who writes; return that folder."""
    to.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / NAME, to / NAME)
    return to


def shares(reviews: int, critics: int) -> list[int]:
    """Return how many reviews each critic wrote: the busiest some eight times as many as the laziest."""
    weights = [1 / (rank + critics / 7) for rank in range(critics)]
    counts = [int(reviews * weight / sum(weights)) for weight in weights]
    counts[0] += reviews - sum(counts)
    return counts


def _make(folder: Path, reviews: int, world: World) -> None:
    with Library.open(folder / NAME) as library:
        indexes = _without_indexes(folder / NAME)
        for number, count in enumerate(shares(reviews, len(world.critics))):
            _fill(library, world, number, count)
            if number % 20 == 19:
                _say(f"  {number + 1} critics of {len(world.critics)}")
        while world.length and library.index_pending(_AT_ONCE):
            pass
        _mark(folder / NAME, indexes)
        assert library.count(Query()) == reviews


def _fill(library: Library, world: World, number: int, count: int) -> None:
    person = world.critics[number]
    critic = library.subscribe(person.feed_url, name=person.name, tags=person.tags, now=NOW)
    state = FeedState(etag=f'"{number}"', checked=NOW)
    drafts = list(world.reviews(number, count))
    for start in range(0, count, _AT_ONCE):
        some = drafts[start : start + _AT_ONCE]
        outcome = FeedOutcome(critic.id, critic.name, "changed", NOW, 0.2, new=len(some))
        library.take(critic.id, add=some, change=(), counts=(), state=state, outcome=outcome, index=False)


def _without_indexes(path: Path) -> list[str]:
    """Take the list's indexes away while rows come in, but what triggers ask; return what makes them again."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'review'"
            " AND sql NOT LIKE '%UNIQUE%' AND name NOT IN ('review_unindexed', 'review_of_work', 'review_spelled')"
        ).fetchall()
        for name, _ in found:
            connection.execute(f"DROP INDEX {name}")
        connection.commit()
    return [sql for _, sql in found]


def _mark(path: Path, indexes: list[str]) -> None:
    """Mark most as read, as after years of reading; then make the indexes."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA cache_size = -200000")
        recent = int(NOW.timestamp()) - 14 * 86_400
        connection.execute(
            "UPDATE review SET read = 1, read_at = published + 86400 WHERE published < ? AND id % ?", (recent, _UNREAD)
        )
        connection.execute("UPDATE review SET starred = 1, starred_at = published + 90000 WHERE id % 97 = 0")
        for sql in indexes:
            connection.execute(sql)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def main() -> None:
    """Make one and say where it stands."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("reviews", type=int, nargs="?", default=100_000)
    options.add_argument("--no-text", dest="text", action="store_false")
    given = options.parse_args()
    print(made(given.reviews, text=given.text))


if __name__ == "__main__":
    main()
