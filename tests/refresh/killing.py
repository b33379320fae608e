"""Runs refreshes and backfills in child processes and kills them (SIGKILL) at random moments: `killing.py URL FOLDER`.

Several libraries take turns, so that a run is killed that resumes what was killed before. A library that a run got to
the end of is checked, and a new one begins in its place. At the end each is completed and checked. A process apart,
as only one without threads may fork: a fork costs a millisecond, an interpreter with all it imports a second.
"""

import asyncio
import os
import random
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.makers import NOON
from tui.model.listing import Sort
from tui.model.query import Query
from tui.refresh.archives import Archivist
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

KILLS = 50
LIBRARIES = 4
CRITICS = 2
POSTS = 23
SLACK = 0.9
"""A kill comes within this many times the time a whole run takes."""


async def run(library: Library) -> None:
    """Refresh every critic, then take the archives."""
    critics = [standing.critic for standing in library.standings()]
    async with Web() as web:
        async for outcome in Refresher(library, web, lambda: NOON, processes=0).refresh(critics):
            assert outcome.kind != "failed", outcome.reason
        for critic in critics:
            async for told in Archivist(library, web, lambda: NOON, pause=0, patience=0).backfill(critic):
                assert told.end != "failed", told.reason


def begin(path: Path, url: str) -> None:
    """Make a library that knows the critics and nothing of what they wrote."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    with Library.open(path) as library:
        for number in range(CRITICS):
            library.subscribe(f"{url}/{number}/feed/", name=f"Critic {number}", now=NOON)


def start(path: Path) -> int:
    """Run in a child; return its number."""
    child = os.fork()
    if child:
        return child
    try:
        with Library.open(path) as library:
            asyncio.run(run(library))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def end(child: int, status: int | None = None) -> None:
    """Wait for a run that nobody kills."""
    status = os.waitpid(child, 0)[1] if status is None else status
    assert status == 0, f"a run failed with {status}"


def kept(path: Path) -> set[tuple[int, str]]:
    """Return (critic, guid) of every review; the file is sound and each can be read whole."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Library.open(path) as library:
        reviews = library.reviews(library.order(Query(), Sort.NEWEST))
        assert all("patient film" in review.draft.text and review.draft.grade for review in reviews)
        guids = {(review.critic_id, review.draft.guid) for review in reviews}
        assert len(guids) == len({(review.critic_id, review.draft.url) for review in reviews}) == len(reviews)
        assert sum(standing.reviews for standing in library.standings()) == len(reviews)
        return guids


def check(path: Path) -> None:
    """Assert that a library holds everything, once, and that a search finds it."""
    assert len(kept(path)) == CRITICS * POSTS, f"{len(kept(path))} reviews"
    with Library.open(path) as library:
        assert library.index_pending() == 0
        assert all(library.archive(standing.critic.id).whole for standing in library.standings())


def main(url: str, folder: Path) -> None:
    """Kill, and complete."""
    moments = random.Random(7)
    paths = [folder / f"{number}.sqlite3" for number in range(LIBRARIES)]
    for path in paths:
        begin(path, url)
    with Library.open(paths[-1]) as library:
        asyncio.run(run(library))  # imports all that a run needs, once for every fork; its threads end with it
    begin(paths[-1], url)
    began = time.monotonic()
    end(start(paths[0]))
    whole = time.monotonic() - began
    check(paths[0])
    begin(paths[0], url)
    kills = turn = midway = 0
    while kills < KILLS:
        path = paths[turn % LIBRARIES]
        turn += 1
        before = kept(path)
        child = start(path)
        time.sleep(moments.uniform(0, whole * SLACK))
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            end(child, status)
            check(path)
            begin(path, url)
            continue
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        kills += 1
        after = kept(path)
        assert before <= after, "something was lost"
        midway += len(before) < len(after) < CRITICS * POSTS
    for path in paths:
        end(start(path))
        check(path)
    print(f"{kills} kills, {midway} of them after something new was kept and before all was; a run takes {whole:.2f} s")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
