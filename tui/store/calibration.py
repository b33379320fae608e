"""The calibrated consensus of many works at once, for the list that shows it beside the raw one."""

# ruff: noqa: S608 (only our own words are put together into SQL here)

import sqlite3
from collections.abc import Sequence

from tui.store import figures
from tui.summaries.consensus import calibrated
from tui.summaries.ladder import Ladder, together

_AT_ONCE = 500
"""Parameters in one statement; older SQLite allows 999."""


def calibrated_of(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, float]:
    """Return the calibrated consensus (0-100, to one decimal) by work; what has no score is left out."""
    graded: dict[int, list[tuple[float, int]]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = list(ids[start : start + _AT_ONCE])
        rows = connection.execute(
            "SELECT work_id, score, critic_id FROM (SELECT work_id, score, critic_id, row_number() OVER"
            " (PARTITION BY work_id, critic_id ORDER BY published DESC, id DESC) AS place FROM review"
            f" WHERE work_id IN ({', '.join('?' * len(some))}) AND score IS NOT NULL) WHERE place = 1",
            some,
        )
        for work_id, score, critic_id in rows:
            graded.setdefault(work_id, []).append((score, critic_id))
    if not graded:
        return {}
    own = figures.ladders(connection)
    everyone = together(own.values())
    levels = {
        work_id: calibrated([(score, own.get(critic_id, Ladder())) for score, critic_id in scores], everyone)
        for work_id, scores in graded.items()
    }
    return {work_id: round(level, 1) for work_id, level in levels.items() if level is not None}
