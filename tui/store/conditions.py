"""A query's condition becomes SQL. Pure; every string of the reader's is a parameter, and none of it is syntax."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

from typing import NamedTuple

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
    Verdict,
    Words,
    Written,
)
from tui.store.folding import folded, title_key
from tui.store.values import seconds

Parameter = str | int | float


class Statement(NamedTuple):
    """SQL with a `?` for each parameter."""

    sql: str
    parameters: tuple[Parameter, ...] = ()


_GRADED = {"any": "<> ''", "none": "= ''", "unscored": "= '?'"}
_COUNTED = (ByCritic, Letter, Graded)
_BIGGEST = 2**62


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
            return joined(" OR ", [where(part, table) for part in parts], "FALSE")
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
            return joined(
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
    return joined(" AND ", [*others, *([_search(words)] if words else [])])


def _search(words: list[Words]) -> Statement:
    return Statement("review.id IN (SELECT words.rowid FROM words WHERE words MATCH ?)", (match_expression(words),))


def _between(span: Between) -> Statement:
    column = f"review.{span.measure}"
    edges = []
    if span.low is not None:
        edges.append(Statement(f"{column} {'>' if span.above else '>='} ?", (_number(span.low),)))
    if span.high is not None:
        edges.append(Statement(f"{column} {'<' if span.below else '<='} ?", (_number(span.high),)))
    return joined(" AND ", edges, f"{column} IS NOT NULL")


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


def joined(glue: str, parts: list[Statement], without: str = "TRUE") -> Statement:
    """Return statements put together; `without` any, that."""
    if len(parts) < 2:
        return parts[0] if parts else Statement(without)
    return Statement(
        f"({glue.join(part.sql for part in parts)})", tuple(value for part in parts for value in part.parameters)
    )


def _number(value: float) -> Parameter:
    whole = abs(value) < _BIGGEST and float(value).is_integer()
    return int(value) if whole else float(value) if abs(value) < float("inf") else value


def _plain(text: str) -> str:
    """Return `text` without what SQLite cannot be given: NUL ends a search expression, lone surrogates are no UTF-8."""
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")
