"""Feeds as WordPress gives them, from a server on loopback that costs next to nothing, in a process of its own.

Each feed has an address of its own in 127.0.0.0/8, as feeds live on as many hosts: many connections to one would
measure how a client looks through its pool. `turn` makes every feed change: one post more, and another ETag.
"""

import asyncio
import multiprocessing
import random
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

POSTS = 10
SIZE = 6_000
"""Characters of a post."""
_WORDS = (
    "the", "film", "a", "keeper", "horn", "fog", "light", "quiet", "story", "of", "grief", "house", "winter",
    "sister", "who", "leaves", "and", "returns", "scene", "camera", "patient", "lamp", "stairs", "boat",
    "morning", "answer", "second", "shot", "actor", "script", "plays", "against", "with", "every", "which",
    "under", "nobody",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """The server, from outside."""

    port: int

    def url(self, number: int) -> str:
        """Return where feed `number` stands."""
        return f"http://{address(number)}:{self.port}/{number}"

    def turn(self, generation: int) -> None:
        """Let every feed have so many posts more than it began with."""
        urllib.request.urlopen(f"http://127.0.0.1:{self.port}/turn/{generation}", timeout=120).close()


def address(number: int) -> str:
    """Return a loopback address of its own for each feed."""
    return f"127.{number // 60_000 + 1}.{number // 250 % 240 + 1}.{number % 250 + 1}"


def feed(number: int, posts: int = POSTS, size: int = SIZE, generation: int = 0) -> bytes:
    """Return one critic's feed, the newest post first; the same numbers give the same bytes."""
    items = "".join(_item(number, post, size) for post in range(posts + generation - 1, generation - 1, -1))
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


def _item(critic: int, post: int, size: int) -> str:
    dice = random.Random(f"{critic} {post}")
    title = " ".join(dice.choice(_WORDS) for _ in range(3)).title()
    url = f"https://critic{critic}.example/{post}"
    paragraphs = ["<p>Directed By Ilse Marrow</p>", "<p>Starring &#8211; Tomas Vey, Petra Lund</p>"]
    written = 0
    while written < size:
        words = " ".join(dice.choices(_WORDS, k=70))
        paragraphs.append(f'<p>{words.capitalize()}, <em>&#8220;Fog&#8221;</em> and <a href="{url}">more</a>.</p>')
        written += len(paragraphs[-1])
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


class _Answer(asyncio.Protocol):
    """Reads to the blank line and answers from what is made already."""

    def __init__(self, shelf: "_Shelf") -> None:
        self._shelf = shelf
        self._asked = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._asked += data
        if b"\r\n\r\n" in self._asked:
            self._transport.write(self._shelf.answer(self._asked))
            self._transport.close()


class _Shelf:
    def __init__(self, feeds: int, posts: int, size: int) -> None:
        self._kind = (feeds, posts, size)
        self.turn(0)

    def turn(self, generation: int) -> None:
        feeds, posts, size = self._kind
        self._generation = generation
        self._bodies = [feed(number, posts, size, generation) for number in range(feeds)]

    def answer(self, asked: bytes) -> bytes:
        path = asked.split(b" ", 2)[1]
        if path.startswith(b"/turn/"):
            self.turn(int(path[6:]))
            return b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
        name = path[1:]
        if not name.isdigit() or int(name) >= len(self._bodies):
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        tag = b'"%s-%d"' % (name, self._generation)
        head = b"ETag: %s\r\nConnection: close\r\n" % tag
        if tag in asked:
            return b"HTTP/1.1 304 Not Modified\r\n" + head + b"\r\n"
        body = self._bodies[int(name)]
        length = b"Content-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n" % len(body)
        return b"HTTP/1.1 200 OK\r\n" + head + length + body


async def _serve(shelf: _Shelf, ready: Connection) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: _Answer(shelf), "0.0.0.0", 0, backlog=2_000)
    ready.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _run(feeds: int, posts: int, size: int, ready: Connection) -> None:
    asyncio.run(_serve(_Shelf(feeds, posts, size), ready))


@contextmanager
def serving(feeds: int, posts: int = POSTS, size: int = SIZE) -> Iterator[Site]:
    """Serve so many feeds as long as the block lasts."""
    ready, told = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_run, args=(feeds, posts, size, told), daemon=True)
    server.start()
    try:
        yield Site(ready.recv())
    finally:
        server.kill()
        server.join()
