import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.geometry import Region

from tests.app.filling import NoNews, app_on, arrived, draft, filled, seen, still, take
from tests.makers import NOON, make_outcome
from tests.waiting import until
from tui.app.dialogs.search import SearchDialog
from tui.app.dialogs.sort import SortDialog
from tui.app.messages import BrowserAsked
from tui.app.screens.critics import CriticsScreen
from tui.app.screens.help import HelpScreen
from tui.app.screens.reading import ReadingScreen
from tui.app.screens.welcome import WelcomeScreen
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.status import StatusBar
from tui.model.listing import Sort
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path) as library:
        yield library


async def test_an_empty_library_is_welcomed(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite3") as library:
        app = app_on(library)
        async with app.run_test() as pilot:
            await until(pilot, lambda: isinstance(app.screen, WelcomeScreen), "the welcome")


async def test_the_collector_that_loading_held_back_goes_on(library: Library) -> None:
    gc.disable()
    try:
        async with app_on(library).run_test(size=(110, 36)) as pilot:
            await arrived(pilot)
            await until(pilot, gc.isenabled, "the collector")
    finally:
        gc.enable()


async def test_enter_reads_and_the_cursor_follows_to_where_the_reader_stopped(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 36)) as pilot:
        screen = await arrived(pilot)
        first = screen.reviews.order.ids[0]
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen), "the review")
        await until(pilot, lambda: library.review(first).read, "its read mark")
        await pilot.press("J", "J")
        await until(pilot, lambda: screen.reviews.cursor == 2, "the cursor")
        await pilot.press("q")
        await until(pilot, lambda: app.screen is screen, "the list again")
        await still(pilot)
        assert screen.reviews.rows[first].read


async def test_the_reading_screen_is_used_again_and_keeps_nothing_of_the_review_before(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 36)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not screen, "the review")
        used = app.screen
        assert isinstance(used, ReadingScreen)
        await until(pilot, lambda: used.review is not None, "its text")
        await pilot.press("z", "v", "q")
        await until(pilot, lambda: app.screen is screen and used.review is None, "the list again")
        assert not used.view.page.lines
        await pilot.press("j", "enter")
        await until(pilot, lambda: used.review is not None and app.screen is used, "the next review")
        assert used.review_id == screen.reviews.order.ids[1]
        assert not used.has_class("-zen")
        assert not used.view.revealed


async def test_the_reading_screen_wears_a_theme_chosen_while_it_stood_by(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 36)) as pilot:
        screen = await arrived(pilot)
        grounds = []
        for theme in ("house-lights", "paper", "paper", "house-lights"):
            app.theme = theme
            await pilot.pause()
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is not screen, "the review")
            used = app.screen
            assert isinstance(used, ReadingScreen)
            await until(pilot, lambda used=used: used.review is not None, "its text")  # type: ignore[misc]  # a default binds the loop's value
            await pilot.pause()
            (strip,) = used.view.render_lines(Region(0, 0, used.view.size.width, 1))
            grounds.append({segment.style.bgcolor for segment in strip if segment.style})
            await pilot.press("q")
            await until(pilot, lambda: app.screen is screen, "the list again")
        assert grounds[0] == grounds[3]
        assert grounds[1] == grounds[2]
        assert grounds[0] != grounds[1]


async def test_the_read_mark_of_opening_can_be_taken_back(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 36)) as pilot:
        screen = await arrived(pilot)
        first = screen.reviews.order.ids[0]
        await pilot.press("enter")
        await until(pilot, lambda: screen.reviews.rows[first].read, "its read mark")
        await pilot.press("q")
        await until(pilot, lambda: app.screen is screen, "the list again")
        await pilot.press("u")
        await until(pilot, lambda: not library.review(first).read, "unread again")


async def test_views_change_by_number(library: Library) -> None:
    app = app_on(library)
    async with app.run_test() as pilot:
        screen = await arrived(pilot)
        await pilot.press("4")
        await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")
        await pilot.press("1")
        await until(pilot, lambda: app.screen is screen, "the reviews")


async def test_help_opens_once(library: Library) -> None:
    app = app_on(library)
    async with app.run_test() as pilot:
        await arrived(pilot)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen), "the help")
        app.action_help()
        assert len(app.screen_stack) == 2


async def test_q_leaves(library: Library) -> None:
    app = app_on(library)
    async with app.run_test() as pilot:
        await arrived(pilot)
        await pilot.press("q")
    assert app.return_value is None
    assert app.return_code == 0


