"""The first start: three ways on, and an error that stays under what was typed."""

import asyncio
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Button, Input, Static

from tests.app.stage import Stage
from tests.makers import NOON, make_critic, make_outcome
from tests.waiting import until
from tui.app.dialogs.import_opml import ImportDialog
from tui.app.messages import CriticAdded, ListImported, SampleAsked
from tui.app.screens.welcome import WelcomeScreen
from tui.model.critic import Critic
from tui.model.errors import NoFeedHere
from tui.model.imported import Imported
from tui.model.outcome import FeedOutcome
from tui.refresh.importing import import_file
from tui.store.library import Library


class Door:
    """What the App hands the welcome: subscribes to anything but `nofeed.example`."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.open = asyncio.Event()
        self.open.set()

    async def add(self, address: str, name: str | None) -> tuple[Critic, FeedOutcome]:
        self.asked.append(address)
        await self.open.wait()
        if address == "nofeed.example":
            raise NoFeedHere("nofeed.example is a page that names no [/] feed", "Look for “RSS” on the site")
        return make_critic(name=name or address), make_outcome()

    async def take_list(self, path: str) -> Imported:
        return Imported(2)


def stage(*, sample: bool = True, door: Door | None = None) -> Stage:
    door = door or Door()
    return Stage(lambda: WelcomeScreen(sample, door.add, door.take_list))


def said(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#said", Static).content)


def heard(pilot: Pilot[None]) -> Stage:
    assert isinstance(pilot.app, Stage)
    return pilot.app


async def ready(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.focused, Input), "the cursor in the input")


async def test_an_address_can_be_typed_at_once() -> None:
    async with stage().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press(*"q.example", "enter")
        await until(pilot, lambda: heard(pilot).told(CriticAdded), "the critic added")


async def test_an_error_stands_under_the_address_in_words_and_the_address_stays() -> None:
    async with stage().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press(*"nofeed.example", "enter")
        await until(pilot, lambda: "names no [/] feed" in said(pilot), "the error")
        assert "Look for “RSS” on the site" in said(pilot)
        assert pilot.app.screen.query_one(Input).value == "nofeed.example"
        assert heard(pilot).told(CriticAdded) == []


async def test_no_address_is_asked_for_one() -> None:
    async with stage().run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "critic.example" in said(pilot), "an example")


async def test_a_second_enter_while_asking_asks_nothing() -> None:
    door = Door()
    async with stage(door=door).run_test() as pilot:
        door.open.clear()
        await ready(pilot)
        await pilot.press("x", "enter")
        await until(pilot, lambda: door.asked, "the address asked")
        assert "Asking x" in said(pilot)
        await pilot.press("enter", "enter")
        door.open.set()
        await until(pilot, lambda: heard(pilot).told(CriticAdded), "the critic added")
        assert door.asked == ["x"]


async def test_the_sample_site_is_a_button_away() -> None:
    async with stage().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: heard(pilot).told(SampleAsked), "the sample asked for")


async def test_without_a_sample_site_there_is_no_button() -> None:
    async with stage(sample=False).run_test() as pilot:
        await ready(pilot)
        assert [button.id for button in pilot.app.screen.query(Button)] == ["import"]


async def test_a_list_can_be_imported() -> None:
    async with stage().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.click("#import")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportDialog), "the dialog")
        await pilot.press("x", "enter")
        await until(pilot, lambda: heard(pilot).told(ListImported), "the list imported")


async def test_everything_is_in_view_at_80x24_and_reachable_at_40x12() -> None:
    async with stage().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = pilot.app.screen.region
        assert all(screen.contains_region(widget.region) for widget in pilot.app.screen.query("Static, Input, Button"))
        await pilot.resize_terminal(40, 12)
        await pilot.press("tab", "tab")
        await until(pilot, lambda: screen.contains_region(pilot.app.screen.query_one("#import").region), "in view")


async def test_a_real_list_is_imported_into_a_real_library(tmp_path: Path) -> None:
    opml = tmp_path / "list.opml"
    opml.write_text(
        '<opml version="2.0"><body><outline text="Ada Quill" xmlUrl="https://critic.example/feed/"/></body></opml>'
    )
    with Library.open(tmp_path / "library.sqlite3") as library:
        assert import_file(library, str(opml), now=NOON) == Imported(1)
        assert import_file(library, str(opml), now=NOON) == Imported(0, 1)
        assert [each.critic.name for each in library.standings()] == ["Ada Quill"]
