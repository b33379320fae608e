"""One work across critics."""

from statistics import fmean, median

import pytest

from tests.makers import NOON, make_grade
from tests.store.shelving import subscribe, take
from tests.store.test_figures import graded, mixed
from tui.model.errors import UnknownWork
from tui.model.mine import Mine
from tui.model.works import WorksShown
from tui.store.library import Library


def test_each_critic_counts_once_with_their_newest_grade(library: Library) -> None:
    mixed(library)
    for row in library.work_rows(library.work_order(WorksShown())):
        page = library.work_page(row.id)
        counted = [each.score for each in page.opinions if each.counts and each.score is not None]
        assert len(page.opinions) == row.reviews
        assert page.consensus.n == len(counted) == row.critics
        assert (page.consensus.mean, page.consensus.spread) == (row.mean, row.spread)
        if counted:
            assert page.consensus.mean == pytest.approx(fmean(counted), abs=0.051)
            assert page.consensus.median == pytest.approx(median(counted), abs=0.051)
            assert page.consensus.calibrated is not None
        assert len({each.critic_id for each in page.opinions if each.counts}) == sum(
            each.counts for each in page.opinions
        )


def test_a_page_says_what_each_critic_wrote_and_their_last_words(library: Library) -> None:
    ada = subscribe(library)
    (review,) = take(library, ada, graded(0, "B", text="It is fog. I would go again for the fog alone.\n\nMy Grade: B"))
    work = library.work_of(review)
    assert work is not None
    page = library.work_page(work)
    (opinion,) = page.opinions
    assert (opinion.review_id, opinion.critic, opinion.written, opinion.score) == (review, "Ada Quill", "B", 75)
    assert opinion.sentence == "I would go again for the fog alone."
    assert opinion.percentile is None
    assert page.directed_by == ("Ilse Marrow",)
    assert page.consensus.early
    assert [each.work.title for each in page.spellings] == ["Film 0"]


def test_there_is_no_page_of_nothing(library: Library) -> None:
    with pytest.raises(UnknownWork):
        library.work_page(7)
    with pytest.raises(UnknownWork):
        library.work_page(2**70)


def test_the_reader_s_grade_stands_beside_and_counts_nowhere(library: Library) -> None:
    mixed(library)
    work = library.work_order(WorksShown())[0]
    before = library.work_page(work)
    change = library.put_mine(work, Mine(make_grade(written="C", score=50, letter="C"), seen=True), now=NOON)
    page = library.work_page(work)
    assert page.mine is not None
    assert page.mine.grade is not None
    assert page.mine.grade.written == "C"
    assert page.consensus == before.consensus
    assert library.work_rows([work])[0].mine == page.mine
    assert library.undo_mine(change, now=NOON)
    assert library.work_page(work).mine is None
    assert not library.undo_mine(change, now=NOON)
