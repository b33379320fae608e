"""What the reader says of grades, kept apart from what was read; and a critic's grades as history has them."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from datetime import datetime

from tui.model.correction import Correction, Regrading, Rule
from tui.model.grade import Grade, Notation
from tui.store import reading
from tui.store.values import CORRECTED, GRADE, correction_of, grade_of, lead_columns, seconds

_COLUMNS = "written, value, best, score, letter, verdict, notation"


def as_read(connection: sqlite3.Connection, review_id: int) -> Grade | None:
    """Return the lead grade as it was read, whatever the reader says of it."""
    reading.require(connection, review_id)
    row = connection.execute(f"SELECT {GRADE} FROM grade WHERE review_id = ? AND position = 0", (review_id,)).fetchone()
    return grade_of(row) if row else None


def correction(connection: sqlite3.Connection, review_id: int) -> Correction | None:
    """Return the reader's word on a review; None where they have not said one."""
    row = connection.execute(f"SELECT {CORRECTED} FROM correction WHERE review_id = ?", (review_id,)).fetchone()
    return correction_of(row) if row else None


def correct(
    connection: sqlite3.Connection,
    review_id: int,
    new: Correction | None,
    rule: Rule | None,
    now: datetime,
) -> Regrading:
    """Set the reader's word on a review (None takes it back), and their rule with it; return what changed."""
    reading.require(connection, review_id)
    critic_id = int(connection.execute("SELECT critic_id FROM review WHERE id = ?", (review_id,)).fetchone()[0])
    before = correction(connection, review_id)
    _write(connection, review_id, new, now)
    rule_before = _set(connection, rule) if rule else None
    return Regrading(review_id, critic_id, before, new, rule_before, rule)


def undo(connection: sqlite3.Connection, regrading: Regrading, now: datetime) -> bool:
    """Take a regrading back where it still stands; return whether it did."""
    gone = connection.execute("SELECT 1 FROM review WHERE id = ?", (regrading.review_id,)).fetchone() is None
    if gone or correction(connection, regrading.review_id) != regrading.after:
        return False
    _write(connection, regrading.review_id, regrading.before, now)
    if regrading.rule_before:
        _set(connection, regrading.rule_before)
    return True


def apply(connection: sqlite3.Connection, review_id: int) -> None:
    """Show in lists what the reader said of a review, else what was read. To be called when what was read changed."""
    said = correction(connection, review_id)
    grade = said.grade if said else as_read(connection, review_id)
    connection.execute(
        "UPDATE review SET written = ?, score = ?, letter = ?, verdict = ?, bar = ? WHERE id = ?",
        (*lead_columns(grade), review_id),
    )


def rules(connection: sqlite3.Connection, critic_id: int) -> dict[Notation, float]:
    """Return the reader's rules for a critic: the top of the unsaid scale, by notation."""
    rows = connection.execute("SELECT notation, best FROM rule WHERE critic_id = ?", (critic_id,))
    return {Notation(notation): best for notation, best in rows}


def history(connection: sqlite3.Connection, critic_id: int, limit: int) -> tuple[Grade, ...]:
    """Return a critic's lead grades as read, newest first, without those the reader corrected: they were misread."""
    rows = connection.execute(
        # CROSS keeps SQLite on the index of the critic's reviews by date, which also knows which are graded.
        f"SELECT {GRADE} FROM review CROSS JOIN grade ON grade.review_id = review.id AND position = 0"
        " WHERE critic_id = ? AND bar <> ''"
        " AND NOT EXISTS (SELECT 1 FROM correction WHERE correction.review_id = review.id)"
        " ORDER BY published DESC, review.id DESC LIMIT ?",
        (critic_id, limit),
    )
    return tuple(grade for row in rows if (grade := grade_of(row)))


def _write(connection: sqlite3.Connection, review_id: int, new: Correction | None, now: datetime) -> None:
    if new is None:
        connection.execute("DELETE FROM correction WHERE review_id = ?", (review_id,))
    else:
        connection.execute(
            f"REPLACE INTO correction (review_id, at, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (review_id, seconds(now), *_columns(new.grade)),
        )
    apply(connection, review_id)


def _columns(grade: Grade | None) -> tuple[object, ...]:
    if grade is None:
        return (None,) * 7
    return (
        grade.written, grade.value, grade.best, grade.score, grade.letter, grade.verdict, str(grade.notation),
    )  # fmt: skip


def _set(connection: sqlite3.Connection, rule: Rule) -> Rule:
    """Set a rule, or end it; return the one before."""
    key = (rule.critic_id, str(rule.notation))
    row = connection.execute("SELECT best FROM rule WHERE critic_id = ? AND notation = ?", key).fetchone()
    if rule.best is None:
        connection.execute("DELETE FROM rule WHERE critic_id = ? AND notation = ?", key)
    else:
        connection.execute("REPLACE INTO rule (critic_id, notation, best) VALUES (?, ?, ?)", (*key, rule.best))
    # What was reread under the old rule must be reread again.
    connection.execute("DELETE FROM rereading WHERE critic_id = ?", (rule.critic_id,))
    return Rule(rule.critic_id, rule.notation, row[0] if row else None)
