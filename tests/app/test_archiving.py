"""An archive is taken behind the screens, told as it comes, and stopped by asking again."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.filling import Archives, NoNews, app_on, arrived, filled, seen, still
from tests.makers import make_archive
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.screens.critics import CriticsScreen
from tui.store.library import Library

UNDER_WAY = "archive · Ada Quill: 40 of 120 posts, 30 new, back to March 2021, 12 s left"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path) as library:
        yield library


async def to_critics(pilot: Pilot[str | None], app: MatineeApp) -> None:
    await arrived(pilot)
    await pilot.press("4")
    await until(pilot, lambda: isinstance(app.screen, CriticsScreen), "the critics")
    await still(pilot)


async def test_progress_and_end_are_told(library: Library) -> None:
    hold = asyncio.Event()
    archives = Archives([make_archive(), make_archive(new=110, end="whole")], hold)
    app = app_on(library, NoNews(archives=archives))
    async with app.run_test(size=(130, 30)) as pilot:
        await to_critics(pilot, app)
        await pilot.press("B")
        await until(pilot, lambda: app.progress == UNDER_WAY, "the progress")
        assert UNDER_WAY in seen(app)[0]
        hold.set()
        done = "Ada Quill: 110 reviews from the archive, back to March 2021; that is all of it"
        await until(pilot, lambda: app.progress == done, "the end")
        assert archives.asked == ["Ada Quill"]
        assert done in [notice.message for notice in app._notifications]


async def test_asking_again_stops_it(library: Library) -> None:
    archives = Archives([make_archive(), make_archive(end="whole")], asyncio.Event())
    app = app_on(library, NoNews(archives=archives))
    async with app.run_test(size=(110, 30)) as pilot:
        await to_critics(pilot, app)
        await pilot.press("B")
        await until(pilot, lambda: app.progress == UNDER_WAY, "the progress")
        await pilot.press("B")
        await until(pilot, lambda: not app._walks, "the end of the walk")
        assert app.progress == ""
        assert "Ada Quill: stopped; B goes on where it was" in [notice.message for notice in app._notifications]


async def test_a_failure_says_why_and_what_follows(library: Library) -> None:
    failed = make_archive(end="failed", reason="[/] answered 503", next_step="Wait")
    app = app_on(library, NoNews(archives=Archives([failed])))
    async with app.run_test(size=(110, 30)) as pilot:
        await to_critics(pilot, app)
        await pilot.press("B")
        words = "Ada Quill: [/] answered 503. Wait. 30 reviews from the archive; the next run goes on there"
        await until(pilot, lambda: app.progress == words, "the failure")
