"""Subscribing by hand: progress, errors in words, nothing typed is lost."""

import asyncio
from collections.abc import Awaitable, Callable

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from tests.app.stage import light
from tests.makers import make_critic, make_outcome
from tests.waiting import until
from tui.app.dialogs.add_critic import AddCriticDialog, Added, Offer
from tui.model.errors import FetchFailed
from tui.model.feed_link import FeedLink


class Asking(App[None]):
    """Opens the dialog and keeps what it comes back with."""

    def __init__(self, add: Callable[[str, str | None], Awaitable[Added]], others: tuple[FeedLink, ...] = ()) -> None:
        super().__init__()
        light(self)
        self.add = add
        self.others = others
        self.answers: list[Added | None] = []

    def on_mount(self) -> None:
        self.push_screen(AddCriticDialog(self.look), self.answers.append)

    async def look(self, address: str) -> Offer:
        """Offer the address itself, and the others."""
        return Offer((FeedLink(address), *self.others), lambda feed, name: self.add(feed.url, name))


def said(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#said", Static).content)


async def subscribes(address: str, name: str | None) -> Added:
    return make_critic(name=name or address), make_outcome()


async def fails(address: str, name: str | None) -> Added:
    raise FetchFailed(f"no such host: {address}", "Check the address, or your connection")


async def ready(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: pilot.app.focused is not None, "the cursor in the input")


async def test_an_address_alone_is_enough() -> None:
    app = Asking(subscribes)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"q.example", "enter")
        await until(pilot, lambda: app.answers, "the critic")
    assert app.answers[0] is not None
    assert app.answers[0][0].name == "q.example"


async def test_a_name_may_be_given() -> None:
    app = Asking(subscribes)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("x", "tab", *"Ada", "enter")
        await until(pilot, lambda: app.answers, "the critic")
    assert app.answers[0] is not None
    assert app.answers[0][0].name == "Ada"


async def test_an_error_says_what_and_what_next_and_keeps_what_was_typed() -> None:
    app = Asking(fails)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"[x].example", "tab", *"Ada", "enter")
        await until(pilot, lambda: "no such host: [x].example" in said(pilot), "the error")
        assert "Check the address" in said(pilot)
        assert [box.value for box in app.screen.query(Input)] == ["[x].example", "Ada"]
        await pilot.press("escape")
        await until(pilot, lambda: app.answers, "the dialog gone")
    assert app.answers == [None]


async def test_leaving_while_it_asks_comes_back_with_nothing_and_only_once() -> None:
    door = asyncio.Event()

    async def slow(address: str, name: str | None) -> Added:
        await door.wait()
        return make_critic(), make_outcome()

    app = Asking(slow)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("x", "enter")
        await until(pilot, lambda: "Asking x" in said(pilot), "progress")
        await pilot.press("escape")
        await until(pilot, lambda: app.answers, "the dialog gone")
        door.set()
        await pilot.pause()
    assert app.answers == [None]


COMMENTS = FeedLink("https://q.example/comments/feed/", "[b]Talk", comments=True)
NEWS = FeedLink("https://q.example/news/feed/", "News")


async def test_a_page_with_several_feeds_lets_the_reader_choose_the_likeliest_first() -> None:
    app = Asking(subscribes, (COMMENTS, NEWS))
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"q.example", "enter")
        await until(pilot, lambda: isinstance(app.focused, OptionList), "the feeds")
        assert "names 3 feeds" in said(pilot)
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "[b]Talk (comments)  https://q.example/comments/feed/" in text
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: app.answers, "the critic")
    assert app.answers[0] is not None
    assert app.answers[0][0].name == "https://q.example/news/feed/"


async def test_enter_alone_takes_the_likeliest() -> None:
    app = Asking(subscribes, (COMMENTS, NEWS))
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"q.example", "tab", *"Ada", "enter")
        await until(pilot, lambda: isinstance(app.focused, OptionList), "the feeds")
        await pilot.press("enter")
        await until(pilot, lambda: app.answers, "the critic")
    assert app.answers[0] is not None
    assert app.answers[0][0].name == "Ada"


async def test_a_feed_chosen_that_fails_is_told_and_another_may_be_chosen() -> None:
    app = Asking(fails, (NEWS,))
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"q.example", "enter")
        await until(pilot, lambda: isinstance(app.focused, OptionList), "the feeds")
        await pilot.press("enter")
        await until(pilot, lambda: "no such host: q.example" in said(pilot), "the error")
        app.add = subscribes
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.answers, "the critic")
