"""The reader's taste, from a library."""

from datetime import timedelta

from tests.makers import NOON, make_draft, make_grade
from tests.store.shelving import subscribe, take
from tui.model.mine import Mine
from tui.model.review import Draft
from tui.model.work import Work
from tui.model.works import WorkChoice, WorkSort, WorksShown
from tui.store.library import Library


def graded(film: int, score: float, at: int = 0) -> Draft:
    grade = make_grade(written=f"{score:g}%", score=score, where=None)
    work = Work(f"Film number {film}", 2000 + film)
    return make_draft(guid=f"{film}-{at}", work=work, grade=grade, published=NOON - timedelta(days=at))


def mine(score: float) -> Mine:
    return Mine(make_grade(written=f"{score:g}", score=score, where=None), seen=True)


def filled(library: Library) -> dict[int, int]:
    """Two critics of ten films, the reader of seven of them; return works by film."""
    ada, bo = subscribe(library), subscribe(library, "Bo Lund")
    take(library, ada, *(graded(film, film * 10) for film in range(10)), graded(0, 99, at=30))
    take(library, bo, *(graded(film, 90 - film * 10) for film in range(10)))
    works = {film: library.works_named(f"Film number {film}")[0] for film in range(10)}
    for film in range(7):
        library.put_mine(works[film], mine(5 + film * 12), now=NOON)
    return works


def test_taste_counts_each_critic_s_newest_grade_of_what_the_reader_graded(library: Library) -> None:
    filled(library)
    known = library.taste()
    assert known.graded == 7
    assert [(each.critic, each.agreement.n, each.agreement.rho) for each in known.critics] == [
        ("Ada Quill", 7, 1.0),
        ("Bo Lund", 7, -1.0),
    ]


def test_what_was_not_seen_is_foretold_and_suggested_and_what_was_graded_is_not(library: Library) -> None:
    works = filled(library)
    assert library.prediction(works[0]) is None
    told = library.prediction(works[9])
    assert told is not None
    assert told.score > (library.taste().mean or 0)
    assert library.work_page(works[9]).prediction == told
    assert {each.work_id for each in library.suggestions()} == {works[film] for film in (7, 8, 9)}
    library.put_mine(works[8], Mine(seen=True), now=NOON)
    assert {each.work_id for each in library.suggestions()} == {works[7], works[9]}


def test_taste_is_known_anew_when_a_grade_changes(library: Library) -> None:
    works = filled(library)
    first = library.taste()
    assert library.taste() is first
    change = library.put_mine(works[7], mine(0), now=NOON)
    assert library.taste().graded == 8
    library.undo_mine(change, now=NOON)
    assert library.taste().graded == 7


def test_works_are_chosen_by_what_the_reader_said(library: Library) -> None:
    works = filled(library)
    library.put_mine(works[9], Mine(wanted=True), now=NOON)

    def shown(choice: WorkChoice) -> set[int]:
        return set(library.work_order(WorksShown(choice=choice)))

    assert shown(WorkChoice.WATCHLIST) == {works[9]}
    assert shown(WorkChoice.SEEN) == {works[film] for film in range(7)}
    assert shown(WorkChoice.UNSEEN) == {works[film] for film in (7, 8, 9)}
    apart = library.work_rows(library.work_order(WorksShown(choice=WorkChoice.DISAGREE, sort=WorkSort.APART)))
    distances = [abs((row.mean or 0) - (row.mine.grade.score or 0)) for row in apart if row.mine and row.mine.grade]
    assert distances == sorted(distances, reverse=True)
    expected = {film for film in range(7) if abs(45 - (5 + film * 12)) >= 15}
    assert {row.id for row in apart} == {works[film] for film in expected}
