import pytest
from textual.app import App
from textual.widgets import Input

from tests.app.stage import light
from tests.makers import NOON
from tests.waiting import until
from tui.app.dialogs.search import EXAMPLES, SearchDialog, pointer
from tui.model.errors import BadQuery
from tui.model.query import Query
from tui.model.query_completion import Of
from tui.model.query_language import parse


def test_the_caret_stands_under_the_character() -> None:
    line, caret = pointer(BadQuery("no such grade", "fog grade>=Q", 11), 60).splitlines()
    assert line == "fog grade>=Q"
    assert caret == "           ^ no such grade (character 12)"


def test_the_caret_counts_wide_characters_as_two() -> None:
    assert pointer(BadQuery("no end", '東京 "', 3), 60).splitlines()[1].index("^") == 5


@pytest.mark.parametrize("width", [-4, 0, 8, 20, 60])
def test_a_long_query_is_shown_around_the_character(width: int) -> None:
    query = "word " * 200 + "grade>=Q"
    line, caret = pointer(BadQuery("no such grade", query, len(query) - 1), width).splitlines()
    assert line[caret.index("^")] == "Q"
    assert caret.index("^") <= max(9, width)


@pytest.mark.parametrize("query", [query for query, _ in EXAMPLES])
def test_every_example_parses(query: str) -> None:
    parse(query, now=NOON)


async def names(of: Of, begin: str) -> tuple[str, ...]:
    known = {"critic": ("Ada Quill", "Bram Oxley"), "work": ("The Second Foghorn",)}
    return tuple(name for name in known.get(of, ()) if begin.casefold() in name.casefold())


class Asking(App[None]):
    """Asks at once and keeps the answer."""

    answer: object = "none yet"

    def __init__(self) -> None:
        super().__init__()
        light(self)

    def on_mount(self) -> None:
        self.push_screen(SearchDialog("fog", lambda: NOON, names), self.take)

    def take(self, answer: Query | None) -> None:
        """Keep the answer."""
        self.answer = answer


async def test_what_is_typed_can_be_seen_and_asked_for() -> None:
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", *" horn")
        await until(pilot, lambda: app.screen.query_one(Input).value == "fog horn", "the typing")
        assert app.screen.query_one(Input).content_size.height == 1
        assert "fog horn" in "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        await pilot.press("enter")
        assert app.answer == parse("fog horn", now=NOON)


async def test_escape_changes_nothing() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("escape")
        assert app.answer is None


async def test_an_empty_line_asks_for_everything() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        app.screen.query_one(Input).value = " "
        await pilot.press("enter")
        assert isinstance(app.answer, Query)
        assert app.answer.is_all


def shown(app: App[None]) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_a_key_is_completed_and_then_a_name_with_its_quotation_marks() -> None:
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        line = app.screen.query_one(Input)
        await pilot.press("end", *" cr")
        await until(pilot, lambda: "part of a critic" in shown(app), "the key and what it means")
        await pilot.press("tab")
        assert line.value == "fog critic:"
        await pilot.press(*"qu")
        await until(pilot, lambda: "Ada Quill" in shown(app), "the name")
        await pilot.press("tab", "enter")
        assert app.answer == parse('fog critic:"Ada Quill"', now=NOON)


async def test_another_way_on_is_chosen_with_the_arrows() -> None:
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        line = app.screen.query_one(Input)
        await pilot.press("end", *" grade>=B")
        await until(pilot, lambda: "Tab takes it" in shown(app), "the ways on")
        await pilot.press("down", "down", "tab")
        assert line.value == "fog grade>=B-"


async def test_what_means_nothing_is_pointed_at_while_it_is_typed() -> None:
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", *" grade>=Q")
        await until(pilot, lambda: "letters go A+" in shown(app), "what is wrong")
        lines = shown(app).splitlines()
        typed, caret = (next(line for line in lines if mark in line) for mark in ("  fog grade>=Q", "^ There is no"))
        assert typed.rindex("Q") == caret.index("^")
        assert not app.screen.has_class("-wrong"), "not blamed before Enter"
        await pilot.press("enter")
        assert app.screen.has_class("-wrong")
        await pilot.press("backspace", "B")
        await until(pilot, lambda: "letters go" not in shown(app), "the complaint gone")
