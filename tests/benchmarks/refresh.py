"""How long a refresh takes, and what of it: `python -m tests.benchmarks.refresh --feeds 100`.

Feeds as WordPress gives them (10 posts of 6 kB), each on its own loopback address, as feeds live on as many hosts and
many connections to one would measure httpx's pool. The server runs in a process of its own. Three rounds: everything
new, nothing changed (304), and the same bytes again from a server that knows no 304.
"""

import argparse
import asyncio
import multiprocessing
import random
import resource
import tempfile
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

_WORDS = (
    "the", "film", "a", "keeper", "horn", "fog", "light", "quiet", "story", "of", "grief", "house", "winter",
    "sister", "who", "leaves", "and", "returns", "scene", "camera", "patient", "lamp", "stairs", "boat",
    "morning", "answer", "second", "shot", "actor", "script", "plays", "against", "with", "every", "which",
    "under", "nobody",
)  # fmt: skip
_SERVER = "server"
_NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)


def feed(number: int, posts: int, size: int) -> bytes:
    """Return one critic's feed; the same number gives the same bytes."""
    dice = random.Random(number)
    items = "".join(_item(dice, number, post, size) for post in range(posts))
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
	<title>Critic {number}</title>
	<link>https://critic{number}.example</link>
	<description>Reviews</description>
	<language>en-US</language>
	<generator>https://wordpress.org/?v=6.8.2</generator>
{items}</channel></rss>""".encode()


def _item(dice: random.Random, critic: int, post: int, size: int) -> str:
    title = " ".join(dice.choice(_WORDS) for _ in range(3)).title()
    url = f"https://critic{critic}.example/{post}"
    paragraphs = ["<p>Directed By Ilse Marrow</p>", "<p>Starring &#8211; Tomas Vey, Petra Lund</p>"]
    while sum(map(len, paragraphs)) < size:
        words = " ".join(dice.choice(_WORDS) for _ in range(70))
        paragraphs.append(f'<p>{words.capitalize()}, <em>&#8220;Fog&#8221;</em> and <a href="{url}">more</a>.</p>')
    text = "\n".join([*paragraphs, f"<p>My Grade: {dice.randint(1, 10)}/10 or B-</p>"])
    return f"""	<item>
		<title>{title} &#8211; {post}</title>
		<link>{url}/</link>
		<comments>{url}/#comments</comments>
		<dc:creator><![CDATA[Critic {critic}]]></dc:creator>
		<pubDate>Sat, {post % 28 + 1:02} Feb 2026 05:28:00 +0000</pubDate>
		<category><![CDATA[Reviews]]></category>
		<category><![CDATA[Drama]]></category>
		<guid isPermaLink="false">https://critic{critic}.example/?p={post}</guid>
		<description><![CDATA[{text[80:380]} [&#8230;]]]></description>
		<content:encoded><![CDATA[{text}]]></content:encoded>
		<wfw:commentRss>{url}/feed/</wfw:commentRss>
		<slash:comments>{post}</slash:comments>
	</item>
"""


def address(number: int) -> str:
    """Return a loopback address of its own for each feed."""
    return f"127.{number // 60_000 + 1}.{number // 250 % 240 + 1}.{number % 250 + 1}"


async def _serve(bodies: list[bytes], ready: Connection) -> None:
    """A server that costs as little as it can: it reads to the blank line and answers."""
    heads = [f'ETag: "{number}"\r\nConnection: close\r\n'.encode() for number in range(len(bodies))]

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        number = int(request.split(b" ", 2)[1].rsplit(b"/", 1)[1])
        if b"if-none-match" in request.lower():
            writer.write(b"HTTP/1.1 304 Not Modified\r\n" + heads[number] + b"\r\n")
        else:
            body = bodies[number]
            length = b"Content-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n" % len(body)
            writer.write(b"HTTP/1.1 200 OK\r\n" + heads[number] + length + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "0.0.0.0", 0, backlog=1_000)
    ready.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _run_server(feeds: int, posts: int, size: int, ready: Connection) -> None:
    asyncio.run(_serve([feed(number, posts, size) for number in range(feeds)], ready))


async def _round(name: str, library: Library, processes: int | None) -> None:
    critics = [standing.critic for standing in library.standings()]
    own, children = _cpu()
    began = time.perf_counter()
    outcomes = []
    first = 0.0
    async with Web() as web:
        async for outcome in Refresher(library, web, lambda: _NOW, processes=processes).refresh(critics):
            first = first or time.perf_counter() - began
            outcomes.append(outcome)
            told = time.perf_counter() - began
    seconds = time.perf_counter() - began
    for reader in multiprocessing.active_children():
        if reader.name != _SERVER:
            reader.join()  # only then its time is counted
    own, children = _cpu()[0] - own, _cpu()[1] - children
    failed = [outcome.reason for outcome in outcomes if outcome.kind == "failed"]
    new = sum(outcome.new for outcome in outcomes)
    print(
        f"{name:<11}{seconds:6.2f} s: first outcome {first:.2f}, last {told:.2f}, then the index.  CPU {own:.2f} s"
        f" + {children:.2f} in processes.  {new} new, {len(failed)} failed {failed[:1] or ''}"
    )


def _cpu() -> tuple[float, float]:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return usages[0].ru_utime + usages[0].ru_stime, usages[1].ru_utime + usages[1].ru_stime


def main() -> None:
    """Run the three rounds and print a line each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--feeds", type=int, default=100)
    options.add_argument("--posts", type=int, default=10)
    options.add_argument("--size", type=int, default=6_000, help="characters of a post")
    options.add_argument("--processes", type=int, default=None, help="processes that read feeds; 0 for threads only")
    given = options.parse_args()
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    server = spawn.Process(
        target=_run_server, args=(given.feeds, given.posts, given.size, theirs), name=_SERVER, daemon=True
    )
    server.start()
    port = ours.recv()
    try:
        with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.sqlite") as library:
            for number in range(given.feeds):
                url = f"http://{address(number)}:{port}/{number}"
                library.subscribe(url, name=f"Critic {number}", now=_NOW)
            asyncio.run(_round("all new", library, given.processes))
            asyncio.run(_round("all 304", library, given.processes))
            for critic_id, state in library.states().items():
                _forget_tags(library, critic_id, state.body_hash)
            asyncio.run(_round("same bytes", library, given.processes))
    finally:
        server.terminate()
    peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"peak memory {peaks[0]:.0f} MB; of the largest process beside it {peaks[1]:.0f} MB")


def _forget_tags(library: Library, critic_id: int, body_hash: str) -> None:
    """Leave of what the server said only the digest, as from a server that gives neither tag nor date."""
    from tui.model.critic import FeedState
    from tui.model.outcome import FeedOutcome
    from tui.refresh.visits import READER

    state = FeedState(body_hash=body_hash, reader=READER, checked=_NOW)
    library.record(FeedOutcome(critic_id, "", "unchanged", _NOW), state)


if __name__ == "__main__":
    main()
