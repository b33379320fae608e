"""The preview beside the list: the row at once, then the review."""

from textual.app import ComposeResult
from textual.screen import Screen

from tests.app.prose_making import make_prose, paragraph
from tests.app.stage import Stage, shown, text_shown
from tests.makers import make_review, make_row
from tests.waiting import until
from tui.app.widgets.preview import Preview


class Beside(Screen[None]):
    """A screen that is all preview."""

    def compose(self) -> ComposeResult:
        yield Preview()


async def test_a_row_is_shown_until_its_review_comes_then_nothing_without_one() -> None:
    async with Stage(Beside).run_test(size=(60, 24)) as pilot:
        await until(pilot, lambda: pilot.app.screen.query(Preview), "the preview")
        preview = pilot.app.screen.query_one(Preview)
        preview.show(make_row(work="[REC]²"), None, None)
        await text_shown(pilot, "[REC]²")
        preview.show(make_row(), make_review(), make_prose(paragraph("A patient film.")))
        await text_shown(pilot, "A patient film.")
        assert "70 of 100" in shown(preview)
        preview.show(None, None, None)
        assert shown(preview) == ""


async def test_it_takes_no_keys() -> None:
    async with Stage(Beside).run_test() as pilot:
        await until(pilot, lambda: pilot.app.screen.query(Preview), "the preview")
        assert not pilot.app.screen.query_one(Preview).can_focus
