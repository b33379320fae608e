from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.app.figure_making import graded_by_me, shared, work_id
from tests.app.filling import app_on, arrived, seen, still
from tests.waiting import until
from tui.app.dialogs.find_work import FindWorkDialog
from tui.app.dialogs.my_grade import MyGradeDialog
from tui.app.messages import WorkAsked
from tui.app.screens.beside import BesideScreen
from tui.app.screens.reading import ReadingScreen
from tui.app.screens.work import WorkScreen
from tui.app.widgets.targets import OneReview, OneSpelling
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with shared(tmp_path) as library:
        yield library


async def page_of(pilot: Pilot[str | None], library: Library, title: str = "Goblin Tax") -> WorkScreen:
    """Go to the page of a work, and wait for it."""
    await arrived(pilot)
    pilot.app.post_message(WorkAsked(work_id=work_id(library, title)))
    await until(pilot, lambda: isinstance(pilot.app.screen, WorkScreen) and pilot.app.screen.sheet.stops, "the page")
    screen = pilot.app.screen
    assert isinstance(screen, WorkScreen)
    await still(pilot)
    return screen


async def test_every_critic_is_there_as_written_and_on_the_scale(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await page_of(pilot, library)
        assert screen.page is not None
        text = "\n".join(seen(app))
        for name, written, score in (
            ("Ada Quill", "9/10", 90),
            ("Bram Oxley", "10/10", 100),
            ("Cyra Fenn", "2/10", 20),
        ):
            line = next(line for line in seen(app) if name in line and written in line)
            assert f" {score} " in line
            assert f"last word of {name}" in text
        figures = screen.page.consensus
        assert f"median B+ {figures.median:.0f}" in text
        assert f"spread {figures.spread:g}" in text
        assert "calibrated" in text
        assert "split" in text
        assert text.count("●") >= 4


async def test_few_critics_are_an_early_word(library: Library) -> None:
    library.unsubscribe(1)
    library.unsubscribe(2)
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await page_of(pilot, library)
        assert "early: fewer than 3 critics" in "\n".join(seen(app))


async def test_enter_opens_the_review_and_equals_comes_back(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await page_of(pilot, library)
        target = screen.sheet.target
        assert isinstance(target, OneReview)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen), "the review")
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.review_id == target.review_id
        assert len(app.screen.order) == 4
        await until(pilot, lambda: app.screen.review is not None, "its text")  # type: ignore[attr-defined]
        await pilot.press("equals_sign")
        await until(pilot, lambda: app.screen is screen, "the page it came from")


async def test_the_key_works_from_the_list_too(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        reviews = await arrived(pilot)
        row = reviews.reviews.row
        assert row is not None
        await pilot.press("equals_sign")
        await until(pilot, lambda: isinstance(app.screen, WorkScreen) and app.screen.page, "the page")
        assert isinstance(app.screen, WorkScreen)
        assert app.screen.page is not None
        assert app.screen.page.work.title == row.work


async def test_two_reviews_stand_side_by_side(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await page_of(pilot, library)
        screen.sheet.section()
        screen.sheet.move(1)
        first = screen.review
        await pilot.press("vertical_line")
        assert screen.chosen == first
        screen.sheet.move(1)
        second = screen.review
        await pilot.press("vertical_line")
        await until(pilot, lambda: isinstance(app.screen, BesideScreen), "both")
        assert isinstance(app.screen, BesideScreen)
        assert app.screen.review_ids == (first, second)
        await until(pilot, lambda: all(view.page.lines for view in app.screen.views), "both texts")  # type: ignore[attr-defined]
        both = app.screen.views
        assert both[0].region.x < both[1].region.x
        await pilot.press("tab")
        await until(pilot, lambda: both[1].has_focus, "the other")
        await pilot.press("q")
        await until(pilot, lambda: app.screen is screen, "the page")


async def test_my_grade_in_any_notation_is_kept_and_taken_back(library: Library) -> None:
    here = work_id(library, "Goblin Tax")
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await page_of(pilot, library)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MyGradeDialog), "the dialog")
        app.screen.query_one(Input).value = "banana"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.has_class("-wrong"), "the complaint")
        app.screen.query_one(Input).value = "★★★½"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.has_class("-wrong") or app.screen is screen, "an answer")
        mine = library.mine(here)
        assert mine is not None
        assert mine.grade is not None
        assert (mine.grade.written, mine.seen) == ("★★★½", True)
        await until(pilot, lambda: "★★★½" in "\n".join(seen(app)), "it on the page")
        await pilot.press("u")
        await until(pilot, lambda: library.mine(here) is None, "it to be taken back")
        await until(pilot, lambda: "nothing yet" in "\n".join(seen(app)), "the page to say so")


