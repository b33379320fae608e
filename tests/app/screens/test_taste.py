from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.figure_making import FILMS, graded_by_me, shared
from tests.app.filling import app_on, arrived, seen, still
from tests.waiting import until
from tui.app.screens.profile import ProfileScreen
from tui.app.screens.taste import TasteScreen
from tui.app.screens.work import WorkScreen
from tui.app.widgets.targets import OneCritic, OneWork
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with shared(tmp_path) as library:
        yield library


async def taste_of(pilot: Pilot[str | None]) -> TasteScreen:
    """Go to the reader's taste, and wait for it."""
    await arrived(pilot)
    await pilot.press("t")
    await until(pilot, lambda: isinstance(pilot.app.screen, TasteScreen) and pilot.app.screen.taste, "the taste")
    screen = pilot.app.screen
    assert isinstance(screen, TasteScreen)
    await still(pilot)
    return screen


async def test_without_grades_it_says_how_to_begin(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await taste_of(pilot)
        text = "\n".join(seen(app))
        assert "You have graded nothing yet." in text
        assert "Not enough yet" in text


async def test_four_shared_works_are_not_enough(library: Library) -> None:
    graded_by_me(library, 9, 8, 7, 6)
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await taste_of(pilot)
        text = "\n".join(seen(app))
        assert "Not enough yet: no critic shares 5 works you graded." in text
        assert "4 of 5 shared works" in text


async def test_who_grades_as_i_do_stands_first_with_n_and_the_figure_drawn_by_it(library: Library) -> None:
    graded_by_me(library, 9, 8, 7, 6, 5, 4)
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await taste_of(pilot)
        assert screen.taste is not None
        first = screen.taste.critics[0]
        line = next(line for line in seen(app) if first.critic in line)
        assert first.agreement.rho == 1
        assert line.split()[2:6] == ["100", f"{100 * (first.agreement.shrunk or 0):.0f}", "6", "works"]
        assert "−" in next(line for line in seen(app) if "Cyra Fenn" in line)


async def test_what_i_should_like_has_its_range_and_opens(library: Library) -> None:
    graded_by_me(library, 9, 8, 7, 6, 5, 4)
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await taste_of(pilot)
        await until(pilot, lambda: any(isinstance(stop.at, OneWork) for stop in screen.sheet.stops), "a suggestion")
        (prediction,) = library.suggestions(5)
        line = next(line for line in seen(app) if FILMS[-1] in line)
        assert f"{prediction.low:.0f} – {prediction.high:.0f}" in line
        screen.sheet.stand(next(stop for stop in screen.sheet.stops if isinstance(stop.at, OneWork)))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkScreen), "the work")


async def test_a_critic_like_me_opens_their_profile(library: Library) -> None:
    graded_by_me(library, 9, 8, 7, 6, 5, 4)
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await taste_of(pilot)
        assert isinstance(screen.sheet.target, OneCritic)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ProfileScreen), "the profile")


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 48)])
async def test_the_sheet_fits_any_window(library: Library, size: tuple[int, int]) -> None:
    graded_by_me(library, 9, 8, 7, 6, 5)
    async with app_on(library).run_test(size=size) as pilot:
        screen = await taste_of(pilot)
        wide = ["".join(piece.text for piece in line) for line in screen.sheet.lines]
        assert [line for line in wide if len(line.rstrip()) > screen.sheet.room] == []
