"""Migration: searches the reader keeps under a name."""

SQL = """
CREATE TABLE saved_search (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    folded      TEXT NOT NULL UNIQUE,           -- the name without case, accents and punctuation: names differ in it
    query       TEXT NOT NULL                   -- in the query language, as the reader wrote it
) STRICT;
"""
