"""Where a first visit to a feed goes: each stage alone, in one process. `python -m tests.benchmarks.stages [FEEDS]`.

What cannot be left out, whatever the reader of grades costs, is the floor of a refresh: to fetch, to parse and to keep.
Under it stands what the interpreter and its modules take before the first request.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import feedparser

from tests.benchmarks.measures import Line, alternating, median, table, timed
from tests.benchmarks.serving import Site, serving
from tui.feeds.parsing import parse_feed
from tui.grading.reading import read_grade
from tui.model.critic import Critic, FeedState
from tui.model.entry import Feed
from tui.model.outcome import Fetched
from tui.refresh.reading import Read, read, read_entries
from tui.refresh.taking import take
from tui.refresh.visits import Visit
from tui.store.library import Library
from tui.web.client import Web

_AT_ONCE = 32
_WARM = 3
"""Feeds read before the clock starts: patterns are compiled then, and modules loaded."""


def measure(feeds: int) -> list[Line]:
    """Return a line for each stage: milliseconds of CPU a feed of ten posts."""
    now = datetime.now(UTC)
    with serving(feeds) as site, tempfile.TemporaryDirectory() as folder:
        answers: list[Fetched] = []
        fetch = _cost(lambda: answers.extend(asyncio.run(_fetched(site, feeds))))
        for answer in answers[:_WARM]:
            read(answer, now, every=True)
        bare = _cost(lambda: [_feedparser_alone(answer.body) for answer in answers])
        parsed: list[Feed] = []
        parse = _cost(lambda: parsed.extend(parse_feed(answer.body, url=answer.url) for answer in answers))
        drafts: list[Read] = []
        draft = _cost(lambda: drafts.extend(read_entries(feed, now) for feed in parsed))
        texts = [each.text for one in drafts for each in one.drafts.values()]
        grade = _cost(lambda: [read_grade(text) for text in texts])
        keep, index = _kept(Path(folder), answers, drafts, now)
    stages = {
        "fetch, through httpx": fetch,
        "parse: feedparser alone, its sanitiser off": bare,
        "parse, sanitised, addresses checked": parse,
        "draft: text, credits, work, grade": draft,
        "· of which the grades": grade,
        "keep: a transaction a feed, bodies compressed": keep,
        "index for the search": index,
    }
    lines = [Line(name, "-", f"{seconds / feeds * 1_000:.1f} ms") for name, seconds in stages.items()]
    whole = (fetch + parse + draft + keep + index) / feeds * 1_000
    least = (fetch + bare + keep + index) / feeds * 1_000
    return [
        *lines,
        Line("all of it", "-", f"{whole:.1f} ms"),
        Line("floor, no review read: fetch, feedparser, keep, index", "-", f"{least:.1f} ms"),
        Line("so 1,000 feeds on two processors: at best; no review read", "-",
             f"{whole / 2:.1f} s, {least / 2:.1f} s"),
    ]  # fmt: skip


def starting(runs: int) -> list[Line]:
    """Return what stands before the first request: Python, and the modules no refresh can do without."""
    needed = "import asyncio, sqlite3, httpx"
    bare, imports = alternating(
        runs,
        lambda _: timed([sys.executable, "-c", "pass"]),
        lambda _: timed([sys.executable, "-c", needed]),
    )
    return [
        Line("Python alone", "-", f"{median(bare).seconds:.2f} s"),
        Line(f"`{needed}`", "-", f"{median(imports).seconds:.2f} s"),
    ]


async def _fetched(site: Site, feeds: int) -> list[Fetched]:
    async with Web() as web:
        turns = asyncio.Semaphore(_AT_ONCE)

        async def one(number: int) -> Fetched:
            async with turns:
                answer = await web.get(site.url(number))
            assert isinstance(answer, Fetched), answer
            return answer

        return await asyncio.gather(*map(one, range(feeds)))


def _feedparser_alone(body: bytes) -> object:
    return feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)


def _kept(folder: Path, answers: list[Fetched], drafts: list[Read], now: datetime) -> tuple[float, float]:
    """Return the seconds of keeping, then of indexing, in a library of its own."""
    with Library.open(folder / "stages.db") as library:
        critics = [library.subscribe(answer.url, name=f"Critic {at}", now=now) for at, answer in enumerate(answers)]
        keep = _cost(
            lambda: [
                take(library, _visit(critic, now), answer, each)
                for critic, answer, each in zip(critics, answers, drafts, strict=True)
            ]
        )
        return keep, _cost(lambda: _index(library))


def _visit(critic: Critic, now: datetime) -> Visit:
    return Visit(critic, FeedState(), now, lambda: 0.0)


def _index(library: Library) -> None:
    while library.index_pending(50):
        pass


def _cost(work: Callable[[], object]) -> float:
    """Return the seconds of CPU, those of all threads."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    print(table([*measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100), *starting(7)]))
