"""The one client. It is built cheaply; httpx and the TLS context are loaded, off the event loop, when first needed."""

import asyncio
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from tui import __version__
from tui.model.outcome import Answer, Failed, Fetched, Unchanged
from tui.model.record import record
from tui.web import reasons, redirects
from tui.web.address import host, without_secrets
from tui.web.decompression import ACCEPTED, KNOWN, Damaged, TooLarge, Unpacker
from tui.web.exchanging import Exchanging
from tui.web.freshness import good_for
from tui.web.hosts import Hosts
from tui.web.secrets import NoSecrets, Secrets, refusal, site_of

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"Matinee/{__version__} (terminal feed reader; asks for one person)"
PAGES = "text/html, application/xhtml+xml, */*;q=0.5"
"""What to accept when a page is wanted."""
FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
"""What to accept when a feed is wanted."""


@record(frozen=True, slots=True)
class Limits:
    """What one request may cost."""

    body: int = 16 * 1024 * 1024
    """Bytes, counted after decompression."""
    redirects: int = 5
    seconds: float = 30.0
    """In all, from the first byte sent to the last received: a server that drips ends here."""
    per_host: int = 3
    """Requests to one host at the same time."""
    delay: float = 0.25
    """Seconds from the start of one request to a host to the next; none on the reader's own network."""


@record(frozen=True, slots=True)
class _Ask:
    """What every request on the way carries."""

    first: str
    etag: str
    last_modified: str
    accept: str

    @property
    def conditional(self) -> bool:
        return bool(self.etag or self.last_modified)

    def headers(self) -> dict[str, str]:
        """A weak tag is sent as a strong one: behind a compressing proxy `W/` never gives a 304, bare it does."""
        given = {
            "Accept": self.accept,
            "If-None-Match": self.etag.removeprefix("W/"),
            "If-Modified-Since": self.last_modified,
        }
        return {name: value for name, value in given.items() if value}


class Web(Exchanging):
    """The network, as an async context manager. Never raises for what servers do: it answers with values."""

    def __init__(
        self, limits: Limits | None = None, *, user_agent: str = USER_AGENT, secrets: Secrets | None = None
    ) -> None:
        self.limits = limits or Limits()
        self._user_agent = user_agent
        self._secrets = secrets or NoSecrets()
        self._clients: dict[str, httpx.AsyncClient] = {}
        self._opening = asyncio.Lock()
        self._hosts = Hosts(self.limits.per_host, self.limits.delay)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        clients, self._clients = self._clients, {}
        for client in clients.values():
            await client.aclose()

    async def get(
        self, url: str, *, etag: str = "", last_modified: str = "", accept: str = FEEDS, named_by: str = ""
    ) -> Answer:
        """Return the body at `url`, or that it has not changed since `etag`/`last_modified`, or why neither came.

        `named_by` is where an address comes from that no reader typed: a public site may not lead to a private one.
        """
        if redirects.scheme(url) not in ("http", "https"):
            return Failed(f"{without_secrets(url)[:100]} is not a web address", "Only http and https are fetched")
        if named_by and (refused := await self.refusal(named_by, url, does="names")):
            return refused
        ask, name = _Ask(url, etag, last_modified, accept), host(url)
        async with self._hosts.turn(name):
            if wait := self._hosts.wait(name):
                return reasons.of_closed(name, wait)
            try:
                async with asyncio.timeout(self.limits.seconds):
                    return await self._follow(ask)
            except TimeoutError:
                took = reasons.in_words(self.limits.seconds)
                return Failed(f"{name} took longer than {took}", "It is tried again at the next refresh")

    async def _follow(self, ask: _Ask) -> Answer:
        """Ask, and ask again where redirects lead."""
        url, moved = ask.first, True
        for _ in range(self.limits.redirects + 1):
            answer = await self._once(url, ask)
            if not isinstance(answer, _Onward):
                return _with_move(answer, url if moved and url != ask.first else "")
            if refused := await self.refusal(ask.first, answer.url):
                return refused
            moved = moved and redirects.is_permanent(answer.status, url, answer.url)
            url = answer.url
        return Failed(
            f"{host(ask.first)} redirects more than {self.limits.redirects} times",
            "Open it in a browser to see where to",
        )

    async def refusal(self, first: str, onward: str, *, does: str = "redirects to") -> Failed | None:
        """Return why following `first` to `onward` is refused: a public site may not lead to a private one."""
        return await redirects.refusal(first, onward, _look_up, does=does)

    async def _once(self, url: str, ask: _Ask) -> "Answer | _Onward":
        """Send one request and read its answer."""
        try:
            secret = await self._secret(url)
            if isinstance(secret, Failed):
                return secret
            client = await self._client(urlsplit(url).scheme)
            request = client.build_request("GET", url, headers={**ask.headers(), **secret})
            response = await client.send(request, stream=True)
            try:
                return await self._read(response, url, ask)
            finally:
                await response.aclose()
        except reasons.errors() as error:
            return reasons.of_error(error, url)

    async def _secret(self, url: str) -> Mapping[str, str] | Failed:
        """Return the headers that tell this site, and no other, who the reader is."""
        site = site_of(url)
        if not self._secrets.knows(site):
            return {}
        if refused := refusal(url):
            return refused
        secret = await asyncio.to_thread(self._secrets.of, site)
        return secret if isinstance(secret, Failed) else secret.headers()

    async def _read(self, response: "httpx.Response", url: str, ask: _Ask) -> "Answer | _Onward":
        status = response.status_code
        if status == 304 and ask.conditional:
            return Unchanged(without_secrets(url), good_for=good_for(response.headers))
        if status in redirects.STATUSES:
            onward = redirects.target(url, response.headers.get("location", ""))
            return onward if isinstance(onward, Failed) else _Onward(onward, status)
        if status not in (200, 203):
            failed = reasons.of_status(status, response.reason_phrase, url, dict(response.headers))
            if status == 429 and failed.wait:
                self._hosts.close(host(url), failed.wait)
            return failed
        body = await self._body(response, url)
        if isinstance(body, Failed):
            return body
        found = response.headers
        return Fetched(
            without_secrets(url),
            body,
            found.get("content-type", ""),
            found.get("etag", ""),
            found.get("last-modified", ""),
            good_for=good_for(found),
            total=_total(found.get("x-wp-total", "")),
        )

    async def _body(self, response: "httpx.Response", url: str) -> bytes | Failed:
        """Read the body within its cap."""
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in KNOWN:
            return Failed(f"{host(url)} sends its answer packed as {encoding[:20]!r}, unasked", "Tell the site's owner")
        unpacker = Unpacker(encoding, self.limits.body)
        try:
            async for chunk in response.aiter_raw():
                unpacker.feed(chunk)
            return unpacker.finish()
        except TooLarge:
            return Failed(
                f"the answer of {host(url)} is larger than {_megabytes(self.limits.body)}", "No feed needs that"
            )
        except Damaged as damage:
            return Failed(f"the answer of {host(url)} {damage}", "It is tried again at the next refresh")

    async def _client(self, scheme: str) -> "httpx.AsyncClient":
        """Return the client for a scheme; a library of plain http feeds never pays for a TLS context."""
        if scheme not in self._clients:
            async with self._opening:
                if scheme not in self._clients:
                    self._clients[scheme] = await asyncio.to_thread(_open, scheme, self._user_agent)
        return self._clients[scheme]


