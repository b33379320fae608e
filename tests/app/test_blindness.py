"""Blind mode through the whole App: grades of unread reviews are covered in the list, over it and in the text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.figure_making import shared
from tests.app.filling import app_on, arrived, seen, still
from tests.app.stage import text_shown
from tests.waiting import until
from tui.app.messages import MarkAsked
from tui.app.screens.reading import ReadingScreen
from tui.app.widgets.counted import HIDDEN
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with shared(tmp_path) as library:
        yield library


async def test_the_list_covers_what_is_unread_and_tells_what_was_read(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(125, 40)) as pilot:
        screen = await arrived(pilot)
        assert "9/10" in "\n".join(seen(app))
        await pilot.press("H")
        await still(pilot)
        text = "\n".join(seen(app))
        assert HIDDEN in text
        assert "/10" not in text
        assert screen.histogram.total == 0
        assert screen.reviews.selected is not None
        app.post_message(MarkAsked((screen.reviews.selected,), "read", True))
        await until(pilot, lambda: screen.histogram.total == 1, "the one that was read")
        await until(pilot, lambda: sum("/10" in line for line in seen(app)) == 1, "its grade")
        await pilot.press("H")
        await still(pilot)
        assert HIDDEN not in "\n".join(seen(app))


async def test_one_key_reveals_one_grade(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(125, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("H", "V")
        await still(pilot)
        assert screen.reviews.row is not None
        assert sum("/10" in line for line in seen(app)) == 1
        assert not screen.reviews.row.read


async def test_the_preview_keeps_the_secret(library: Library) -> None:
    app = app_on(library, blind=True)
    async with app.run_test(size=(160, 40)) as pilot:
        screen = app.reviews
        await until(pilot, lambda: len(screen.reviews.order), "the list")
        await until(pilot, lambda: "The grade is hidden" in "\n".join(seen(app)), "the preview")


async def test_reading_hides_the_grade_until_asked(library: Library) -> None:
    app = app_on(library, blind=True)
    async with app.run_test(size=(125, 40)) as pilot:
        await until(pilot, lambda: app.reviews.reviews.row, "the list")
        await still(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen), "the review")
        await text_shown(pilot, "The grade is hidden: V shows it.")
        await pilot.press("V")
        await text_shown(pilot, "of 100")
