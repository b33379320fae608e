"""A query and an order become SQL. Pure; every string of the reader's is a parameter, and none of it is syntax."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

from typing import NamedTuple

from tui.model.listing import Cursor, Sort
from tui.model.query import Query
from tui.store.conditions import Statement, counted, where
from tui.store.matching import MATCHED, RANK, Ranking, asking, ranking
from tui.store.values import LISTED


class Order(NamedTuple):
    """One order of the list: by a key, then by date and number, newest first."""

    key: str
    walk: str = ""
    """The index that has reviews in this order; none where critics come first."""
    rising: bool = False


ORDERS: dict[Sort, Order] = {
    Sort.NEWEST: Order("review.published", "review_newest"),
    Sort.OLDEST: Order("review.published", "review_oldest", rising=True),
    # Ungraded reviews come last in both; each expression is the one its index is on.
    Sort.BEST: Order("coalesce(review.score, -1.0)", "review_best"),
    Sort.WORST: Order("coalesce(review.score, 101.0)", "review_worst", rising=True),
    Sort.WORK: Order("review.work_key", "review_by_work", rising=True),
    Sort.CRITIC: Order("critic.folded", rising=True),
    Sort.COMMENTS: Order("coalesce(review.comments, -1)", "review_by_comments"),
}


def page(query: Query, sort: Sort, after: Cursor | None, limit: int, *, common: bool = False) -> Statement:
    """Return the statement for one window: the columns `LISTED`, then the order's key.

    `common`: the words of the query stand in so many reviews that each is better asked for them, as the window is full
    before many were asked. They are gone through in the order of the list then, whatever else the query asks: all that
    a critic wrote, found by an index and asked for the words before it is put in order, took twenty times as long.
    """
    if sort is Sort.MATCH and (ranked := ranking(query)):
        return _ranked_page(ranked, after, limit)
    sort = Sort.NEWEST if sort is Sort.MATCH else sort
    ranked = ranking(query) if common else None
    condition, parameters = asking(ranked) if ranked else where(query.condition)
    if after is not None:
        past = _past(ORDERS[sort], after)
        condition, parameters = f"{condition} AND {past.sql}", (*parameters, *past.parameters)
    return Statement(
        f"SELECT {LISTED}, {ORDERS[sort].key} FROM {_tables(sort, names=True, ordered=ranked is not None)}"
        f" WHERE {condition} ORDER BY {_terms(sort)} LIMIT ?",
        (*parameters, limit),
    )


def listing(query: Query, sort: Sort) -> Statement:
    """Return the statement for every id that is meant and whether it is unread, in order, as one row of two texts.

    The ids are 16 hexadecimal digits each, `unread` is 0 or 1 each: for a hundred thousand rows Python would take its
    lock as often, and every key wait meanwhile. LIMIT keeps the inner order: SQLite takes no subquery with one apart.
    """
    sql, parameters = _every("review.id AS id, review.read = 0 AS unread", query, sort)
    return Statement(
        f"SELECT group_concat(printf('%016x', id), ''), group_concat(unread, '') FROM ({sql} LIMIT -1)", parameters
    )


def _every(columns: str, query: Query, sort: Sort) -> Statement:
    if sort is Sort.MATCH and (ranked := ranking(query)):
        rest, words = ranked
        return Statement(
            f"SELECT {columns} FROM {MATCHED} WHERE words MATCH ? AND {rest.sql}"
            f" ORDER BY {RANK}, review.published DESC, review.id DESC", (words, *rest.parameters),
        )  # fmt: skip
    sort = Sort.NEWEST if sort is Sort.MATCH else sort
    condition, parameters = where(query.condition)
    return Statement(
        f"SELECT {columns} FROM {_tables(sort, names=False)} WHERE {condition} ORDER BY {_terms(sort)}", parameters
    )


def _ranked_page(ranked: Ranking, after: Cursor | None, limit: int) -> Statement:
    rest, words = ranked
    past = Statement("TRUE") if after is None else _past(Order(RANK, rising=True), after)
    return Statement(
        f"SELECT {LISTED}, {RANK} FROM {MATCHED} CROSS JOIN critic ON critic.id = review.critic_id"
        f" WHERE words MATCH ? AND {rest.sql} AND {past.sql}"
        f" ORDER BY {RANK}, review.published DESC, review.id DESC LIMIT ?",
        (words, *rest.parameters, *past.parameters, limit),
    )


def ids(query: Query) -> Statement:
    """Return the statement for every id that is meant, in any order."""
    condition, parameters = where(query.condition)
    return Statement(f"SELECT review.id FROM review WHERE {condition}", parameters)


def count(query: Query) -> Statement:
    """Return the statement for how many are meant."""
    if counted(query.condition):
        condition, parameters = where(query.condition, "tally")
        return Statement(f"SELECT coalesce(sum(tally.reviews), 0) FROM tally WHERE {condition}", parameters)
    condition, parameters = where(query.condition)
    return Statement(f"SELECT count(*) FROM review WHERE {condition}", parameters)


def histogram(query: Query) -> Statement:
    """Return the statement for (bar, how many)."""
    if counted(query.condition):
        condition, parameters = where(query.condition, "tally")
        return Statement(
            f"SELECT tally.bar, sum(tally.reviews) FROM tally WHERE {condition} GROUP BY tally.bar", parameters
        )
    condition, parameters = where(query.condition)
    return Statement(f"SELECT review.bar, count(*) FROM review WHERE {condition} GROUP BY review.bar", parameters)


def by_critic(query: Query) -> Statement:
    """Return the statement for (critic, bar, score, how many)."""
    condition, parameters = where(query.condition)
    key = "review.critic_id, review.bar, review.score"
    return Statement(f"SELECT {key}, count(*) FROM review WHERE {condition} GROUP BY {key}", parameters)


def _tables(sort: Sort, *, names: bool, ordered: bool = False) -> str:
    """Return what is read, in loops of our choice. `ordered`: the reviews by the index of the order, come what may."""
    if sort is Sort.CRITIC:
        # CROSS keeps SQLite from turning the loops round: critics by name outside, each one's reviews by date inside.
        return "critic CROSS JOIN review ON review.critic_id = critic.id"
    review = f"review INDEXED BY {ORDERS[sort].walk}" if ordered else "review"
    return f"{review} CROSS JOIN critic ON critic.id = review.critic_id" if names else review


def _terms(sort: Sort) -> str:
    key, _, rising = ORDERS[sort]
    date = "" if key == "review.published" else "review.published DESC, "
    return f"{key} {'ASC' if rising else 'DESC'}, {date}review.id DESC"


def _past(order: Order, after: Cursor) -> Statement:
    key, _, rising = order
    last = after.key if after.key is not None else after.published
    if key == "review.published" and not rising:
        return Statement("(review.published, review.id) < (?, ?)", (last, after.id))
    # The first half lets the index start at the key; the second leaves out what was shown of it.
    near, far = (">=", ">") if rising else ("<=", "<")
    return Statement(
        f"{key} {near} ? AND ({key} {far} ? OR (review.published, review.id) < (?, ?))",
        (last, last, after.published, after.id),
    )
