"""One request as it is, redirects and all left to whoever asks: what sending a form needs, and reading a feed does not.

Whether anything left this machine is told apart, because a form must never be sent twice.
"""

import asyncio
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from tui.model.outcome import Failed
from tui.model.record import record
from tui.web import reasons, redirects
from tui.web.address import host

if TYPE_CHECKING:
    import httpx

    from tui.web.client import Limits
    from tui.web.hosts import Hosts


_LONGEST = 2_000
"""Characters of an address."""


@record(frozen=True, slots=True)
class Exchanged:
    """An answer, whatever its status."""

    url: str
    """What was asked."""
    status: int
    body: bytes
    """Decompressed, within the cap."""
    content_type: str = ""
    location: str = ""
    """Where a redirect leads, made whole, its fragment kept; empty for none. Check it before following."""
    wait: float | None = None
    """Seconds the server asked us to stay away."""
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What it wants to be told again, by name."""


@record(frozen=True, slots=True)
class Broken:
    """No answer."""

    failed: Failed
    left: bool
    """True when some of the request left this machine: it may have arrived."""


class Exchanging:
    """For `Web`."""

    limits: "Limits"
    _hosts: "Hosts"

    @abstractmethod
    async def _client(self, scheme: str) -> "httpx.AsyncClient": ...

    @abstractmethod
    async def _body(self, response: "httpx.Response", url: str) -> bytes | Failed: ...

    async def exchange(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None = None
    ) -> Exchanged | Broken:
        """Send one request and return its answer. Follows nothing, keeps nothing, sends no secret; never raises."""
        if redirects.scheme(url) not in ("http", "https"):
            return Broken(Failed(f"{host(url)} is not a web address"), left=False)
        watch = _Watch()
        async with self._hosts.turn(host(url)):
            try:
                async with asyncio.timeout(self.limits.seconds):
                    return await self._exchange(method, url, headers, content, watch)
            except TimeoutError:
                took = reasons.in_words(self.limits.seconds)
                return Broken(Failed(f"{host(url)} took longer than {took}"), watch.left)

    async def _exchange(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None, watch: "_Watch"
    ) -> Exchanged | Broken:
        try:
            client = await self._client(urlsplit(url).scheme)
            request = client.build_request(
                method, url, headers=dict(headers), content=content, extensions={"trace": watch.see}
            )
            response = await client.send(request, stream=True)
            try:
                return await self._answer(response, url)
            finally:
                await response.aclose()
        except reasons.errors() as error:
            return Broken(reasons.of_error(error, url), watch.left)

    async def _answer(self, response: "httpx.Response", url: str) -> Exchanged | Broken:
        body = await self._body(response, url)
        if isinstance(body, Failed):
            body = b""  # the head has said what became of it
        location = ""
        if response.status_code in redirects.STATUSES:
            location = _whole(url, response.headers.get("location", "").strip()[:_LONGEST])
        return Exchanged(
            url,
            response.status_code,
            body,
            response.headers.get("content-type", ""),
            location,
            reasons.seconds_to_wait(dict(response.headers)),
            dict(response.cookies.items()),
        )


def _whole(url: str, location: str) -> str:
    try:
        return urljoin(url, location) if location else ""
    except ValueError:
        return ""


class _Watch:
    """Sees whether a request began to leave. https://www.python-httpx.org/advanced/extensions/#trace"""

    def __init__(self) -> None:
        self.left = False

    async def see(self, event: str, _: Any) -> None:
        """Take note of one step of the connection below."""
        self.left = self.left or ".send_request_" in event
