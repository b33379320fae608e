"""What the reader says of works, kept apart from what critics say."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from tui.model.grade import Grade, Notation, Source
from tui.model.mine import FilmNote, Mine, MineChange
from tui.model.work import Work
from tui.store import works
from tui.store.values import Row, moment, seconds

_SAID = "written, value, best, mine.score, letter, verdict, notation, seen, seen_on, wanted, source"
BY_WORK = (
    f"SELECT work_id, {_SAID.replace('mine.', '')} FROM (SELECT ifnull(part_of, id) AS work_id, {_SAID},"
    " row_number() OVER (PARTITION BY ifnull(part_of, id) ORDER BY written IS NULL, at DESC, id) AS place"
    " FROM mine JOIN work ON work.id = mine.work_id) WHERE place = 1"
)
"""The reader's word on each whole work: of several spellings the one graded last."""
SCORE = (
    "SELECT said.score FROM work AS part JOIN mine AS said ON said.work_id = part.id"
    " WHERE part.id = work.id OR part.part_of = work.id ORDER BY said.written IS NULL, said.at DESC, part.id LIMIT 1"
)
"""The reader's score of the row of `work` around it."""


def those(condition: str) -> str:
    """Return the statement for the works of which the reader's word fulfils a condition of ours."""
    return f"SELECT work_id FROM ({BY_WORK}) WHERE {condition}"


def of_works(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Mine]:
    """Return what the reader says of these works."""
    marks = ", ".join("?" * len(ids))
    rows = connection.execute(
        f"SELECT ifnull(part_of, id), {_SAID} FROM work JOIN mine ON mine.work_id = work.id"
        f" WHERE work.id IN ({marks}) OR work.part_of IN ({marks}) ORDER BY written IS NOT NULL, at, id DESC",
        (*ids, *ids),
    )
    return {row[0]: _mine(row[1:]) for row in rows}


def of_work(connection: sqlite3.Connection, work_id: int) -> Mine | None:
    """Return what the reader says of one work; None when nothing."""
    return of_works(connection, [work_id]).get(work_id)


def put(connection: sqlite3.Connection, work_id: int, new: Mine | None, now: datetime) -> MineChange:
    """Set what the reader says of a work in place of what they said before, in all its spellings."""
    whole, title = works.require(connection, work_id)
    before = of_work(connection, whole)
    connection.execute(
        "DELETE FROM mine WHERE work_id IN (SELECT id FROM work WHERE id = ? OR part_of = ?)", (whole, whole)
    )
    if new and not new.empty:
        _write(connection, whole, new, now)
    else:
        works.clear(connection, whole)
    return MineChange(whole, title, before, of_work(connection, whole))


def undo(connection: sqlite3.Connection, change: MineChange, now: datetime) -> bool:
    """Take a change back where it still stands; return whether it did."""
    whole = works.whole(connection, change.work_id)
    if whole is None or of_work(connection, whole) != change.after:
        return False
    put(connection, whole, change.before, now)
    return True


def take(connection: sqlite3.Connection, note: FilmNote, now: datetime) -> tuple[int, bool]:
    """Take over what an export says of one film; return its work's number, and whether anything changed.

    What the reader said here stands: an export adds to it, and changes only what an export said before.
    """
    spelled, whole = works.keep(connection, Work(note.title, note.year, note.kind, ids=note.ids))
    said = of_work(connection, whole)
    new = _added(said, note.mine) if said else note.mine
    if new == said:
        return whole, False
    connection.execute("DELETE FROM mine WHERE work_id = ?", (spelled,))
    _write(connection, spelled, new, now)
    return whole, True


def scores(connection: sqlite3.Connection) -> dict[int, float]:
    """Return the reader's score of each work they gave one."""
    return dict(connection.execute(f"SELECT work_id, score FROM ({BY_WORK}) WHERE score IS NOT NULL"))


def _added(said: Mine, new: Mine) -> Mine:
    by_hand = said.source == "hand" and said.grade is not None
    grade = said.grade if by_hand or new.grade is None else new.grade
    days = [day for day in (said.seen_on, new.seen_on) if day]
    seen = said.seen or new.seen
    wanted = new.wanted or (said.wanted and not seen)
    return Mine(
        grade, seen, max(days, default=None), wanted, said.source if by_hand else new.source,
    )  # fmt: skip


def _write(connection: sqlite3.Connection, work_id: int, new: Mine, now: datetime) -> None:
    connection.execute(
        f"REPLACE INTO mine (work_id, at, {_SAID.replace('mine.', '')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (work_id, seconds(now), *_columns(new.grade), new.seen, seconds(new.seen_on), new.wanted, new.source),
    )


def _columns(grade: Grade | None) -> tuple[object, ...]:
    if grade is None:
        return (None,) * 7
    return (
        grade.written, grade.value, grade.best, grade.score, grade.letter, grade.verdict, str(grade.notation),
    )  # fmt: skip


def _mine(row: Row) -> Mine:
    written, value, best, score, letter, verdict, notation, seen, seen_on, wanted, source = row
    grade = None
    if written is not None:
        grade = Grade(written, value, best, score, letter, verdict, Notation(notation), Source.HAND)
    return Mine(grade, bool(seen), moment(seen_on), bool(wanted), source)
