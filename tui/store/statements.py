"""A query and an order become SQL. Pure; every string of the reader's is a parameter, and none of it is syntax."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

from typing import NamedTuple

from tui.model.listing import Cursor, Sort
from tui.model.query import (
    All,
    AlsoBy,
    Between,
    ByCritic,
    Condition,
    Either,
    Graded,
    Letter,
    Marked,
    Named,
    Not,
    OfWork,
    Published,
    Query,
    Verdict,
    Words,
    Written,
)
from tui.store.folding import folded, title_key
from tui.store.values import LISTED, seconds

Parameter = str | int | float


class Statement(NamedTuple):
    """SQL with a `?` for each parameter."""

    sql: str
    parameters: tuple[Parameter, ...] = ()


class Order(NamedTuple):
    """One order of the list: by a key, then by date and number, newest first."""

    key: str
    rising: bool = False


ORDERS: dict[Sort, Order] = {
    Sort.NEWEST: Order("review.published"),
    Sort.OLDEST: Order("review.published", rising=True),
    # Ungraded reviews come last in both; each expression is the one its index is on.
    Sort.BEST: Order("coalesce(review.score, -1.0)"),
    Sort.WORST: Order("coalesce(review.score, 101.0)", rising=True),
    Sort.WORK: Order("review.work_key", rising=True),
    Sort.CRITIC: Order("critic.folded", rising=True),
    Sort.COMMENTS: Order("coalesce(review.comments, -1)"),
}
_GRADED = {"any": "<> ''", "none": "= ''", "unscored": "= '?'"}
_COUNTED = (ByCritic, Letter, Graded)
_BIGGEST = 2**62


def page(query: Query, sort: Sort, after: Cursor | None, limit: int) -> Statement:
    """Return the statement for one window: the columns `LISTED`, then the order's key."""
    condition, parameters = where(query.condition)
    if after is not None:
        past = _past(ORDERS[sort], after)
        condition, parameters = f"{condition} AND {past.sql}", (*parameters, *past.parameters)
    return Statement(
        f"SELECT {LISTED}, {ORDERS[sort].key} FROM {_tables(sort, names=True)}"
        f" WHERE {condition} ORDER BY {_terms(sort)} LIMIT ?",
        (*parameters, limit),
    )


def order(query: Query, sort: Sort) -> Statement:
    """Return the statement for every id that is meant, in order."""
    condition, parameters = where(query.condition)
    return Statement(
        f"SELECT review.id FROM {_tables(sort, names=False)} WHERE {condition} ORDER BY {_terms(sort)}", parameters
    )


