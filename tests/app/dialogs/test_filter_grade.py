import pytest
from textual.app import App

from tests.app.stage import light
from tui.app.dialogs.filter_grade import FilterGradeDialog
from tui.model.listing import Histogram
from tui.model.scale import LETTERS
from tui.model.shown import or_better, or_worse

HISTOGRAM = Histogram(tuple((letter, 3) for letter in LETTERS), 1, 2)


class Asking(App[None]):
    """Asks at once and keeps the answer."""

    answer: object = "none yet"

    def __init__(self) -> None:
        super().__init__()
        light(self)

    def on_mount(self) -> None:
        self.push_screen(FilterGradeDialog(HISTOGRAM, frozenset()), self.take)

    def take(self, answer: frozenset[str] | None) -> None:
        """Keep the answer."""
        self.answer = answer


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("b", or_better("B-")),
        ("n", {"none"}),
        ("a", set()),
        ("space enter", {"B-"}),
        ("up space down down x enter", {"B", "C+"}),
        ("k k plus enter", or_better("B+")),
        ("minus enter", or_worse("B-")),
        ("space space enter", set()),
        ("right down down down space enter", {"unscored"}),
        ("escape", None),
    ],
)
async def test_keys_choose_grades(keys: str, answer: object) -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        assert app.answer == answer


async def test_a_click_ticks() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.click("GradeChoice", offset=(3, 1))
        await pilot.press("enter")
        assert app.answer == {"A"}
