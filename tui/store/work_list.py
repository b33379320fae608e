"""The list of works: which are shown, in which order, and their lines."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from array import array
from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import NamedTuple

from tui.model.works import WorkChoice, WorkCursor, WorkRow, WorkSort, WorksPage, WorksShown
from tui.store import mine
from tui.store.conditions import Statement, where
from tui.store.folding import LAST, folded
from tui.store.values import Row, a_moment
from tui.summaries.consensus import APART, EARLY, LOVED, SPLIT

_AT_ONCE = 500
"""Parameters in one statement; older SQLite allows 999."""
_ROW = (
    "SELECT work.id, work.title, work.year, work.kind, ifnull((SELECT name FROM director JOIN review"
    " ON review.id = review_id WHERE review.work_id = work.id AND director.folded = work_figures.director"
    " ORDER BY name = '', review.id LIMIT 1), ''), director, reviews,"
    " (SELECT count(*) FROM review WHERE review.work_id = work.id AND NOT read),"
    " critics, mean, variance, low, high, newest"
    " FROM work_figures JOIN work ON work.id = work_figures.work_id"
)


class _Order(NamedTuple):
    key: str
    rising: bool = False


# What fewer than three critics graded comes after what three did: one critic's A+ is no consensus.
_ORDERS = {
    WorkSort.CONSENSUS: _Order(f"(ifnull(mean, -1) + 1000 * (critics >= {EARLY}))"),
    WorkSort.WORST: _Order(f"(ifnull(mean, 200) + 1000 * (critics < {EARLY}))", rising=True),
    WorkSort.SPREAD: _Order(f"(CASE WHEN critics > 1 THEN variance ELSE -1 END + 10000 * (critics >= {EARLY}))"),
    WorkSort.COUNT: _Order("critics"),
    WorkSort.NEWEST: _Order("newest"),
    WorkSort.DIRECTOR: _Order(f"(CASE director WHEN '' THEN '{LAST}' ELSE director END)", rising=True),
    WorkSort.YEAR: _Order("ifnull(work.year, -1)"),
    WorkSort.TITLE: _Order("work.key", rising=True),
    WorkSort.APART: _Order(f"ifnull(abs(mean - ({mine.SCORE})), -1)"),
}
_CHOICES = {
    WorkChoice.ALL: "TRUE",
    WorkChoice.DIVISIVE: f"critics >= {EARLY} AND variance >= {SPLIT * SPLIT}",
    WorkChoice.LOVED: f"critics >= {EARLY} AND low >= {LOVED}",
    WorkChoice.DISAGREE: f"critics > 1 AND work.id IN ({mine.those('score IS NOT NULL')})"
    f" AND abs(mean - ({mine.SCORE})) >= {APART}",
    WorkChoice.WATCHLIST: f"work.id IN ({mine.those('wanted')})",
    WorkChoice.SEEN: f"work.id IN ({mine.those('seen OR written IS NOT NULL')})",
    WorkChoice.UNSEEN: f"work.id NOT IN ({mine.those('seen OR written IS NOT NULL')})",
}


def page(connection: sqlite3.Connection, shown: WorksShown, after: WorkCursor | None, limit: int) -> WorksPage:
    """Return the window that follows `after`."""
    found = connection.execute(*statement(shown, after, limit + 1)).fetchall()
    works = rows(connection, [id for id, _, _ in found[:limit]])
    if len(found) <= limit or not limit:
        return WorksPage(works, None)
    id, key, newest = found[limit - 1]
    return WorksPage(works, WorkCursor(key, newest, id))


def order(connection: sqlite3.Connection, shown: WorksShown) -> "array[int]":
    """Return the number of every work that is shown, in order."""
    return array("q", [id for id, _, _ in connection.execute(*statement(shown, None, -1))])


def count(connection: sqlite3.Connection, shown: WorksShown) -> int:
    """Return how many works are shown."""
    sql, parameters = statement(shown, None, -1)
    return int(connection.execute(f"SELECT count(*) FROM ({sql})", parameters).fetchone()[0])


def rows(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[WorkRow, ...]:
    """Return lines of the list in the order asked; works that are gone are left out."""
    found: dict[int, WorkRow] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = list(ids[start : start + _AT_ONCE])
        said = mine.of_works(connection, some)
        for row in connection.execute(f"{_ROW} WHERE work.id IN ({', '.join('?' * len(some))})", some):
            found[row[0]] = replace(_row(row), mine=said.get(row[0]))
    return tuple(found[id] for id in ids if id in found)


def statement(shown: WorksShown, after: WorkCursor | None, limit: int) -> Statement:
    """Return the statement for (number, sort key, newest) of the works shown; `limit` -1 for all of them."""
    key, rising = _ORDERS[shown.sort]
    parts = _narrowed(shown)
    if after is not None:
        past = f"{key} {'>' if rising else '<'} ? OR ({key} = ? AND (newest, work.id) < (?, ?))"
        parts.append(Statement(f"({past})", (after.key or 0, after.key or 0, after.newest, after.id)))
    condition = " AND ".join(part.sql for part in parts)
    return Statement(
        f"SELECT work.id, {key}, newest FROM work_figures JOIN work ON work.id = work_figures.work_id"
        f" WHERE {condition}"
        f" ORDER BY {key} {'ASC' if rising else 'DESC'}, newest DESC, work.id DESC LIMIT ?",
        (*(value for part in parts for value in part.parameters), limit),
    )


def _narrowed(shown: WorksShown) -> list[Statement]:
    parts = [Statement(_CHOICES[shown.choice])]
    if words := folded(shown.words):
        parts.append(
            Statement("work.id IN (SELECT ifnull(part_of, id) FROM work WHERE instr(key, ?))", (_plain(words),))
        )
    if director := folded(shown.director):
        named = "SELECT work_id FROM review JOIN director ON review_id = review.id WHERE instr(director.folded, ?)"
        parts.append(Statement(f"work.id IN ({named})", (_plain(director),)))
    if not shown.query.is_all:
        condition, parameters = where(shown.query.condition)
        parts.append(Statement(f"work.id IN (SELECT review.work_id FROM review WHERE {condition})", parameters))
    if shown.since is not None:
        parts.append(Statement("work.year >= ?", (shown.since,)))
    if shown.until is not None:
        parts.append(Statement("work.year <= ?", (shown.until,)))
    if shown.least:
        parts.append(Statement("critics >= ?", (shown.least,)))
    if shown.kind:
        parts.append(Statement("work.kind = ?", (_plain(shown.kind),)))
    return parts


def _row(row: Row) -> WorkRow:
    id, title, year, kind, name, director, reviews, unread, critics, mean, variance, low, high, newest = row
    return WorkRow(
        id, title, year, kind, name or director.title(), reviews, unread, critics,
        None if mean is None else round(mean, 1), round(sqrt(variance), 1) if critics > 1 else None, low, high,
        a_moment(newest),
    )  # fmt: skip


def _plain(text: str) -> str:
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")
