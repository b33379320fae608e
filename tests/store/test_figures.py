"""Figures the library gives, against the same counted from the reviews one by one."""

from collections.abc import Iterable
from datetime import timedelta
from random import Random
from statistics import fmean, pstdev

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.makers import NOON, make_draft, make_grade
from tests.store.shelving import change, subscribe, take
from tui.model.grade import Grade
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.query_language import parse
from tui.model.review import Draft, ReviewRow
from tui.model.scale import LETTERS
from tui.model.work import Work
from tui.model.works import WorksShown
from tui.store.library import Library
from tui.summaries.agreement import spearman
from tui.summaries.openings import as_written, at_bar, in_year, of_work

FILMS = [Work(f"Film {n}", 2000 + n) for n in range(8)]


def letter_grade(letter: str) -> Grade:
    return make_grade(written=letter, value=None, best=None, score=LETTERS[letter], letter=letter, where=None)


def graded(film: int, letter: str | None, n: int = 0, **fields: object) -> Draft:
    grade = letter_grade(letter) if letter else None
    when = NOON - timedelta(days=n * 97)
    return make_draft(guid=f"{film}-{n}", work=FILMS[film], grade=grade, published=when, **fields)


def mixed(library: Library, seed: int = 5) -> list[int]:
    """Four critics of eight films; some review one twice, some without a grade."""
    chance = Random(seed)
    ids = []
    for name in ("Ada Quill", "Bo Lund", "Cyra Fenn", "Dov Amsel"):
        ids.append(subscribe(library, name))
        letters = [*LETTERS, None]
        take(library, ids[-1], *(graded(n % 8, chance.choice(letters), n) for n in range(chance.randint(6, 11))))
    return ids


def everything(library: Library) -> tuple[ReviewRow, ...]:
    return library.page(Query(), Sort.NEWEST, limit=10_000).rows


def newest_of_each(rows: Iterable[ReviewRow]) -> dict[tuple[str, int], float]:
    """Each critic's newest score of each film; rows are newest first."""
    found: dict[tuple[str, int], float] = {}
    for row in rows:
        if row.score is not None and row.work is not None:
            found.setdefault((row.work, row.critic_id), row.score)
    return found


def test_a_profile_counts_what_the_lists_show(library: Library) -> None:
    ada, *_ = mixed(library)
    rows = [row for row in everything(library) if row.critic_id == ada]
    scores = [row.score for row in rows if row.score is not None]
    found = library.profile(ada)
    assert found.histogram == library.histogram(Query.of_critic(ada))
    assert found.histogram.total == len(rows)
    assert (found.first, found.last) == (rows[-1].published, rows[0].published)
    assert found.figures.n == len(scores)
    assert found.figures.mean == pytest.approx(fmean(scores), abs=0.051)
    assert found.figures.spread == pytest.approx(pstdev(scores), abs=0.051)
    assert sum(year.reviews for year in found.years) == len(rows)
    assert sum(bar.count for bar in found.written) == len(rows) - found.histogram.ungraded
    assert found.ungraded == pytest.approx(1 - len([row for row in rows if row.written]) / len(rows))
    assert [row.score for row in found.best] == sorted(scores, reverse=True)[: len(found.best)]
    assert not {row.id for row in found.best} & {row.id for row in found.worst}


def test_generosity_is_against_the_others_on_shared_works(library: Library) -> None:
    ada, *_ = mixed(library)
    newest = newest_of_each(everything(library))
    apart = []
    for (work, critic), score in newest.items():
        others = [other for (title, who), other in newest.items() if title == work and who != critic]
        if critic == ada and others:
            apart.append(score - fmean(others))
    found = library.profile(ada).generosity
    assert found is not None
    assert found.n == len(apart)
    assert found.points == pytest.approx(fmean(apart), abs=0.051)


def test_every_bar_opens_exactly_its_reviews(library: Library) -> None:
    ada, *_ = mixed(library)
    profile = library.profile(ada)
    for letter, count in profile.histogram.letters:
        assert library.count(at_bar(ada, letter)) == count
    assert library.count(at_bar(ada, "none")) == profile.histogram.ungraded
    for bar in profile.written:
        assert library.count(as_written(ada, bar.spellings)) == bar.count
    for year in profile.years:
        assert library.count(in_year(ada, year.year)) == year.reviews
    for row in library.work_rows(library.work_order(WorksShown())):
        assert library.count(of_work(row.id)) == row.reviews


