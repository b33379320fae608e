"""What a bar opens."""

import pytest

from tests.makers import NOON
from tui.model.query import Query
from tui.model.query_language import parse
from tui.model.shown import BARS
from tui.summaries.openings import as_written, at_bar, in_year, of_work


@pytest.mark.parametrize("bar", BARS)
def test_a_cell_can_be_written_down(bar: str) -> None:
    query = at_bar(3, bar, parse("fog OR mist", now=NOON))
    assert parse(query.text, now=NOON) == query


@pytest.mark.parametrize(
    "query",
    [of_work(7), as_written(3, ["7/10"]), as_written(3, ["★★★½", 'a "B"']), in_year(3, 2024), in_year(None, 2024)],
    ids=str,
)
def test_every_opening_can_be_written_down(query: Query) -> None:
    assert parse(query.text, now=NOON) == query
