"""Lists in every order, windows of them, counts, bars and whole reviews."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON, make_credits, make_draft, make_grade
from tests.store.shelving import draft, drafts, make_library, subscribe, take, titles
from tui.model.errors import UnknownReview
from tui.model.grade import Grade, Where
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.query_language import parse
from tui.model.review import Review, ReviewRow
from tui.model.work import Work
from tui.store import matching, statements
from tui.store.conditions import Statement
from tui.store.connections import connect
from tui.store.folding import LAST, folded, title_key
from tui.store.library import Library

EVERYTHING = Query()


def test_a_review_comes_back_as_it_went_in(library: Library) -> None:
    given = make_draft(
        updated=NOON + timedelta(days=1),
        work=Work("The Second Foghorn", 2025, "series", ids=(("imdb", "tt0000001"), ("tmdb", "tv/1"))),
        tags=("Film", "Film noir"),
        fields=(("slash:comments", "3"), ("letterboxd:memberRating", "3.5")),
        text="Ein Nebel über München\n\n★★★½ \U0001f32b",
        dated=False,
    )
    critic = subscribe(library)
    (number,) = take(library, critic, given)
    review = library.review(number)
    work = review.draft.work
    assert work is not None
    assert work.id is not None
    assert review == Review(number, critic, "Ada Quill", replace(given, work=work))
    assert replace(work, id=None) == given.work


@pytest.mark.parametrize(
    "grade",
    [
        None,
        make_grade(),
        make_grade(where=None),
        make_grade(where=Where("field", name="letterboxd:memberRating")),
        Grade("Thumbs up", verdict="up"),
        Grade("Grade: 7.5", value=7.5),
    ],
)
def test_every_part_of_a_grade_is_kept(library: Library, grade: Grade | None) -> None:
    (number,) = take(library, subscribe(library), make_draft(grade=grade))
    assert library.review(number).draft.grade == grade


def test_a_post_that_reviews_nothing_has_neither_work_nor_grade(library: Library) -> None:
    (number,) = take(library, subscribe(library), make_draft(work=None, grade=None, credits=make_credits()))
    assert library.review(number).draft.work is None
    assert library.rows([number])[0].work is None


def test_two_reviews_of_one_work_share_it_however_it_is_spelled(library: Library) -> None:
    works = [Work("The Second Foghorn", 2025), Work("second foghorn!", 2025), Work("The Second Foghorn", 1931)]
    ids = take(library, subscribe(library), *(make_draft(guid=str(n), work=work) for n, work in enumerate(works)))
    first, second, other = (review.draft.work for review in library.reviews(ids))
    assert first
    assert second
    assert other
    assert first.id == second.id != other.id
    assert second.title == "second foghorn!"


def test_an_unknown_review_says_where_numbers_are(library: Library) -> None:
    for number in (7, -1, 2**70):
        with pytest.raises(UnknownReview, match="matinee list"):
            library.review(number)


def _key(row: ReviewRow, sort: Sort) -> tuple[object, ...]:
    work = LAST if row.work is None else title_key(row.work)
    return {
        Sort.NEWEST: (),
        Sort.OLDEST: (row.published.timestamp(),),
        Sort.BEST: (row.score is None, -(row.score or 0)),
        Sort.WORST: (row.score is None, row.score or 0),
        Sort.WORK: (work,),
        Sort.CRITIC: (folded(row.critic),),
        Sort.COMMENTS: (row.comments is None, -(row.comments or 0)),
        Sort.MATCH: (),
    }[sort]


@pytest.mark.parametrize("sort", Sort)
def test_each_order_is_the_one_its_name_says_with_ties_newest_first(library: Library, sort: Sort) -> None:
    for name in ("Zoë Low", "ada quill", "Émile Fog"):
        take(library, subscribe(library, name), *drafts(40))
    rows = library.rows(library.order(EVERYTHING, sort))
    assert len(rows) == 120
    wanted = sorted(rows, key=lambda row: (*_key(row, sort), -row.published.timestamp(), -row.id))
    assert list(rows) == wanted


@given(
    numbers=st.lists(st.integers(0, 60), unique=True),
    sort=st.sampled_from(Sort),
    limit=st.integers(1, 9),
    text=st.sampled_from(["", "unread", "grade>=B-", "-grade:none", "critic:bo", "words", "year>2001 OR starred"]),
)
def test_pages_one_after_another_are_the_whole_order(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int], sort: Sort, limit: int, text: str
) -> None:
    query = parse(text, now=NOON)
    with make_library(tmp_path_factory.mktemp("pages")) as library:
        for at, name in enumerate(("Ada Quill", "Bo Marsh")):
            take(library, subscribe(library, name), *map(draft, numbers[at::2]))
        page = library.page(query, sort, limit=limit)
        paged = [row.id for row in page.rows]
        while page.next:
            page = library.page(query, sort, after=page.next, limit=limit)
            paged.extend(row.id for row in page.rows)
        assert paged == list(library.order(query, sort))


def test_a_page_holds_its_place_while_the_library_grows(library: Library) -> None:
    critic = subscribe(library)
    take(library, critic, *drafts(20))
    first = library.page(EVERYTHING, Sort.NEWEST, limit=10)
    take(library, critic, make_draft(guid="new", published=NOON + timedelta(days=1)))
    second = library.page(EVERYTHING, Sort.NEWEST, after=first.next, limit=10)
    assert len({row.id for row in (*first.rows, *second.rows)}) == 20
    assert second.next is None


def plan(library: Library, statement: Statement) -> str:
    connection = connect(library.path)
    try:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {statement.sql}", statement.parameters).fetchall()
    finally:
        connection.close()
    return "\n".join(row[3] for row in rows)


@pytest.fixture(scope="module", params=["never analysed", "analysed"])
def planned(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = make_library(tmp_path_factory.mktemp("plans"))
    for name in ("Ada Quill", "Bo Marsh", "Cy Lund"):
        take(library, subscribe(library, name), *drafts(100))
    library.mark(range(5, 300, 7), "read", True, now=NOON)
    if request.param == "analysed":
        connection = connect(library.path)
        connection.execute("ANALYZE")
        connection.close()
    yield library
    library.close()


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("text", ["", "unread", "grade>=B-", "starred", "-grade:F year>=2000 comments>2", "verdict:up"])
def test_every_order_comes_from_its_covering_index_unsorted(planned: Library, sort: Sort, text: str) -> None:
    query = parse(text, now=NOON)
    for statement in (statements.listing(query, sort), statements.page(query, sort, None, 100)):
        steps = plan(planned, statement)
        assert "TEMP B-TREE" not in steps, steps
    steps = plan(planned, statements.listing(query, sort))
    assert "USING COVERING INDEX review_" in steps, steps
    assert "words" not in steps
    assert "body" not in steps


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("text", ["", "unread", "grade>=B-", "post", "critic:quill", "nobody"])
def test_a_listing_has_the_ids_of_the_pages_and_tells_which_are_unread(planned: Library, text: str, sort: Sort) -> None:
    query = parse(text, now=NOON)
    page = planned.page(query, sort)
    rows = [*page.rows]
    while page.next:
        page = planned.page(query, sort, after=page.next)
        rows += page.rows
    listing = planned.listing(query, sort)
    assert list(listing.ids) == [row.id for row in rows]
    assert list(listing.unread) == [not row.read for row in rows]
    assert bool(rows) is (text != "nobody")


@pytest.mark.parametrize("text", ["", "unread", "critic:#1", "grade:B- unread"])
def test_what_is_counted_already_looks_at_no_review(planned: Library, text: str) -> None:
    query = parse(text, now=NOON)
    for statement in (statements.count(query), statements.histogram(query)):
        assert "review" not in plan(planned, statement)


@pytest.mark.parametrize("text", ["", "unread", "critic:#1 newer:1y", "grade>=B-", "critic:quill", "words post"])
def test_counts_and_bars_say_what_the_list_holds(library: Library, text: str) -> None:
    for name in ("Ada Quill", "Bo Marsh"):
        take(library, subscribe(library, name), *drafts(30))
    library.mark([1, 2, 3, 40], "read", True, now=NOON)
    query = parse(text, now=NOON)
    rows = library.rows(library.order(query, Sort.NEWEST))
    bars = library.histogram(query)
    assert library.count(query) == bars.total == len(rows) > 0
    assert dict(bars.letters)["B-"] == sum(row.letter == "B-" for row in rows)
    assert bars.ungraded == sum(row.written is None for row in rows)
    assert bars.unscored == sum(row.written is not None and row.score is None for row in rows)


def test_rows_and_reviews_come_in_the_order_asked_without_what_is_gone(library: Library) -> None:
    ids = take(library, subscribe(library), *drafts(1_200))
    asked = [ids[5], 99_999, ids[1_100], ids[0], ids[5]]
    assert titles(library, asked) == ["Post 5", "Post 1100", "Post 0", "Post 5"]
    assert [review.id for review in library.reviews(asked)] == [ids[5], ids[1_100], ids[0], ids[5]]
    assert len(library.rows(ids)) == 1_200


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lighthouse", ["Amélie’s Fog"]),
        ("LIGHTHOUSE keeper", ["Amélie’s Fog"]),
        ('"keeper lighthouse"', []),
        ('"lighthouse keeper"', ["Amélie’s Fog"]),
        ("light*", ["Amélie’s Fog"]),
        ("light", []),
        ("amelie", ["Amélie’s Fog"]),
        ("marrow", ["Amélie’s Fog", "Nothing"]),
        ("petra", ["Amélie’s Fog", "Nothing"]),
        ("-lighthouse", ["Nothing"]),
        ("lighthouse OR nothing", ["Amélie’s Fog", "Nothing"]),
        ("director:ilse", ["Amélie’s Fog", "Nothing"]),
        ("director:petra", []),
        ("work:FOGHORN", ["Amélie’s Fog"]),
        ('work:"the second foghorn"', ["Amélie’s Fog"]),
        ("tag:NOIR", ["Amélie’s Fog"]),
        ("tag:noi", []),
        ("tag:weekly", ["Amélie’s Fog", "Nothing"]),
        ("id:1", ["Amélie’s Fog"]),
        ("verdict:up", ["Nothing"]),
        ("grade:unscored", ["Nothing"]),
        ("grade:any grade<=70", ["Amélie’s Fog"]),
        ("after:2026-03-14", ["Amélie’s Fog"]),
        ("older:1d", ["Nothing"]),
        ("comments:0..5", ["Amélie’s Fog"]),
        ("-comments>5", ["Amélie’s Fog", "Nothing"]),
    ],
)
def test_each_kind_of_condition_finds_its_reviews(library: Library, text: str, found: list[str]) -> None:
    critic = library.subscribe("https://critic.example/feed", name="Ada", tags=["Weekly"], now=NOON).id
    take(
        library,
        critic,
        make_draft(guid="1", title="Amélie’s Fog", text="The lighthouse keeper waits.", tags=("Noir",)),
        make_draft(
            guid="2", title="Nothing", work=None, grade=Grade("Thumbs up", verdict="up"), comments=None,
            published=NOON - timedelta(days=3), text="An essay.",
        ),
    )  # fmt: skip
    assert titles(library, library.order(parse(text, now=NOON), Sort.NEWEST)) == found


def test_the_first_page_of_an_empty_library_is_empty(tmp_path: Path) -> None:
    with make_library(tmp_path) as library:
        page = library.page(EVERYTHING, Sort.NEWEST)
        assert (page.rows, page.next) == ((), None)
        assert library.histogram(EVERYTHING).total == 0
        assert len(library.histogram(EVERYTHING).letters) == 13


def test_the_best_match_comes_first_and_a_title_counts_more_than_the_text(library: Library) -> None:
    critic = subscribe(library)
    often = make_draft(guid="1", title="A", work=Work("A"), text="Lamp lamp lamp. " + "Words of a film. " * 20)
    once = make_draft(guid="2", title="B", work=Work("B"), text="A lamp. " + "Words of a film. " * 20)
    named = make_draft(guid="3", title="The Lamp", work=Work("The Lamp"), text="Words of a film. " * 20)
    ids = take(library, critic, once, often, named)
    query = parse("lamp", now=NOON)
    assert list(library.order(query, Sort.MATCH)) == [ids[2], ids[1], ids[0]]
    assert list(library.order(parse("lamp -title OR fog", now=NOON), Sort.MATCH)) == sorted(ids, reverse=True)
    first = library.page(query, Sort.MATCH, limit=2)
    rest = library.page(query, Sort.MATCH, after=first.next, limit=2)
    assert [row.id for row in (*first.rows, *rest.rows)] == [ids[2], ids[1], ids[0]]
    assert rest.next is None


@pytest.mark.parametrize("sort", [sort for sort in Sort if sort is not Sort.MATCH])
@pytest.mark.parametrize(
    "text", ["words", "words post", "words unread grade>=C", "fog", "words -fog", "12", "critic:a words"]
)
def test_a_common_word_is_asked_of_each_review_and_gives_the_same(
    library: Library, sort: Sort, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(library, subscribe(library), *drafts(60))
    query = parse(text, now=NOON)
    before = library.page(query, sort, limit=10)
    monkeypatch.setattr(matching, "COMMON", 7)
    counting = matching.commonness(query)
    assert counting is not None
    assert counting.parameters[1] == 7
    page = library.page(query, sort, limit=10)
    assert page == before
    if page.next:
        assert library.page(query, sort, after=page.next, limit=99).rows


def test_common_words_are_not_looked_for_where_each_asking_would_cost_as_much(planned: Library) -> None:
    for text in ('"last lamp"', "lam*", "-fog", "fog OR lamp", "unread"):
        assert matching.commonness(parse(text, now=NOON)) is None
    common = statements.page(parse("fog unread", now=NOON), Sort.NEWEST, None, 60, common=True)
    steps = plan(planned, common)
    assert "USING INDEX review_newest" in steps, steps
    assert "CORRELATED" in steps, steps
    assert "TEMP B-TREE" not in steps, steps


@pytest.mark.parametrize("sort", [sort for sort in Sort if sort not in (Sort.MATCH, Sort.CRITIC)])
@pytest.mark.parametrize("text", ["critic:foss lamp", "tag:drama lamp", "lamp unread director:marrow", "work:fog lamp"])
def test_a_common_word_is_asked_in_the_order_of_the_list_whatever_else_is_asked(
    planned: Library, sort: Sort, text: str
) -> None:
    steps = plan(planned, statements.page(parse(text, now=NOON), sort, None, 60, common=True))
    assert f"SCAN review USING INDEX {statements.ORDERS[sort].walk}" in steps, steps
    assert "TEMP B-TREE" not in steps, steps
