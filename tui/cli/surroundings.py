"""What a command finds around it: the clock, the paths, the terminal."""

import os
import shlex
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.errors import BadSetting

if TYPE_CHECKING:
    from tui.cli.settings import Settings
    from tui.store.library import Library
    from tui.web.client import Web

FILE = "library.sqlite3"
"""The library's name within its folder."""


def clock() -> datetime:
    """Return the time it is, aware, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Surroundings:
    """Where this run of Matinee lives."""

    library: Path | None = None
    """As given; None for the platform's own place."""
    config: Path | None = None
    """As given; None for the platform's own place."""

    @property
    def library_file(self) -> Path:
        """The library's file: given itself (`.sqlite3`, `.db`), else in the folder given or the platform's own."""
        if self.library is None:
            from platformdirs import user_data_path

            return user_data_path("matinee", appauthor=False) / FILE
        given = _at_home(self.library, "--library")
        if given.is_dir():
            return given / FILE
        return given if given.suffix in (".sqlite3", ".sqlite", ".db") or given.is_file() else given / FILE

    @property
    def config_file(self) -> Path:
        """The configuration file, whether it exists or not."""
        if self.config is not None:
            return _at_home(self.config, "--config")
        from platformdirs import user_config_path

        return user_config_path("matinee", appauthor=False) / "config.toml"

    def settings(self) -> "Settings":
        """Read the configuration; raises BadSetting."""
        from tui.cli.settings import read_settings

        return read_settings(self.config_file, must_exist=self.config is not None)

    def web(self) -> "Web":
        """Return the network as the configuration has it; raises BadSetting."""
        from tui.cli.connecting import connect

        return connect(self.settings())

    def open_library(self) -> "Library":
        """Open (and make, the first time) the library; raises LibraryError."""
        from tui.store.library import Library

        return Library.open(self.library_file, assumed=self.settings().grades.assumed)


def _at_home(given: Path, option: str) -> Path:
    """Return a path as given, `~` resolved; raises BadSetting for one that means nothing."""
    if given == Path():
        raise BadSetting(f"{option} names no place", "Give a folder or a file, or leave the option out")
    try:
        return given.expanduser()
    except RuntimeError:
        raise BadSetting(f"{option} {given}: there is no such user", "Give the whole path") from None


def terminal() -> bool:
    """Whether a person is at both ends: only then may a question be asked or a screen be drawn."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def editor() -> tuple[str, ...]:
    """Return the reader's editor and its arguments, as VISUAL or EDITOR names it; empty when neither does."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        return tuple(shlex.split(named, posix=os.name != "nt"))
    except ValueError as error:  # a quotation mark left open
        raise BadSetting(f"VISUAL or EDITOR cannot be read: {error}", "Mend it, or unset it") from None


def columns(most: int = 200) -> int | None:
    """Return how wide the output may be, in cells; None where it goes into a pipe or a file."""
    if not sys.stdout.isatty():
        return None
    return min(os.get_terminal_size(sys.stdout.fileno()).columns, most)
