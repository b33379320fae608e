"""The reader's taste, asked of the library."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3

from tui.store import figures, mine
from tui.summaries.taste import Prediction, Scale, Taste, predict, taste

Scores = dict[int, dict[int, float]]


def known(connection: sqlite3.Connection) -> Taste:
    """Return what is known of the reader's taste."""
    return taste(mine.scores(connection), _shared(connection), scales(connection), figures.names(connection))


def predicted(connection: sqlite3.Connection, work_id: int) -> Prediction | None:
    """Return what the reader would give a work; None when they graded it, or there is not enough yet."""
    mine_here = mine.scores(connection)
    if work_id in mine_here or not mine_here:
        return None
    grades = _of_works(connection, "SELECT ?", (work_id,)).get(work_id, {})
    return predict(known(connection), work_id, grades, scales(connection))


def suggestions(connection: sqlite3.Connection, limit: int) -> tuple[Prediction, ...]:
    """Return the works the reader has neither graded nor seen that they should like best."""
    like = known(connection)
    if not like.enough:
        return ()
    own = scales(connection)
    seen = {id for (id,) in connection.execute(f"SELECT work_id FROM ({mine.BY_WORK}) WHERE seen OR score IS NOT NULL")}
    found = [
        prediction
        for work_id, grades in _of_works(connection, "SELECT work_id FROM work_figures WHERE critics > 0").items()
        if work_id not in seen and (prediction := predict(like, work_id, grades, own))
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, each.high - each.low, each.work_id))[:limit])


def scales(connection: sqlite3.Connection) -> dict[int, Scale]:
    """Return each critic's own scale; a critic who always gave the same has none."""
    return {
        critic_id: Scale(each.mean(), deviation)
        for critic_id, each in figures.ladders(connection).items()
        if each.n > 1 and (deviation := each.deviation()) > 0
    }


def _shared(connection: sqlite3.Connection) -> Scores:
    """Return critics' scores of the works the reader graded, by critic and work."""
    mine_too = f"SELECT work_id FROM ({mine.BY_WORK}) WHERE score IS NOT NULL"
    found: Scores = {}
    for work_id, grades in _of_works(connection, mine_too).items():
        for critic_id, score in grades.items():
            found.setdefault(critic_id, {})[work_id] = score
    return found


def _of_works(connection: sqlite3.Connection, works: str, parameters: tuple[int, ...] = ()) -> Scores:
    """Return each critic's newest score of these works, by work and critic."""
    found: Scores = {}
    rows = connection.execute(
        "SELECT work_id, critic_id, score FROM review INDEXED BY review_of_work"
        f" WHERE work_id IN ({works}) AND score IS NOT NULL ORDER BY work_id, critic_id, published DESC, id DESC",
        parameters,
    )
    for work_id, critic_id, score in rows:
        found.setdefault(work_id, {}).setdefault(critic_id, score)  # the first of several is the newest
    return found
