"""Ways through the whole App: from the list into a review and back, and from the welcome to the first critic."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.filling import NoNews, app_on, arrived, filled
from tests.app.stage import shown, text_shown
from tests.makers import NOON, make_outcome
from tests.waiting import until
from tui.app.dialogs.import_opml import ImportDialog
from tui.app.screens.help import HelpScreen
from tui.app.screens.reading import ReadingScreen
from tui.app.screens.reviews import ReviewsScreen
from tui.app.screens.welcome import WelcomeScreen
from tui.app.widgets.prose_view import ProseView
from tui.app.widgets.reading_bar import ReadingBar
from tui.model.critic import Critic
from tui.model.entry import Feed
from tui.model.listing import Marking
from tui.model.outcome import FeedOutcome, Fetched
from tui.refresh.subscribing import Found
from tui.store.library import Library


class Subscribing(NoNews):
    """A refresher that subscribes to any address, and finds nothing there yet."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    async def find(self, address: str, *, named_by: str = "") -> Found:
        url = f"https://{address}/feed/"
        return Found(url, Feed(address), Fetched(url, b""))

    async def subscribe(self, found: Found, *, name: str = "") -> tuple[Critic, FeedOutcome]:
        critic = self.library.subscribe(found.feed_url, name=name or found.name, now=NOON)
        return critic, make_outcome(critic_id=critic.id, critic=critic.name, new=0)


async def test_reading_marks_as_read_and_u_takes_it_back(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        app = app_on(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await arrived(pilot)
            await pilot.press("enter")
            await text_shown(pilot, "Number 0")
            await until(pilot, lambda: app.markings, "the mark")
            (marking,) = app.markings
            assert isinstance(marking, Marking)
            (review_id,) = marking.ids
            assert library.review(review_id).read
            await pilot.press("u")
            await until(pilot, lambda: not library.review(review_id).read, "unread in the library")
            await until(pilot, lambda: app.screen.query_one(ReadingBar).unread, "unread in the bar")


async def test_the_list_follows_the_reader_and_the_place_is_kept(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        app = app_on(library)
        async with app.run_test(size=(80, 12)) as pilot:
            screen = await arrived(pilot)
            await pilot.press("enter")
            await text_shown(pilot, "Number 0")
            await pilot.press("J", "J")
            view = await text_shown(pilot, "Number 2 ")
            view.scroll_to_line(view.page.line_of(0))
            top = view.top
            await pilot.press("q")
            await until(pilot, lambda: app.screen is screen, "the list")
            assert screen.reviews.cursor == 2
            await pilot.press("enter")
            again = await text_shown(pilot, "Number 2 ")
            await until(pilot, lambda: again.top == top, "the place")


async def test_help_from_a_review_begins_with_its_keys_and_goes_back_to_it(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        app = app_on(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await arrived(pilot)
            await pilot.press("enter")
            await text_shown(pilot, "Number 0")
            await pilot.press("question_mark")
            await until(pilot, lambda: isinstance(app.screen, HelpScreen), "the help")
            view = await text_shown(pilot, "Anywhere")
            assert shown(view).index("\nReading\n") < shown(view).index("\nAnywhere\n")
            await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, ReadingScreen), "the review")


@pytest.mark.parametrize("width", [80, 140])
async def test_brackets_in_a_title_are_shown_as_they_are_everywhere(tmp_path: Path, width: int) -> None:
    with filled(tmp_path) as library:
        app = app_on(library)
        async with app.run_test(size=(width, 24)) as pilot:
            screen = await arrived(pilot)
            for line, title in ((7, "[REC]²"), (8, "[/] and Other Endings")):
                screen.reviews.move_to(line)
                await pilot.press("enter")
                await text_shown(pilot, f"{title}  2025")
                await pilot.press("y", "q")
                await until(pilot, lambda: app.screen is screen, "the list")


async def test_an_empty_library_welcomes_and_an_address_leads_on(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite3") as library:
        app = app_on(library, Subscribing(library))
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, WelcomeScreen), "the welcome")
            await until(pilot, lambda: isinstance(app.focused, Input), "the cursor in the input")
            await pilot.press(*"q.example", "enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewsScreen), "the list")
            assert [each.critic.name for each in library.standings()] == ["q.example"]


async def test_a_list_from_another_reader_leads_on(tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(
        '<opml version="2.0"><body><outline text="Ada Quill" xmlUrl="https://critic.example/feed/"/></body></opml>'
    )
    with Library.open(tmp_path / "library.sqlite3") as library:
        app = app_on(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, WelcomeScreen), "the welcome")
            await pilot.click("#import")
            await until(pilot, lambda: isinstance(app.screen, ImportDialog), "the dialog")
            app.screen.query_one(Input).value = str(tmp_path / "list.opml")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewsScreen), "the list")
            assert [each.critic.name for each in library.standings()] == ["Ada Quill"]


async def test_the_measure_of_the_settings_is_the_texts(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        app = app_on(library)
        app.measure = 50
        async with app.run_test(size=(120, 24)) as pilot:
            await arrived(pilot)
            await pilot.press("enter")
            await text_shown(pilot, "Number 0")
            assert app.screen.query_one(ProseView).page.measure == 50
