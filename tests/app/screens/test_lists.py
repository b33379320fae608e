"""Searches kept as lists in the side bar."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.filling import app_on, arrived, filled, seen, still
from tests.makers import NOON
from tests.waiting import until
from tui.app.dialogs.confirm import ConfirmDialog
from tui.app.dialogs.keep_list import KeepListDialog
from tui.model.listing import Sort
from tui.model.query_language import parse
from tui.store.library import Library

GOOD = parse("grade>=A unread", now=NOON)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path) as library:
        yield library


async def test_what_is_shown_is_kept_as_a_list_with_its_count(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await arrived(pilot)
        screen.show(search=GOOD)
        await still(pilot)
        many = len(screen.reviews.order)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, KeepListDialog), "the dialog")
        await pilot.press(*"Good", "enter")
        await until(pilot, lambda: app.screen is screen, "the list kept")
        await still(pilot)
        assert screen.shown.shelf.name == "Good"
        assert not screen.shown.narrowed
        assert screen.reviews.order.ids == library.order(GOOD, Sort.NEWEST)
        line = next(line for line in seen(app) if line.startswith("  Good"))
        assert line[:30].split() == ["Good", str(many)]
        await pilot.press("N")
        await still(pilot)
        assert next(line for line in seen(app) if line.startswith("  Good"))[:30].split() == ["Good", str(many - 1)]


async def test_a_kept_list_is_renamed_and_means_something_else(library: Library) -> None:
    kept = library.save_search("Good", "grade>=A")
    app = app_on(library)
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("h", "j", "j", "j")
        await still(pilot)
        assert screen.shown.shelf.saved_id == kept.id
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, KeepListDialog), "the dialog")
        name, query = (app.screen.query_one(f"#{part}", Input) for part in ("name", "query"))
        assert (name.value, query.value) == ("Good", "grade>=A")
        name.value, query.value = "Bad", "grade<D OR grade>="
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.has_class("-wrong"), "the fault pointed at")
        assert library.saved_searches() == (kept,)
        query.value = "grade<D"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen, "the list changed")
        await still(pilot)
        assert [each.name for each in library.saved_searches()] == ["Bad"]
        assert screen.reviews.order.ids == library.order(parse("grade<D", now=NOON), Sort.NEWEST)


async def test_a_kept_list_is_removed_once_that_is_confirmed(library: Library) -> None:
    library.save_search("Good", "grade>=A")
    app = app_on(library)
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("D")
        await pilot.pause()
        assert app.screen is screen, "no kept list is shown"
        await pilot.press("h", "j", "j", "j", "D")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog), "the question")
        await pilot.press("y")
        await until(pilot, lambda: library.saved_searches() == (), "the list gone")
        await still(pilot)
        assert screen.shown.shelf.name == "All reviews"
        assert len(screen.reviews.order) == 40


async def test_a_list_whose_words_are_no_longer_understood_is_empty_and_can_be_mended(library: Library) -> None:
    library.save_search("Old", "gade>=A")
    app = app_on(library)
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("h", "j", "j", "j")
        await until(pilot, lambda: screen.shown.shelf.name == "Old" and not len(screen.reviews.order), "an empty list")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, KeepListDialog), "the dialog")
        assert app.screen.query_one("#query", Input).value == "gade>=A"
