"""Where a redirect may lead (pure, but for the lookup handed in)."""

from collections.abc import Awaitable, Callable
from urllib.parse import urljoin, urlsplit

from tui.model.errors import BadAddress
from tui.model.outcome import Failed
from tui.model.text import visible
from tui.web.address import host, is_private, is_private_address, normalise

STATUSES = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})

Lookup = Callable[[str], Awaitable[tuple[str, ...]]]
"""Literal addresses of a host; none when it has none."""


def scheme(url: str) -> str:
    """Return the scheme of an address, lower case; empty for what is none."""
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def target(url: str, location: str) -> str | Failed:
    """Return the address a redirect from `url` names, or why it cannot be followed."""
    if not location.strip():
        return Failed(f"{host(url)} redirects without saying where to", "It is tried again at the next refresh")
    try:
        joined = urljoin(url, location.strip())
        if urlsplit(joined).scheme not in ("http", "https"):
            raise BadAddress("no web address")
        return normalise(joined)
    except (BadAddress, ValueError):
        return Failed(f"{host(url)} redirects to {visible(location)[:80]}, which is not a web address", _OPEN_IT)


def is_permanent(status: int, url: str, onward: str) -> bool:
    """True when the redirect says to forget the old address. One that gives up https never counts."""
    return status in _PERMANENT and not (url.startswith("https:") and onward.startswith("http:"))


async def refusal(first: str, onward: str, lookup: Lookup, *, does: str = "redirects to") -> Failed | None:
    """Return why following `first` to `onward` is refused, None when it is not.

    A public site that redirects into the reader's own network would have us knock on doors it cannot reach itself.
    """
    if host(first) == host(onward) or not await _is_private(onward, lookup) or await _is_private(first, lookup):
        return None
    return Failed(f"{host(first)} {does} the private address {host(onward)}, which is refused", _OPEN_IT)


_OPEN_IT = "If you trust it, subscribe to that address itself"


async def _is_private(url: str, lookup: Lookup) -> bool:
    name = urlsplit(url).hostname or ""
    return is_private(name) or any(is_private_address(address) for address in await lookup(name))
