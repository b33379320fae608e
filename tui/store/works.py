"""Works as posts spell them, and the ones that stand for several spellings."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import re
import sqlite3
from collections.abc import Iterable

from tui.model.errors import UnknownWork
from tui.model.work import Work
from tui.model.works import Spelling
from tui.store import reading
from tui.store.folding import title_key

_WITH_YEAR = re.compile(r"(.+?)\s*\((\d{4})\)")


def keep(connection: sqlite3.Connection, work: Work) -> tuple[int, int]:
    """Return the number of a work as it is spelled, and of the one that stands for it; keep it if it is new."""
    key = title_key(work.title)
    same = (key, work.year or 0, work.kind)
    row = connection.execute(
        "SELECT id, ifnull(part_of, id) FROM work WHERE key = ? AND ifnull(year, 0) = ? AND kind = ?", same
    ).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO work (title, key, year, kind) VALUES (?, ?, ?, ?) RETURNING id, id",
            (work.title, key, work.year, work.kind),
        ).fetchone()
    connection.executemany(
        "INSERT OR IGNORE INTO work_identity (register, identity, work_id) VALUES (?, ?, ?)",
        [(register, identity, row[0]) for register, identity in work.ids],
    )
    return int(row[0]), int(row[1])


def clear(connection: sqlite3.Connection, work_id: int | None = None) -> None:
    """Remove works that no review names and the reader said nothing of: all of them, or only this one."""
    connection.execute(
        "DELETE FROM work WHERE (?1 IS NULL OR id = ?1) AND NOT EXISTS (SELECT 1 FROM review WHERE spelled = work.id)"
        " AND NOT EXISTS (SELECT 1 FROM review WHERE work_id = work.id)"
        " AND NOT EXISTS (SELECT 1 FROM work AS part WHERE part.part_of = work.id)"
        " AND id NOT IN (SELECT work_id FROM mine)"
        " AND id NOT IN (SELECT one FROM work_word UNION ALL SELECT other FROM work_word)",
        (work_id,),
    )


def whole(connection: sqlite3.Connection, work_id: int) -> int | None:
    """Return the number of the work that stands for this spelling; None when there is none."""
    row = connection.execute("SELECT ifnull(part_of, id) FROM work WHERE id = ?", (work_id,)).fetchone()
    return int(row[0]) if row else None


def require(connection: sqlite3.Connection, work_id: int) -> tuple[int, str]:
    """Return number and title of the work that stands for this spelling. Raises `UnknownWork`."""
    found = whole(connection, work_id) if abs(work_id) < 2**63 else None
    if found is None:
        raise UnknownWork(f"No work {work_id}", "See `matinee work TITLE`")
    return found, str(connection.execute("SELECT title FROM work WHERE id = ?", (found,)).fetchone()[0])


def spellings(connection: sqlite3.Connection, work_id: int) -> tuple[Spelling, ...]:
    """Return what is joined to a work, itself first."""
    rows = connection.execute(
        "SELECT id, title, year, kind, (SELECT count(*) FROM review WHERE spelled = work.id),"
        " EXISTS (SELECT 1 FROM work_word WHERE same AND work.id IN (one, other)) FROM work"
        " WHERE id = ? OR part_of = ? ORDER BY part_of IS NOT NULL, id",
        (work_id, work_id),
    )
    return tuple(
        Spelling(Work(title, year, kind, id), reviews, bool(by_hand) and id != work_id, id == work_id)
        for id, title, year, kind, reviews, by_hand in rows
    )


def of_review(connection: sqlite3.Connection, review_id: int) -> int | None:
    """Return the number of the work a review is about. Raises `UnknownReview`."""
    reading.require(connection, review_id)
    found = connection.execute("SELECT work_id FROM review WHERE id = ?", (review_id,)).fetchone()[0]
    return None if found is None else int(found)


def reviewed(connection: sqlite3.Connection, work_ids: Iterable[int]) -> int:
    """Return how many different works of these some critic has reviewed."""
    found: set[int] = set()
    for work_id in work_ids:
        row = connection.execute(
            "SELECT work_figures.work_id FROM work JOIN work_figures ON work_figures.work_id = ifnull(part_of, id)"
            " WHERE id = ?",
            (work_id,),
        ).fetchone()
        found.update(row or ())
    return len(found)


def named(connection: sqlite3.Connection, title: str) -> tuple[int, ...]:
    """Return the works a title, or a title and a year in parentheses, or `#7` means: the most reviewed first."""
    words = title.strip()
    if words.startswith("#") and words[1:].isascii() and words[1:].isdigit() and len(words) < 17:
        return (require(connection, int(words[1:]))[0],)
    parsed = _WITH_YEAR.fullmatch(words)
    key, year = title_key(parsed[1] if parsed else words), int(parsed[2]) if parsed else None
    for fits in ("key = ?1", "instr(key, ?1)"):
        rows = connection.execute(
            "SELECT ifnull(part_of, id) AS whole FROM work LEFT JOIN work_figures"
            f" ON work_id = ifnull(part_of, id) WHERE {fits} AND (?2 IS NULL OR abs(year - ?2) <= 1)"
            " GROUP BY whole ORDER BY max(ifnull(reviews, 0)) DESC, whole",
            (key.encode("utf-8", "ignore").decode().replace("\0", " "), year),
        )
        if found := tuple(id for (id,) in rows):
            return found
    return ()