def test_the_overview_is_every_critic_s_histogram(library: Library) -> None:
    mixed(library)
    for words in ("", "grade>=C", "year:2003..2006", "unread"):
        query = parse(words, now=NOON)
        found = library.overview(query)
        assert found.histogram == library.histogram(query)
        assert found.histogram.total == sum(row.histogram.total for row in found.rows)
        assert found.figures.n == sum(row.figures.n for row in found.rows)
        for row in found.rows:
            assert row.histogram == library.histogram(query.also(Query.of_critic(row.critic_id)))
            scores = [r.score for r in library.page(query.also(Query.of_critic(row.critic_id)), Sort.NEWEST).rows]
            known = [score for score in scores if score is not None]
            assert row.figures.mean == (pytest.approx(fmean(known), abs=0.051) if known else None)


def test_agreement_is_over_the_works_both_graded(library: Library) -> None:
    ada, bo, *_ = mixed(library, seed=8)
    newest = newest_of_each(everything(library))
    works = {work for work, _ in newest}
    pairs = [(newest[work, ada], newest[work, bo]) for work in works if {(work, ada), (work, bo)} <= newest.keys()]
    found = library.agreements().between(ada, bo)
    assert found.n == len(pairs)
    assert found.rho == spearman(pairs)
    assert found in library.agreements_of(ada)
    assert library.agreements().between(bo, ada).rho == found.rho


def test_agreements_are_computed_anew_only_when_a_grade_changed(library: Library) -> None:
    ada, *_ = mixed(library)
    assert library.agreements_known() is None
    first = library.agreements()
    library.mark([1], "read", True, now=NOON)
    assert library.agreements_known() is first
    assert library.agreements() is first
    take(library, ada, graded(0, "A", 50))
    assert library.agreements_known() is None
    assert library.agreements() is not first


steps = st.lists(
    st.tuples(st.sampled_from(["add", "change", "star", "end"]), st.integers(0, 2), st.integers(0, 3),
              st.sampled_from([*LETTERS, None])),
    max_size=25,
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_kept_figures_stay_true_whatever_happens(
    tmp_path_factory: pytest.TempPathFactory, happened: list[tuple[str, int, int, str | None]]
) -> None:
    with Library.open(tmp_path_factory.mktemp("kept") / "library.db") as library:
        critics = [subscribe(library, name) for name in ("Ada Quill", "Bo Lund", "Cyra Fenn")]
        for at, (what, who, film, letter) in enumerate(happened):
            mine = [row.id for row in everything(library) if row.critic_id == critics[who]]
            if what == "add":
                take(library, critics[who], graded(film, letter, at))
            elif what == "change" and mine:
                change(library, critics[who], mine[film % len(mine)], graded(film, letter, at))
            elif what == "star" and mine:
                library.mark(mine[:1], "starred", True, now=NOON)
            elif what == "end":
                library.unsubscribe(critics[who])
                critics[who] = subscribe(library, f"Another {at}", f"https://{at}.example/feed/")
        rows = everything(library)
        newest = newest_of_each(rows)
        shown = library.work_rows(library.work_order(WorksShown()))
        assert {row.title for row in shown} == {row.work for row in rows if row.work}
        for work in shown:
            scores = [score for (title, _), score in newest.items() if title == work.title]
            assert work.reviews == sum(row.work == work.title for row in rows)
            assert work.critics == len(scores)
            assert work.mean == (pytest.approx(fmean(scores), abs=0.051) if scores else None)
            assert work.spread == (pytest.approx(pstdev(scores), abs=0.051) if len(scores) > 1 else None)
            assert (work.low, work.high) == ((min(scores), max(scores)) if scores else (None, None))
            assert work.newest == max(row.published for row in rows if row.work == work.title)
            assert work.director == "Ilse Marrow"
        assert library.overview().figures.n == sum(row.score is not None for row in rows)
