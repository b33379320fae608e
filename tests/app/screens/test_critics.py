from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.filling import NoNews, app_on, arrived, filled, seen, still
from tests.makers import NOON, make_outcome
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.dialogs.confirm import ConfirmDialog
from tui.app.dialogs.edit_critic import EditCriticDialog
from tui.app.screens.critics import CriticsScreen
from tui.model.critic import Critic, FeedState
from tui.model.paging import PageNote
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
        assert "[/] no such host" in text
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


async def on_the_critics(app: MatineeApp, pilot: Pilot[str | None]) -> CriticsScreen:
    await arrived(pilot)
    await pilot.press("4")
    await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")
    await still(pilot)
    assert isinstance(app.screen, CriticsScreen)
    return app.screen


def fail(library: Library, name: str, **state: Any) -> Critic:
    """Let the last visit to a critic have failed."""
    critic = library.critic(name)
    outcome = make_outcome(
        critic_id=critic.id, critic=name, kind="failed", new=0, reason="cyra-fenn.example answered 404 Not Found",
        next_step="The feed may have moved",
    )  # fmt: skip
    library.record(outcome, FeedState(checked=NOON, due=NOON + timedelta(hours=2), **{"failures": 4, **state}))
    return critic


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (60, 20)])
async def test_the_card_tells_health_next_visit_and_size(library: Library, size: tuple[int, int]) -> None:
    fail(library, "Cyra Fenn", rhythm=3 * 86_400)
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await on_the_critics(app, pilot)
        text = " ".join(" ".join(seen(app)).split())
        assert "404 Not Found (now, 4 times in a row)" in text
        assert "The feed may have moved" in text
        assert "in 2h, the pause grows with each failure" in text
        assert "about 10 a month" in text
        assert "kB here" in text


async def test_a_small_window_still_says_why_a_feed_fails_and_what_to_do(library: Library) -> None:
    fail(library, "Cyra Fenn")
    app = app_on(library)
    async with app.run_test(size=(40, 15)) as pilot:
        await on_the_critics(app, pilot)
        text = " ".join("".join(seen(app)[6:]).split())
        assert "cyra-fenn.example answered 404 Not Found" in text
        assert "The feed may have moved" in text
        await pilot.press("j")
        await still(pilot)
        assert "may have moved" not in "".join(seen(app))


async def test_a_critic_is_paused_and_taken_up_again(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await on_the_critics(app, pilot)
        await pilot.press("P")
        await until(pilot, lambda: library.critic("Ada Quill").paused, "the pause")
        await until(pilot, lambda: screen.table.standings[-1].critic.paused, "the paused one last")
        await still(pilot)
        assert "paused; P takes it up again" in "\n".join(seen(app))
        await pilot.press("P")
        await until(pilot, lambda: not library.critic("Ada Quill").paused, "the end of it")


async def test_name_tags_and_how_often_can_be_edited(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        await on_the_critics(app, pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, EditCriticDialog), "the dialog")
        await until(pilot, lambda: app.focused is not None, "the cursor")
        await pilot.press("end", "!", "tab", "end", *" #weekly", "tab", "end", *(["backspace"] * 4), *"90m", "enter")
        await until(pilot, lambda: library.critic("Ada Quill").every, "what was said")
        critic = library.critic("Ada Quill!")
        assert (critic.tags, critic.every) == (("fog", "weekly"), timedelta(minutes=90))


async def test_what_cannot_be_kept_is_told_and_stays_in_the_dialog(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        await on_the_critics(app, pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, EditCriticDialog), "the dialog")
        name, _, every = app.screen.query(Input)
        every.value = "soon"
        await pilot.press("enter")
        await until(pilot, lambda: "no length of time" in "".join(seen(app)), "the word")
        every.value, name.value = "auto", "Bram Oxley"
        await pilot.press("enter")
        await until(pilot, lambda: "called Bram Oxley already" in "".join(seen(app)), "the word")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")
        assert library.critic("#1").name == "Ada Quill"


async def test_the_address_suggested_is_taken_and_visited(library: Library) -> None:
    fail(library, "Cyra Fenn", suggestion="https://cyra-fenn.example/new.xml")
    news = NoNews()
    app = app_on(library, news)
    async with app.run_test(size=(110, 30)) as pilot:
        await on_the_critics(app, pilot)
        await pilot.press("M")
        await until(pilot, lambda: news.asked, "the visit")
        assert news.asked == ["Cyra Fenn"]
        assert library.critic("Cyra Fenn").feed_url == "https://cyra-fenn.example/new.xml"
        await still(pilot)


async def test_pages_that_were_tried_and_failed_are_not_called_needless(library: Library) -> None:
    critic = library.critic("Ada Quill")
    review = library.newest(critic.id, 1)[0]
    library.keep_page(
        PageNote(review, "failed", NOON, reason="404"), None, was=library.review(review).draft.fingerprint
    )
    app = app_on(library)
    async with app.run_test(size=(110, 30)) as pilot:
        await on_the_critics(app, pilot)
        assert "auto: not decided yet, 0 read and 1 failed so far" in "\n".join(seen(app))
