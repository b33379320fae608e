"""Queries put together."""

import pytest

from tests.makers import NOON
from tui.model.query import All, ByCritic, Either, Marked, Not, Query, Words, quoted
from tui.model.query_language import parse

UNREAD = Query(Marked("read", False), "unread")
FOG = Query(Words("fog"), "fog")


def test_every_review_is_meant_until_something_is_left_out() -> None:
    assert Query().is_all
    assert not FOG.is_all
    assert Query().also(FOG) is FOG
    assert FOG.also(Query()) is FOG


def test_two_queries_together_mean_what_both_mean() -> None:
    both = UNREAD.also(FOG)
    assert both.condition == All((Marked("read", False), Words("fog")))
    assert both.text == "unread fog"
    assert both.also(Query.of_critic(3)).condition == All((Marked("read", False), Words("fog"), ByCritic(3)))


def test_either_stays_together_when_more_is_asked() -> None:
    either = Query(Either((Words("fog"), Words("lamp"))), "fog OR lamp")
    both = either.also(UNREAD)
    assert both.text == "(fog OR lamp) unread"
    assert parse(both.text, now=NOON) == both


def test_queries_of_one_meaning_are_one_key() -> None:
    assert {parse("fog  lamp", now=NOON): 1}[parse("fog AND lamp", now=NOON)] == 1


def test_a_critics_query_can_be_written_down() -> None:
    assert parse(Query.of_critic(3).text, now=NOON) == Query.of_critic(3)


@pytest.mark.parametrize(
    ("query", "searches"),
    [
        (Query(), False),
        (FOG, True),
        (UNREAD, False),
        (UNREAD.also(FOG), True),
        (Query(Not(Either((Marked("starred"), Words("fog"))))), True),
        (Query(Not(Marked("starred"))), False),
    ],
)
def test_a_query_knows_whether_it_asks_for_words(query: Query, searches: bool) -> None:
    assert query.searches is searches


def test_a_name_with_quotes_is_quoted() -> None:
    assert quoted('Ada "Q" Quill') == '"Ada ""Q"" Quill"'
