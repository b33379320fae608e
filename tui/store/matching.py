"""Searching for words: weighing how well they match, and asking for common ones review by review. Pure."""

from typing import NamedTuple

from tui.model.query import Query, Words
from tui.store.conditions import Statement, joined, match_expression, where

RANK = "bm25(words, 10.0, 8.0, 4.0, 1.0)"
"""How well words match, the best least: a title counts ten times the text, the work eight, people four."""
COMMON = 20_000
"""Reviews with a word from which on it is common: at a fifth of 100,000, a window of 60 asks some 300 reviews."""
MATCHED = "words CROSS JOIN review ON review.id = words.rowid"
"""The tables of a search whose matches are weighed: what matches outside, the reviews inside."""


class Ranking(NamedTuple):
    """A query whose words can be weighed: what else it asks, and FTS5's expression."""

    rest: Statement
    words: str


def searched(query: Query) -> list[Words]:
    """Return the words that must be there."""
    return [part for part in query.conjuncts if isinstance(part, Words)]


def ranking(query: Query) -> Ranking | None:
    """Return a query taken apart; None when no words must be there, as in `-fog` or `fog OR unread`."""
    words = searched(query)
    others = [where(part) for part in query.conjuncts if not isinstance(part, Words)]
    return Ranking(joined(" AND ", others), match_expression(words)) if words else None


def commonness(query: Query) -> Statement | None:
    """Return the statement that counts reviews with the query's words, to a limit; None where asking is no use.

    Only for a word each: to ask a review for a phrase or a beginning reads as much as finding all that have it.
    """
    words = searched(query)
    if not words or any(each.beginning or len(each.text.split()) > 1 for each in words):
        return None
    return Statement(
        "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", (match_expression(words), COMMON)
    )


def asking(ranked: Ranking) -> Statement:
    """Return the condition that asks each review for the words."""
    asked = Statement("EXISTS (SELECT 1 FROM words WHERE words MATCH ? AND words.rowid = review.id)", (ranked.words,))
    return joined(" AND ", [ranked.rest, asked])