async def test_hostile_words_in_a_toast_are_plain_text(library: Library) -> None:
    outcome = make_outcome(critic="[/] and [bold]Sons", kind="failed", reason="[REC]² \N{BRAIN}[/x]", next_step="[/]")
    app = app_on(library, NoNews([outcome]))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await arrived(pilot)
        await pilot.press("R")
        await until(pilot, lambda: "[/] and [bold]Sons" in "\n".join(seen(app)), "the outcome")
        app.post_message(BrowserAsked("javascript:[/]alert"))
        await until(pilot, lambda: "javascript:[/]alert" in "\n".join(seen(app)), "the refusal")


async def test_a_refresh_tells_how_far_it_is_and_sums_up(library: Library) -> None:
    app = app_on(library, NoNews([make_outcome(new=2), make_outcome(kind="failed", reason="gone", new=0)]))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await arrived(pilot)
        await pilot.press("R")
        await until(pilot, lambda: "2 critics · 2 new · 1 failed (4 says why)" in seen(app)[0], "the summary")


async def test_undo_without_a_mark_says_so(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await arrived(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "Nothing to take back" in "\n".join(seen(app)), "the notice")


async def test_a_theme_nobody_knows_is_the_dark_one(library: Library) -> None:
    assert app_on(library, theme="no such theme").theme == "house-lights"
    assert app_on(library, theme="paper").theme == "paper"


@pytest.mark.parametrize("theme", ["nord", "textual-light", "ansi-dark", "paper"])
async def test_any_theme_of_textual_will_do(library: Library, theme: str) -> None:
    app = app_on(library, theme=theme)
    async with app.run_test(size=(160, 40)) as pilot:
        await arrived(pilot)
        assert app.theme == theme
        assert "The Second Foghorn (2025)" in "\n".join(seen(app))


async def test_critics_never_visited_are_visited_at_the_start(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite3") as library:
        critic = library.subscribe("https://quill.example/feed/", name="Ada Quill", now=NOON)
        refresher = NoNews([make_outcome(new=3)], bring=lambda: take(library, critic, [draft(n) for n in range(3)]))
        async with app_on(library, refresher).run_test(size=(120, 40)) as pilot:
            screen = await arrived(pilot)
            assert len(screen.reviews.order) == 3


async def test_a_fault_in_a_worker_is_told_in_one_line(library: Library) -> None:
    def stumble() -> None:
        raise ZeroDivisionError("[/] by nothing")

    app = app_on(library, NoNews(bring=stumble))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await arrived(pilot)
        await pilot.press("R")
        await until(pilot, lambda: "ZeroDivisionError: [/] by nothing" in "\n".join(seen(app)), "the fault")
        assert not app.refreshing


async def test_the_palette_finds_a_verb_by_what_it_does_and_does_it(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette), "the palette")
        await pilot.press(*"order of")
        await until(pilot, lambda: "Sort  (S)" in "\n".join(seen(app)), "the verb")
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, SortDialog), "the dialog it opens")
        await pilot.press("3")
        await until(pilot, lambda: app.screen is screen and screen.shown.sort is Sort.BEST, "the order")
        await still(pilot)
        assert screen.reviews.row is not None
        assert screen.reviews.row.letter == "A+"


async def test_a_click_on_the_footer_does_what_the_key_does(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        at = seen(app)[-1].index("/ Search")
        await pilot.click(KeyBar, offset=(at + 2, 0))
        await until(pilot, lambda: isinstance(app.screen, SearchDialog), "the search")


async def test_a_click_on_a_views_name_goes_there(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.click(StatusBar, offset=(seen(app)[0].index("Critics"), 0))
        await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")


async def test_r_asks_only_the_critic_of_the_selected_review(library: Library) -> None:
    refresher = NoNews()
    app = app_on(library, refresher)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("j", "r")
        await until(pilot, lambda: refresher.asked, "the visit")
        assert screen.reviews.row is not None
        assert refresher.asked == [screen.reviews.row.critic]


async def test_a_review_without_an_address_cannot_be_opened_or_copied(library: Library) -> None:
    take(library, library.critic("Ada Quill"), [replace(draft(500), url="", published=NOON + timedelta(days=1))])
    app = app_on(library)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await arrived(pilot)
        await pilot.press("y", "o")
        await until(pilot, lambda: "This review has no address" in "\n".join(seen(app)), "the first refusal")
        await until(pilot, lambda: "Not an address for a browser" in "\n".join(seen(app)), "the second")


async def test_y_copies_the_address(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard == "https://critic.example/0", "the copy")
