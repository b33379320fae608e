from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.app.figure_making import FILMS, graded_by_me, shared
from tests.app.filling import app_on, arrived, seen, still
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.messages import MarkAsked
from tui.app.screens.work import WorkScreen
from tui.app.screens.works import WorksScreen
from tui.app.widgets.choice_bar import ChoiceBar
from tui.app.widgets.counted import HIDDEN
from tui.model.works import WorkChoice, WorkSort
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with shared(tmp_path) as library:
        yield library


async def works_of(pilot: Pilot[str | None]) -> WorksScreen:
    """Go to the works, and wait for them."""
    await arrived(pilot)
    await pilot.press("2")
    await until(pilot, lambda: isinstance(pilot.app.screen, WorksScreen), "the works")
    screen = pilot.app.screen
    assert isinstance(screen, WorksScreen)
    await until(pilot, lambda: screen.works.count(), "the list")
    await still(pilot)
    return screen


def titles(screen: WorksScreen) -> list[str]:
    return [screen.works.rows[id].title for id in screen.works.ids]


async def test_works_stand_by_consensus_with_their_figures(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        assert titles(screen)[0] == "[REC]²"
        assert sorted(titles(screen)) == sorted(FILMS)
        line = next(line for line in seen(app) if "[REC]²" in line)
        even = library.calibrated([screen.works.ids[0]])[screen.works.ids[0]]
        assert line.split()[:3] == ["A", "97", f"{even:.0f}"]
        assert "±5" in line
        split = next(line for line in seen(app) if "Goblin Tax" in line)
        assert "±31↕" in split


async def test_the_choices_are_one_key_apart_each_in_its_own_order(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        await pilot.press("tab")
        await still(pilot)
        assert (screen.shown.choice, screen.shown.sort) == (WorkChoice.DIVISIVE, WorkSort.SPREAD)
        assert titles(screen)[0] == "Goblin Tax"
        await pilot.press("tab")
        await still(pilot)
        assert titles(screen) == ["[REC]²"]
        await pilot.press("tab")
        await still(pilot)
        assert "No work your critics and you disagree on." in "\n".join(seen(app))
        await pilot.press("shift+tab", "shift+tab", "shift+tab")
        await still(pilot)
        assert len(titles(screen)) == len(FILMS)


async def test_my_critics_disagree_with_me_where_i_am_far_from_their_mean(library: Library) -> None:
    graded_by_me(library, 1)
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        screen.choose_works(WorkChoice.DISAGREE)
        await still(pilot)
        assert titles(screen) == ["Goblin Tax"]


async def test_a_choice_can_be_clicked(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        await pilot.click(ChoiceBar, offset=(16, 0))
        await until(pilot, lambda: screen.shown.choice is WorkChoice.DIVISIVE, "the choice clicked")


async def test_another_order_is_chosen_from_a_list(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        await pilot.press("S")
        await until(pilot, lambda: app.screen.query(OptionList), "the orders")
        await pilot.press("8")
        await until(pilot, lambda: screen.shown.sort is WorkSort.TITLE, "the order")
        await still(pilot)
        assert titles(screen) == ["Goblin Tax", "Half Past Forever", "Motherboard", "[REC]²", "Salt Cathedral",
                                  "The Second Foghorn", "Static"]  # fmt: skip


async def test_the_query_language_filters_works_and_a_key_clears_it(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        await pilot.press("slash")
        await until(pilot, lambda: app.screen.query(Input), "the search")
        app.screen.query_one(Input).value = "director:valdrine critic:cyra grade<60"
        await pilot.press("enter")
        await until(pilot, lambda: not screen.shown.query.is_all, "the filter")
        await still(pilot)
        assert sorted(titles(screen)) == ["Goblin Tax", "Motherboard"]
        assert "director:valdrine" in "\n".join(seen(app))
        await pilot.press("ctrl+f")
        await still(pilot)
        assert len(titles(screen)) == len(FILMS)


async def test_enter_opens_the_works_page_and_q_comes_back(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkScreen), "the page")
        await still(pilot)
        await pilot.press("q")
        await until(pilot, lambda: app.screen is screen, "the works")
        assert screen.works.cursor == 1


async def test_seen_wanted_and_taken_back(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        here = screen.works.ids[0]
        await pilot.press("W")
        await until(pilot, lambda: (mine := library.mine(here)) and mine.wanted, "the watchlist")
        await until(pilot, lambda: (row := screen.works.row) and row.mine and row.mine.wanted, "the list to say so")
        await pilot.press("w")
        await until(pilot, lambda: (mine := library.mine(here)) and mine.seen and not mine.wanted, "seen")
        await pilot.press("u")
        await until(pilot, lambda: (mine := library.mine(here)) and mine.wanted and not mine.seen, "as it was")


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 48)])
async def test_the_list_fits_any_window(library: Library, size: tuple[int, int]) -> None:
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        screen = await works_of(pilot)
        assert all(strip.cell_length == size[0] for strip in app.screen._compositor.render_strips())
        shown = "\n".join(seen(app))
        assert all(title[:8] in shown for title in FILMS)
        assert screen.works.count() == len(FILMS)


async def test_blind_mode_covers_figures_until_all_is_read(library: Library) -> None:
    app: MatineeApp = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await works_of(pilot)
        await pilot.press("H")
        await still(pilot)
        assert all(HIDDEN in line for line in seen(app) if any(title in line for title in FILMS))
        assert "±" not in "\n".join(seen(app))
        ids = [each.review_id for each in library.work_page(screen.works.ids[0]).opinions]
        app.post_message(MarkAsked(tuple(ids), "read", True))
        await until(pilot, lambda: any("97" in line for line in seen(app)), "the figures of what was read")
