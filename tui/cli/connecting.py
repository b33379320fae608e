"""The network as the reader's settings have it: its limits, and where secrets come from."""

import shlex
import subprocess
import threading
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from tui.cli.settings import Settings, SiteSettings
from tui.model.outcome import Failed
from tui.model.text import visible

if TYPE_CHECKING:
    from tui.refresh.asking import OpenWeb
    from tui.web.client import Web
    from tui.web.secrets import Secret

_PATIENCE = 60.0
"""Seconds a command may take to print a secret: somebody may have to unlock something first."""
_LONGEST = 8_192
"""Characters of a secret."""


def connect(settings: Settings) -> "Web":
    """Return the client for these settings; nothing is opened yet."""
    from tui.web.client import USER_AGENT, Limits, Web

    given = settings.web
    limits = Limits(
        body=given.megabytes * 1024 * 1024, seconds=given.seconds, per_host=given.per_host, delay=given.delay
    )
    return Web(limits, user_agent=visible(given.user_agent) or USER_AGENT, secrets=SiteSecrets(settings.sites))


def elsewhere(settings: Settings) -> "OpenWeb | None":
    """Return what opens the network in another process; None where sites have secrets.

    Those were asked for in this process, perhaps of a person: not once more in another.
    """
    return None if settings.sites else partial(connect, settings)


class SiteSecrets:
    """Secrets by site: each is asked for once, when it is first needed, and stays in memory only."""

    def __init__(self, sites: Mapping[str, SiteSettings]) -> None:
        self._sites = sites
        self._had: dict[str, Secret | Failed] = {}
        self._asking = threading.Lock()

    def knows(self, site: str) -> bool:
        """True when the reader named this site."""
        return site in self._sites

    def of(self, site: str) -> "Secret | Failed":
        """Return the secret of a site, or why it cannot be had; a command runs at most once."""
        with self._asking:
            if site not in self._had:
                self._had[site] = _ask(site, self._sites[site])
            return self._had[site]


def _ask(site: str, given: SiteSettings) -> "Secret | Failed":
    from tui.web.secrets import Secret

    password = _from_keyring(site, given.user) if given.keyring else _printed(site, given.password_command)
    cookie = _printed(site, given.cookie_command)
    for one in (password, cookie):
        if isinstance(one, Failed):
            return one
    return Secret(given.user, str(password), str(cookie))


def _printed(site: str, command: str) -> str | Failed:
    """Return the first line a command prints. What else it says is never told: it may hold the secret."""
    if not command:
        return ""
    try:
        words = shlex.split(command)
        done = subprocess.run(  # noqa: S603 - the reader's own command, without a shell
            words, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, ValueError) as error:
        return _failed(site, f"its command does not run ({type(error).__name__})")
    except subprocess.TimeoutExpired:
        return _failed(site, "its command takes too long")
    if done.returncode:
        return _failed(site, f"its command ended with {done.returncode}")
    first = done.stdout.decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
    return _fit(site, first)


def _from_keyring(site: str, user: str) -> str | Failed:
    try:
        import keyring
    except ImportError:
        return _failed(site, "the package keyring is not installed beside Matinee")
    try:
        return _fit(site, keyring.get_password(f"matinee:{site}", user) or "")
    except Exception as error:  # whatever its many backends raise
        return _failed(site, f"the keyring does not give it ({type(error).__name__})")


def _fit(site: str, secret: str) -> str | Failed:
    if not secret:
        return _failed(site, "nothing was found there")
    if not secret.isprintable() or len(secret) > _LONGEST:
        return _failed(site, "what was found is no password")
    return secret


def _failed(site: str, why: str) -> Failed:
    return Failed(f"the secret for {site} cannot be had: {why}", f'Check [sites."{site}"] in the configuration')