def unread(query: Query, sort: Sort) -> Statement:
    """Return the statement for 1 where a review that is meant is unread, else 0, in the order of `order`."""
    condition, parameters = where(query.condition)
    return Statement(
        f"SELECT review.read = 0 FROM {_tables(sort, names=False)} WHERE {condition} ORDER BY {_terms(sort)}",
        parameters,
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


def counted(condition: Condition) -> bool:
    """Return whether the maintained counts in `tally` can answer it, so that no review need be looked at."""
    match condition:
        case All(parts) | Either(parts):
            return all(map(counted, parts))
        case Not(part):
            return counted(part)
        case Marked(mark):
            return mark == "read"
        case Named(of):
            return of == "critic"
        case _:
            return isinstance(condition, _COUNTED)


def where(condition: Condition, table: str = "review") -> Statement:
    """Return the condition on rows of `table` (`review`, or `tally` for what is `counted`)."""
    match condition:
        case All(parts):
            return _all(parts, table)
        case Either(parts):
            return _joined(" OR ", [where(part, table) for part in parts], "FALSE")
        case Not(part):
            inner = where(part, table)
            return Statement(f"({inner.sql}) IS NOT TRUE", inner.parameters)
        case Words():
            return _search([condition])
        case Between():
            return _between(condition)
        case Letter(letter):
            return Statement(f"{table}.bar = ?", (letter,))
        case Graded(how):
            return Statement(f"{table}.bar {_GRADED[how]}")
        case Verdict(verdict):
            return Statement("review.verdict = ?", (verdict,))
        case Published(since, until):
            edges = [(">=", seconds(since)), ("<", seconds(until))]
            return _joined(
                " AND ", [Statement(f"review.published {sign} ?", (at,)) for sign, at in edges if at is not None]
            )
        case Marked(mark, value):
            return Statement(f"{table}.{mark} = {int(value)}")
        case Named(of, text):
            return _named(of, text, table)
        case ByCritic(critic_id):
            return Statement(f"{table}.critic_id = ?", (_number(critic_id),))
        case OfWork(work_id):
            return Statement(
                "review.work_id = (SELECT ifnull(part_of, id) FROM work WHERE id = ?)", (_number(work_id),)
            )
        case AlsoBy(who):
            inner = where(who, "other")
            return Statement(
                "review.work_id IN (SELECT other.work_id FROM review AS other"
                f" WHERE other.score IS NOT NULL AND {inner.sql})",
                inner.parameters,
            )
        case Written(text):
            return Statement("review.written = ?", (_plain(text),))


def match_expression(words: list[Words]) -> str:
    """Return FTS5's expression for all of these: each a string in quotes, so nothing in it is syntax."""
    phrases = []
    for each in words:
        text = _plain(each.text).replace('"', '""')
        phrases.append(f'"{text}"*' if each.beginning else f'"{text}"')
    return " ".join(phrases)


def _all(parts: tuple[Condition, ...], table: str) -> Statement:
    # All the words go into one search, which stops at the rarest.
    words = [part for part in parts if isinstance(part, Words)]
    others = [where(part, table) for part in parts if not isinstance(part, Words)]
    return _joined(" AND ", [*others, *([_search(words)] if words else [])])


def _search(words: list[Words]) -> Statement:
    return Statement("review.id IN (SELECT words.rowid FROM words WHERE words MATCH ?)", (match_expression(words),))


def _between(span: Between) -> Statement:
    column = f"review.{span.measure}"
    edges = []
    if span.low is not None:
        edges.append(Statement(f"{column} {'>' if span.above else '>='} ?", (_number(span.low),)))
    if span.high is not None:
        edges.append(Statement(f"{column} {'<' if span.below else '<='} ?", (_number(span.high),)))
    return _joined(" AND ", edges, f"{column} IS NOT NULL")


def _named(of: str, text: str, table: str) -> Statement:
    name = _plain(folded(text))
    if of == "critic":
        return Statement(f"{table}.critic_id IN (SELECT critic.id FROM critic WHERE instr(critic.folded, ?))", (name,))
    if of == "work":
        return Statement(
            "review.work_id IN (SELECT work.id FROM work WHERE instr(work.key, ?))", (_plain(title_key(text)),)
        )
    if of == "director":
        return Statement(
            "review.id IN (SELECT director.review_id FROM director WHERE instr(director.folded, ?))", (name,)
        )
    return Statement(
        "(review.critic_id IN (SELECT critic_tag.critic_id FROM critic_tag WHERE critic_tag.folded = ?)"
        " OR review.id IN (SELECT category.review_id FROM category WHERE category.folded = ?))",
        (name, name),
    )


def _joined(glue: str, parts: list[Statement], without: str = "TRUE") -> Statement:
    if len(parts) < 2:
        return parts[0] if parts else Statement(without)
    return Statement(
        f"({glue.join(part.sql for part in parts)})", tuple(value for part in parts for value in part.parameters)
    )


def _tables(sort: Sort, *, names: bool) -> str:
    if sort is Sort.CRITIC:
        # CROSS keeps SQLite from turning the loops round: critics by name outside, each one's reviews by date inside.
        return "critic CROSS JOIN review ON review.critic_id = critic.id"
    return "review CROSS JOIN critic ON critic.id = review.critic_id" if names else "review"


def _terms(sort: Sort) -> str:
    key, rising = ORDERS[sort]
    date = "" if key == "review.published" else "review.published DESC, "
    return f"{key} {'ASC' if rising else 'DESC'}, {date}review.id DESC"


def _past(order: Order, after: Cursor) -> Statement:
    key, rising = order
    last = after.key if after.key is not None else after.published
    if key == "review.published" and not rising:
        return Statement("(review.published, review.id) < (?, ?)", (last, after.id))
    # The first half lets the index start at the key; the second leaves out what was shown of it.
    near, far = (">=", ">") if rising else ("<=", "<")
    return Statement(
        f"{key} {near} ? AND ({key} {far} ? OR (review.published, review.id) < (?, ?))",
        (last, last, after.published, after.id),
    )


def _number(value: float) -> Parameter:
    whole = abs(value) < _BIGGEST and float(value).is_integer()
    return int(value) if whole else float(value) if abs(value) < float("inf") else value


def _plain(text: str) -> str:
    """Return `text` without what SQLite cannot be given: NUL ends a search expression, lone surrogates are no UTF-8."""
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")
