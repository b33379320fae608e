"""What tells a server who the reader is: asked for when needed, kept in memory only, and sent to nobody else."""

import base64
from collections.abc import Mapping
from dataclasses import field
from typing import Protocol
from urllib.parse import urlsplit

from tui.model.outcome import Failed
from tui.model.record import record
from tui.web.address import host, is_private


@record(frozen=True, slots=True)
class Secret:
    """What one site wants to hear."""

    user: str = ""
    password: str = field(default="", repr=False)
    cookie: str = field(default="", repr=False)
    """As a `Cookie` header has it: `session=…; member=…`."""

    def headers(self) -> Mapping[str, str]:
        """Return what is sent with each request."""
        sent = {"Cookie": self.cookie} if self.cookie else {}
        if self.user or self.password:
            word = base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
            sent["Authorization"] = f"Basic {word}"
        return sent


class Secrets(Protocol):
    """Where secrets come from: the door knows (a command, a keyring)."""

    def knows(self, site: str) -> bool:
        """True when there is a secret for `critic.example` or `critic.example:8443`. Costs nothing."""

    def of(self, site: str) -> Secret | Failed:
        """Return the secret of a site that is known, or why it cannot be had. May take a while: call it in a thread."""


class NoSecrets:
    """A reader without any."""

    def knows(self, site: str) -> bool:
        return False

    def of(self, site: str) -> Secret | Failed:
        return Secret()


def site_of(url: str) -> str:
    """Return the host of an address, with its port where that is not the usual one."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    return f"{parts.hostname or ''}:{port}" if port else parts.hostname or ""


def refusal(url: str) -> Failed | None:
    """Return why a secret is not sent to an address: whoever stands on the way could read it."""
    if url.startswith("https:") or is_private(urlsplit(url).hostname or ""):
        return None
    return Failed(
        f"{host(url)} wants a password, and its address is plain http",
        "Subscribe to its https address: passwords are sent over nothing else",
    )
