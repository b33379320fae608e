"""The list of works: orders, pages, what it is narrowed to."""

import pytest

from tests.makers import NOON, make_credits, make_draft, make_grade
from tests.store.shelving import subscribe, take
from tests.store.test_figures import mixed
from tui.model.mine import Mine
from tui.model.work import Work
from tui.model.works import WorkCursor, WorkRow, WorkSort, WorksShown
from tui.store.library import Library


@pytest.fixture
def filled(library: Library) -> Library:
    """Eight films by four critics; one more that nobody scored, without a year; the reader graded three."""
    ids = mixed(library, seed=11)
    take(library, ids[0], make_draft(guid="x", work=Work("Ungraded"), grade=None, credits=make_credits(directed_by=())))
    for work, score in zip(list(library.work_order(WorksShown(sort=WorkSort.TITLE)))[:3], (0, 50, 100), strict=True):
        library.put_mine(work, Mine(make_grade(written=str(score), score=score)), now=NOON)
    return library


def paged(library: Library, shown: WorksShown, limit: int) -> list[int]:
    found: list[int] = []
    after: WorkCursor | None = None
    while True:
        page = library.works(shown, after=after, limit=limit)
        found += [row.id for row in page.rows]
        after = page.next
        if after is None:
            return found


@pytest.mark.parametrize("sort", list(WorkSort))
@pytest.mark.parametrize("limit", [1, 2, 4, 100])
def test_pages_are_the_order_in_windows(filled: Library, sort: WorkSort, limit: int) -> None:
    shown = WorksShown(sort=sort)
    order = list(filled.work_order(shown))
    assert paged(filled, shown, limit) == order
    assert len(order) == len(set(order)) == filled.count_works(shown) == 9


def rows(library: Library, **shown: object) -> list[WorkRow]:
    return list(library.work_rows(library.work_order(WorksShown(**shown))))  # type: ignore[arg-type]


def test_each_order_is_what_it_says(filled: Library) -> None:
    def falling(values: list[float]) -> bool:
        return values == sorted(values, reverse=True)

    sure = [row for row in rows(filled, sort=WorkSort.CONSENSUS) if row.critics >= 3]
    assert falling([row.mean or 0 for row in sure])
    assert [row.critics >= 3 for row in rows(filled)] == sorted(
        (row.critics >= 3 for row in rows(filled)), reverse=True
    )
    assert falling([-(row.mean or 0) for row in rows(filled, sort=WorkSort.WORST) if row.critics >= 3])
    assert falling([row.spread or 0 for row in rows(filled, sort=WorkSort.SPREAD) if row.critics >= 3])
    assert falling([row.critics for row in rows(filled, sort=WorkSort.COUNT)])
    assert falling([row.newest.timestamp() for row in rows(filled, sort=WorkSort.NEWEST)])
    assert falling([row.year or -1 for row in rows(filled, sort=WorkSort.YEAR)])
    assert [row.title for row in rows(filled, sort=WorkSort.TITLE)] == [*(f"Film {n}" for n in range(8)), "Ungraded"]
    assert rows(filled, sort=WorkSort.DIRECTOR)[-1].title == "Ungraded"


def test_the_list_is_narrowed_by_everything_at_once(filled: Library) -> None:
    assert [row.title for row in rows(filled, words="FILM 3")] == ["Film 3"]
    assert {row.title for row in rows(filled, director="marrow")} == {f"Film {n}" for n in range(8)}
    assert {row.year for row in rows(filled, since=2002, until=2004)} == {2002, 2003, 2004}
    assert all(row.critics >= 3 for row in rows(filled, least=3))
    assert rows(filled, kind="book") == []
    assert rows(filled, words="film", since=2002, until=2002, director="nobody") == []


def test_a_work_is_found_by_a_title_it_was_joined_under(library: Library) -> None:
    take(library, subscribe(library), make_draft(guid="1", work=Work("雨傘の季節", 2026, ids=(("imdb", "tt1"),))))
    umbrella = make_draft(guid="2", work=Work("Umbrella Season", 2026, ids=(("imdb", "tt1"),)))
    take(library, subscribe(library, "Bo Lund"), umbrella)
    library.join_works()
    assert [row.reviews for row in rows(library, words="umbrella")] == [2]
    assert [row.reviews for row in rows(library, words="雨傘")] == [2]
