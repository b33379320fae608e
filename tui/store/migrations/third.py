"""Migration 3: reviews' own pages, for critics whose feed holds only excerpts, or no grades."""

SQL = """
-- What came of fetching a review's page; no row: it was not tried. The text of the page itself stands in `body`.
CREATE TABLE page (
    review_id   INTEGER PRIMARY KEY REFERENCES review(id) ON DELETE CASCADE,
    state       TEXT NOT NULL CHECK (state IN ('read', 'failed')),
    at          INTEGER NOT NULL,               -- of the last try
    attempts    INTEGER NOT NULL,
    graded      INTEGER NOT NULL,               -- 1 when the page gave a grade that the feed does not
    longer      INTEGER NOT NULL,               -- 1 when the page gave much more text than the feed
    reason      TEXT NOT NULL,                  -- why it failed
    lasting     INTEGER NOT NULL                -- 0 when the failure says nothing of the page itself
) STRICT;

-- Whose pages are fetched; no row: 'auto', and nothing learned yet.
CREATE TABLE page_rule (
    critic_id   INTEGER PRIMARY KEY REFERENCES critic(id) ON DELETE CASCADE,
    setting     TEXT NOT NULL DEFAULT 'auto' CHECK (setting IN ('auto', 'always', 'never')),
    learned     INTEGER CHECK (learned IN (0, 1)),
    reason      TEXT NOT NULL DEFAULT '',
    at          INTEGER                         -- when it was learned
) STRICT;
"""
