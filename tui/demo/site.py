"""The sample site's server: real HTTP on loopback, from the standard library, up for as long as it is held."""

import gzip
import hashlib
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self

from tui.demo.addresses import Addresses
from tui.demo.routes import Reply, replied, reply
from tui.demo.texts import SampleCritic, read

_WORTH_PACKING = 512
"""Bytes; below this gzip gains nothing."""
_LARGEST_FORM = 1_000_000
"""Bytes of a reply; what is larger is left unread."""


class DemoSite:
    """The sample site on a free port of 127.0.0.1, for the length of a `with` block.

    `now` (aware) is the time the sample is dated back from; the same `now` gives the same texts.
    """

    def __init__(self, now: datetime) -> None:
        self._now = now.astimezone(UTC)
        self.critics: tuple[SampleCritic, ...] = read(self._now)
        self._server: _Server | None = None
        self._thread: Thread | None = None

    @property
    def url(self) -> str:
        """The root, with the slash at its end."""
        if self._server is None:
            raise RuntimeError("the sample site is not open: use it in a with statement")
        return self._server.at.root

    @property
    def subscriptions(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """(name, address, tags) of every critic; an address is a feed's or that of a page which names one."""
        at = Addresses(self.url)
        return tuple(
            (critic.name, at.feed(critic) if critic.subscribe == "feed" else at.home(critic), critic.tags)
            for critic in self.critics
        )

    def __enter__(self) -> Self:
        self._server = _Server(self.critics, self._now)
        serve = self._server.serve_forever
        self._thread = Thread(target=serve, kwargs={"poll_interval": 0.05}, name="sample-site", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
        self._server = self._thread = None


class _Server(ThreadingHTTPServer):
    """Knows every conversation it holds, so that closing ends the ones that are kept alive."""

    request_queue_size = 64

    def __init__(self, critics: tuple[SampleCritic, ...], now: datetime) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.critics = critics
        self.now = now
        self._taking = Lock()
        self.at = Addresses(f"http://127.0.0.1:{self.server_port}/")
        self._talks: list[tuple[socket.socket, Thread]] = []

    def take(self, target: str, body: str) -> Reply:
        """Take a reply in, one at a time, or answer why not."""
        with self._taking:
            self.critics, answer = replied(self.critics, self.at, target, body, self.now)
        return answer

    def server_bind(self) -> None:
        # Not HTTPServer's own: that one asks the resolver for this machine's name, which can take seconds offline.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.socket.getsockname()[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        self._talks = [(talk, thread) for talk, thread in self._talks if thread.is_alive()]
        thread = Thread(target=self.process_request_thread, args=(request, client_address), daemon=True)
        self._talks.append((request, thread))
        thread.start()

    def server_close(self) -> None:
        super().server_close()
        for talk, thread in self._talks:
            with suppress(OSError):  # it may have ended by itself
                talk.shutdown(socket.SHUT_RDWR)
            thread.join()
        self._talks = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a reader who hangs up in the middle; anything else is a bug and is told."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD, conditionally and packed when asked."""

    protocol_version = "HTTP/1.1"
    server_version = "MatineeSample"
    sys_version = ""
    timeout = 30
    server: _Server

    def do_GET(self) -> None:
        self._send(reply(self.server.critics, self.server.at, self.path))

    def do_HEAD(self) -> None:
        self._send(reply(self.server.critics, self.server.at, self.path))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        self.close_connection = not (length.isascii() and length.isdigit() and int(length) <= _LARGEST_FORM)
        body = "" if self.close_connection else self.rfile.read(int(length)).decode("utf-8", "replace")
        self._send(self.server.take(self.path, body))

    def _send(self, answer: Reply) -> None:
        body = answer.body.encode()
        tag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
        if answer.status == 200 and self._known(tag, answer.changed):
            self.send_response(304)
            self._validators(tag, answer.changed)
            self.end_headers()
            return
        self.send_response(answer.status)
        if answer.status == 200:
            self._validators(tag, answer.changed)
        if self._packs() and len(body) >= _WORTH_PACKING:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in answer.headers:
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _validators(self, tag: str, changed: datetime | None) -> None:
        self.send_header("ETag", tag)
        self.send_header("Vary", "Accept-Encoding")
        if changed:
            self.send_header("Last-Modified", format_datetime(changed, usegmt=True))

    def _known(self, tag: str, changed: datetime | None) -> bool:
        """True when the reader has this already; an ETag outweighs a date (RFC 9110, 13.2.2)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            opaque = tag.removeprefix("W/")
            return any(given.strip().removeprefix("W/") in (opaque, "*") for given in tags.split(","))
        since = self.headers.get("If-Modified-Since")
        if since is None or changed is None:
            return False
        try:
            return changed <= parsedate_to_datetime(since)
        except (TypeError, ValueError):  # no date, or one without a zone
            return False

    def _packs(self) -> bool:
        offers = self.headers.get("Accept-Encoding", "").replace(" ", "").lower().split(",")
        return any(offer == "gzip" or (offer.startswith("gzip;q=") and offer[7:].strip("0.")) for offer in offers)

    def date_time_string(self, timestamp: float | None = None) -> str:
        return format_datetime(self.server.now, usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: the terminal belongs to the app."""
