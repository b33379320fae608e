"""Migration: works are joined, their figures kept as reviews come and go, and the reader's own grades find a place.

Figures are kept by triggers, like `tally`: whoever writes a review need not know of them, and no screen counts
100,000 rows after a key. One work has few reviews, so its figures are simply computed again: about 20 microseconds.
"""

# ruff: noqa: S608 (only our own words are put together into SQL here)


def _summed(work: str) -> str:
    """Return the statements that compute one work's figures again: each critic once, with their newest grade."""
    return f"""
    INSERT INTO work_figures (work_id, reviews, newest, critics, mean, variance, low, high)
        SELECT {work}, reviews, newest, critics, mean, variance, low, high FROM
            (SELECT count(*) AS reviews, max(published) AS newest FROM review WHERE work_id = {work}),
            (SELECT count(*) AS critics, avg(score) AS mean, min(score) AS low, max(score) AS high,
                    max(0.0, avg(score * score) - avg(score) * avg(score)) AS variance
             FROM (SELECT score, row_number() OVER (PARTITION BY critic_id ORDER BY published DESC, id DESC) AS place
                   FROM review WHERE work_id = {work} AND score IS NOT NULL) WHERE place = 1)
        WHERE reviews > 0
        ON CONFLICT DO UPDATE SET reviews = excluded.reviews, newest = excluded.newest, critics = excluded.critics,
            mean = excluded.mean, variance = excluded.variance, low = excluded.low, high = excluded.high;
    DELETE FROM work_figures WHERE work_id = {work} AND NOT EXISTS (SELECT 1 FROM review WHERE work_id = {work});"""


def _directed(work: str) -> str:
    """Return the statement that says again who directed a work: whom most reviews name."""
    return f"""
    UPDATE work_figures SET director = ifnull(
        (SELECT folded FROM review JOIN director ON review_id = review.id WHERE work_id = {work}
         GROUP BY folded ORDER BY count(*) DESC, folded LIMIT 1), '') WHERE work_id = {work};"""


_UP = """
    INSERT INTO ladder SELECT new.critic_id, new.score, 1 WHERE new.score IS NOT NULL
        ON CONFLICT DO UPDATE SET reviews = reviews + 1;
    UPDATE figures_stamp SET changes = changes + 1;"""
_DOWN = """
    UPDATE ladder SET reviews = reviews - 1 WHERE (critic_id, score) = (old.critic_id, old.score);
    DELETE FROM ladder WHERE (critic_id, score) = (old.critic_id, old.score) AND reviews <= 0;
    UPDATE figures_stamp SET changes = changes + 1;"""

