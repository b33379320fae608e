"""The text index never says what the library does not hold: proved against SQLite's own check after every change."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON, make_credits, make_draft, make_outcome
from tests.store.shelving import change, make_library, subscribe, take
from tui.model.listing import Sort
from tui.model.query import Query, Words
from tui.model.review import Draft
from tui.model.work import Work
from tui.store.connections import connect
from tui.store.library import Library

VOCABULARY = ("fog", "lamp", "Nebel", "naïve", "日本", "½")
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=5).map(" ".join)
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "change", "later", "index", "end"]), st.integers(0, 3), TEXTS), max_size=9
)


def _draft(guid: str, words: str) -> Draft:
    half = len(words) // 2
    return make_draft(
        guid=guid,
        title=words[:half],
        work=Work(words[half:] or "x"),
        text=words,
        html="",
        grade=None,
        credits=make_credits(directed_by=(words,), starring=()),
    )


def _holding(library: Library, word: str) -> set[int]:
    ids = list(library.order(Query(), Sort.NEWEST))
    return {review.id for review in library.reviews(ids) if word in review.draft.text.split()}


@given(STEPS)
def test_a_search_finds_exactly_what_holds_the_word(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    with make_library(tmp_path_factory.mktemp("index")) as library:
        critic = subscribe(library)
        for step, (kind, which, words) in enumerate(steps):
            ids = sorted(library.order(Query(), Sort.NEWEST))
            if kind in ("add", "later"):
                take(library, critic, _draft(f"g{step}", words), index=kind == "add")
            elif kind == "change" and ids:
                change(library, critic, ids[which % len(ids)], _draft(f"g{step}", words))
            elif kind == "index":
                library.index_pending(which)
            elif kind == "end":
                library.mark(ids[:which], "starred", True, now=NOON)
                library.unsubscribe(critic)
                critic = subscribe(library)
        while library.index_pending():
            pass
        for word in VOCABULARY:
            assert set(library.order(Query(Words(word)), Sort.NEWEST)) == _holding(library, word)
        _is_sound(library)


def _is_sound(library: Library) -> None:
    with closing(connect(library.path)) as connection:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)")
        terms = "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, instance)"
        connection.execute(terms)
        stray = "SELECT DISTINCT doc FROM temp.terms WHERE doc NOT IN (SELECT id FROM review WHERE indexed)"
        assert connection.execute(stray).fetchall() == []


def test_pending_reviews_are_indexed_newest_first(library: Library) -> None:
    critic = subscribe(library)
    take(library, critic, *(make_draft(guid=str(n), text=f"word{n}") for n in range(3)), index=False)
    library.index_pending(1)
    with closing(connect(library.path)) as connection:
        rows = connection.execute("SELECT id, indexed FROM review ORDER BY id").fetchall()
    assert rows == [(1, 0), (2, 0), (3, 1)]


def test_a_visit_that_brings_nothing_leaves_the_index_alone(library: Library) -> None:
    critic = subscribe(library)
    take(library, critic, make_draft(), index=False)
    take(library, critic)
    library.record(make_outcome(critic_id=critic), library.feed_state(critic))
    assert library.index_pending() == 1
