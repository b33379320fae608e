"""Running a command as the shell would, within this process."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli.root import run


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


Matinee = Callable[..., Ran]


def runner(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Matinee:
    """Return a function that runs `matinee` on the library in `folder`: `matinee("list", "--json")`."""
    monkeypatch.setenv("MATINEE_LIBRARY", str(folder / "library"))
    monkeypatch.setenv("MATINEE_CONFIG", str(folder / "config.toml"))
    (folder / "config.toml").write_text("")

    def matinee(*arguments: str, stdin: str | bytes = "") -> Ran:
        given = io.TextIOWrapper(io.BytesIO(stdin if isinstance(stdin, bytes) else stdin.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["matinee", *arguments])
        monkeypatch.setattr(sys, "stdin", given)
        capsys.readouterr()
        code = 0
        try:
            run()
        except SystemExit as end:
            code = int(end.code or 0)
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return matinee
