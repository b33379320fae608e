from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.figure_making import GRADES, shared
from tests.app.filling import app_on, arrived, seen, still
from tests.makers import NOON
from tests.waiting import until
from tui.app.screens.grades import GradesScreen
from tui.app.screens.profile import ProfileScreen
from tui.app.widgets.sheet import Sheet, Stop
from tui.app.widgets.targets import Reviews, words_of
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.query_language import parse
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with shared(tmp_path) as library:
        yield library


async def grades_of(pilot: Pilot[str | None]) -> GradesScreen:
    """Go to the grades, and wait for all of them."""
    await arrived(pilot)
    await pilot.press("3")
    await until(pilot, lambda: isinstance(pilot.app.screen, GradesScreen), "the grades")
    screen = pilot.app.screen
    assert isinstance(screen, GradesScreen)
    await until(pilot, lambda: screen.agreements is not None, "the agreements")
    await still(pilot)
    return screen


def stop_at(sheet: Sheet, words: str) -> Stop:
    """Return the stop that says this of itself."""
    return next(stop for stop in sheet.stops if words in words_of(stop.at))


async def test_a_bar_opens_exactly_the_reviews_it_counts(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await grades_of(pilot)
        for words, number in (("reviews at A-", 3), ("reviews without a grade", 4)):
            screen.sheet.stand(stop_at(screen.sheet, words))
            await pilot.pause()
            assert f"{number} {words}" in "\n".join(seen(app))
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is app.reviews, "the list")
            await until(pilot, lambda n=number: len(app.reviews.reviews.order) == n, f"{number} reviews")  # type: ignore[misc]
            await pilot.press("3")
            await until(pilot, lambda: app.screen is screen, "the grades again")


async def test_a_click_on_a_cell_opens_one_critics_reviews_at_one_letter(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await grades_of(pilot)
        sheet = screen.sheet
        stop = stop_at(sheet, "by Cyra Fenn at A-")
        await pilot.click(Sheet, offset=(sheet.margin + stop.end - 1, stop.last - sheet.top))
        await until(pilot, lambda: app.screen is app.reviews, "the list")
        await until(pilot, lambda: len(app.reviews.reviews.order) == 1, "the one review")
        await still(pilot)
        row = app.reviews.reviews.row
        assert row is not None
        assert (row.critic, row.letter) == ("Cyra Fenn", "A-")


async def test_two_critics_agreement_is_said_and_opens_what_they_share(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 48)) as pilot:
        screen = await grades_of(pilot)
        assert screen.agreements is not None
        each = screen.agreements.between(1, 2)
        assert each.n == 7
        stop = stop_at(screen.sheet, "Ada Quill and Bram Oxley: ")
        assert isinstance(stop.at, Reviews)
        assert f"{each.rho:+.2f} over 7 shared works" in stop.at.words
        assert library.count(stop.at.query) == 14
        few = stop_at(screen.sheet, "Ada Quill and Second Reel: not enough yet: 3 shared works of 5")
        assert isinstance(few.at, Reviews)
        assert library.count(few.at.query) == 6


async def test_a_critics_name_opens_their_profile(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await grades_of(pilot)
        screen.sheet.stand(stop_at(screen.sheet, "Cyra Fenn: the profile"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ProfileScreen), "the profile")
        assert isinstance(app.screen, ProfileScreen)
        assert app.screen.critic_id == 3


async def test_the_histogram_of_any_filter(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await grades_of(pilot)
        await pilot.press("slash")
        await until(pilot, lambda: app.screen.query(Input), "the search")
        app.screen.query_one(Input).value = "critic:cyra"
        await pilot.press("enter")
        await until(pilot, lambda: screen.overview and len(screen.overview.rows) == 1, "one critic")
        assert "7 reviews by 1 critic" in "\n".join(seen(app))
        await pilot.press("ctrl+f")
        await until(pilot, lambda: screen.overview and len(screen.overview.rows) == len(GRADES), "all of them")
        screen.search = parse("critic:nobody", now=NOON)
        screen.fetch(fresh=True)
        await until(pilot, lambda: "Nothing matches" in "\n".join(seen(app)), "an honest word")


async def test_blind_mode_counts_only_what_was_read(library: Library) -> None:
    everything = library.listing(Query(), Sort.NEWEST)
    library.mark(tuple(everything.ids[:5]), "read", True, now=NOON)
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await grades_of(pilot)
        await pilot.press("H")
        await until(pilot, lambda: screen.overview and screen.overview.histogram.total == 5, "the five read")


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 48)])
async def test_the_sheet_fits_any_window(library: Library, size: tuple[int, int]) -> None:
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        screen = await grades_of(pilot)
        wide = ["".join(piece.text for piece in line) for line in screen.sheet.lines]
        assert [line for line in wide if len(line.rstrip()) > screen.sheet.room] == []
        text = "\n".join(wide)
        assert all(name[:4] in text for name in GRADES)
        assert "A-" in text


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty.sqlite3") as library:
        app = app_on(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await still(pilot)
            app.action_view("grades")
            await until(pilot, lambda: "No reviews yet." in "\n".join(seen(app)), "what to do")
