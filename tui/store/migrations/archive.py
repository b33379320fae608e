"""Migration: how far the taking of each critic's archive is."""

SQL = """
-- No row: it was never asked for. Written in the same transaction as the reviews of a page, so that a run which was
-- killed goes on with the page it did not keep.
CREATE TABLE archive (
    critic_id   INTEGER PRIMARY KEY REFERENCES critic(id) ON DELETE CASCADE,
    way         TEXT NOT NULL,                  -- the name of the way in that works for this critic
    following   TEXT NOT NULL,                  -- the address of the next page; '' begins anew
    mark        TEXT NOT NULL,                  -- digest of what the last page held
    pages       INTEGER NOT NULL,
    seen        INTEGER NOT NULL,               -- posts, those the library had included
    new         INTEGER NOT NULL,
    total       INTEGER,                        -- posts there are in all; NULL where nobody says
    reached     INTEGER,                        -- date of the oldest post seen
    at          INTEGER,                        -- when the last page was taken
    whole       INTEGER                         -- when a walk last came to the end
) STRICT;
"""
