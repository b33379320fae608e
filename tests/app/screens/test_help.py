"""The help: every verb of the registry, in a window of any size."""

import pytest

from tests.app.stage import Stage, shown, text_shown
from tests.waiting import until
from tui.app.commands import COMMANDS, Place
from tui.app.screens.help import HelpScreen, help_page


@pytest.mark.parametrize("measure", [30, 40, 76])
def test_every_verb_has_its_words_and_every_place_its_heading(measure: int) -> None:
    text = " ".join(" ".join(line.text for line in help_page(tuple(Place), measure).lines).split())
    assert all(" ".join(command.help.split()) in text for command in COMMANDS)
    assert all(place.value in text for place in Place)


@pytest.mark.parametrize("measure", [30, 40, 76])
def test_no_line_is_wider_than_the_measure(measure: int) -> None:
    assert all(len(line.text) <= measure for line in help_page(tuple(Place), measure).lines)


def test_keys_are_printed_as_readers_know_them() -> None:
    text = "\n".join(line.text for line in help_page(tuple(Place), 76).lines)
    assert "?  F1" in text
    assert "^F" in text
    assert "Space  PgDn" in text
    assert "question_mark" not in text


async def test_the_place_one_comes_from_stands_first() -> None:
    async with Stage(lambda: HelpScreen((Place.READING,))).run_test(size=(80, 24)) as pilot:
        words = shown(await text_shown(pilot, "Review list"))
        assert words.index("Reading") < words.index("Anywhere") < words.index("Review list")
        assert words.count("\nReading\n") == 1


@pytest.mark.parametrize("key", ["q", "escape", "question_mark"])
async def test_it_scrolls_and_goes_back(key: str) -> None:
    async with Stage(HelpScreen).run_test(size=(80, 24)) as pilot:
        view = await text_shown(pilot, "Anywhere")
        await pilot.press("space", "j")
        assert view.top > 1
        await pilot.press(key)
        await until(pilot, lambda: not isinstance(pilot.app.screen, HelpScreen), "back")
