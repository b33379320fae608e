"""What critics' profiles and the overview are made of, asked of the library."""

# ruff: noqa: S608 (only our own words are put together into SQL here; what a reader gives is a parameter)

import sqlite3
from collections import Counter
from collections.abc import Mapping

from tui.grading.habits import learn
from tui.grading.manner import manner
from tui.model.listing import Histogram
from tui.model.query import Query
from tui.model.review import ReviewRow
from tui.model.scale import LETTERS
from tui.store import corrections, critics, reading, statements
from tui.store.values import moment
from tui.summaries.agreement import Agreement, agreement, most_alike
from tui.summaries.ladder import Ladder, together
from tui.summaries.overview import Agreements, Overview, OverviewRow
from tui.summaries.profile import Profile, WrittenBar, generosity, letter_meanings, written_bars, years

Bars = dict[int, Mapping[str, int]]
Pairs = dict[tuple[int, int], list[tuple[float, float]]]
_LEARNED_FROM = 300
"""Past grades a critic's manner is learned from, as in `refresh.learning`."""
_LISTED = 5
"""How many best, worst and most discussed reviews."""
NEWEST_OF_EACH = (
    "SELECT work_id, critic_id, score, row_number() OVER"
    " (PARTITION BY work_id, critic_id ORDER BY published DESC, id DESC) AS place"
    " FROM review WHERE work_id IS NOT NULL AND score IS NOT NULL"
)
"""Each critic's grades of each work; at place 1 the newest."""


def profile(connection: sqlite3.Connection, critic_id: int) -> Profile:
    """Return one critic in figures. Raises `UnknownCritic`."""
    critic = critics.by_number(connection, critic_id)
    histogram, unread = _standing(connection, critic_id)
    first, last = connection.execute(
        "SELECT min(published), max(published) FROM review WHERE critic_id = ?", (critic_id,)
    ).fetchone()
    habits = learn(
        corrections.history(connection, critic_id, _LEARNED_FROM), rules=corrections.rules(connection, critic_id)
    )
    best, worst, discussed = _ends(connection, critic_id)
    return Profile(
        critic,
        histogram,
        unread,
        moment(first),
        moment(last),
        ladder_of(connection, critic_id).figures,
        _written(connection, critic_id),
        years(
            (int(year), score)
            for year, score in connection.execute(
                "SELECT strftime('%Y', published, 'unixepoch'), score FROM review WHERE critic_id = ?", (critic_id,)
            )
        ),
        generosity(_beside_others(connection, critic_id)),
        letter_meanings(histogram),
        manner(habits, reviews=histogram.total, graded=histogram.total - histogram.ungraded),
        best,
        worst,
        discussed,
    )


def ladder_of(connection: sqlite3.Connection, critic_id: int) -> Ladder:
    """Return how often a critic gave each score."""
    rows = connection.execute("SELECT score, reviews FROM ladder WHERE critic_id = ? ORDER BY score", (critic_id,))
    return Ladder(tuple(rows))


def ladders(connection: sqlite3.Connection) -> dict[int, Ladder]:
    """Return every critic's ladder."""
    steps: dict[int, list[tuple[float, int]]] = {}
    for critic_id, score, reviews in connection.execute(
        "SELECT critic_id, score, reviews FROM ladder ORDER BY critic_id, score"
    ):
        steps.setdefault(critic_id, []).append((score, reviews))
    return {critic_id: Ladder(tuple(found)) for critic_id, found in steps.items()}


def names(connection: sqlite3.Connection) -> dict[int, str]:
    """Return every critic's name, also of those whose starred reviews alone are left."""
    return dict(connection.execute("SELECT id, name FROM critic ORDER BY folded"))


def overview(connection: sqlite3.Connection, query: Query) -> Overview:
    """Return critics by letter, of the reviews that are meant."""
    bars, scores = _counted(connection) if query.is_all else _among(connection, query)
    rows = tuple(
        OverviewRow(id, name, histogram(bars[id]), scores.get(id, Ladder()).figures)
        for id, name in names(connection).items()
        if sum(bars.get(id, {}).values())
    )
    whole: Counter[str] = Counter()
    for found in bars.values():
        whole.update(found)
    return Overview(rows, histogram(whole), together(scores.values()).figures)


def _counted(connection: sqlite3.Connection) -> tuple[Bars, dict[int, Ladder]]:
    """Return how often each critic is at each bar, and gave each score, from the counts that are kept."""
    bars: dict[int, dict[str, int]] = {}
    for critic_id, bar, many in connection.execute("SELECT critic_id, bar, sum(reviews) FROM tally GROUP BY 1, 2"):
        bars.setdefault(critic_id, {})[bar] = many
    return dict(bars), ladders(connection)


def _among(connection: sqlite3.Connection, query: Query) -> tuple[Bars, dict[int, Ladder]]:
    """Return the same of the reviews that are meant, counted."""
    bars: dict[int, Counter[str]] = {}
    steps: dict[int, Counter[float]] = {}
    for critic_id, bar, score, many in connection.execute(*statements.by_critic(query)):
        bars.setdefault(critic_id, Counter())[bar] += many
        if score is not None:
            steps.setdefault(critic_id, Counter())[score] += many
    return dict(bars), {critic_id: Ladder(tuple(sorted(found.items()))) for critic_id, found in steps.items()}


