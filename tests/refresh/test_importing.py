"""Taking over a list of subscriptions: what is new, what was known, what cannot be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.makers import NOON
from tui.model.errors import BadFile
from tui.model.imported import Imported
from tui.refresh.importing import import_file
from tui.store.library import Library

LIST = """<opml version="2.0"><body><outline text="Fog">
<outline text="Ada Quill" xmlUrl="https://critic.example/feed/" htmlUrl="https://critic.example/"/>
<outline xmlUrl="https://reel.example/rss"/></outline>
<outline text="Mail" xmlUrl="mailto:ada@critic.example"/></body></opml>"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3") as library:
        yield library


def test_every_feed_of_a_list_is_subscribed_to_with_its_name_and_folder(library: Library, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(LIST)
    imported = import_file(library, str(tmp_path / "list.opml"), now=NOON)
    assert (imported.added, imported.known, len(imported.skipped)) == (2, 0, 1)
    critics = {each.critic.name: each.critic for each in library.standings()}
    assert set(critics) == {"Ada Quill", "reel.example"}
    assert critics["Ada Quill"].tags == ("Fog",)


def test_a_password_in_a_list_is_not_kept_and_its_host_is_named(library: Library, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text("https://ada:hunter2@critic.example/feed\nhttps://reel.example/rss\n")
    imported = import_file(library, str(tmp_path / "urls"), now=NOON)
    assert (imported.added, imported.secrets) == (2, ("critic.example",))
    assert "hunter2" not in str(library.standings())


def test_a_feed_that_is_known_is_not_subscribed_to_twice(library: Library, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(LIST)
    import_file(library, str(tmp_path / "list.opml"), now=NOON)
    again = import_file(library, str(tmp_path / "list.opml"), now=NOON)
    assert (again.added, again.known) == (0, 2)


@pytest.mark.parametrize("path", ["missing.opml", "", "~nobody-by-this-name/list.opml", "a\0b"])
def test_a_path_that_leads_nowhere_is_named(library: Library, tmp_path: Path, path: str) -> None:
    with pytest.raises(BadFile, match=r"cannot be read|is a folder"):
        import_file(library, str(tmp_path / path) if not path.startswith("~") else path, now=NOON)
    assert library.standings() == ()


def test_a_file_without_subscriptions_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text("<opml version='2.0'><body/></opml>")
    with pytest.raises(BadFile, match="no subscriptions"):
        import_file(library, str(tmp_path / "list.opml"), now=NOON)


def test_nothing_imported_is_nothing() -> None:
    assert Imported() == Imported(0, 0, ())


@pytest.mark.timeout(60)
def test_ten_thousand_subscriptions_are_taken_over_in_seconds(library: Library, tmp_path: Path) -> None:
    """Many of one name, and each twice: with every subscription looking at all before it this took a minute."""
    outline = '<outline text="{}" xmlUrl="https://critic-{}.example/feed"/>'
    rows = [outline.format(f"Critic {number}" if number % 3 else "Reviews", number) for number in range(10_000)]
    file = tmp_path / "large.opml"
    file.write_text(f"<opml><body>{''.join([*rows, *rows])}</body></opml>")
    assert import_file(library, str(file), now=NOON) == Imported(10_000)
    assert import_file(library, str(file), now=NOON) == Imported(0, 10_000)
    names = {standing.critic.name for standing in library.standings()}
    assert {"Reviews", "Reviews (2)", "Reviews (3334)", "Critic 1"} <= names
