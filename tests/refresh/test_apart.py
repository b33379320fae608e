"""A refresh in another process: what comes back, how it stops, and what is left when either side is killed."""

import multiprocessing
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Callable
from functools import partial
from pathlib import Path

import pytest

from tests.loopback import Asked, Reply, Site
from tests.makers import NOON
from tests.refresh.apart_making import broken, opened, with_project
from tests.refresh.feeds import post, rss
from tui.model.critic import Critic
from tui.model.errors import Failure, RefreshUnderWay
from tui.model.listing import Sort
from tui.model.outcome import FeedOutcome
from tui.model.query import Query
from tui.refresh.apart import Opening, RefresherApart
from tui.store.library import Library
from tui.web.client import Web

FEEDS = 6


@pytest.fixture
def critics(library: Library, site: Site) -> list[Critic]:
    for number in range(FEEDS):
        site.feed(f"/{number}", rss(post(1), post(2)))
        library.subscribe(f"{site.url}/{number}", name=f"Critic {number}", now=NOON)
    return [standing.critic for standing in library.standings()]


def apart(library: Library, web: Web, opening: Opening | None = None, fewest: int = 2) -> RefresherApart:
    return RefresherApart(library, web, lambda: NOON, opening or partial(opened, library.path), fewest=fewest)


async def reported(visits: AsyncGenerator[FeedOutcome, None]) -> list[tuple[str, str, int]]:
    return sorted([(outcome.critic, outcome.kind, outcome.new) async for outcome in visits])


def slow(delay: float) -> Callable[[Asked], Reply]:
    def answer(_: Asked) -> Reply:
        time.sleep(delay)
        return Reply(rss(post(1)).encode())

    return answer


async def test_outcomes_come_over_and_the_reviews_are_there(library: Library, web: Web, critics: list[Critic]) -> None:
    assert await reported(apart(library, web).refresh(critics)) == [
        (f"Critic {number}", "changed", 2) for number in range(FEEDS)
    ]
    assert len(library.order(Query(), Sort.NEWEST)) == 2 * FEEDS
    assert library.index_pending() == 0
    assert not multiprocessing.active_children()


async def test_a_few_feeds_are_visited_here(library: Library, web: Web, critics: list[Critic]) -> None:
    visits = apart(library, web, partial(broken, library.path), fewest=FEEDS + 1).refresh(critics)
    assert len(await reported(visits)) == FEEDS


async def test_another_refresh_under_way_is_told_as_ever(library: Library, web: Web, critics: list[Critic]) -> None:
    with library.refreshing(), pytest.raises(RefreshUnderWay):
        await reported(apart(library, web).refresh(critics))


async def test_what_breaks_over_there_is_told_here(library: Library, web: Web, critics: list[Critic]) -> None:
    with pytest.raises(Failure, match=r"RuntimeError: no way to library\.sqlite"):
        await reported(apart(library, web, partial(broken, library.path)).refresh(critics))


async def test_stopped_early_it_ends_over_there_and_the_rest_is_left(
    library: Library, web: Web, site: Site, critics: list[Critic]
) -> None:
    for number in range(1, FEEDS):
        site.answers[f"/{number}"] = slow(3)
    visits = apart(library, web).refresh(critics)
    assert (await anext(visits)).critic == "Critic 0"
    began = time.monotonic()
    await visits.aclose()
    assert time.monotonic() - began < 3
    assert not multiprocessing.active_children()
    assert len(library.order(Query(), Sort.NEWEST)) == 2
    with library.refreshing():
        pass  # nobody holds it any more


async def test_a_process_killed_over_there_is_told_and_nothing_is_lost(
    library: Library, web: Web, site: Site, critics: list[Critic]
) -> None:
    for number in range(1, FEEDS):
        site.answers[f"/{number}"] = slow(3)
    visits = apart(library, web).refresh(critics)
    await anext(visits)
    for child in multiprocessing.active_children():
        child.kill()
    with pytest.raises(Failure, match="ended from outside"):
        await anext(visits)
    assert len(library.order(Query(), Sort.NEWEST)) == 2


ALONE = """
import asyncio, sys
from functools import partial
from pathlib import Path
from tests.makers import NOON
from tests.refresh.apart_making import opened
from tui.refresh.apart import RefresherApart
from tui.store.library import Library
from tui.web.client import Web

async def main():
    library = Library.open(Path(sys.argv[1]))
    critics = [standing.critic for standing in library.standings()]
    async with Web() as web:
        refresher = RefresherApart(library, web, lambda: NOON, partial(opened, library.path), fewest=2)
        async for outcome in refresher.refresh(critics):
            print(outcome.critic, flush=True)

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_left_alone_by_one_that_was_killed_it_ends(
    library: Library, site: Site, critics: list[Critic], tmp_path: Path
) -> None:
    for number in range(1, len(critics)):
        site.answers[f"/{number}"] = slow(3)
    script = tmp_path / "script.py"
    script.write_text(ALONE)
    command = [sys.executable, str(script), str(library.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=with_project()) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline()
        parent.kill()
    deadline = time.monotonic() + 20
    while under_way(library):  # the other process holds the turnstile as long as it lives
        assert time.monotonic() < deadline
    assert len(library.order(Query(), Sort.NEWEST)) == 2


def under_way(library: Library) -> bool:
    try:
        with library.refreshing():
            return False
    except RefreshUnderWay:
        return True
