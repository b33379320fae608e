"""Spellings joined into works, and parted again: by the machine where the reader said nothing, by the reader for good.

The machine only ever joins, and never what the reader parted; what the reader joined or parted stands in `work_word`.
"""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from tui.model.errors import WrongUse
from tui.model.works import Joining
from tui.store import works
from tui.store.values import seconds
from tui.summaries.sameness import Catalogue, Named, apart

_YEAR = 365.2425 * 86_400
Words = tuple[tuple[int, int, int, int], ...]


def pending(connection: sqlite3.Connection, limit: int) -> list[int]:
    """Return spellings that were not held against the others yet."""
    return [id for (id,) in connection.execute("SELECT id FROM work WHERE compared = 0 ORDER BY id LIMIT ?", (limit,))]


def catalogue(connection: sqlite3.Connection) -> Catalogue:
    """Return every spelling with what is known of it."""
    ids: dict[int, set[tuple[str, str]]] = {}
    for work_id, register, identity in connection.execute("SELECT work_id, register, identity FROM work_identity"):
        ids.setdefault(work_id, set()).add((register, identity))
    directors: dict[int, set[str]] = {}
    for work_id, name in connection.execute(
        "SELECT DISTINCT spelled, director.folded FROM director CROSS JOIN review ON review.id = review_id"
    ):
        directors.setdefault(work_id, set()).add(name)
    rows = connection.execute(
        "SELECT work.id, work.title, work.year, kind, first FROM work LEFT JOIN"
        " (SELECT spelled, min(published) AS first FROM review WHERE spelled IS NOT NULL GROUP BY spelled)"
        " ON spelled = work.id"
    )
    return Catalogue(
        Named(id, title, year, kind, frozenset(ids.get(id, ())), frozenset(directors.get(id, ())), _since(first))
        for id, title, year, kind, first in rows
    )


def proposed(connection: sqlite3.Connection, known: Catalogue, spellings: Iterable[int]) -> list[tuple[int, int]]:
    """Return pairs of spellings, of each at least one among `spellings`, that mean the same work; the likest first.

    A spelling that could be of either of two works (a title without a year, of a film and its remake) is left alone.
    """
    groups = _groups(connection)
    found = [
        (score, id, other.id)
        for id in spellings
        if id in known.works
        for score, other in known.like(known.works[id])
        if groups.get(other.id) != groups.get(id) and not known.ambiguous(id) and not known.ambiguous(other.id)
    ]
    return [(one, other) for _, one, other in sorted(found, key=lambda each: (-each[0], each[1], each[2]))]


def join(
    connection: sqlite3.Connection, known: Catalogue, pairs: Sequence[tuple[int, int]], done: Sequence[int]
) -> int:
    """Join these pairs where nothing in the two works is against it; return how many works went into others."""
    members = _members(connection)
    groups = {id: whole for whole, ids in members.items() for id in ids}
    parted = {(one, other) for one, other in connection.execute("SELECT one, other FROM work_word WHERE NOT same")}
    joined = 0
    for one, other in pairs:
        here, there = groups.get(one), groups.get(other)
        if here is None or there is None or here == there or _against(members[here], members[there], known, parted):
            continue
        stands = _best(connection, [here, there])
        gone = there if stands == here else here
        _regroup(connection, dict.fromkeys(members[gone], stands))
        members[stands] += members.pop(gone)
        groups.update(dict.fromkeys(members[stands], stands))
        joined += 1
    connection.executemany("UPDATE work SET compared = 1 WHERE id = ?", [(id,) for id in done])
    return joined


def merge(connection: sqlite3.Connection, work_id: int, other_id: int, now: datetime) -> Joining:
    """Join two works because the reader says so. Raises `UnknownWork`, and `WrongUse` where they are one already."""
    here, title = works.require(connection, work_id)
    there, _ = works.require(connection, other_id)
    if here == there:
        raise WrongUse(f"{title} is one work already", "Give another")
    touched = [*_spellings(connection, here), *_spellings(connection, there)]
    before, words = _parts(connection, touched), _words(connection, touched)
    stands = _best(connection, [here, there])
    gone = there if stands == here else here
    pairs = [(one, other) for one in _spellings(connection, here) for other in _spellings(connection, there)]
    _regroup(connection, dict.fromkeys(_spellings(connection, gone), stands))
    _say(connection, pairs, True, now)
    return Joining(
        tuple(touched), before, _parts(connection, touched), words, _words(connection, touched), stands
    )  # fmt: skip


