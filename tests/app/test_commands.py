from collections import Counter

import pytest

from tui.app.app import MatineeApp
from tui.app.commands import COMMANDS, Command, Place, bindings, commands, key_name
from tui.app.screens.beside import BesideScreen
from tui.app.screens.comments import CommentsScreen
from tui.app.screens.compose import ComposeScreen
from tui.app.screens.critics import CriticsScreen
from tui.app.screens.grades import GradesScreen
from tui.app.screens.reading import ReadingScreen
from tui.app.screens.reviews import ReviewsScreen
from tui.app.screens.taste import TasteScreen
from tui.app.screens.work import WorkScreen
from tui.app.screens.works import WorksScreen
from tui.app.widgets.histogram import GradeHistogram
from tui.app.widgets.sheet_screen import SheetScreen

HOMES = {
    Place.ANYWHERE: MatineeApp,
    Place.LIST: ReviewsScreen,
    Place.HISTOGRAM: GradeHistogram,
    Place.READING: ReadingScreen,
    Place.CRITICS: CriticsScreen,
    Place.WORKS: WorksScreen,
    Place.SHEET: SheetScreen,
    Place.GRADES: GradesScreen,
    Place.WORK: WorkScreen,
    Place.TASTE: TasteScreen,
    Place.BESIDE: BesideScreen,
    Place.COMMENTS: CommentsScreen,
    Place.REPLY: ComposeScreen,
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.place}: {command.name}")
def test_every_verb_is_done_by_someone(command: Command) -> None:
    assert hasattr(HOMES[command.place], f"action_{command.name.split('(')[0]}")


@pytest.mark.parametrize("place", Place)
def test_no_key_means_two_things_in_one_place(place: Place) -> None:
    keys = Counter(key for command in commands(place) for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_bindings_follow_the_registry() -> None:
    assert len(bindings(Place.LIST)) == len(list(commands(Place.LIST)))


@pytest.mark.parametrize(("key", "name"), [("ctrl+d", "^D"), ("question_mark", "?"), ("j", "j"), ("pagedown", "PgDn")])
def test_keys_are_named_as_readers_know_them(key: str, name: str) -> None:
    assert key_name(key) == name
