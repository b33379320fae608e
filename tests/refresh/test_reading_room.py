import asyncio
import multiprocessing

from tests.makers import NOON
from tests.refresh.feeds import post, rss
from tui.model.outcome import Failed, Fetched
from tui.refresh.reading import Read
from tui.refresh.reading_room import ReadingRoom

FEED = Fetched("https://critic.example/feed", rss(post(1)).encode())


def guids(read: Read | Failed) -> list[str]:
    assert isinstance(read, Read)
    return [entry.guid for entry in read.feed.entries]


async def test_a_few_feeds_are_read_without_starting_a_process() -> None:
    with ReadingRoom(2) as room:
        assert guids(await room.read(FEED, NOON, every=True)) == ["post-1"]
        assert not room.busy


async def test_a_queue_is_read_by_other_processes_and_comes_back_whole() -> None:
    with ReadingRoom(1) as room:
        reads = await asyncio.gather(*(room.read(FEED, NOON, every=True) for _ in range(12)))
        assert room.busy
    assert [guids(read) for read in reads] == [["post-1"]] * 12


async def test_a_process_that_is_killed_loses_nothing() -> None:
    with ReadingRoom(1) as room:
        await asyncio.gather(*(room.read(FEED, NOON, every=False) for _ in range(10)))
        for child in multiprocessing.active_children():
            child.kill()
        reads = await asyncio.gather(*(room.read(FEED, NOON, every=False) for _ in range(3)))
    assert [guids(read) for read in reads] == [["post-1"]] * 3
