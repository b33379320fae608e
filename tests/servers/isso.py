"""A real Isso on loopback: a comment server beside a page that embeds it. Installed once, into `.servers/`."""

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.error import URLError
from urllib.parse import quote

from tests.servers.needs import Missing, alone, ask

VERSION = "0.14.0"
_CONFIGURATION = """\
[general]
dbpath = {folder}/comments.db
host = {site}
[server]
listen = http://127.0.0.1:{port}
[moderation]
enabled = {moderated}
[guard]
enabled = false
[rss]
base = {site}
limit = 100
"""
_PATIENCE = 20.0
"""Seconds it may take to start."""


def installed() -> Path:
    """Return the program, installed into an environment of its own if it is not yet; `Missing` where that fails."""
    with alone("isso") as folder:
        place = folder / VERSION
        if not (place / "ready").exists():
            ask([sys.executable, "-m", "venv", "--clear", str(place)])
            ask([str(place / "bin/python"), "-m", "pip", "install", "--quiet", f"isso=={VERSION}"])
            (place / "ready").touch()
        return place / "bin" / "isso"


class Isso:
    """Isso, as long as the block lasts, for the page of the site at `site`; with `moderated` it holds what is new."""

    def __init__(self, program: Path, site: str, *, moderated: bool = False) -> None:
        self._program = program
        self._folder = tempfile.TemporaryDirectory(prefix="isso-")
        self._port = _free_port()
        self._configuration = Path(self._folder.name) / "isso.cfg"
        values = {"folder": self._folder.name, "site": site, "port": self._port, "moderated": str(moderated).lower()}
        self._configuration.write_text(_CONFIGURATION.format(**values))
        self._running: subprocess.Popen[bytes] | None = None
        self.url = f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        command = [str(self._program), "-c", str(self._configuration), "run"]
        self._running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline and self._running.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/config", timeout=5).close()
                return self
            except URLError:
                time.sleep(0.05)
        self.__exit__(None, None, None)
        raise Missing("it does not start")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running is not None:
            self._running.terminate()
            self._running.wait(_PATIENCE)
        self._folder.cleanup()

    def say(self, uri: str, author: str, text: str, parent: int | None = None) -> int:
        """Write a comment as a browser does; return its number."""
        said = {"author": author, "text": text, "parent": parent, "title": "Fog"}
        request = urllib.request.Request(
            f"{self.url}/new?uri={quote(uri)}", json.dumps(said).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            found: dict[str, Any] = json.load(answer)
        return int(found["id"])


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
