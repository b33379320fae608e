"""The migration that brings the talk: how comments stand, what the reader has seen of a thread, and their replies."""

SQL = """
ALTER TABLE comment ADD COLUMN standing TEXT NOT NULL DEFAULT 'shown' CHECK (standing IN ('shown', 'held', 'gone'));
-- Links, styles and quotes within the text, as JSON: [[start, end, style, url, quoted], …].
ALTER TABLE comment ADD COLUMN spans TEXT NOT NULL DEFAULT '[]';
-- When its text was first seen to differ, and when we first saw it at all (NULL in threads kept before this step).
ALTER TABLE comment ADD COLUMN edited INTEGER;
ALTER TABLE comment ADD COLUMN first_seen INTEGER;
ALTER TABLE comment ADD COLUMN author_url TEXT NOT NULL DEFAULT '';

-- What is known of a thread beside its comments; `thread` says when it last came. No row: nothing was asked yet.
CREATE TABLE talk (
    review_id   INTEGER PRIMARY KEY REFERENCES review(id) ON DELETE CASCADE,
    source      TEXT NOT NULL DEFAULT '',                   -- which kind of source gave it
    complete    INTEGER NOT NULL DEFAULT 0,                 -- 1 when that source gives all
    total       INTEGER,                                    -- how many comments it says there are
    closed      INTEGER CHECK (closed IN (0, 1)),           -- NULL when nobody said
    counted     INTEGER,                                    -- what the review's feed counted when it was fetched
    tried       INTEGER,                                    -- of the last attempt, when it failed
    reason      TEXT NOT NULL DEFAULT '',                   -- why it failed
    read_up_to  INTEGER,                                    -- what was first seen later, the reader has not seen
    seen_before INTEGER                                     -- the same, at the look before the last
) STRICT;

-- The reader's own replies: kept from the first draft until the site shows them.
CREATE TABLE reply (
    id          INTEGER PRIMARY KEY,
    review_id   INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
    parent      TEXT,                                       -- the comment it answers; NULL: the review
    text        TEXT NOT NULL,
    stage       TEXT NOT NULL CHECK
                (stage IN ('draft', 'sending', 'unknown', 'held', 'taken', 'missing', 'published')),
    written     INTEGER NOT NULL,
    author      TEXT NOT NULL DEFAULT '',                   -- the name it was sent under, never the e-mail address
    sent        INTEGER,
    comment_id  TEXT NOT NULL DEFAULT '',                   -- the site's number for it
    url         TEXT NOT NULL DEFAULT '',
    words       TEXT NOT NULL DEFAULT ''                    -- what the site said of it
) STRICT;
CREATE INDEX reply_of_review ON reply (review_id);
"""
