"""A query becomes SQL: pure, whole, and never the reader's words as syntax."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tests.store.shelving import drafts, make_library, subscribe, take
from tui.model import query_terms
from tui.model.errors import BadQuery
from tui.model.listing import Cursor, Sort
from tui.model.query import (
    All,
    Between,
    ByCritic,
    Condition,
    Either,
    Graded,
    Letter,
    Marked,
    Named,
    Not,
    Published,
    Query,
    Verdict,
    Words,
)
from tui.model.query_language import parse
from tui.model.scale import LETTERS
from tui.store import conditions, statements
from tui.store.library import Library

TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ['"', "NEAR(a b)", "a OR b", "a*", "^a", "title:a", "a'--", "%", "\0", "\ud800", "{a b}:c", "+", "a" * 999]
    ),
)
NUMBERS = st.one_of(st.none(), st.floats(), st.integers(), st.just(2**80))
TIMES = st.one_of(st.none(), st.integers(-(10**5), 10**5).map(lambda days: NOON + timedelta(days=days / 2)))
LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Words, TEXTS, st.booleans()),
    st.builds(
        Between, st.sampled_from(["score", "year", "comments", "id"]), NUMBERS, NUMBERS, st.booleans(), st.booleans()
    ),
    st.builds(Letter, st.sampled_from(list(LETTERS))),
    st.builds(Graded, st.sampled_from(["any", "none", "unscored"])),
    st.builds(Verdict, st.sampled_from(["up", "down"])),
    st.builds(Published, TIMES, TIMES),
    st.builds(Marked, st.sampled_from(["read", "starred"]), st.booleans()),
    st.builds(Named, st.sampled_from(["critic", "work", "director", "tag"]), TEXTS),
    st.builds(ByCritic, st.integers()),
)


def _joined(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, max_size=4).map(tuple)
    return st.one_of(st.builds(All, several), st.builds(Either, several), st.builds(Not, inner))


CONDITIONS = st.recursive(LEAVES, _joined, max_leaves=8)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with make_library(tmp_path_factory.mktemp("shelf")) as library:
        for name in ("Ada Quill", "Bo Marsh"):
            take(library, subscribe(library, name), *drafts(40))
        library.mark(library.order(Query(), Sort.NEWEST)[::3], "read", True, now=NOON)
        library.mark(library.order(Query(), Sort.NEWEST)[::5], "starred", True, now=NOON)
        yield library


@given(CONDITIONS, st.sampled_from(Sort))
def test_whatever_the_condition_lists_counts_and_bars_agree(shelf: Library, condition: Condition, sort: Sort) -> None:
    query = Query(condition)
    found = shelf.order(query, sort)
    assert shelf.count(query) == shelf.histogram(query).total == len(found) == len(set(found))
    rows = shelf.page(query, sort).rows
    assert [row.id for row in rows] == list(found[:100])
    listing = shelf.listing(query, sort)
    assert listing.ids == found
    assert listing.unread == bytes(not row.read for row in rows)


@given(CONDITIONS)
def test_a_condition_and_its_opposite_share_the_library_between_them(shelf: Library, condition: Condition) -> None:
    meant = set(shelf.order(Query(condition), Sort.NEWEST))
    rest = set(shelf.order(Query(Not(condition)), Sort.NEWEST))
    assert not meant & rest
    assert len(meant | rest) == 80


@given(st.lists(st.sampled_from(["(", ")", "-", " OR ", " ", "70", "B-", ":", ">=", "fog", "2w", *query_terms.KEYS])))
def test_whatever_can_be_parsed_can_be_asked(shelf: Library, bits: list[str]) -> None:
    try:
        query = parse("".join(bits), now=NOON)
    except BadQuery:
        return
    assert shelf.count(query) == len(shelf.order(query, Sort.BEST))


@given(CONDITIONS, st.sampled_from(Sort))
def test_a_statement_has_as_many_places_as_parameters(condition: Condition, sort: Sort) -> None:
    after = Cursor("fog", 3, 7)
    for statement in (
        statements.page(Query(condition), sort, after, 10),
        statements.listing(Query(condition), sort),
        statements.count(Query(condition)),
        statements.histogram(Query(condition)),
    ):
        assert statement.sql.count("?") - statement.sql.count("'?'") == len(statement.parameters)


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=3))
def test_no_word_of_the_readers_stands_in_the_statement(text: str) -> None:
    named = [Named(of, text) for of in ("critic", "work", "director", "tag")]
    bare = statements.listing(Query(All((Words("foghorn"), *named))), Sort.NEWEST).sql
    other = statements.listing(Query(All((Words(text), *named))), Sort.NEWEST).sql
    assert bare == other
    assert set(re.findall(r"'[^']*'", bare)) <= {"'%016x'", "''", "'?'"}


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ([Words("fog")], '"fog"'),
        ([Words("fog", beginning=True)], '"fog"*'),
        ([Words("last lamp"), Words("fog")], '"last lamp" "fog"'),
        ([Words('say "fog"')], '"say ""fog"""'),
        ([Words("a\0b\ud800")], '"a b"'),
    ],
)
def test_search_words_are_strings_of_the_search_engine(words: list[Words], expression: str) -> None:
    assert conditions.match_expression(words) == expression


@pytest.mark.parametrize(
    ("condition", "counted"),
    [
        (All(), True),
        (ByCritic(3), True),
        (All((ByCritic(3), Marked("read", False))), True),
        (Either((Letter("B-"), Graded("none"))), True),
        (Not(Named("critic", "ada")), True),
        (Marked("starred"), False),
        (All((ByCritic(3), Words("fog"))), False),
        (Not(Named("work", "fog")), False),
        (Between("score", low=67), False),
    ],
)
def test_the_kept_counts_answer_what_they_can(condition: Condition, counted: bool) -> None:
    assert conditions.counted(condition) is counted
    assert (" tally " in statements.count(Query(condition)).sql) is counted