async def test_a_work_i_have_not_seen_has_a_prediction_with_its_range(library: Library) -> None:
    graded_by_me(library, 9, 8, 7, 6, 5, 4)
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await page_of(pilot, library, "[REC]²")
        assert screen.page is not None
        prediction = screen.page.prediction
        assert prediction is not None
        assert f"four times in five from {prediction.low:.0f} to {prediction.high:.0f}" in "\n".join(seen(app))


async def test_blind_mode_hides_the_grades_until_a_key(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await page_of(pilot, library)
        await pilot.press("H")
        text = "\n".join(seen(app))
        assert "9/10" not in text
        assert "calibrated" not in text
        assert "last word" not in text
        assert "hidden until you have read" in text
        await pilot.press("V")
        await until(pilot, lambda: "9/10" in "\n".join(seen(app)), "the grades")


async def test_its_reviews_can_be_shown_in_the_list(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await page_of(pilot, library)
        await pilot.press("equals_sign")
        await until(pilot, lambda: app.screen is app.reviews, "the list")
        await until(pilot, lambda: len(app.reviews.reviews.order) == 4, "exactly its reviews")


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 48)])
async def test_the_page_fits_any_window(library: Library, size: tuple[int, int]) -> None:
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        screen = await page_of(pilot, library)
        wide = ["".join(piece.text for piece in line) for line in screen.sheet.lines]
        assert [line for line in wide if len(line.rstrip()) > screen.sheet.room] == []


async def test_two_titles_are_merged_split_and_all_of_it_taken_back(library: Library) -> None:
    here = work_id(library, "Goblin Tax")
    app = app_on(library)
    async with app.run_test(size=(100, 48)) as pilot:
        screen = await page_of(pilot, library)
        await pilot.press("M")
        await until(pilot, lambda: isinstance(app.screen, FindWorkDialog), "the dialog")
        app.screen.query_one(Input).value = "motherb"
        await until(pilot, lambda: app.screen.query_one(OptionList).option_count == 1, "the other title")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen, "the page")
        await until(pilot, lambda: screen.page and len(screen.page.spellings) == 2, "both titles")
        assert screen.page is not None
        assert len(screen.page.opinions) == 8
        titles = [stop for stop in screen.sheet.stops if isinstance(stop.at, OneSpelling)]
        spelling = next(stop for stop in titles if stop.at.work_id != here)  # type: ignore[attr-defined]
        screen.sheet.stand(spelling)
        await pilot.press("X")
        await until(pilot, lambda: screen.page and len(screen.page.spellings) == 1, "one title again")
        await pilot.press("u")
        await until(pilot, lambda: screen.page and len(screen.page.spellings) == 2, "the split to be taken back")
        await pilot.press("u")
        await until(pilot, lambda: screen.page and len(screen.page.spellings) == 1, "the merge to be taken back")
        assert len(library.work_page(here).opinions) == 4


async def test_what_cannot_be_split_is_said(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await page_of(pilot, library)
        await pilot.press("X")
        await until(pilot, lambda: any("joined titles" in note.message for note in app._notifications), "a word")
