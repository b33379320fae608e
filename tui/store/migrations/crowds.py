"""Migration: a work of very many reviews is not counted again at each that comes; its figures wait to be settled once.

Counted at each review, the time of a refresh grew with the square of what critics wrote of one work: 1,000 feeds whose
10,000 posts name the same film took 42 of their 114 seconds here. How many reviews there are is always right.
"""

# ruff: noqa: S608 (only our own words are put together into SQL here)

MANY = 50
"""Reviews of one work above which its figures wait."""
_FEW = f"""
        (SELECT new.work_id WHERE NOT EXISTS
         (SELECT 1 FROM work_figures WHERE work_id = new.work_id AND reviews > {MANY}))
"""
"""The work; NULL, so that none of its reviews is looked at, where there are many."""

SQL = f"""
-- 1 when `store.settling` has yet to compute mean, variance, extremes and director.
ALTER TABLE work_figures ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
CREATE INDEX work_figures_waiting ON work_figures (work_id) WHERE waiting = 1;

DROP TRIGGER figures_added;
CREATE TRIGGER figures_added AFTER INSERT ON review BEGIN
    INSERT INTO ladder SELECT new.critic_id, new.score, 1 WHERE new.score IS NOT NULL
        ON CONFLICT DO UPDATE SET reviews = reviews + 1;
    UPDATE figures_stamp SET changes = changes + 1;
    UPDATE work_figures SET reviews = reviews + 1, newest = max(newest, new.published), waiting = 1
        WHERE work_id = new.work_id AND reviews >= {MANY};
    INSERT INTO work_figures (work_id, reviews, newest, critics, mean, variance, low, high)
        SELECT new.work_id, reviews, newest, critics, mean, variance, low, high FROM
            (SELECT count(*) AS reviews, max(published) AS newest FROM review WHERE work_id = {_FEW}),
            (SELECT count(*) AS critics, avg(score) AS mean, min(score) AS low, max(score) AS high,
                    max(0.0, avg(score * score) - avg(score) * avg(score)) AS variance
             FROM (SELECT score, row_number() OVER (PARTITION BY critic_id ORDER BY published DESC, id DESC) AS place
                   FROM review WHERE work_id = {_FEW} AND score IS NOT NULL) WHERE place = 1)
        WHERE reviews > 0
        ON CONFLICT DO UPDATE SET reviews = excluded.reviews, newest = excluded.newest, critics = excluded.critics,
            mean = excluded.mean, variance = excluded.variance, low = excluded.low, high = excluded.high;
END;

DROP TRIGGER director_added;
CREATE TRIGGER director_added AFTER INSERT ON director
WHEN (SELECT director FROM work_figures JOIN review USING (work_id) WHERE review.id = new.review_id) <> new.folded BEGIN
    UPDATE work_figures SET waiting = 1
        WHERE work_id = (SELECT work_id FROM review WHERE id = new.review_id) AND reviews > {MANY};
    UPDATE work_figures SET director = ifnull(
        (SELECT folded FROM review JOIN director ON review_id = review.id WHERE review.work_id = work_figures.work_id
         GROUP BY folded ORDER BY count(*) DESC, folded LIMIT 1), '')
        WHERE work_id = (SELECT work_id FROM review WHERE id = new.review_id) AND reviews <= {MANY};
END;
"""
