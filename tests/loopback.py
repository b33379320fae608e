"""A real HTTP server on 127.0.0.1 whose answers a test scripts, path by path."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived."""

    path: str
    headers: Mapping[str, str]
    """Lower-case names."""
    method: str = "GET"
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Reply:
    """What to answer."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    """A Content-Length that differs from the truth; -1 for none at all."""
    raw: Callable[[Any], None] | None = None
    """Writes the body itself (drips, breaks off) onto the stream it is given."""


Script = Reply | bytes | Callable[[Asked], Reply]


class Site:
    """The server: `site.url`, `site.answers[path] = reply`, `site.asked`."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.answers: dict[str, Script] = {}
        self.otherwise: Script = Reply(b"no such page", 404)
        """What any other path gives."""
        self.asked: list[Asked] = []
        self.at_once = 0
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.arrived = threading.Event()
        """Set once anything was asked."""

    def reply(self, asked: Asked) -> Reply:
        """Return what is scripted for a request; 404 for anything else, unless `otherwise` is set."""
        script = self.answers.get(asked.path, self.otherwise)
        if isinstance(script, bytes):
            return Reply(script)
        return script if isinstance(script, Reply) else script(asked)

    def paths(self) -> list[str]:
        """Return the paths asked for, in order."""
        return [asked.path for asked in self.asked]

    def feed(self, path: str, body: str | bytes, *, etag: str = "", last_modified: str = "") -> None:
        """Serve a feed that answers conditional requests as a good server does."""
        data = body.encode() if isinstance(body, str) else body
        validators = {k: v for k, v in (("ETag", etag), ("Last-Modified", last_modified)) if v}

        def answer(asked: Asked) -> Reply:
            same_tag = etag and asked.headers.get("if-none-match") == etag
            same_time = not etag and last_modified and asked.headers.get("if-modified-since") == last_modified
            if same_tag or same_time:
                return Reply(status=304, headers=validators)
            return Reply(data, headers={"Content-Type": "application/rss+xml; charset=UTF-8", **validators})

        self.answers[path] = answer

    def page(self, path: str, html: str) -> None:
        """Serve a web page."""
        self.answers[path] = Reply(html.encode(), headers={"Content-Type": "text/html; charset=utf-8"})

    def redirect(self, path: str, to: str, status: int = 302) -> None:
        """Send whoever asks elsewhere."""
        self.answers[path] = Reply(status=status, headers={"Location": to})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    site: Site

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up on us is what many tests want."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site = self.server.site
        with site.lock:
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
        try:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.path, headers, self.command, body)
            site.asked.append(asked)
            site.arrived.set()
            self._send(site.reply(asked))
        finally:
            with site.lock:
                site.at_once -= 1

    def do_POST(self) -> None:
        self.do_GET()

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.length != -1 and reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
        self.send_header("Connection", "close")
        self.end_headers()
        if reply.raw:
            reply.raw(self.wfile)
        else:
            self.wfile.write(reply.body)
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Tests say themselves what went wrong."""


@contextmanager
def serving(address: str = "127.0.0.1", port: int = 0) -> Iterator[Site]:
    """Serve a site as long as the block lasts."""
    server = _Server((address, port), _Handler)
    server.site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
