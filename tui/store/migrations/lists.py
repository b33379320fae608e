"""Migration: lists of subscriptions on the web that the library follows."""

SQL = """
-- An OPML file somewhere: whom it names is subscribed to, whom it no longer names goes, but for what is starred.
CREATE TABLE list (
    id              INTEGER PRIMARY KEY,
    url             TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    etag            TEXT NOT NULL DEFAULT '',
    last_modified   TEXT NOT NULL DEFAULT '',
    added           INTEGER NOT NULL,
    checked         INTEGER,
    reason          TEXT NOT NULL DEFAULT ''    -- why the last look failed; '' when it did not
) STRICT;

-- Whom a list named. Without a critic: the reader ended that subscription, and the list does not bring it back.
CREATE TABLE list_member (
    list_id     INTEGER NOT NULL REFERENCES list(id) ON DELETE CASCADE,
    address     TEXT NOT NULL,                  -- as `critic.address`
    critic_id   INTEGER REFERENCES critic(id) ON DELETE SET NULL,
    brought     INTEGER NOT NULL,               -- 1 when the list began the subscription, and so may end it
    PRIMARY KEY (list_id, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_member_of ON list_member (critic_id);

-- Who is subscribed already is asked for every entry of a list.
CREATE INDEX feed_arrived ON feed (arrived_at);
"""
