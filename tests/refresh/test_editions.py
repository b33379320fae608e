"""What is a critic's edit, and what is none."""

from dataclasses import replace

import pytest

from tests.loopback import Site
from tests.makers import NOON, make_draft, make_grade
from tests.refresh.feeds import post, rss
from tui.model.critic import Critic
from tui.model.listing import Sort
from tui.model.outcome import FeedOutcome
from tui.model.query import Query
from tui.model.review import Draft, Review
from tui.refresh.editions import edition
from tui.refresh.refresher import Refresher
from tui.refresh.regrading import graded, regrade
from tui.refresh.visits import READER
from tui.store.library import Library

LONG = "A patient film about fog. The keeper waits and so do we. “Nobody came,” she says."
OLD = make_draft(text=LONG)


@pytest.mark.parametrize(
    "new",
    [
        replace(OLD, grade=make_grade(written="C+")),
        replace(OLD, grade=None),
        replace(OLD, title="The Third Foghorn"),
        replace(OLD, text=f"{LONG} On reflection it is a comedy."),
        replace(OLD, text=LONG.partition(".")[0]),
    ],
)
def test_what_a_reader_notices_is_history(new: Draft) -> None:
    was = edition(OLD, new, NOON)
    assert was is not None
    assert (was.at, was.title, was.grade, was.text) == (NOON, OLD.title, OLD.grade, OLD.text)


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        replace(OLD, html="<p>otherwise</p>", url="https://critic.example/moved", tags=("fog",), comments=9),
        replace(OLD, text=LONG.replace("“", '"').replace("”", '"').replace(". ", ".\n\n")),
        replace(OLD, text=LONG.replace("keeper", "warden")),  # one word corrected
        replace(OLD, text=f"{LONG}\n\n17 / 4,210"),
        replace(OLD, grade=make_grade(written="7/10  or B-", score=71.0)),  # read otherwise, written the same
        replace(OLD, title="The second foghorn!"),
    ],
)
def test_what_a_reader_would_not_notice_is_none(new: Draft) -> None:
    assert edition(OLD, new, NOON) is None


def test_an_excerpt_that_became_whole_was_not_edited() -> None:
    assert edition(replace(OLD, summary=True), replace(OLD, text=LONG * 9), NOON) is None


def text(grade: str, words: str = "A patient film about fog.") -> str:
    return f"<p>{words}</p><p>My Grade: {grade}</p>"


async def visit(refresher: Refresher, site: Site, critic: Critic, *posts: str) -> FeedOutcome:
    site.feed("/feed", rss(*posts))
    (outcome,) = [outcome async for outcome in refresher.refresh([critic])]
    return outcome


@pytest.fixture
def critic(library: Library, site: Site) -> Critic:
    return library.subscribe(f"{site.url}/feed", name="Ada Quill", now=NOON)


def only(library: Library) -> Review:
    return library.review(library.order(Query(), Sort.NEWEST)[0])


async def test_a_grade_that_changed_is_told_and_the_earlier_one_kept(
    refresher: Refresher, library: Library, site: Site, critic: Critic
) -> None:
    await visit(refresher, site, critic, post(1, text=text("B")))
    outcome = await visit(refresher, site, critic, post(1, text=text("C+")))
    (change,) = outcome.regraded
    assert (change.title, change.in_words) == ("Foghorn 1", "grade changed from B to C+")
    (was,) = only(library).editions
    assert was.grade is not None
    assert (was.grade.letter, was.text) == ("B", "A patient film about fog.\n\nMy Grade: B")
    assert (await visit(refresher, site, critic, post(1, text=text("C+")))).regraded == ()


async def test_a_readers_correction_is_not_taken_for_the_critics_grade(
    refresher: Refresher, library: Library, site: Site, critic: Critic
) -> None:
    await visit(refresher, site, critic, post(1, text=text("B")))
    regrade(library, graded(library, 1), "A", rule=False, now=NOON)
    (change,) = (await visit(refresher, site, critic, post(1, text=text("D")))).regraded
    assert change.in_words == "grade changed from B to D"
    review = only(library)
    assert review.draft.grade is not None
    assert review.draft.grade.letter == "A"


async def test_what_a_new_reader_reads_otherwise_is_not_the_critics_edit(
    refresher: Refresher, library: Library, site: Site, critic: Critic, monkeypatch: pytest.MonkeyPatch
) -> None:
    await visit(refresher, site, critic, post(1, text=text("B")))
    for module in ("refresher", "visits", "noting", "taking", "reviewing"):
        monkeypatch.setattr(f"tui.refresh.{module}.READER", f"{READER}+")
    await visit(refresher, site, critic, post(1, text=text("C+")))
    assert only(library).editions == ()


async def test_the_first_and_the_newest_states_are_kept(
    refresher: Refresher, library: Library, site: Site, critic: Critic
) -> None:
    for number in range(15):
        await visit(refresher, site, critic, post(1, text=text("B", f"Edit {'fog ' * (4 * number)}")))
    kept = [was.text.count("fog") // 4 for was in only(library).editions]
    assert kept == [0, *range(5, 14)]


async def test_a_removed_review_takes_its_history_along(
    refresher: Refresher, library: Library, site: Site, critic: Critic
) -> None:
    await visit(refresher, site, critic, post(1, text=text("B")))
    await visit(refresher, site, critic, post(1, text=text("C")))
    library.unsubscribe(critic.id)
    assert library.editions(1) == ()
