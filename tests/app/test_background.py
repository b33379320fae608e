"""Feeds are visited behind the reader: at the start and now and then, without a jump and without taking a key."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

from tests.app.filling import NoNews, app_on, arrived, draft, filled, still, take
from tests.makers import NOON, make_outcome
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.model.critic import Critic, FeedState
from tui.model.errors import RefreshUnderWay
from tui.model.outcome import FeedOutcome
from tui.store.library import Library


def due(library: Library, name: str) -> None:
    """Let one critic be due."""
    critic = library.critic(name)
    outcome = make_outcome(critic_id=critic.id, critic=name, kind="unchanged", new=0)
    library.record(outcome, FeedState(checked=NOON, due=NOON - timedelta(hours=1)))


def notices(app: MatineeApp) -> str:
    return "\n".join(notice.message for notice in app._notifications)


async def test_at_the_start_only_who_is_due_is_visited(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        due(library, "Cyra Fenn")
        news = NoNews()
        async with app_on(library, news).run_test(size=(110, 30)) as pilot:
            await arrived(pilot)
            await until(pilot, lambda: news.asked, "the visit")
        assert news.asked == ["Cyra Fenn"]


async def test_a_reader_who_does_not_want_that_is_left_in_peace(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        due(library, "Cyra Fenn")
        news = NoNews()
        app = MatineeApp(library, news, lambda: NOON, on_start=False)  # type: ignore[arg-type]
        async with app.run_test(size=(110, 30)) as pilot:
            await arrived(pilot)
            await still(pilot)
        assert news.asked == []


async def test_who_becomes_due_is_visited_while_the_app_is_open(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        news = NoNews()
        app = app_on(library, news)
        async with app.run_test(size=(110, 30)) as pilot:
            await arrived(pilot)
            app.refresh_by_itself(0.0005)
            due(library, "Bram Oxley")
            await until(pilot, lambda: news.asked, "the visit")
            assert set(news.asked) == {"Bram Oxley"}


async def test_news_from_behind_move_neither_cursor_nor_lines(tmp_path: Path) -> None:
    with filled(tmp_path, reviews=200) as library:

        def bring() -> None:
            critic = library.critic("Ada Quill")
            new = [draft(number) for number in range(1_000, 1_040)]
            take(library, critic, [each for each in new if each], at=NOON)

        due(library, "Ada Quill")
        news = NoNews([make_outcome(new=40)], bring)
        app = MatineeApp(library, news, lambda: NOON, on_start=False)  # type: ignore[arg-type]
        async with app.run_test(size=(110, 30)) as pilot:
            screen = await arrived(pilot)
            await pilot.press("space", "space", "j", "j")
            await still(pilot)
            reviews = screen.reviews
            here, line = reviews.selected, reviews.cursor - reviews.top
            app.refresh_due()
            await until(pilot, lambda: len(reviews.order) == 240, "the news")
            await still(pilot)
            assert (reviews.selected, reviews.cursor - reviews.top) == (here, line)


class Slow(NoNews):
    """A refresher that waits at a door."""

    def __init__(self) -> None:
        super().__init__()
        self.door = asyncio.Event()

    async def refresh(self, critics: Sequence[Critic]) -> AsyncIterator[FeedOutcome]:
        self.asked += [critic.name for critic in critics]
        await self.door.wait()
        yield make_outcome(new=0)


async def test_keys_work_while_feeds_are_visited_and_a_second_refresh_waits(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        due(library, "Ada Quill")
        news = Slow()
        app = app_on(library, news)
        async with app.run_test(size=(110, 30)) as pilot:
            screen = app.reviews
            await until(pilot, lambda: screen.reviews.order, "the list")
            await until(pilot, lambda: news.asked, "the visit")
            await pilot.press("j", "j", "j")
            assert screen.reviews.cursor == 3
            app.refresh_due()
            await pilot.press("R")
            await until(pilot, lambda: "A refresh is under way" in notices(app), "the word")
            assert news.asked == ["Ada Quill"]
            news.door.set()
            await still(pilot)


class Elsewhere(NoNews):
    """A refresher that finds another process at work."""

    async def refresh(self, critics: Sequence[Critic]) -> AsyncIterator[FeedOutcome]:
        self.asked += [critic.name for critic in critics]
        raise RefreshUnderWay("Another refresh of this library is under way")
        yield


async def test_another_process_at_work_is_told_to_who_asked_and_to_nobody_else(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        due(library, "Ada Quill")
        news = Elsewhere()
        app = app_on(library, news)
        async with app.run_test(size=(110, 30)) as pilot:
            await arrived(pilot)
            await until(pilot, lambda: news.asked, "the visit")
            await still(pilot)
            assert notices(app) == ""
            await pilot.press("R")
            await until(pilot, lambda: "Another refresh" in notices(app), "the word")


async def test_a_critic_who_has_to_wait_is_told_to_who_asked(tmp_path: Path) -> None:
    with filled(tmp_path, critics=("Ada Quill",)) as library:
        critic = library.critic("Ada Quill")
        held = FeedState(checked=NOON, held_until=NOON + timedelta(hours=1))
        library.record(make_outcome(critic_id=critic.id, kind="failed"), held)
        news = NoNews()
        app = app_on(library, news)
        async with app.run_test(size=(110, 30)) as pilot:
            await arrived(pilot)
            await pilot.press("r")
            await until(pilot, lambda: "asked to be left alone until" in notices(app), "the word")
        assert news.asked == []


async def test_what_can_wait_waits_until_no_key_comes(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        app = app_on(library)
        async with app.run_test(size=(110, 30)) as pilot:
            await arrived(pilot)
            done: list[str] = []
            await pilot.press("j")
            app.in_a_pause(lambda: done.append("done"))
            assert not done
            await until(pilot, lambda: done, "the pause")
            app.in_a_pause(lambda: done.append("at once"))
            assert done == ["done", "at once"]
