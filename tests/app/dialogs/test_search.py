import pytest

from tests.makers import NOON
from tui.app.dialogs.search import EXAMPLES, pointer
from tui.model.errors import BadQuery
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
