"""Pages are read behind the reader: after a refresh, one review's at once, and for whom the reader says."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from textual.pilot import Pilot

from tests.app.filling import NoNews, app_on, arrived, filled, seen, still
from tests.app.stage import shown, text_shown
from tests.loopback import serving
from tests.makers import NOON, make_draft, make_outcome
from tests.page_making import article, page
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.screens.critics import CriticsScreen
from tui.app.widgets.prose_view import ProseView
from tui.model.critic import FeedState
from tui.model.edition import GradeChange
from tui.model.paging import PageNote, PageOutcome, PageSetting
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web


def outcome(number: int = 1, *, failed: bool = False) -> PageOutcome:
    note = PageNote(number, "failed", NOON, reason="404 Not Found") if failed else PageNote(number, "read", NOON)
    return PageOutcome(1, "Ada Quill", f"Foghorn {number}", note)


def notices(app: MatineeApp) -> str:
    return "\n".join(notice.message for notice in app._notifications)


def in_force(library: Library, critic_id: int, setting: PageSetting) -> bool:
    return library.page_rule(critic_id).setting is setting


async def test_pages_are_read_after_the_feeds_and_counted(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        news = NoNews([make_outcome(new=0)], pages=[outcome(1), outcome(2), outcome(3, failed=True)])
        app = app_on(library, news)
        async with app.run_test(size=(120, 24)) as pilot:
            await arrived(pilot)
            await pilot.press("R")
            await until(pilot, lambda: "2 pages read, 1 failed" in seen(app)[0], "the count")
            assert len(news.pages.asked) == 4


async def test_critics_whose_feed_failed_are_not_asked_for_pages(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        ids = {each.critic.name: each.critic.id for each in library.standings()}
        news = NoNews([make_outcome(critic_id=ids["Ada Quill"], kind="failed", reason="no such host")])
        app = app_on(library, news)
        async with app.run_test(size=(120, 24)) as pilot:
            await arrived(pilot)
            await pilot.press("R")
            await until(pilot, lambda: news.pages.asked, "the pages asked for")
            assert "Ada Quill" not in news.pages.asked


async def test_the_cursor_stays_where_it_is_while_pages_arrive(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        app = app_on(library, NoNews([make_outcome(new=0)], pages=[outcome(number) for number in range(12)]))
        async with app.run_test(size=(120, 24)) as pilot:
            screen = await arrived(pilot)
            await pilot.press("j", "j", "j")
            here = screen.reviews.selected
            await pilot.press("R")
            await until(pilot, lambda: "12 pages read" in app.progress, "all pages")
            await still(pilot)
            assert screen.reviews.selected == here


class Reading:
    """The app on one excerpt whose page is served for real."""

    def __init__(self, folder: Path, url: str) -> None:
        self.library = Library.open(folder / "library.sqlite3")
        critic = self.library.subscribe(f"{url}/feed", name="Ada Quill", now=NOON)
        seen = make_outcome(critic_id=critic.id, at=NOON - timedelta(hours=1))
        draft = make_draft(html="<p>A patient film […]</p>", url=f"{url}/foghorn", grade=None, summary=True)
        (self.id,) = self.library.take(critic.id, add=[draft], change=(), counts=(), state=FeedState(), outcome=seen)
        self.app = MatineeApp(self.library, Refresher(self.library, Web(), lambda: NOON), lambda: NOON)

    async def opened(self, pilot: Pilot[str | None]) -> ProseView:
        await arrived(pilot)
        await pilot.press("enter")
        return await text_shown(pilot, "A patient film […]")


async def test_x_fetches_the_full_text_of_the_review_being_read(tmp_path: Path) -> None:
    with serving() as site:
        site.page("/foghorn", page(article(grade="B+")))
        reading = Reading(tmp_path, site.url)
        with reading.library:
            async with reading.app.run_test(size=(100, 30)) as pilot:
                view = await reading.opened(pilot)
                await pilot.press("x")
                await until(pilot, lambda: "the second foghorn answers" in shown(view), "the full text")
                await until(pilot, lambda: "grade B+ and the full text" in notices(reading.app), "the word of it")
                assert "the review's page" in shown(view)
                await pilot.press("q")
                await until(pilot, lambda: any("B+" in line for line in seen(reading.app)), "the grade in the list")


async def test_x_tells_why_a_page_gives_nothing(tmp_path: Path) -> None:
    with serving() as site:
        reading = Reading(tmp_path, site.url)
        with reading.library:
            async with reading.app.run_test(size=(100, 30)) as pilot:
                view = await reading.opened(pilot)
                await pilot.press("x")
                await until(pilot, lambda: "404 Not Found" in notices(reading.app), "the reason")
                assert "A patient film […]" in shown(view)


async def test_x_on_a_critic_goes_through_auto_always_and_never(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        app = app_on(library)
        async with app.run_test(size=(120, 30)) as pilot:
            await arrived(pilot)
            await pilot.press("4")
            await until(pilot, lambda: isinstance(app.screen, CriticsScreen) and app.screen.table.standing, "critics")
            assert isinstance(app.screen, CriticsScreen)
            assert app.screen.table.standing is not None
            critic = app.screen.table.standing.critic
            for setting in (PageSetting.ALWAYS, PageSetting.NEVER, PageSetting.AUTO):
                await pilot.press("x")
                await until(pilot, partial(in_force, library, critic.id, setting), f"{setting} in force")
            await until(pilot, lambda: any("auto: not needed so far" in line for line in seen(app)), "what is in force")


async def test_a_grade_that_a_critic_changed_is_told(tmp_path: Path) -> None:
    change = GradeChange(1, "[/] Foghorn", "B", "C+")
    with filled(tmp_path) as library:
        outcome = make_outcome(critic_id=1, critic="Ada Quill", new=0, changed=1, regraded=(change, change))
        app = app_on(library, NoNews([outcome]))
        async with app.run_test(size=(110, 30)) as pilot:
            await arrived(pilot)
            await pilot.press("R")
            words = "[/] Foghorn by Ada Quill: grade changed from B to C+ (and 1 more)"
            await until(pilot, lambda: words in [notice.message for notice in app._notifications], "the news")
