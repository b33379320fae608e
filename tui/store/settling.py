"""Figures of works so often reviewed that they are computed once behind many reviews, not at each that comes."""

import sqlite3


def waits(connection: sqlite3.Connection) -> bool:
    """True when the figures of some work are behind its reviews."""
    return connection.execute("SELECT 1 FROM work_figures WHERE waiting = 1 LIMIT 1").fetchone() is not None


def settle(connection: sqlite3.Connection) -> None:
    """Compute the figures that wait, as the triggers do for all others: each critic once, with their newest grade."""
    connection.execute(
        "UPDATE work_figures SET waiting = 0,"
        " (critics, mean, variance, low, high) = ("
        "  SELECT count(*), avg(score), max(0.0, avg(score * score) - avg(score) * avg(score)), min(score), max(score)"
        "  FROM (SELECT score, row_number() OVER (PARTITION BY critic_id ORDER BY published DESC, id DESC) AS place"
        "        FROM review WHERE review.work_id = work_figures.work_id AND score IS NOT NULL) WHERE place = 1),"
        " director = ifnull("
        "  (SELECT folded FROM review JOIN director ON review_id = review.id"
        "   WHERE review.work_id = work_figures.work_id GROUP BY folded ORDER BY count(*) DESC, folded LIMIT 1), '')"
        " WHERE waiting = 1"
    )
