"""The line over a review: what is at the right stays whole, the title gives way."""

import pytest
from textual.app import ComposeResult
from textual.screen import Screen

from tests.app.stage import Stage
from tests.waiting import until
from tui.app.widgets.reading_bar import ReadingBar


class OnlyBar(Screen[None]):
    """A screen with nothing else."""

    def compose(self) -> ComposeResult:
        yield ReadingBar()


@pytest.mark.parametrize("title", ["[REC]² · Ada Quill", "東京の雨 · Second Reel", "[/] and Other Endings" * 9])
@pytest.mark.parametrize("width", [10, 24, 40, 80])
async def test_it_fills_its_line_exactly(title: str, width: int) -> None:
    async with Stage(OnlyBar).run_test(size=(width, 5)) as pilot:
        await until(pilot, lambda: pilot.app.screen.query(ReadingBar), "the bar")
        bar = pilot.app.screen.query_one(ReadingBar)
        bar.title, bar.position, bar.progress, bar.starred, bar.unread = title, "3 of 241", 45, True, True
        await until(pilot, lambda: bar.size.width == width, "the width")
        strip = bar.render_line(0)
        assert strip.cell_length == width == sum(segment.cell_length for segment in strip)
        if width > 30:
            assert strip.text.endswith("★ unread  3 of 241   45 % ")


async def test_a_review_without_marks_and_list_shows_only_how_far_it_is_read() -> None:
    async with Stage(OnlyBar).run_test(size=(40, 5)) as pilot:
        await until(pilot, lambda: pilot.app.screen.query(ReadingBar), "the bar")
        bar = pilot.app.screen.query_one(ReadingBar)
        bar.title, bar.progress = "[Fog]", 100
        assert bar.render_line(0).text == " [Fog]".ljust(33) + " 100 % "