def split(connection: sqlite3.Connection, spelling: int, now: datetime) -> Joining:
    """Part one spelling from the work it was joined to. Raises `UnknownWork`, and `WrongUse` where it is alone."""
    whole, title = works.require(connection, spelling)
    touched = _spellings(connection, whole)
    rest = [id for id in touched if id != spelling]
    if not rest:
        raise WrongUse(f"Nothing was joined to {title}", "See the spellings on the work's page")
    before, words = _parts(connection, touched), _words(connection, touched)
    stands = whole if whole in rest else _best(connection, rest)
    _regroup(connection, {spelling: spelling} | dict.fromkeys(rest, stands))
    _say(connection, [(spelling, other) for other in rest], False, now)
    return Joining(
        tuple(touched), before, _parts(connection, touched), words, _words(connection, touched), spelling
    )  # fmt: skip


def undo(connection: sqlite3.Connection, joining: Joining) -> bool:
    """Take a merge or a split back where it still stands; return whether it did."""
    if _parts(connection, joining.works) != joining.after:
        return False
    _regroup(connection, {id: part_of or id for id, part_of in joining.before})
    connection.execute(
        f"DELETE FROM work_word WHERE one IN ({_marks(joining.works)}) AND other IN ({_marks(joining.works)})",
        (*joining.works, *joining.works),
    )
    connection.executemany("INSERT INTO work_word VALUES (?, ?, ?, ?)", joining.words_before)
    return True


def _regroup(connection: sqlite3.Connection, stands: Mapping[int, int]) -> None:
    """Let each spelling be part of the work that stands for it (itself, to be one), and its reviews with it."""
    for spelling, whole in stands.items():
        connection.execute(
            "UPDATE work SET part_of = ? WHERE id = ?", (None if whole == spelling else whole, spelling)
        )  # fmt: skip
        connection.execute("UPDATE review SET work_id = ? WHERE spelled = ?", (whole, spelling))


def _say(connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]], same: bool, now: datetime) -> None:
    connection.executemany(
        "REPLACE INTO work_word VALUES (?, ?, ?, ?)",
        [(min(pair), max(pair), int(same), seconds(now)) for pair in pairs],
    )


def _best(connection: sqlite3.Connection, ids: Sequence[int]) -> int:
    """Return the spelling to stand for all of these: with a year, with most reviews, the plainest, the oldest."""
    row = connection.execute(
        f"SELECT id FROM work WHERE id IN ({_marks(ids)}) ORDER BY year IS NULL,"
        " (SELECT count(*) FROM review WHERE work_id = work.id) DESC, length(title), id LIMIT 1",
        tuple(ids),
    ).fetchone()
    return int(row[0])


def _groups(connection: sqlite3.Connection) -> dict[int, int]:
    return dict(connection.execute("SELECT id, ifnull(part_of, id) FROM work"))


def _members(connection: sqlite3.Connection) -> dict[int, list[int]]:
    members: dict[int, list[int]] = {}
    for id, whole in _groups(connection).items():
        members.setdefault(whole, []).append(id)
    return members


def _against(here: list[int], there: list[int], known: Catalogue, parted: set[tuple[int, int]]) -> bool:
    """Return whether the reader, or what is said of them, parts any of these from any of those."""
    return any(
        (min(one, other), max(one, other)) in parted
        or (one in known.works and other in known.works and apart(known.works[one], known.works[other]))
        for one in here
        for other in there
    )


def _spellings(connection: sqlite3.Connection, whole: int) -> list[int]:
    return [
        id
        for (id,) in connection.execute("SELECT id FROM work WHERE id = ? OR part_of = ? ORDER BY id", (whole, whole))
    ]


def _parts(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[tuple[int, int | None], ...]:
    rows = connection.execute(f"SELECT id, part_of FROM work WHERE id IN ({_marks(ids)}) ORDER BY id", tuple(ids))
    return tuple(rows)


def _words(connection: sqlite3.Connection, ids: Sequence[int]) -> Words:
    rows = connection.execute(
        f"SELECT one, other, same, at FROM work_word WHERE one IN ({_marks(ids)}) AND other IN ({_marks(ids)})"
        " ORDER BY one, other",
        (*ids, *ids),
    )
    return tuple(rows)


def _marks(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))


def _since(first: int | None) -> float | None:
    return None if first is None else 1970 + first / _YEAR
