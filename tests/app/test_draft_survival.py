"""A reply being written in a real terminal survives the process being killed, and an editor that takes the terminal."""

import os
import signal
import stat
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.app.filling import filled
from tests.app.threading import found, make_comment
from tests.makers import NOON
from tests.terminal import Terminal
from tui.store.library import Library

EDITOR = """#!{python}
import sys
print("EDITOR HERE", flush=True)
open(sys.argv[1], "a").write(" and horn, from the editor")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a library with one thread; nobody is visited."""
    with filled(tmp_path, 4) as library:
        library.keep_thread(1, found(make_comment(author="Iris", text="The keeper, though.")), now=NOON)
    (tmp_path / "config.toml").write_text("[refresh]\non_start = false\n")
    return tmp_path


def writing(folder: Path, editor: str = "") -> Terminal:
    """Open the app, the first thread, and an answer to its comment."""
    config = str(folder / "config.toml")
    terminal = Terminal(
        "-m", "tui", "--library", str(folder), "--config", config, environment={"VISUAL": "", "EDITOR": editor}
    )
    terminal.until(b"Foghorn")
    terminal.settle()
    terminal.ask(b"c", b"keeper, though")
    terminal.ask(b"i", b"Your answer to")
    return terminal


def quit_app(terminal: Terminal) -> None:
    """Press ^Q and wait until the process has ended by itself."""
    terminal.press(b"\x11")
    with suppress(OSError):  # how a terminal says that nobody is at its other end
        terminal.until(b"never said")
    assert terminal.end() == 0


def drafts(folder: Path) -> list[str]:
    with Library.open(folder / "library.sqlite3") as library:
        return [reply.text for reply in library.unsettled_replies()]


def test_what_was_written_is_there_after_a_kill(folder: Path) -> None:
    terminal = writing(folder)
    terminal.press(b"Fog")
    while drafts(folder) != ["Fog"]:  # half a second at most, says the screen
        terminal.settle()
    os.kill(terminal.process, signal.SIGKILL)
    terminal.end()
    again = writing(folder)
    again.until(b"Your draft of", since=0)
    assert b"Fog" in again.seen
    quit_app(again)


def test_an_editor_gets_the_terminal_and_gives_it_back(folder: Path) -> None:
    editor = folder / "editor"
    editor.write_text(EDITOR.format(python=sys.executable))
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    terminal = writing(folder, str(editor))
    terminal.press(b"Fog")
    terminal.ask(b"\x0f", b"from the editor")
    assert b"EDITOR HERE" in terminal.seen
    terminal.press(b"!")
    quit_app(terminal)
    assert drafts(folder) == ["Fog and horn, from the editor!"]


def test_an_editor_that_is_not_there_leaves_the_terminal_as_it_was(folder: Path) -> None:
    terminal = writing(folder, "no-such-editor")
    terminal.press(b"Fog")
    terminal.ask(b"\x0f", b"no-such-editor")
    quit_app(terminal)
    assert drafts(folder) == ["Fog"]
