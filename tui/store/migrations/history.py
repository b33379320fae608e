"""Migration: what reviews said before their critics edited them."""

SQL = """
-- Each row is a state that was replaced. The first and the newest few of a review are kept.
CREATE TABLE edition (
    id          INTEGER PRIMARY KEY,
    review_id   INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,               -- when it was found to be another
    title       TEXT NOT NULL,
    written     TEXT,                           -- the lead grade as read; NULL when ungraded
    value       REAL,
    best        REAL,
    score       REAL,
    letter      TEXT,
    verdict     TEXT,
    notation    TEXT,
    source      TEXT,
    packed      BLOB NOT NULL                   -- zlib, level 3, of the plain text in UTF-8
) STRICT;
CREATE INDEX edition_of_review ON edition (review_id, id);
"""
