"""What no HTTP library will send, byte by byte from a socket: each ends in time, with words, and without harm."""

import asyncio
import gzip
import socket
import struct
import zlib
from collections.abc import Awaitable, Callable

import pytest

from tui.model.outcome import Answer, Failed, Fetched
from tui.web.client import Limits, Web

BODY = b"<rss version='2.0'><channel><title>Fog</title></channel></rss>" * 20
Wire = asyncio.StreamWriter
Fault = Callable[[Wire], Awaitable[None]]


def head(*lines: str, status: str = "200 OK", length: int | None = None) -> bytes:
    told = [] if length is None else [f"Content-Length: {length}"]
    return "\r\n".join([f"HTTP/1.1 {status}", "Connection: close", *told, *lines, "", ""]).encode("latin-1")


async def asked(fault: Fault, **limits: float) -> Answer:
    """Serve one fault on loopback and ask for it."""

    async def answer(reader: asyncio.StreamReader, wire: Wire) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            await fault(wire)
            await wire.drain()
        except OSError:
            pass
        finally:
            wire.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server, Web(Limits(**{"body": 50_000, "seconds": 2.0, **limits})) as web:  # type: ignore[arg-type]
        return await web.get(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed")


def says(data: bytes) -> Fault:
    async def fault(wire: Wire) -> None:
        wire.write(data)

    return fault


def then_waits(data: bytes) -> Fault:
    async def fault(wire: Wire) -> None:
        wire.write(data)
        await wire.drain()
        await asyncio.sleep(5)

    return fault


def drips(data: bytes) -> Fault:
    async def fault(wire: Wire) -> None:
        for byte in data:
            wire.write(bytes([byte]))
            await wire.drain()
            await asyncio.sleep(0.02)

    return fault


async def resets(wire: Wire) -> None:
    wire.write(head(length=len(BODY)) + BODY[:100])
    await wire.drain()
    raw = wire.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wire.transport.abort()


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


PACKED = gzip.compress(BODY)
CHUNKED = "Transfer-Encoding: chunked"
GZIP = "Content-Encoding: gzip"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (then_waits(b""), "took longer than"),
        (then_waits(head(length=len(BODY))), "took longer than"),
        (then_waits(head(length=len(BODY)) + BODY[:500]), "took longer than"),
        (drips(head(length=len(BODY)) + BODY), "took longer than"),
        (drips(head(*(f"X-{number}: y" for number in range(99)), length=len(BODY))), "took longer than"),
        (says(b""), "closed the connection without answering"),
        (resets, "broke off"),
        (says(head(length=len(BODY)) + BODY[:500]), "broke off before it was complete"),
        (says(head(CHUNKED) + chunk(BODY[:500])), "broke off before it was complete"),
        (says(head(CHUNKED) + b"zz\r\n"), "does not speak HTTP"),
        (says(head(GZIP, length=len(PACKED) - 20) + PACKED[:-20]), "broke off before it was complete"),
        (says(head(GZIP, length=len(PACKED)) + PACKED[:-8] + b"\0" * 4 + PACKED[-4:]), "cannot be unpacked"),
        (says(head("Content-Encoding: br", length=len(BODY)) + BODY), "cannot be unpacked"),
        (says(head("Content-Encoding: zstd", length=len(BODY)) + BODY), "cannot be unpacked"),
        (says(head("Content-Encoding: lzma") + BODY), "packed as 'lzma'"),
        (says(head(f"X-Pad: {'a' * 200_000}") + BODY), "too large a header"),
        (says(b"220 mail.example ESMTP ready\r\n"), "127.0.0.1"),
        (says(b"HTTP/1.1 abc OK\r\n\r\n"), "does not speak HTTP"),
        (says(b"HTTP/1.1 200 OK\r\nX-T\xc3\xa9st: caf\xc3\xa9\r\n\r\n"), "does not speak HTTP"),
        (says(head("Location: http://[::bad/", status="302 Found", length=0)), "redirects to"),
        (says(head(status="302 Found", length=0)), "redirects without saying where"),
        (says(head("Location: file:///etc/passwd", status="301 Moved", length=0)), "not a web address"),
        (says(head("Retry-After: soonish", status="503 Busy", length=0)), "answered 503"),
        (says(head(status="304 Not Modified")), "304"),
    ],
)
async def test_a_fault_is_told_and_ends(fault: Fault, words: str) -> None:
    answer = await asked(fault)
    assert isinstance(answer, Failed), answer
    assert words in answer.reason
    assert "\x1b" not in answer.reason + answer.next_step


@pytest.mark.parametrize(
    "fault",
    [
        says(head() + BODY),
        says(head(CHUNKED) + chunk(BODY[:300]) + chunk(BODY[300:]) + b"0\r\n\r\n"),
        says(head(length=len(PACKED)) + PACKED),  # packed and not labelled
        says(head(GZIP, length=len(BODY)) + BODY),  # labelled and not packed
        says(head(*(f"X-{number}: y" for number in range(90)), length=len(BODY)) + BODY),
        says(head("Content-Encoding: deflate") + zlib.compress(BODY)[2:-4]),
    ],
)
async def test_what_is_odd_but_whole_is_taken(fault: Fault) -> None:
    answer = await asked(fault)
    assert isinstance(answer, Fetched), answer
    assert answer.body == BODY


async def test_more_than_was_promised_is_not_read() -> None:
    answer = await asked(says(head(length=100) + BODY))
    assert isinstance(answer, Fetched)
    assert answer.body == BODY[:100]
