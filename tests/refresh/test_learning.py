"""What the library knows of a critic reaches the reading of what comes next."""

import pytest

from tests.loopback import Site
from tests.makers import NOON
from tests.refresh.feeds import post, rss
from tui.grading.habits import Habits
from tui.model.correction import Correction, Rule
from tui.model.grade import Grade, Notation
from tui.model.listing import Sort
from tui.model.query import Query
from tui.refresh.learning import habits_of, manner_of, touches
from tui.refresh.refresher import Refresher
from tui.store.library import Library


def graded(number: int, grade: str) -> str:
    """A post that ends in this grade."""
    return post(number, text=f"<p>A patient film about fog, the {number}th this year.</p><p>My Grade: {grade}</p>")


def scores(library: Library) -> list[float | None]:
    """Every score, oldest review first."""
    return [row.score for row in library.rows(library.order(Query(), Sort.OLDEST))]


async def visit(refresher: Refresher, library: Library, site: Site, *posts: str) -> int:
    """Visit the feed with these posts in it; return the critic."""
    site.feed("/feed", rss(*posts))
    known = library.standings()
    critic = known[0].critic if known else library.subscribe(f"{site.url}/feed", name="Ada Quill", now=NOON)
    async for outcome in refresher.refresh([critic]):
        assert outcome.kind != "failed"
    return critic.id


async def test_a_scale_nobody_states_is_learned_from_the_feed_itself(
    refresher: Refresher, library: Library, site: Site
) -> None:
    numbers = (7, 4, 8.5, 6, 5, 9, 3, 7.5, 6.5, 2, 8, 7)
    await visit(refresher, library, site, *(graded(at, str(number)) for at, number in enumerate(numbers)))
    assert sorted(score or 0 for score in scores(library)) == sorted(number * 10 for number in numbers)
    read = library.grades_of(1)
    assert {(grade.best, grade.stated) for grade in read} == {(10, False)}


async def test_few_bare_numbers_stay_without_a_scale(refresher: Refresher, library: Library, site: Site) -> None:
    await visit(refresher, library, site, graded(1, "7"), graded(2, "4"))
    assert scores(library) == [None, None]


async def test_the_readers_rule_reads_what_comes_next(refresher: Refresher, library: Library, site: Site) -> None:
    critic = await visit(refresher, library, site, graded(1, "7"))
    (number,) = library.order(Query(), Sort.OLDEST)
    library.correct(number, None, rule=Rule(critic, Notation.NUMBER, 10), now=NOON)
    await visit(refresher, library, site, graded(1, "7"), graded(2, "4"))
    assert scores(library) == [None, 40]


async def test_letters_a_critic_also_writes_as_numbers_are_worth_those(
    refresher: Refresher, library: Library, site: Site
) -> None:
    await visit(refresher, library, site, graded(1, "8/10 or B-"), graded(2, "8/10 or B-"), graded(3, "B-"))
    assert scores(library) == [80, 80, 80]


async def test_a_refresh_leaves_a_correction_alone(refresher: Refresher, library: Library, site: Site) -> None:
    critic = await visit(refresher, library, site, graded(1, "7/10"))
    (number,) = library.order(Query(), Sort.OLDEST)
    library.correct(number, Correction(None), now=NOON)
    await visit(refresher, library, site, graded(1, "9/10"))
    assert library.review(number).draft.grade is None
    assert [grade.written for grade in library.grades_of(critic)] == []
    read = library.grade_as_read(number)
    assert read is not None
    assert read.value == 9


async def test_a_profile_tells_scale_source_and_what_is_ungraded(
    refresher: Refresher, library: Library, site: Site
) -> None:
    ungraded = post(9, text="<p>A patient film about fog.</p>")
    await visit(refresher, library, site, *(graded(at, "3/4") for at in range(3)), ungraded)
    told = manner_of(library, library.standings()[0])
    assert (told.notation, told.sample, told.ungraded) == (Notation.FRACTION, 3, 0.25)
    assert [(each.best, each.known_by, each.grades) for each in told.scales] == [(4, "stated", 3)]


@pytest.mark.parametrize(
    ("grade", "touched"),
    [
        (None, False),
        (Grade("7", 7, notation=Notation.NUMBER), True),
        (Grade("11", 11, notation=Notation.NUMBER), False),
        (Grade("7/10", 7, 10, 70), False),
        (Grade("B-", letter="B-", notation=Notation.LETTER), True),
        (Grade("C", letter="C", notation=Notation.LETTER), False),
    ],
)
def test_only_what_habits_can_tell_more_of_is_read_again(grade: Grade | None, touched: bool) -> None:
    assert touches(Habits(bests={Notation.NUMBER: 10}, letters={"B-": 80}), grade) is touched


def test_of_a_new_critic_nothing_is_known(library: Library) -> None:
    assert habits_of(library, 1).sample == 0


async def test_the_readers_setting_gives_the_scale_nothing_else_tells(
    refresher: Refresher, library: Library, site: Site
) -> None:
    library.assumed = {Notation.NUMBER: 10}
    await visit(refresher, library, site, graded(1, "7"), graded(2, "4"))
    assert scores(library) == [70, 40]
    assert {(grade.best, grade.stated) for grade in library.grades_of(1)} == {(10, False)}
