"""Many feeds at once in the real app: a terminal, processes, the network, and what Textual does with the streams."""

from pathlib import Path

import pytest

from tests.loopback import serving
from tests.makers import NOON
from tests.refresh.feeds import post, rss
from tests.terminal import Terminal
from tui.model.listing import Sort
from tui.model.query import Query
from tui.refresh.apart import FEWEST
from tui.store.library import Library

FEEDS = FEWEST + 8
SECRET = """
[sites."127.0.0.1:1"]
user = "nobody"
password_command = "true"
"""
"""With a site's secret in the settings feeds are visited in the app's own process."""


@pytest.mark.parametrize("sites", ["", SECRET], ids=["apart", "in its own process"])
def test_every_feed_comes_in(tmp_path: Path, sites: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text(sites)
    with serving() as site, Library.open(tmp_path / "library.sqlite3") as library:
        for number in range(FEEDS):
            site.feed(f"/{number}", rss(post(1), post(2)))
            library.subscribe(f"{site.url}/{number}", name=f"Critic {number}", now=NOON)
        terminal = Terminal("-m", "tui", "--library", str(tmp_path), "--config", str(config))
        terminal.until(f"{2 * FEEDS} new".encode())
        terminal.settle()
        terminal.press(b"Q")
        terminal.settle()
        terminal.end()
        assert [each.last.reason for each in library.standings() if each.last and each.last.kind == "failed"] == []
        assert len(library.order(Query(), Sort.NEWEST)) == 2 * FEEDS
