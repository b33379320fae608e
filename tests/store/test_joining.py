"""Spellings joined into works."""

from datetime import timedelta

import pytest

from tests.makers import NOON, make_credits, make_draft, make_grade
from tests.store.shelving import change, subscribe, take
from tui.model.errors import WrongUse
from tui.model.mine import Mine
from tui.model.query_language import parse
from tui.model.review import Draft
from tui.model.work import Work
from tui.model.works import WorkSort, WorksShown
from tui.store.library import Library


def of(title: str, year: int | None = 2025, *, score: float = 70, director: str = "", **fields: object) -> Draft:
    return make_draft(
        guid=f"{title}-{year}-{director}", work=Work(title, year), grade=make_grade(score=score),
        credits=make_credits(directed_by=(director,) if director else ()), **fields,
    )  # fmt: skip


def shown(library: Library) -> list[tuple[str, int | None, int]]:
    rows = library.work_rows(library.work_order(WorksShown(sort=WorkSort.TITLE)))
    return [(row.title, row.year, row.reviews) for row in rows]


@pytest.fixture
def two(library: Library) -> Library:
    """Two spellings of one film by two critics, and a remake."""
    ada, bo = subscribe(library), subscribe(library, "Bo Lund")
    take(library, ada, of("Salt & Iron", 2025), of("Salt and Iron", 1984))
    take(library, bo, of("Salt and Iron", 2026, score=90))
    return library


def test_spellings_of_one_work_are_joined_and_a_remake_stays_apart(two: Library) -> None:
    assert two.join_works() == 3
    assert sorted(reviews for *_, reviews in shown(two)) == [1, 2]
    assert two.join_works() == 0
    page = next(page for row in two.work_order(WorksShown()) if len((page := two.work_page(row)).spellings) == 2)
    assert page.consensus.mean == 80
    assert {opinion.critic for opinion in page.opinions} == {"Ada Quill", "Bo Lund"}
    assert not any(spelling.by_hand for spelling in page.spellings)


def test_a_later_review_in_either_spelling_finds_the_work(two: Library) -> None:
    two.join_works()
    dov = subscribe(two, "Dov Amsel")
    take(two, dov, of("Salt and Iron", 2026))
    assert sorted(reviews for *_, reviews in shown(two)) == [1, 3]
    (id,) = (row.id for row in two.works(WorksShown()).rows if row.reviews == 3)
    assert two.count(parse(f"work:#{id}", now=NOON)) == 3


def test_only_what_is_new_is_held_against_the_rest(two: Library) -> None:
    two.join_works()
    take(two, subscribe(two, "Dov Amsel"), of("The Salt-and-Iron", 2025))
    assert two.join_works() == 1
    assert sorted(reviews for *_, reviews in shown(two)) == [1, 3]


def test_a_title_without_a_year_joins_neither_of_two_films(library: Library) -> None:
    ada, bo, cyra = (subscribe(library, name) for name in ("Ada Quill", "Bo Lund", "Cyra Fenn"))
    take(library, ada, of("Wildfire", 2025, director="Oda Pike"))
    take(library, bo, of("Wildfire", 2026, director="Dov Ellis"))
    take(library, cyra, of("Wildfire", None))
    library.join_works()
    assert len(shown(library)) == 3


def test_ids_join_what_titles_do_not(library: Library) -> None:
    ada, bo = subscribe(library), subscribe(library, "Bo Lund")
    take(library, ada, make_draft(guid="1", work=Work("雨傘の季節", 2026, ids=(("imdb", "tt1"),))))
    take(library, bo, make_draft(guid="2", work=Work("Umbrella Season", 2025, ids=(("imdb", "tt1"),))))
    library.join_works()
    assert len(shown(library)) == 1


def ids(library: Library) -> list[int]:
    return list(library.work_order(WorksShown(sort=WorkSort.TITLE)))


def test_what_the_reader_joins_stays_joined_and_can_be_taken_back(library: Library) -> None:
    take(library, subscribe(library), of("Fog", 2025, score=40), of("The Second Foghorn", 2025, score=60))
    first, second = ids(library)
    library.put_mine(second, Mine(seen=True), now=NOON)
    joined = library.merge_works(first, second, now=NOON)
    library.join_works()
    (row,) = library.works(WorksShown()).rows
    assert (row.id, row.reviews) == (joined.work_id, 2)
    assert row.mine is not None
    assert any(spelling.by_hand for spelling in library.work_page(second).spellings)
    assert library.undo_joining(joined)
    assert ids(library) == [first, second]
    assert not library.undo_joining(joined)
    assert [library.mine(first), library.mine(second)] == [None, Mine(seen=True)]
    with pytest.raises(WrongUse):
        library.merge_works(first, first, now=NOON)


def test_what_the_reader_parts_stays_parted(two: Library) -> None:
    two.join_works()
    whole = next(row.id for row in two.works(WorksShown()).rows if row.reviews == 2)
    spelling = next(each.work.id for each in two.work_page(whole).spellings if not each.stands)
    assert spelling is not None
    parted = two.split_work(spelling, now=NOON)
    take(two, subscribe(two, "Dov Amsel"), of("Salt + Iron", 2025))
    two.join_works()
    assert len(shown(two)) == 3
    assert two.work_page(spelling).consensus.n in (1, 2)
    assert not two.undo_joining(parted) or len(shown(two)) == 2


def test_splitting_off_the_spelling_that_stands_leaves_another_to_stand(two: Library) -> None:
    two.join_works()
    whole = next(row.id for row in two.works(WorksShown()).rows if row.reviews == 2)
    parted = two.split_work(whole, now=NOON)
    assert sorted(reviews for *_, reviews in shown(two)) == [1, 1, 1]
    assert two.undo_joining(parted)
    assert sorted(reviews for *_, reviews in shown(two)) == [1, 2]
    with pytest.raises(WrongUse):
        two.split_work(next(row.id for row in two.works(WorksShown()).rows if row.reviews == 1), now=NOON)


def test_a_review_that_changes_its_title_leaves_the_work(two: Library) -> None:
    two.join_works()
    whole = next(row for row in two.works(WorksShown()).rows if row.reviews == 2)
    bo = two.critic("Bo Lund").id
    review = next(each.review_id for each in two.work_page(whole.id).opinions if each.critic_id == bo)
    change(two, bo, review, of("Something Else", 2026, published=NOON - timedelta(days=1)))
    assert two.work_page(whole.id).consensus.n == 1
    assert ("Something Else", 2026, 1) in shown(two)


def test_works_the_reader_spoke_of_outlive_their_reviews(two: Library) -> None:
    two.join_works()
    whole = next(row.id for row in two.works(WorksShown()).rows if row.reviews == 2)
    two.put_mine(whole, Mine(make_grade(written="B", score=75)), now=NOON)
    for name in ("Ada Quill", "Bo Lund"):
        two.unsubscribe(two.critic(name).id)
    assert shown(two) == []
    assert two.mine(whole) is not None
    take(two, subscribe(two, "Dov Amsel"), of("Salt & Iron", 2025))
    (row,) = two.works(WorksShown()).rows
    assert row.mine is not None