@record(frozen=True, slots=True)
class _Onward:
    """A redirect to follow."""

    url: str
    status: int


def _total(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _with_move(answer: Answer, moved_to: str) -> Answer:
    if moved_to and not isinstance(answer, Failed):
        return replace(answer, moved_to=without_secrets(moved_to))
    return answer


def _open(scheme: str, user_agent: str) -> "httpx.AsyncClient":
    """Build a client: no cookies kept, no redirects followed and no time-outs of its own; those are ours.

    A connection is closed after use: feeds live on as many hosts, and httpx's pool looks through all it holds at every
    request (8-12 ms of CPU a 304 with them, 2.5 ms without, at 1,000 feeds). What is asked of one https host at the
    same time shares a connection where the host speaks HTTP/2.
    """
    from http.cookiejar import CookieJar, DefaultCookiePolicy
    from urllib.request import getproxies

    with _without_its_command():
        import httpx

    verify = httpx.create_ssl_context() if scheme == "https" or getproxies() else False
    return httpx.AsyncClient(
        headers={"User-Agent": user_agent, "Accept-Encoding": ACCEPTED},
        verify=verify,
        http2=scheme == "https",  # nobody speaks it without TLS, and a library of http feeds need not load it
        timeout=None,  # noqa: S113 - `get` counts the whole request
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
    )


@contextmanager
def _without_its_command() -> Iterator[None]:
    """Let httpx be imported without its command line: that loads rich and pygments, a third of all it takes."""
    module = "httpx._main"
    sys.modules.setdefault(module, None)  # type: ignore[arg-type]
    try:
        yield
    finally:
        if sys.modules[module] is None:
            del sys.modules[module]


async def _look_up(name: str) -> tuple[str, ...]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except (OSError, ValueError):  # no such host; or no name at all: `a..example`, a label of 64 letters, a NUL
        return ()
    return tuple(str(address[4][0]) for address in found)


def _megabytes(size: int) -> str:
    return f"{size / 1_048_576:.0f} MB" if size >= 1_048_576 else f"{size} bytes"
