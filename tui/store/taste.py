"""The reader's taste, asked of the library."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections.abc import Mapping

from tui.model.record import record
from tui.store import figures, mine
from tui.summaries.taste import Prediction, Scale, Taste, predict, taste

Scores = dict[int, dict[int, float]]


@record(frozen=True, slots=True)
class Known:
    """What predictions are made from."""

    stamp: int
    """Of the grades it was computed from."""
    taste: Taste
    mine: Mapping[int, float]
    """The reader's score of each work they gave one."""
    scales: Mapping[int, Scale]
    """Each critic's; a critic who always gave the same has none."""


def learn(connection: sqlite3.Connection) -> Known:
    """Return what is known of the reader's taste."""
    own, each = mine.scores(connection), scales(connection)
    found = taste(own, _shared(connection), each, figures.names(connection))
    return Known(figures.stamp(connection), found, own, each)


def predicted(connection: sqlite3.Connection, work_id: int, known: Known) -> Prediction | None:
    """Return what the reader would give a work; None when they graded it, or there is not enough yet."""
    if work_id in known.mine or not known.mine:
        return None
    grades = _of_works(connection, "SELECT ?", (work_id,)).get(work_id, {})
    return predict(known.taste, work_id, grades, known.scales)


def suggestions(connection: sqlite3.Connection, known: Known, limit: int) -> tuple[Prediction, ...]:
    """Return the works the reader has neither graded nor seen that they should like best."""
    if not known.taste.enough:
        return ()
    seen = {id for (id,) in connection.execute(mine.those("seen OR score IS NOT NULL"))}
    found = [
        prediction
        for work_id, grades in _of_works(connection, "SELECT work_id FROM work_figures WHERE critics > 0").items()
        if work_id not in seen and (prediction := predict(known.taste, work_id, grades, known.scales))
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
    found: Scores = {}
    for work_id, grades in _of_works(connection, mine.those("score IS NOT NULL")).items():
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
