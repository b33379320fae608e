from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.figure_making import shared
from tests.app.filling import app_on, arrived, seen, still
from tests.waiting import until
from tui.app.screens.profile import ProfileScreen
from tui.app.screens.reading import ReadingScreen
from tui.app.widgets.targets import Cell, OneReview, Reviews
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with shared(tmp_path) as library:
        yield library


async def profile_of(pilot: Pilot[str | None]) -> ProfileScreen:
    """Go to Ada Quill's profile from the critics, and wait for it."""
    await arrived(pilot)
    await pilot.press("4")
    await until(pilot, lambda: getattr(pilot.app.screen, "table", None) and pilot.app.screen.table.count(), "them")  # type: ignore[attr-defined]
    await still(pilot)
    await pilot.press("p")
    await until(pilot, lambda: isinstance(pilot.app.screen, ProfileScreen) and pilot.app.screen.portrait, "the profile")
    screen = pilot.app.screen
    assert isinstance(screen, ProfileScreen)
    await still(pilot)
    return screen


def words(screen: ProfileScreen) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in screen.sheet.lines)


async def test_a_profile_tells_how_a_critic_grades(library: Library) -> None:
    async with app_on(library).run_test(size=(100, 40)) as pilot:
        screen = await profile_of(pilot)
        assert screen.portrait is not None
        profile, text = screen.portrait.profile, words(screen)
        assert "Ada Quill" in text
        assert "7 reviews" in text
        assert "mean B- 70 · median B- 70 · spread 20 · n 7" in text
        assert profile.generosity is not None
        assert f"{profile.generosity.word}: " in text
        assert "on 7 shared works" in text
        for heading in ("By letter", "As they write it", "Year by year", "What a letter means", "Best", "Agreement"):
            assert heading in text
        assert "top 14 %" in text
        assert "top 100 %" in text
        assert "Bram Oxley" in text
        assert "with fewer than 5 shared works" in text


async def test_every_bar_opens_exactly_what_it_counts(library: Library) -> None:
    async with app_on(library).run_test(size=(100, 40)) as pilot:
        screen = await profile_of(pilot)
        counted = [stop.at for stop in screen.sheet.stops if isinstance(stop.at, Reviews | Cell)]
        for target in counted:
            number = target.words.split()[0]
            if number.isdigit():
                assert library.count(target.query) == int(number), target.words
        assert {"1 review graded 9/10", "2 reviews of 2026"} <= {target.words for target in counted}


async def test_its_lists_open_reviews_and_read_on_among_them(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await profile_of(pilot)
        stop = next(stop for stop in screen.sheet.stops if isinstance(stop.at, OneReview))
        screen.sheet.stand(stop)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen), "the review")
        assert isinstance(app.screen, ReadingScreen)
        assert len(app.screen.order) > 1


async def test_blind_mode_names_no_review_that_was_not_read(library: Library) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await profile_of(pilot)
        assert "Best" in words(screen)
        await pilot.press("H")
        await still(pilot)
        assert "Best" not in words(screen)
        assert "By letter" in words(screen)


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 48)])
async def test_the_profile_fits_any_window(library: Library, size: tuple[int, int]) -> None:
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        screen = await profile_of(pilot)
        wide = ["".join(piece.text for piece in line) for line in screen.sheet.lines]
        assert [line for line in wide if len(line.rstrip()) > screen.sheet.room] == []
        assert any("Ada Quill" in line for line in seen(app))