SQL = f"""
-- A work that is spelled otherwise elsewhere is part of another, which stands for both; that one is part of none.
ALTER TABLE work ADD COLUMN part_of INTEGER REFERENCES work(id) ON DELETE SET NULL;
-- 1 when it was held against all others: whatever came later is held against it.
ALTER TABLE work ADD COLUMN compared INTEGER NOT NULL DEFAULT 0;
CREATE INDEX work_part ON work (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX work_uncompared ON work (id) WHERE compared = 0;
CREATE TRIGGER work_identified AFTER INSERT ON work_identity BEGIN
    UPDATE work SET compared = 0 WHERE id = new.work_id;
END;

-- The work as the post itself names it; `work_id` is the one that stands for it.
ALTER TABLE review ADD COLUMN spelled INTEGER REFERENCES work(id);
UPDATE review SET spelled = work_id;
CREATE INDEX review_spelled ON review (spelled) WHERE spelled IS NOT NULL;

-- What the reader says of two works: the same, or not. No machine undoes it.
CREATE TABLE work_word (
    one         INTEGER NOT NULL REFERENCES work(id) ON DELETE CASCADE,
    other       INTEGER NOT NULL REFERENCES work(id) ON DELETE CASCADE,
    same        INTEGER NOT NULL CHECK (same IN (0, 1)),
    at          INTEGER NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
) STRICT, WITHOUT ROWID;

-- A director's name as the post spells it; '' in what an earlier Matinee kept.
ALTER TABLE director ADD COLUMN name TEXT NOT NULL DEFAULT '';

-- All that a work's figures ask of its reviews, in the order they ask it.
DROP INDEX review_of_work;
CREATE INDEX review_of_work ON review (work_id, critic_id, published DESC, id DESC, score, read)
    WHERE work_id IS NOT NULL;

-- How often each critic gave each score: percentiles, medians and means without looking at a review.
CREATE TABLE ladder (
    critic_id   INTEGER NOT NULL REFERENCES critic(id) ON DELETE CASCADE,
    score       REAL NOT NULL,
    reviews     INTEGER NOT NULL,
    PRIMARY KEY (critic_id, score)
) STRICT, WITHOUT ROWID;
INSERT INTO ladder SELECT critic_id, score, count(*) FROM review WHERE score IS NOT NULL GROUP BY critic_id, score;

-- One row for each work that has reviews; a critic counts once, with their newest grade of it.
CREATE TABLE work_figures (
    work_id     INTEGER PRIMARY KEY REFERENCES work(id) ON DELETE CASCADE,
    reviews     INTEGER NOT NULL,
    newest      INTEGER NOT NULL,               -- when the last of them was published
    critics     INTEGER NOT NULL,               -- how many gave a score
    mean        REAL,
    variance    REAL,                           -- of the population: the spread is its root
    low         REAL,
    high        REAL,
    director    TEXT NOT NULL DEFAULT ''        -- folded: whom most reviews name
) STRICT;
INSERT INTO work_figures
    SELECT work_id, 0, max(published), 0, NULL, NULL, NULL, NULL, '' FROM review WHERE work_id IS NOT NULL
    GROUP BY work_id;
UPDATE work_figures SET reviews = (SELECT count(*) FROM review WHERE review.work_id = work_figures.work_id);
UPDATE work_figures SET (critics, mean, variance, low, high) = (
    SELECT count(*), avg(score), max(0.0, avg(score * score) - avg(score) * avg(score)), min(score), max(score)
    FROM (SELECT score, row_number() OVER (PARTITION BY critic_id ORDER BY published DESC, id DESC) AS place
          FROM review WHERE review.work_id = work_figures.work_id AND score IS NOT NULL) WHERE place = 1);
UPDATE work_figures SET director = ifnull(
    (SELECT folded FROM review JOIN director ON review_id = review.id WHERE review.work_id = work_figures.work_id
     GROUP BY folded ORDER BY count(*) DESC, folded LIMIT 1), '');

-- Changes with every grade: what was computed from grades is good as long as this stands.
CREATE TABLE figures_stamp (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    changes     INTEGER NOT NULL
) STRICT;
INSERT INTO figures_stamp VALUES (1, 0);

CREATE TRIGGER figures_added AFTER INSERT ON review BEGIN {_UP}{_summed("new.work_id")}
END;
CREATE TRIGGER figures_removed AFTER DELETE ON review BEGIN {_DOWN}{_summed("old.work_id")}
END;
CREATE TRIGGER figures_regraded AFTER UPDATE OF critic_id, score ON review
WHEN (old.critic_id, old.score) IS NOT (new.critic_id, new.score) BEGIN {_DOWN}{_UP}
END;
CREATE TRIGGER figures_moved AFTER UPDATE OF critic_id, score, published, work_id ON review
WHEN (old.critic_id, old.score, old.published, old.work_id)
    IS NOT (new.critic_id, new.score, new.published, new.work_id) BEGIN
    UPDATE figures_stamp SET changes = changes + 1;{_summed("new.work_id")}
END;
CREATE TRIGGER figures_left AFTER UPDATE OF work_id ON review
WHEN old.work_id IS NOT new.work_id BEGIN{_summed("old.work_id")}{_directed("old.work_id")}{_directed("new.work_id")}
END;
-- One voice more for who stands there, or one less for another, changes nothing: then nothing is counted.
CREATE TRIGGER director_added AFTER INSERT ON director
WHEN (SELECT director FROM work_figures JOIN review USING (work_id) WHERE review.id = new.review_id) <> new.folded BEGIN
    {_directed("(SELECT work_id FROM review WHERE id = new.review_id)")}
END;
CREATE TRIGGER director_removed AFTER DELETE ON director
WHEN (SELECT director FROM work_figures JOIN review USING (work_id) WHERE review.id = old.review_id) = old.folded BEGIN
    {_directed("(SELECT work_id FROM review WHERE id = old.review_id)")}
END;

-- What the reader says of works themselves, apart from every critic's grade.
CREATE TABLE mine (
    work_id     INTEGER PRIMARY KEY REFERENCES work(id),
    at          INTEGER NOT NULL,               -- when the reader said so
    written     TEXT,                           -- the grade as the reader wrote it; NULL: none given
    value       REAL,
    best        REAL,
    score       REAL,
    letter      TEXT,
    verdict     TEXT,
    notation    TEXT,
    seen        INTEGER NOT NULL DEFAULT 0,
    seen_on     INTEGER,                        -- the day, when known
    wanted      INTEGER NOT NULL DEFAULT 0,     -- on the watchlist
    source      TEXT NOT NULL DEFAULT 'hand'    -- or the site it was exported from
) STRICT;
CREATE TRIGGER mine_added AFTER INSERT ON mine BEGIN UPDATE figures_stamp SET changes = changes + 1; END;
CREATE TRIGGER mine_removed AFTER DELETE ON mine BEGIN UPDATE figures_stamp SET changes = changes + 1; END;
CREATE TRIGGER mine_changed AFTER UPDATE ON mine BEGIN UPDATE figures_stamp SET changes = changes + 1; END;
"""
