"""One work across critics: its page."""

import sqlite3

from tui.articles.last_words import last_words
from tui.model.review import Review
from tui.model.work import Work
from tui.model.works import Opinion
from tui.store import figures, mine, reading, taste, works
from tui.summaries.consensus import PRIOR, calibrated, consensus
from tui.summaries.ladder import Ladder, together
from tui.summaries.work_page import WorkPage


def work_page(connection: sqlite3.Connection, work_id: int, known: taste.Known) -> WorkPage:
    """Return all that critics say of one work, and what the reader's taste says to it. Raises `UnknownWork`."""
    whole, _ = works.require(connection, work_id)
    ids = [id for (id,) in connection.execute("SELECT id FROM review WHERE work_id = ?", (whole,))]
    reviews = sorted(reading.reviews(connection, ids), key=lambda each: (each.draft.published, each.id), reverse=True)
    ladders = figures.ladders(connection)
    opinions = _opinions(reviews, ladders)
    graded = [
        (each.score, ladders.get(each.critic_id, Ladder()))
        for each in opinions
        if each.counts and each.score is not None
    ]
    level = calibrated(graded, together(ladders.values()))
    return WorkPage(
        _work(connection, whole),
        _directors(reviews),
        opinions,
        consensus([score for score, _ in graded], None if level is None else round(level, 1)),
        mine.of_work(connection, whole),
        taste.predicted(connection, whole, known),
        works.spellings(connection, whole),
    )


def _opinions(reviews: list[Review], ladders: dict[int, Ladder]) -> tuple[Opinion, ...]:
    counted: dict[int, int] = {}
    for review in reviews:
        if review.draft.grade and review.draft.grade.score is not None:
            counted.setdefault(review.critic_id, review.id)
    for review in reviews:
        counted.setdefault(review.critic_id, review.id)
    found = [
        _opinion(review, ladders.get(review.critic_id, Ladder()), counted[review.critic_id] == review.id)
        for review in reviews
    ]
    return tuple(sorted(found, key=lambda each: (not each.counts, each.score is None, -(each.score or 0), each.critic)))


def _opinion(review: Review, own: Ladder, counts: bool) -> Opinion:
    draft, grade = review.draft, review.draft.grade
    score = grade.score if grade else None
    return Opinion(
        review.id,
        review.critic_id,
        review.critic,
        grade.written if grade else None,
        score,
        grade.letter if grade else None,
        grade.verdict if grade else None,
        round(own.percentile(score), 1) if score is not None and own.n >= PRIOR else None,
        last_words(draft.text, grade),
        draft.url,
        draft.published,
        review.read,
        counts,
    )


def _directors(reviews: list[Review]) -> tuple[str, ...]:
    """Return the directors most reviews name, as the newest of them spells it."""
    named: dict[tuple[str, ...], int] = {}
    for review in reviews:
        if names := review.draft.credits.directed_by:
            named[names] = named.get(names, 0) + 1
    return max(named, key=lambda names: named[names], default=())


def _work(connection: sqlite3.Connection, work_id: int) -> Work:
    title, year, kind = connection.execute("SELECT title, year, kind FROM work WHERE id = ?", (work_id,)).fetchone()
    ids = connection.execute(
        "SELECT DISTINCT register, identity FROM work_identity JOIN work ON work.id = work_id"
        " WHERE work.id = ? OR part_of = ? ORDER BY register, identity",
        (work_id, work_id),
    )
    return Work(title, year, kind, work_id, tuple(ids))
