"""A visit to one site as a browser makes it: its cookies are kept until the visit ends, and told to nobody else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode, urlsplit

from tui.model.outcome import Failed
from tui.web import reasons, redirects
from tui.web.address import host
from tui.web.client import PAGES, Web
from tui.web.exchanging import Broken, Exchanged

_FORM = "application/x-www-form-urlencoded"


class Visit:
    """Fetches a page and sends its form. `named_by` is what named the page: see `Web.get`."""

    def __init__(self, web: Web, named_by: str = "") -> None:
        self._web = web
        self._named_by = named_by
        self._cookies: defaultdict[str, dict[str, str]] = defaultdict(dict)

    async def get(self, url: str) -> Exchanged | Failed:
        """Return the page at `url`, where its redirects lead."""
        if self._named_by and (refused := await self._web.refusal(self._named_by, url, does="names")):
            return refused
        first = url
        for _ in range(self._web.limits.redirects + 1):
            answer = await self._send("GET", url, {"Accept": PAGES})
            if isinstance(answer, Broken):
                return answer.failed
            if answer.status not in redirects.STATUSES:
                return answer if answer.status in (200, 203) else reasons.of_status(answer.status, "", url, {})
            onward = redirects.target(url, answer.location)
            if isinstance(onward, Failed):
                return onward
            if refused := await self._web.refusal(first, onward):
                return refused
            url = onward
        return Failed(f"{host(first)} redirects too often", "Open it in a browser to see where to")

    async def post(self, url: str, fields: Sequence[tuple[str, str]], *, referer: str) -> Exchanged | Broken:
        """Send a form once. A redirect is an answer, and not followed."""
        if refused := await self._web.refusal(referer, url, does="sends its form to"):
            return Broken(refused, left=False)
        parts = urlsplit(referer)
        headers = {
            "Accept": PAGES,
            "Content-Type": _FORM,
            "Origin": f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
            "Referer": parts._replace(fragment="", netloc=parts.netloc.rpartition("@")[2]).geturl(),
        }
        return await self._send("POST", url, headers, urlencode(fields).encode("ascii"))

    async def _send(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None = None
    ) -> Exchanged | Broken:
        jar = self._cookies[_site(url)]
        cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in jar.items())} if jar else {}
        answer = await self._web.exchange(method, url, {**headers, **cookie}, content)
        if isinstance(answer, Exchanged):
            jar.update(answer.cookies)
        return answer


def _site(url: str) -> str:
    """Return whom a cookie belongs to: scheme, host and port, as a secure cookie must not go over plain http."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
