import asyncio
import multiprocessing
import subprocess
import sys
from pathlib import Path

from tests.makers import NOON
from tests.refresh.apart_making import with_project
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


SWALLOWED = """
import asyncio, io, sys
from tests.makers import NOON
from tests.refresh.test_reading_room import FEED, guids
from tui.refresh.reading_room import ReadingRoom

class Captured(io.StringIO):
    def fileno(self):
        return -1

async def main():
    with ReadingRoom(1) as room:
        reads = await asyncio.gather(*(room.read(FEED, NOON, every=True) for _ in range(12)))
        assert room.busy
    print([guids(read) for read in reads] == [["post-1"]] * 12)

if __name__ == "__main__":
    sys.stderr = Captured()
    asyncio.run(main())
"""


def test_processes_start_while_standard_error_is_taken_in_as_textual_does(tmp_path: Path) -> None:
    """In an interpreter of its own: what is asked for that stream's number is started once an interpreter."""
    script = tmp_path / "script.py"
    script.write_text(SWALLOWED)
    run = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, env=with_project(), timeout=60)
    assert (run.stdout.strip(), run.stderr) == ("True", "")
