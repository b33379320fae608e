"""Works so often reviewed that their figures wait: they come out as counted, and no review costs more for a crowd."""

from datetime import timedelta
from random import Random
from statistics import fmean, pstdev

import pytest

from tests.makers import NOON, make_credits, make_draft, make_grade
from tests.store.shelving import subscribe, take
from tui.model.review import Draft
from tui.model.work import Work
from tui.model.works import WorkRow, WorkSort, WorksShown
from tui.store.library import Library
from tui.store.migrations.crowds import MANY

FILM = Work("Fog", 2025)


def post(n: int, score: float, director: str = "Ilse Marrow") -> Draft:
    grade = make_grade(written=str(score), value=score, best=100, score=score)
    directed = make_credits(directed_by=(director,))
    return make_draft(guid=f"post-{n}", work=FILM, grade=grade, credits=directed, published=NOON - timedelta(hours=n))


def crowd(library: Library, critics: int, posts: int) -> dict[int, float]:
    """So many critics of one film; return what each gave it last."""
    chance, last = Random(7), dict[int, float]()
    for number in range(critics):
        critic = subscribe(library, f"Critic{number}")
        scores = [chance.randint(0, 100) for _ in range(posts)]
        take(library, critic, *(post(n, score) for n, score in reversed(list(enumerate(scores)))), index=False)
        last[critic] = scores[0]
    return last


def the_one(library: Library) -> WorkRow:
    (row,) = library.work_rows(library.work_order(WorksShown(sort=WorkSort.COUNT)))
    return row


@pytest.mark.parametrize("critics", [MANY // 5 - 1, MANY // 5, MANY // 5 + 1, MANY])
def test_a_crowd_s_figures_are_what_counting_gives(library: Library, critics: int) -> None:
    last = crowd(library, critics, 5)
    row = the_one(library)
    assert (row.reviews, row.critics) == (critics * 5, critics)
    assert row.mean == pytest.approx(fmean(last.values()), abs=0.05)
    assert row.spread == pytest.approx(pstdev(last.values()), abs=0.05)
    assert (row.low, row.high) == (min(last.values()), max(last.values()))


def test_they_are_settled_behind_a_refresh(library: Library) -> None:
    crowd(library, MANY, 2)
    library.join_works()
    with library._connections.reading() as connection:
        assert connection.execute("SELECT count(*) FROM work_figures WHERE waiting").fetchone() == (0,)


def test_who_directed_is_whom_most_of_a_crowd_name(library: Library) -> None:
    critic = subscribe(library)
    for n in range(MANY * 3):
        take(library, critic, post(n, 50, "Tomas Vey" if n > MANY else "Ilse Marrow"), index=False)
    assert the_one(library).director == "Tomas Vey"


def test_one_review_more_takes_as_many_steps_in_a_crowd_as_in_a_small_one(library: Library) -> None:
    critic = subscribe(library)
    take(library, critic, *(post(n, n % 100) for n in range(MANY * 2)), index=False)
    before = steps(library, critic, post(5_000, 50))
    take(library, critic, *(post(n, n % 100) for n in range(MANY * 2, MANY * 20)), index=False)
    assert steps(library, critic, post(5_001, 50)) < before * 1.5


def steps(library: Library, critic: int, draft: Draft) -> int:
    """How many tens of instructions SQLite's machine takes to keep a review."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    with library._connections.reading() as connection:
        connection.set_progress_handler(count, 10)
    take(library, critic, draft, index=False)
    with library._connections.reading() as connection:
        connection.set_progress_handler(None, 0)
    return taken
