"""Migration 2: further grades, what the reader says a grade is, and the reader's rules for critics."""

SQL = """
-- How many grades a post gives beside its lead one; they stand in `grade` at positions from 1.
ALTER TABLE review ADD COLUMN grades INTEGER NOT NULL DEFAULT 0;

-- Whether the top of the scale (`best`) was said, or taken from the critic's history or the reader's rule: only what
-- was said may teach.
ALTER TABLE grade ADD COLUMN stated INTEGER NOT NULL DEFAULT 1;

-- What the reader says the lead grade is. Apart from `grade`, which holds what was read: no refresh, edit of the post
-- or rereading touches this, and taking it back needs nothing but its going.
CREATE TABLE correction (
    review_id   INTEGER PRIMARY KEY REFERENCES review(id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,               -- when the reader said so
    written     TEXT,                           -- as the reader wrote it; NULL: the post gives no grade
    value       REAL,
    best        REAL,
    score       REAL,
    letter      TEXT,
    verdict     TEXT,
    notation    TEXT
) STRICT;

-- The reader's rule for one critic: the top of the scale that critic leaves unsaid, one for each notation.
CREATE TABLE rule (
    critic_id   INTEGER NOT NULL REFERENCES critic(id) ON DELETE CASCADE,
    notation    TEXT NOT NULL,
    best        REAL NOT NULL,
    PRIMARY KEY (critic_id, notation)
) STRICT, WITHOUT ROWID;

-- How far the rereading of a critic's reviews came, while it is under way.
CREATE TABLE rereading (
    critic_id   INTEGER PRIMARY KEY REFERENCES critic(id) ON DELETE CASCADE,
    reader      TEXT NOT NULL,                  -- which reading it is: another one begins anew
    upto        INTEGER NOT NULL                -- the last review reread
) STRICT;
"""
