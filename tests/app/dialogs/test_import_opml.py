"""Importing: the path, the error in words, the answer."""

from textual.app import App
from textual.widgets import Input, Static

from tests.app.stage import light
from tests.waiting import until
from tui.app.dialogs.import_opml import ImportDialog, TakeList
from tui.model.errors import BadFile
from tui.model.imported import Imported


class Asking(App[None]):
    """Opens the dialog and keeps what it comes back with."""

    def __init__(self, take: TakeList) -> None:
        super().__init__()
        light(self)
        self.take = take
        self.answers: list[Imported | None] = []

    def on_mount(self) -> None:
        self.push_screen(ImportDialog(self.take), self.answers.append)


async def take(path: str) -> Imported:
    if path != "list.opml":
        raise BadFile(f"{path} cannot be read: no such file", "Check the path")
    return Imported(3, 1)


async def test_a_path_that_cannot_be_read_says_so_and_stays() -> None:
    app = Asking(take)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.focused is not None, "the cursor in the input")
        await pilot.press(*"[/].opml", "enter")
        wrong = app.screen.query_one("#said", Static)
        await until(pilot, lambda: "[/].opml cannot be read" in str(wrong.content), "the error")
        app.screen.query_one(Input).value = "'list.opml'"
        await pilot.press("enter")
        await until(pilot, lambda: app.answers, "the answer")
    assert app.answers == [Imported(3, 1)]


async def test_escape_takes_nothing_over() -> None:
    app = Asking(take)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.focused is not None, "the cursor in the input")
        await pilot.press("enter", "escape")
        await until(pilot, lambda: app.answers, "the dialog gone")
    assert app.answers == [None]
