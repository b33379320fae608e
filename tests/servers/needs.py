"""What a real server needs of the machine: without it its tests are left out, and the run says so in one line.

Where `MATINEE_SERVERS=required` (as in CI) they fail instead, so that a green run there has seen them all.
"""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

SERVERS = Path(__file__).parent.parent.parent / ".servers"
"""What servers download and write; git ignores it."""

REQUIRED = "MATINEE_SERVERS"


class Missing(Exception):
    """This machine cannot run a server; the words say what it lacks."""


def left_out(server: str, why: object) -> NoReturn:
    """Skip the test for want of a server, or fail it where servers are required."""
    if os.environ.get(REQUIRED) == "required":
        pytest.fail(f"{server}: {why}", pytrace=False)
    pytest.skip(f"{server}: {why}")


def need(program: str) -> str:
    """Return where a program is, or say that it is missing."""
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise Missing(f"{program} is not here")
    return found


def ask(command: Sequence[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    """Run a command that prepares a server; return what it printed, or say that it failed."""
    try:
        result = subprocess.run(
            [need(command[0]), *command[1:]],
            cwd=cwd, env={**os.environ, **(env or {})}, capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Missing(f"{command[0]} took too long") from None
    if result.returncode:
        told = (result.stderr or result.stdout).strip().splitlines()
        raise Missing(f"{' '.join(command[:2])} failed{': ' + told[-1] if told else ''}")
    return result.stdout


@contextmanager
def alone(name: str) -> Iterator[Path]:
    """Let one process at a time prepare a server's folder; yield the folder."""
    folder = SERVERS / name
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
