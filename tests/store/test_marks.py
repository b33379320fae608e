"""Marks, and taking them back."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tests.store.shelving import drafts, make_library, subscribe, take
from tui.model.listing import Marking, Sort
from tui.model.query import Marked, Query
from tui.model.query_language import parse
from tui.store.library import Library

MARKS: Sequence[Literal["read", "starred"]] = ("read", "starred")


def marked(library: Library, mark: Literal["read", "starred"]) -> set[int]:
    return set(library.order(Query(Marked(mark)), Sort.NEWEST))


@pytest.mark.parametrize("mark", MARKS)
def test_a_marking_tells_only_what_changed(library: Library, mark: Literal["read", "starred"]) -> None:
    ids = take(library, subscribe(library), *drafts(5))
    assert library.mark(ids[:3], mark, True, now=NOON) == Marking(ids[:3], mark, True)
    assert library.mark([*ids, ids[4], 99], mark, True, now=NOON) == Marking(ids[3:], mark, True)
    assert library.mark(ids, mark, True, now=NOON).ids == ()
    assert library.mark([], mark, True, now=NOON).ids == ()
    assert marked(library, mark) == set(ids)
    assert library.mark(ids[1:2], mark, False, now=NOON) == Marking(ids[1:2], mark, False)
    assert marked(library, mark) == set(ids) - {ids[1]}


@pytest.mark.parametrize("mark", MARKS)
def test_undo_takes_back_what_changed_and_nothing_else(library: Library, mark: Literal["read", "starred"]) -> None:
    ids = take(library, subscribe(library), *drafts(5))
    library.mark(ids[:2], mark, True, now=NOON)
    marking = library.mark_all(Query(), mark, True, now=NOON)
    library.undo(marking)
    assert marked(library, mark) == set(ids[:2])


@pytest.mark.parametrize("mark", MARKS)
def test_undo_leaves_no_time_that_was_taken_back(library: Library, mark: Literal["read", "starred"]) -> None:
    (number,) = take(library, subscribe(library), *drafts(1))
    marking = library.mark([number], mark, True, now=NOON)
    with closing(sqlite3.connect(library.path)) as connection:
        told = f"SELECT {mark}_at FROM review WHERE id = {number}"
        assert connection.execute(told).fetchone() == (int(NOON.timestamp()),)
        library.undo(marking)
        assert connection.execute(told).fetchone() == (None,)


def test_undo_leaves_what_was_marked_otherwise_since(library: Library) -> None:
    ids = take(library, subscribe(library), *drafts(3))
    marking = library.mark(ids, "read", True, now=NOON)
    library.mark(ids[:1], "read", False, now=NOON)
    library.undo(marking)
    assert marked(library, "read") == set()
    library.undo(marking)
    assert marked(library, "read") == set()


def test_marking_all_of_a_query_leaves_the_rest(library: Library) -> None:
    for name in ("Ada Quill", "Bo Marsh"):
        take(library, subscribe(library, name), *drafts(1_300))
    query = parse("critic:bo grade>=B-", now=NOON)
    meant = set(library.order(query, Sort.BEST))
    marking = library.mark_all(query, "read", True, now=NOON)
    assert set(marking.ids) == meant == marked(library, "read")
    library.undo(marking)
    assert not marked(library, "read")


def test_one_mark_does_not_touch_the_other(library: Library) -> None:
    (number,) = take(library, subscribe(library), *drafts(1))
    library.mark([number], "starred", True, now=NOON)
    assert (library.review(number).read, library.review(number).starred) == (False, True)


@given(st.lists(st.tuples(st.sampled_from(MARKS), st.booleans(), st.sets(st.integers(1, 8))), max_size=8))
def test_undoing_everything_backwards_leads_back_to_the_start(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[Literal["read", "starred"], bool, set[int]]]
) -> None:
    with make_library(tmp_path_factory.mktemp("marks")) as library:
        take(library, subscribe(library), *drafts(6))
        before = library.rows(range(1, 9))
        made = [library.mark(list(ids), mark, value, now=NOON) for mark, value, ids in changes]
        for marking in reversed(made):
            library.undo(marking)
        assert library.rows(range(1, 9)) == before
        assert library.standings()[0].unread == 6