def histogram(bars: Mapping[str, int]) -> Histogram:
    """Return counts by bar of the library as the model has them."""
    return Histogram(tuple((letter, bars.get(letter, 0)) for letter in LETTERS), bars.get("?", 0), bars.get("", 0))


def agreements_of(connection: sqlite3.Connection, critic_id: int) -> tuple[Agreement, ...]:
    """Return how a critic agrees with each they share a graded work with, the most like first."""
    rows = connection.execute(
        f"WITH own AS MATERIALIZED (SELECT work_id, score FROM ({NEWEST_OF_EACH} AND critic_id = ?) WHERE place = 1)"
        " SELECT other.critic_id, other.work_id, other.published, other.id, own.score, other.score"
        " FROM own CROSS JOIN review AS other ON other.work_id = own.work_id"
        " WHERE other.critic_id <> ? AND other.score IS NOT NULL",
        (critic_id, critic_id),
    )
    newest: dict[tuple[int, int], tuple[int, int, float, float]] = {}
    for other_id, work_id, *graded in rows:
        key, found = (other_id, work_id), tuple(graded)
        if key not in newest or newest[key] < found:
            newest[key] = found
    pairs: dict[int, list[tuple[float, float]]] = {}
    for (other_id, _), (*_, own, other) in newest.items():
        pairs.setdefault(other_id, []).append((own, other))
    each = [agreement(critic_id, other_id, shared) for other_id, shared in pairs.items()]
    return tuple(sorted(each, key=most_alike))


def agreements(connection: sqlite3.Connection) -> Agreements:
    """Return how every two critics agree: about two seconds for 200 critics of 100,000 reviews."""
    by_work: dict[int, list[tuple[int, float]]] = {}
    for work_id, critic_id, score in connection.execute(
        f"SELECT work_id, critic_id, score FROM ({NEWEST_OF_EACH}) WHERE place = 1"
    ):
        by_work.setdefault(work_id, []).append((critic_id, score))
    shared: Pairs = {}
    for graded in by_work.values():
        for at, (one, score) in enumerate(graded):
            for other, other_score in graded[at + 1 :]:
                shared.setdefault((one, other), []).append((score, other_score))
    found = {pair: agreement(*pair, scores) for pair, scores in shared.items()}
    return Agreements(found | {(b, a): each.turned for (a, b), each in found.items()}, names(connection))


def stamp(connection: sqlite3.Connection) -> int:
    """Return a number that changes with every grade."""
    return int(connection.execute("SELECT changes FROM figures_stamp").fetchone()[0])


def _standing(connection: sqlite3.Connection, critic_id: int) -> tuple[Histogram, int]:
    bars: dict[str, int] = {}
    unread = 0
    for bar, read, many in connection.execute("SELECT bar, read, reviews FROM tally WHERE critic_id = ?", (critic_id,)):
        bars[bar] = bars.get(bar, 0) + many
        unread += 0 if read else many
    return histogram(bars), unread


def _written(connection: sqlite3.Connection, critic_id: int) -> tuple[WrittenBar, ...]:
    # The value is the reader's word where they said one. `review` shows the grade that stands.
    rows = connection.execute(
        "SELECT review.written, CASE WHEN correction.review_id IS NULL THEN grade.value ELSE correction.value END,"
        " CASE WHEN correction.review_id IS NULL THEN grade.best ELSE correction.best END, review.score"
        " FROM review LEFT JOIN grade ON grade.review_id = review.id AND position = 0"
        " LEFT JOIN correction ON correction.review_id = review.id"
        " WHERE critic_id = ? AND review.written IS NOT NULL",
        (critic_id,),
    )
    return written_bars(rows)


def _beside_others(connection: sqlite3.Connection, critic_id: int) -> list[tuple[float, float]]:
    return connection.execute(
        "SELECT score, (mean * critics - score) / (critics - 1)"
        f" FROM ({NEWEST_OF_EACH} AND critic_id = ?) JOIN work_figures USING (work_id)"
        " WHERE place = 1 AND critics > 1",
        (critic_id,),
    ).fetchall()


def _ends(connection: sqlite3.Connection, critic_id: int) -> tuple[tuple[ReviewRow, ...], ...]:
    def first(order: str, condition: str) -> list[int]:
        rows = connection.execute(
            f"SELECT id FROM review INDEXED BY review_by_critic WHERE critic_id = ? AND {condition}"
            f" ORDER BY {order}, published DESC, id DESC LIMIT ?",
            (critic_id, 2 * _LISTED),
        )
        return [id for (id,) in rows]

    best = first("score DESC", "score IS NOT NULL")[:_LISTED]
    worst = [id for id in first("score", "score IS NOT NULL") if id not in best][:_LISTED]
    discussed = first("comments DESC", "comments > 0")[:_LISTED]
    return tuple(reading.rows(connection, ids) for ids in (best, worst, discussed))
