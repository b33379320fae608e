"""newsboat, as good as it can be: everything that would slow it down is off, and SQLite knows its tables."""

import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from tests.benchmarks.library_making import NAME
from tests.terminal import Terminal
from tui.store.library import Library

CONFIG = """\
auto-reload no
refresh-on-startup no
reload-threads 32
reload-only-visible-feeds no
cleanup-on-quit no
max-items 0
show-read-feeds yes
show-read-articles yes
prepopulate-query-feeds yes
confirm-exit no
notify-screen no
download-retries 1
bind-key j down
bind-key k up
"""
EVERYTHING = '"query:Everything:age >= 0"'
"""A feed of all articles, the first in the list."""


def version() -> str:
    """Return its version; installed with apt if it is missing."""
    if shutil.which("newsboat") is None:
        subprocess.run(["apt-get", "update", "-q"], check=False, stdout=subprocess.DEVNULL)
        subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", "newsboat"], check=True)
    said = subprocess.run(["newsboat", "--version"], check=True, capture_output=True, text=True).stdout
    return said.split(" -", 1)[0]


class Boat:
    """One home of newsboat's."""

    def __init__(self, home: Path, urls: Iterable[str]) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        (home / "config").write_text(CONFIG)
        (home / "urls").write_text("\n".join(urls) + "\n")
        self.environment = {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color"}

    @property
    def cache(self) -> Path:
        """The database."""
        return self.home / "cache.db"

    def command(self, *arguments: str) -> list[str]:
        """Return the command line."""
        files = (("-u", "urls"), ("-C", "config"), ("-c", "cache.db"))
        return ["newsboat", *(part for flag, name in files for part in (flag, str(self.home / name))), *arguments]

    def open(self) -> Terminal:
        """Open it in a terminal."""
        program, *arguments = self.command()
        return Terminal(*arguments, environment=self.environment, program=program)

    def forget(self) -> None:
        """Begin with an empty cache."""
        for path in self.home.glob("cache.db*"):
            path.unlink()

    def analyse(self) -> None:
        """Let SQLite know its tables: newsboat never does, and is an order of magnitude slower for it."""
        with closing(sqlite3.connect(self.cache)) as connection:
            connection.execute("ANALYZE")


def filled(home: Path, library: Path) -> Boat:
    """Return a newsboat that holds the same reviews as the library in the folder `library`."""
    with Library.open(library / NAME) as ours:
        critics = [standing.critic for standing in ours.standings()]
        boat = Boat(home, [EVERYTHING, *(critic.feed_url for critic in critics)])
        if boat.cache.exists():
            return boat
        subprocess.run(boat.command("-x", "print-unread"), check=True, capture_output=True, env=boat.environment)
        with closing(sqlite3.connect(boat.cache)) as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)",
                [(critic.feed_url, critic.feed_url, critic.name) for critic in critics],
            )
            feeds = {critic.id: critic.feed_url for critic in critics}
            connection.executemany(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, enclosure_url,"
                " enclosure_type, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', '')",
                _items(ours, feeds),
            )
            connection.commit()
    boat.analyse()
    return boat


def _items(library: Library, feeds: dict[int, str]) -> Iterator[tuple[object, ...]]:
    from tui.model.listing import Sort
    from tui.model.query import Query

    ids = library.order(Query(), Sort.NEWEST)
    for start in range(0, len(ids), 500):
        for review in library.reviews(ids[start : start + 500]):
            draft = review.draft
            yield (
                draft.guid, draft.title, draft.author, draft.url, feeds[review.critic_id],
                int(draft.published.timestamp()), draft.html, int(not review.read),
            )  # fmt: skip
