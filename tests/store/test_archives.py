"""What the library remembers of an archive, and what becomes of the reviews."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.makers import NOON, make_draft
from tui.model.archive import ArchiveState
from tui.model.listing import Sort
from tui.model.query import Query
from tui.store.library import Library

STATE = ArchiveState("paged", "https://critic.example/feed/?paged=3", "mark", 2, 20, 0, 120, NOON, NOON, None)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3") as library:
        library.subscribe("https://critic.example/feed/", name="Ada Quill", now=NOON)
        yield library


def test_an_archive_never_asked_for_is_fresh(library: Library) -> None:
    assert library.archive(1) == ArchiveState()


def test_a_page_and_how_far_it_is_are_kept_together(library: Library) -> None:
    assert library.take_archived(1, [make_draft(guid="a"), make_draft(guid="b")], STATE) == 2
    assert library.take_archived(1, [make_draft(guid="b")], STATE) == 0
    state = library.archive(1)
    assert (state.way, state.following, state.new, state.total, state.reached) == (
        "paged",
        STATE.following,
        0,
        120,
        NOON,
    )
    assert len(library.order(Query(), Sort.NEWEST)) == 2


def test_they_arrive_as_read_and_a_mark_that_stands_stays(library: Library) -> None:
    library.take_archived(1, [make_draft(guid="a")], STATE)
    library.mark([1], "read", False, now=NOON)
    library.take_archived(1, [make_draft(guid="a"), make_draft(guid="b")], STATE)
    assert [row.read for row in library.page(Query(), Sort.OLDEST).rows] == [True, False]
    assert library.standings()[0].unread == 1


def test_a_subscription_that_ended_takes_what_was_known_along(library: Library) -> None:
    library.take_archived(1, [make_draft(guid="a")], STATE)
    library.mark([1], "starred", True, now=NOON)
    library.unsubscribe(1)
    assert library.archive(1) == ArchiveState()
    assert library.take_archived(1, [make_draft(guid="b")], STATE) is None
    assert len(library.order(Query(), Sort.NEWEST)) == 1
