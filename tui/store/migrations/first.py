"""Migration 1: the library as it began.

Every time is a whole number of seconds since 1970 in UTC. A number a reader sees (critic, review) is never used again.
"""

SQL = """
-- A subscription. One that ended while starred reviews remain keeps its row, for their sake: the name they stand under.
CREATE TABLE critic (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    folded      TEXT NOT NULL UNIQUE,           -- the name without case, accents and punctuation: names differ in it
    feed_url    TEXT NOT NULL,
    address     TEXT NOT NULL UNIQUE,           -- the feed's address without scheme, www, default port, last slash
    site_url    TEXT NOT NULL DEFAULT '',
    added       INTEGER NOT NULL,
    ended       INTEGER NOT NULL DEFAULT 0      -- 1 when only its starred reviews are left
) STRICT;

CREATE TABLE critic_tag (
    critic_id   INTEGER NOT NULL REFERENCES critic(id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    tag         TEXT NOT NULL,                  -- as the reader wrote it
    folded      TEXT NOT NULL,
    PRIMARY KEY (critic_id, position)
) STRICT, WITHOUT ROWID;

-- What a feed's server said last. Apart from `critic` because every refresh rewrites it.
CREATE TABLE feed (
    critic_id       INTEGER PRIMARY KEY REFERENCES critic(id) ON DELETE CASCADE,
    etag            TEXT NOT NULL DEFAULT '',
    last_modified   TEXT NOT NULL DEFAULT '',
    body_hash       TEXT NOT NULL DEFAULT '',
    reader          TEXT NOT NULL DEFAULT '',   -- which version of our parsing read that body
    checked         INTEGER,
    failures        INTEGER NOT NULL DEFAULT 0  -- in a row
) STRICT;

-- The log of visits to feeds, the newest few of each critic.
CREATE TABLE visit (
    id          INTEGER PRIMARY KEY,
    critic_id   INTEGER NOT NULL REFERENCES critic(id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('changed', 'unchanged', 'failed')),
    at          INTEGER NOT NULL,
    seconds     REAL NOT NULL,
    new         INTEGER NOT NULL,
    changed     INTEGER NOT NULL,
    reason      TEXT NOT NULL DEFAULT '',
    next_step   TEXT NOT NULL DEFAULT '',
    moved_to    TEXT NOT NULL DEFAULT ''        -- where a permanent redirect pointed on this visit
) STRICT;
CREATE INDEX visit_of_critic ON visit (critic_id, id DESC);

-- A film, series, book, game or record, shared by the reviews of it. Two posts mean the same work when title key, year
-- and kind are the same; joining what is spelled differently is a later matter, and moves `review.work_id` only.
CREATE TABLE work (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    title   TEXT NOT NULL,                      -- as the first review of it spelled it
    key     TEXT NOT NULL,                      -- folded, without a leading article
    year    INTEGER,
    kind    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX work_once ON work (key, ifnull(year, 0), kind);

-- Outside identities of a work: ('tmdb', 'movie/10683'), ('imdb', 'tt0147612').
CREATE TABLE work_identity (
    register    TEXT NOT NULL,
    identity    TEXT NOT NULL,
    work_id     INTEGER NOT NULL REFERENCES work(id) ON DELETE CASCADE,
    PRIMARY KEY (register, identity, work_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_identity_of ON work_identity (work_id);

-- What a list shows and sorts and filters by, and nothing longer than a line.
CREATE TABLE review (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    critic_id   INTEGER NOT NULL REFERENCES critic(id) ON DELETE CASCADE,
    guid        TEXT NOT NULL,                  -- what identifies the post within its feed
    title       TEXT NOT NULL,
    published   INTEGER NOT NULL,
    work_id     INTEGER REFERENCES work(id),    -- NULL for a post that reviews nothing
    work        TEXT,                           -- the work's title as this critic spells it
    work_key    TEXT NOT NULL,                  -- for sorting; posts without a work hold U+10FFFF and so come last
    year        INTEGER,
    written     TEXT,                           -- the lead grade, verbatim; NULL when ungraded
    score       REAL,                           -- 0-100; NULL when on no known scale
    letter      TEXT,
    verdict     TEXT CHECK (verdict IN ('up', 'down')),
    bar         TEXT NOT NULL,                  -- of the histogram: a letter, '?' on no known scale, '' ungraded
    comments    INTEGER,                        -- how many, as the feed says; NULL when it does not
    read        INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
    starred     INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    read_at     INTEGER,                        -- when that mark last changed
    starred_at  INTEGER,
    fingerprint TEXT NOT NULL,                  -- of what a reader would notice changing
    indexed     INTEGER NOT NULL DEFAULT 0      -- 1 when its words are in `words`
) STRICT;
CREATE UNIQUE INDEX review_guid ON review (critic_id, guid);
CREATE INDEX review_of_work ON review (work_id) WHERE work_id IS NOT NULL;
CREATE INDEX review_unindexed ON review (id) WHERE indexed = 0;

-- One index an order, each ending in what filters ask for: neither sorting nor the usual filters touch the rows.
CREATE INDEX review_newest ON review
    (published DESC, id DESC, critic_id, read, starred, score, bar, verdict, year, comments, work_id);
CREATE INDEX review_oldest ON review
    (published, id DESC, critic_id, read, starred, score, bar, verdict, year, comments, work_id);
CREATE INDEX review_best ON review
    (coalesce(score, -1.0) DESC, published DESC, id DESC,
     critic_id, read, starred, score, bar, verdict, year, comments, work_id);
CREATE INDEX review_worst ON review
    (coalesce(score, 101.0), published DESC, id DESC,
     critic_id, read, starred, score, bar, verdict, year, comments, work_id);
CREATE INDEX review_by_work ON review
    (work_key, published DESC, id DESC, critic_id, read, starred, score, bar, verdict, year, comments, work_id);
CREATE INDEX review_by_critic ON review
    (critic_id, published DESC, id DESC, read, starred, score, bar, verdict, year, comments, work_id);
CREATE INDEX review_by_comments ON review
    (coalesce(comments, -1) DESC, published DESC, id DESC,
     critic_id, read, starred, score, bar, verdict, year, comments, work_id);

-- Everything about a grade, several a review; position 0 is the lead, repeated in `review` for lists.
CREATE TABLE grade (
    review_id   INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    written     TEXT NOT NULL,
    value       REAL,
    best        REAL,
    score       REAL,
    letter      TEXT,
    verdict     TEXT,
    notation    TEXT NOT NULL,
    source      TEXT NOT NULL,
    place       TEXT,                           -- where it was read: 'text', 'title', 'field', 'data'; NULL by hand
    span_start  INTEGER,
    span_end    INTEGER,
    span_name   TEXT,
    confidence  REAL NOT NULL,
    PRIMARY KEY (review_id, position)
) STRICT, WITHOUT ROWID;

-- The long part of a review.
CREATE TABLE body (
    review_id   INTEGER PRIMARY KEY REFERENCES review(id) ON DELETE CASCADE,
    -- zlib, level 3, of three UTF-8 texts in one stream, where the later ones cost little for repeating the first: the
    -- HTML, the plain text, and JSON of what is shown with them (author, address, credits, categories, feed's fields)
    packed      BLOB NOT NULL,
    html_bytes  INTEGER NOT NULL,               -- how much of it is HTML
    text_bytes  INTEGER NOT NULL                -- how much after that is plain text
) STRICT;

-- Names behind `director:` and the posts' own categories behind `tag:`, folded.
CREATE TABLE director (
    review_id   INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
    folded      TEXT NOT NULL,
    PRIMARY KEY (review_id, folded)
) STRICT, WITHOUT ROWID;
CREATE TABLE category (
    folded      TEXT NOT NULL,
    review_id   INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
    PRIMARY KEY (folded, review_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX category_of_review ON category (review_id);

-- The text index holds no text of its own (the bodies are compressed): a row leaves it only when given the very words
-- it came with, so `store.search_index` alone writes here.
CREATE VIRTUAL TABLE words USING fts5 (
    title, work, people, text,
    content = '', tokenize = 'unicode61 remove_diacritics 2'
);

-- How many reviews stand where, so that the side bar and the histogram above the whole list count nothing.
CREATE TABLE tally (
    critic_id   INTEGER NOT NULL REFERENCES critic(id) ON DELETE CASCADE,
    bar         TEXT NOT NULL,
    read        INTEGER NOT NULL,
    reviews     INTEGER NOT NULL,
    PRIMARY KEY (critic_id, bar, read)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_added AFTER INSERT ON review BEGIN
    INSERT INTO tally VALUES (new.critic_id, new.bar, new.read, 1)
        ON CONFLICT DO UPDATE SET reviews = reviews + 1;
END;
CREATE TRIGGER tally_removed AFTER DELETE ON review BEGIN
    UPDATE tally SET reviews = reviews - 1 WHERE (critic_id, bar, read) = (old.critic_id, old.bar, old.read);
END;
CREATE TRIGGER tally_moved AFTER UPDATE OF critic_id, bar, read ON review
WHEN (old.critic_id, old.bar, old.read) IS NOT (new.critic_id, new.bar, new.read) BEGIN
    UPDATE tally SET reviews = reviews - 1 WHERE (critic_id, bar, read) = (old.critic_id, old.bar, old.read);
    INSERT INTO tally VALUES (new.critic_id, new.bar, new.read, 1)
        ON CONFLICT DO UPDATE SET reviews = reviews + 1;
END;

-- The thread under a review as last seen, and when that was.
CREATE TABLE thread (
    review_id   INTEGER PRIMARY KEY REFERENCES review(id) ON DELETE CASCADE,
    fetched     INTEGER NOT NULL
) STRICT;
CREATE TABLE comment (
    review_id   INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
    id          TEXT NOT NULL,                  -- the site's own
    parent      TEXT,                           -- NULL at the top; depth and order follow from it and the dates
    author      TEXT NOT NULL,
    text        TEXT NOT NULL,
    published   INTEGER,
    by_critic   INTEGER NOT NULL,
    url         TEXT NOT NULL,
    PRIMARY KEY (review_id, id)
) STRICT, WITHOUT ROWID;
"""
