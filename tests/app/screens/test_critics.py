from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.filling import app_on, arrived, filled, seen, still
from tests.makers import NOON, make_outcome
from tests.waiting import until
from tui.app.dialogs.confirm import ConfirmDialog
from tui.app.screens.critics import CriticsScreen
from tui.model.critic import FeedState
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path) as library:
        yield library


async def test_a_failing_feed_stands_first_with_its_reason_and_the_next_step(library: Library) -> None:
    critic = library.critic("Cyra Fenn")
    failed = make_outcome(
        critic_id=critic.id, critic=critic.name, kind="failed", new=0, reason="[/] no such host", next_step="Check it"
    )
    library.record(failed, FeedState(failures=1))
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        await arrived(pilot)
        await pilot.press("4")
        await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")
        await still(pilot)
        text = "\n".join(seen(app))
        assert text.index("Cyra Fenn") < text.index("Ada Quill")
        assert "failed: [/] no such host" in text
        assert "Check it" in text
        assert "https://cyra-fenn.example/feed/" in text


async def test_enter_shows_the_critics_reviews(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("4")
        await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")
        await still(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.screen is screen, "the reviews")
        await still(pilot)
        assert screen.shown.shelf.name == "Bram Oxley"
        assert len(screen.reviews.order) == 10


async def test_a_subscription_ends_only_after_a_yes(library: Library) -> None:
    library.mark([1], "starred", True, now=NOON)
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("4")
        await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")
        await still(pilot)
        await pilot.press("D")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog), "the question")
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics again")
        assert len(library.standings()) == 4
        await pilot.press("D")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog), "the question")
        await pilot.press("y")
        await until(pilot, lambda: len(library.standings()) == 3, "the end of the subscription")
        await still(pilot)
        await pilot.press("q")
        await until(pilot, lambda: app.screen is screen, "the reviews")
        await until(pilot, lambda: len(screen.reviews.order) == 31, "the list without them, but for the starred one")


async def test_an_empty_table_says_how_to_subscribe(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty.sqlite3") as library:
        app = app_on(library)
        async with app.run_test(size=(110, 30)) as pilot:
            await still(pilot)
            app.action_view("critics")
            await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")
            await still(pilot)
            assert "a subscribes" in "\n".join(seen(app))
