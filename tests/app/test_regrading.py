"""Correcting grades with the keyboard, through the whole App."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Checkbox, Input

from tests.app.filling import app_on, arrived, seen, still, take
from tests.makers import NOON, make_entry
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.dialogs.regrade import RegradeDialog
from tui.app.screens.reading import ReadingScreen
from tui.model.correction import Correction
from tui.refresh.reviewing import draft
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two reviews by one critic that end in bare numbers."""
    html = "<p>A patient film about fog.</p><p>My Grade: {}</p>"
    with Library.open(tmp_path / "library.sqlite3") as library:
        critic = library.subscribe("https://ada.example/feed/", name="Ada [/] Quill", now=NOON)
        entries = [make_entry(guid=str(number), html=html.format(number)) for number in (7, 9)]
        take(library, critic, [draft(entry, seen=NOON) for entry in entries])
        yield library


@asynccontextmanager
async def asked(library: Library, *keys: str) -> AsyncIterator[tuple[Pilot[str | None], MatineeApp, int]]:
    """Open the App, press `keys` and `e`; give the review that is to be corrected."""
    app = app_on(library)
    async with app.run_test(size=(110, 36)) as pilot:
        screen = await arrived(pilot)
        number = screen.reviews.selected
        assert number is not None
        for key in keys:
            await pilot.press(key)
            await still(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, RegradeDialog), "the dialog")
        yield pilot, app, number


async def typed(pilot: Pilot[str | None], text: str) -> None:
    """Type over what is there."""
    pilot.app.screen.query_one(Input).value = text
    await pilot.pause()


async def test_a_correction_is_kept_shown_and_taken_back(library: Library) -> None:
    async with asked(library) as (pilot, app, number):
        assert "Read in the post: 9 (scale not stated)" in "\n".join(seen(app))
        await typed(pilot, "B-")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reviews, "the list")
        await still(pilot)
        assert app.reviews.reviews.rows[number].letter == "B-"
        await pilot.press("u")
        await until(pilot, lambda: library.correction(number) is None, "what was read")
        await until(pilot, lambda: app.reviews.reviews.rows[number].letter is None, "the list to say so")


async def test_while_reading_the_grade_is_the_readers_at_once(library: Library) -> None:
    async with asked(library, "enter") as (pilot, app, number):
        await typed(pilot, "none")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen), "the review")
        await until(pilot, lambda: "no grade given" in "\n".join(seen(app)), "no grade")
        assert library.correction(number) == Correction(None)


async def test_a_scale_can_be_made_the_critics_rule(library: Library) -> None:
    async with asked(library) as (pilot, app, _):
        await typed(pilot, "9")
        assert not app.screen.has_class("-rule")
        await typed(pilot, "9/10")
        assert "For all of Ada [/] Quill's: bare numbers are out of 10" in "\n".join(seen(app))
        await pilot.press("tab", "space")
        assert app.screen.query_one(Checkbox).value
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reviews, "the list")
        await still(pilot)
        assert sorted(row.score or 0 for row in app.reviews.reviews.rows.values()) == [70, 90]
        await pilot.press("u")
        await until(pilot, lambda: not library.rules(1), "the rule to end")
        await still(pilot)
        assert [row.score for row in app.reviews.reviews.rows.values()] == [None, None]


async def test_what_is_no_grade_is_said_and_nothing_is_lost(library: Library) -> None:
    async with asked(library) as (pilot, app, number):
        await typed(pilot, "[/] banana")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.has_class("-wrong"), "the complaint")
        assert "“[/] banana” is no grade" in "\n".join(seen(app))
        assert app.screen.query_one(Input).value == "[/] banana"
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reviews, "the list")
        assert library.correction(number) is None


async def test_the_profile_of_a_critic_tells_how_they_grade(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(110, 36)) as pilot:
        await arrived(pilot)
        await pilot.press("4")
        await until(pilot, lambda: "no usual way yet in 2 grades" in "\n".join(seen(app)), "the profile")
        assert "every review graded" in "\n".join(seen(app))
