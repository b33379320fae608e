import pytest
from textual.app import App

from tests.app.stage import light
from tui.app.dialogs.sort import WORDS, SortDialog
from tui.model.listing import Sort


class Asking(App[None]):
    """Asks at once and keeps the answer."""

    answer: str | None = None

    def __init__(self) -> None:
        super().__init__()
        light(self)

    def on_mount(self) -> None:
        self.push_screen(SortDialog(Sort.OLDEST), self.take)

    def take(self, answer: str | None) -> None:
        """Keep the answer."""
        self.answer = answer


def test_every_order_has_its_words() -> None:
    assert set(WORDS) == set(Sort)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [("enter", Sort.OLDEST), ("j enter", Sort.BEST), ("k enter", Sort.NEWEST), ("5", Sort.WORK), ("q", None)],
)
async def test_keys_choose_the_order(keys: str, answer: Sort | None) -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
        assert app.answer == answer
