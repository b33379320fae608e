"""Who asks: this process and a second one, what is left when that is killed, and what it must not be given."""

import asyncio
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.loopback import Asked, Reply, Site
from tests.makers import make_critic
from tests.refresh.apart_making import asking_elsewhere, with_project
from tui.model.outcome import Answer, Fetched, Unchanged
from tui.refresh.asking import AT_ONCE, Asker, Askers, may_be_shared
from tui.web.client import Web


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)


@pytest.fixture
def address(site: Site) -> str:
    site.feed("/feed", "<rss/>", etag='"fog"')
    return f"{site.url}/feed"


@pytest.fixture
async def askers(web: Web, address: str) -> AsyncIterator[Askers]:
    async with Askers(web, asking_elsewhere, frozenset({address}), fewest=1) as askers:
        yield askers


async def second(askers: Askers, address: str, turns: AsyncExitStack) -> Asker:
    """Take every turn of this process, and one of the other."""
    for _ in range(AT_ONCE):
        await turns.enter_async_context(askers.turn(address))
    return await turns.enter_async_context(askers.turn(address))


def who_asked(site: Site) -> list[str]:
    return [asked.headers["user-agent"] for asked in site.asked]


async def test_when_this_process_has_its_hands_full_another_asks(askers: Askers, site: Site, address: str) -> None:
    async with AsyncExitStack() as turns:
        asker = await second(askers, address, turns)
        answers = [await asker.get(address, etag='"fog"'), await asker.get(address)]
    assert answers[0] == Unchanged(address)
    assert isinstance(answers[1], Fetched)
    assert answers[1].body == b"<rss/>"
    assert who_asked(site) == ["Elsewhere", "Elsewhere"]


async def test_many_answers_find_whoever_asked(askers: Askers, site: Site, address: str) -> None:
    for number in range(40):
        site.answers[f"/{number}"] = str(number).encode()
    async with AsyncExitStack() as turns:
        asker = await second(askers, address, turns)
        answers = await asyncio.gather(*(asker.get(f"{site.url}/{number}") for number in range(40)))
    assert [body(answer) for answer in answers] == [str(number) for number in range(40)]


async def test_what_is_not_to_be_shared_is_asked_here(askers: Askers, web: Web, site: Site) -> None:
    async with AsyncExitStack() as turns:
        for _ in range(AT_ONCE):
            assert await turns.enter_async_context(askers.turn(f"{site.url}/other")) is web
        with pytest.raises(TimeoutError):  # there are no more turns than that
            await asyncio.wait_for(turns.enter_async_context(askers.turn(f"{site.url}/other")), 0.05)


async def test_a_few_are_asked_without_starting_a_process(web: Web, address: str) -> None:
    async with Askers(web, asking_elsewhere, frozenset({address}), fewest=2) as askers, askers.turn(address) as asker:
        assert asker is web
        assert not multiprocessing.active_children()


async def test_where_it_is_killed_this_process_asks(askers: Askers, site: Site, address: str) -> None:
    site.answers["/slow"] = slowly
    async with AsyncExitStack() as turns:
        asker = await second(askers, address, turns)
        asked = asyncio.create_task(asker.get(f"{site.url}/slow"))
        assert await asyncio.to_thread(site.arrived.wait, 20)
        for child in multiprocessing.active_children():
            child.kill()
        assert body(await asked) == "late"
        assert body(await asker.get(f"{site.url}/slow")) == "late"
    assert [who.partition("/")[0] for who in who_asked(site)] == ["Elsewhere", "Matinee", "Matinee"]


async def test_it_ends_at_once_with_the_refresh_whatever_it_waits_for(web: Web, site: Site, address: str) -> None:
    site.answers["/slow"] = slowly
    async with Askers(web, asking_elsewhere, frozenset({address}), fewest=1) as askers, AsyncExitStack() as turns:
        asker = await second(askers, address, turns)
        asked = asyncio.create_task(asker.get(f"{site.url}/slow"))
        assert await asyncio.to_thread(site.arrived.wait, 20)
        asked.cancel()
        began = time.monotonic()
    assert time.monotonic() - began < 2
    assert not multiprocessing.active_children()


ALONE = """
import asyncio, multiprocessing, sys
from contextlib import AsyncExitStack
from tests.refresh.apart_making import asking_elsewhere
from tests.refresh.test_asking import second
from tui.refresh.asking import Askers
from tui.web.client import Web

async def main(address):
    async with Web() as web, Askers(web, asking_elsewhere, frozenset({address}), fewest=1) as askers:
        async with AsyncExitStack() as turns:
            await (await second(askers, address, turns)).get(address)
            print(*(child.pid for child in multiprocessing.active_children()), flush=True)
            await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
"""


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor: nothing is asked elsewhere")
def test_left_alone_by_one_that_was_killed_it_ends(address: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(ALONE)
    command = [sys.executable, str(script), address]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=with_project()) as parent:
        assert parent.stdout is not None
        (child,) = map(int, parent.stdout.readline().split())
        parent.kill()
    deadline = time.monotonic() + 20
    while runs(child):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_hosts_with_several_feeds_and_feeds_without_tags_are_not_shared() -> None:
    critics = [
        make_critic(id=1, feed_url="https://ada.example/feed"),
        make_critic(id=2, feed_url="https://many.example/one"),
        make_critic(id=3, feed_url="https://MANY.example/two"),
        make_critic(id=4, feed_url="https://bo.example/feed"),
    ]
    assert may_be_shared(critics, {1, 2, 3}) == {"https://ada.example/feed"}


def slowly(_: Asked) -> Reply:
    time.sleep(1)
    return Reply(b"late")


def body(answer: Answer) -> str:
    assert isinstance(answer, Fetched), answer
    return answer.body.decode()
