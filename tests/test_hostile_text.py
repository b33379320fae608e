"""A hostile feed, the whole way: over HTTP, through the library, to the bytes that reach a real terminal."""

import asyncio
import re
import unicodedata
from pathlib import Path

import pytest

from tests.cli.running import Matinee, runner
from tests.loopback import serving
from tests.makers import NOON
from tests.terminal import Terminal
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

TITLES = (
    "[REC]\N{SUPERSCRIPT TWO}",
    "Gone [/] Fishing",
    "\x1b]2;owned\x07Retitled",
    "Mirror \u202edesrever",
    "\x9b31mRed \x9d2;owned\x9cC1",
    "[bold red]Shout[/bold red]",
)
SHOWN = (
    "[REC]\N{SUPERSCRIPT TWO}",
    "Gone [/] Fishing",
    "Retitled",
    "Mirror desrever",
    "Red",
    "[bold red]Shout[/bold red]",
)
"""What is left of each. A C1 byte is read as Windows meant it, as browsers do: U+009B becomes a harmless ›."""
ITEM = """<item><title><![CDATA[{title}]]></title><guid isPermaLink="false">{number}</guid>
<pubDate>Sat, 14 Mar 2026 0{number}:00:00 +0000</pubDate><dc:creator><![CDATA[{title}]]></dc:creator>
<content:encoded><![CDATA[<p>{title} in prose, &#27;]2;owned&#7; &#x9b;2J &#x202e;backwards [/] [b]x[/b]</p>
<p>Grade: B+</p>]]></content:encoded></item>"""
FEED = """<?xml version="1.1" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title><![CDATA[{name}]]></title>{items}</channel></rss>"""
NAME = "[/] \x1b]2;owned\x07Ada \u202e[REC]\x9b5m"
UNSEEN = ("\x1b", "\x9b", "\x9d", "\x9c", "\x07", "\u202e", "owned")


def harmless(text: str) -> bool:
    """Whether nothing in `text` could move a cursor, turn a line round, or carry the attacker's word."""
    return not any(bad in text for bad in UNSEEN) and not any(
        unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs") for character in text if character not in "\n\t"
    )


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The folder of a library that took the hostile feed in over HTTP."""
    items = "".join(ITEM.format(title=title, number=number) for number, title in enumerate(TITLES, 1))
    with serving() as site:
        site.feed("/feed", FEED.format(name=NAME, items=items))
        asyncio.run(taken(tmp_path / "library" / "library.sqlite3", f"{site.url}/feed"))
    return tmp_path


async def taken(file: Path, address: str) -> None:
    with Library.open(file) as library:
        async with Web() as web:
            _, outcome = await Refresher(library, web, lambda: NOON).add(address)
        assert outcome.new == len(TITLES)


@pytest.fixture
def matinee(library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Matinee:
    return runner(library, monkeypatch, capsys)


def test_the_command_line_prints_what_is_meant_and_nothing_else(matinee: Matinee) -> None:
    for arguments in (("list",), ("list", "--json"), ("critics",), ("critics", "--json"), ("grades", "--by", "work")):
        ran = matinee(*arguments)
        assert ran.code == 0
        assert harmless(ran.out + ran.err), arguments
    out = matinee("list").out
    assert [title for title in SHOWN if title not in out] == []


def test_a_review_is_read_without_a_control_character(matinee: Matinee) -> None:
    for review in matinee("list", "--json").json:
        ran = matinee("read", str(review["id"]))
        assert harmless(ran.out)
        assert "[b]x[/b]" in ran.out


def test_an_error_that_names_hostile_text_shows_it_harmless(matinee: Matinee) -> None:
    for arguments in (("remove", f"no{NAME}"), ("add", NAME), ("list", f"grade>={NAME}"), ("read", "--", NAME)):
        ran = matinee(*arguments)
        assert ran.code in (1, 2)
        assert harmless(ran.err.replace("owned", "")), arguments


def test_no_byte_of_it_reaches_a_real_terminal(library: Path) -> None:
    """List, preview, reading view, critics, the toast of a removed critic, and the window's title, as raw bytes."""
    environment = {"MATINEE_LIBRARY": str(library / "library"), "MATINEE_CONFIG": str(library / "none.toml")}
    (library / "none.toml").write_text("")
    terminal = Terminal("-m", "tui", environment=environment)
    terminal.until("[REC]\N{SUPERSCRIPT TWO}".encode())
    terminal.settle()
    for key in (b"s", b"N", b"\r", b"J", b"J", b"J", b"J", b"y", b"q", b"4", b"r", b"D", b"y", b"1"):
        terminal.press(key)
    terminal.press(b"Q")
    terminal.settle()
    raw = bytes(terminal.seen)
    terminal.end()
    assert b"Traceback" not in raw
    assert b"owned" not in raw
    titles = re.findall(rb"\x1b\](?:0|1|2);[^\x07\x1b]*", raw)
    assert all(b"REC" not in title and b"Retitled" not in title for title in titles)
    text = raw.decode()
    assert not [bad for bad in ("\u202e", "\x9b", "\x9d", "\x9c") if bad in text]
    drawn = re.sub(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[()][0-9A-B]|[=>78cDEHM])", "", text)
    for shown in ("Gone [/] Fishing", "Retitled", "desrever"):
        assert shown in drawn
    assert "\x1b" not in re.sub(r"\x1b[P\]_^][^\x07\x1b]*(?:\x07|\x1b\\)", "", drawn)
