"""A refresh that is killed (SIGKILL, no farewell) loses nothing, doubles nothing, and the next one completes it."""

import re
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.loopback import Asked, Reply, Site
from tests.makers import NOON
from tests.refresh import killing
from tests.refresh.archive_making import Blog, wordpress
from tests.refresh.feeds import post, rss
from tui.model.listing import Sort
from tui.model.query import Query
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

ROOT = Path(__file__).parent.parent.parent
FEEDS, POSTS = 12, 5
CHILD = """
import asyncio, sys
from pathlib import Path
from tests.makers import NOON
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

async def main():
    library = Library.open(Path(sys.argv[1]))
    critics = [standing.critic for standing in library.standings()]
    async with Web() as web:
        async for outcome in Refresher(library, web, lambda: NOON, processes=0).refresh(critics):
            print(outcome.critic, outcome.new, flush=True)

asyncio.run(main())
"""


def kill_after(told: int, path: Path) -> None:
    """Refresh the library in another process, and kill that once it told of so many feeds."""
    command = [sys.executable, "-c", CHILD, str(path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert child.stdout is not None
    with child:
        for _ in range(told):
            assert child.stdout.readline()
        child.kill()


@pytest.mark.parametrize("told", [1, 4, 9])
async def test_a_killed_refresh_is_completed_by_the_next(library: Library, web: Web, site: Site, told: int) -> None:
    for number in range(FEEDS):
        site.feed(f"/{number}", rss(*(post(n) for n in range(POSTS))), etag='"1"')
        library.subscribe(f"{site.url}/{number}", name=f"Critic {number}", now=NOON)
    kill_after(told, library.path)
    standings = library.standings()
    assert sum(standing.reviews == POSTS for standing in standings) >= told
    assert {standing.reviews for standing in standings} <= {0, POSTS}
    critics = [standing.critic for standing in standings]
    outcomes = [outcome async for outcome in Refresher(library, web, lambda: NOON, processes=0).refresh(critics)]
    assert not [outcome for outcome in outcomes if outcome.kind == "failed"]
    assert len(library.order(Query(), Sort.NEWEST)) == FEEDS * POSTS
    assert library.index_pending() == 0


def test_killed_at_fifty_random_moments_nothing_is_lost_and_nothing_doubled(site: Site, tmp_path: Path) -> None:
    """Refresh and backfill, both; what is asserted stands in `killing.py`."""

    def answer(asked: Asked) -> Reply:
        _, critic, rest = asked.path.split("/", 2)
        blog = blogs[critic]
        parts = urlsplit(f"/{rest}")
        return wordpress(blog, parts.path, dict(parse_qsl(parts.query)))

    blogs = {str(number): Blog(site, killing.POSTS, wordpress) for number in range(killing.CRITICS)}
    site.otherwise = answer
    command = [sys.executable, "-m", "tests.refresh.killing", site.url, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=100, check=False)
    assert ran.returncode == 0, ran.stderr
    kills, midway = re.findall(r"\d+", ran.stdout)[:2]
    assert int(kills) == killing.KILLS
    assert int(midway) >= 5, ran.stdout


READING = """
import asyncio, multiprocessing
from tests.makers import NOON
from tests.refresh.feeds import post, rss
from tui.model.outcome import Fetched
from tui.refresh.reading_room import ReadingRoom

async def main():
    feed = Fetched("https://critic.example/feed", rss(post(1)).encode())
    with ReadingRoom(1) as room:
        await asyncio.gather(*(room.read(feed, NOON, every=False) for _ in range(12)))
        print(multiprocessing.active_children()[0].pid, flush=True)
        await asyncio.Event().wait()

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_processes_end_with_the_one_that_was_killed(tmp_path: Path) -> None:
    (tmp_path / "reading.py").write_text(READING)
    command = [sys.executable, str(tmp_path / "reading.py")]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    assert parent.stdout is not None
    with parent:
        reader = Path(f"/proc/{int(parent.stdout.readline())}")
        parent.kill()
    deadline = time.monotonic() + 10
    while reader.exists() and "Z" not in (reader / "stat").read_text().split()[2]:
        assert time.monotonic() < deadline, "the reading process outlived the one it read for"
        time.sleep(0.01)
