"""Migration: when a feed is visited next, where it went, and what the reader wants of it."""

SQL = """
-- 1 while the reader wants the feed left alone
ALTER TABLE critic ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
-- seconds between visits, as the reader wants it
ALTER TABLE critic ADD COLUMN every INTEGER;

-- the next visit; NULL: at once
ALTER TABLE feed ADD COLUMN due INTEGER;
-- the server asked for no visit before
ALTER TABLE feed ADD COLUMN held_until INTEGER;
-- when its body last came
ALTER TABLE feed ADD COLUMN whole INTEGER;
-- seconds from one post to the next, usually
ALTER TABLE feed ADD COLUMN rhythm INTEGER;
-- date of its newest post; NULL: it never had one
ALTER TABLE feed ADD COLUMN newest INTEGER;
-- seconds between visits, as the feed wants it
ALTER TABLE feed ADD COLUMN asked_for INTEGER;
-- where a permanent redirect led last time
ALTER TABLE feed ADD COLUMN moved_to TEXT NOT NULL DEFAULT '';
-- where its body last came from
ALTER TABLE feed ADD COLUMN arrived TEXT NOT NULL DEFAULT '';
-- the same as `critic.address` spells addresses
ALTER TABLE feed ADD COLUMN arrived_at TEXT NOT NULL DEFAULT '';
-- when the server said it is gone for good
ALTER TABLE feed ADD COLUMN gone INTEGER;
-- bytes of its last body
ALTER TABLE feed ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
-- where it seems to be now, when it failed
ALTER TABLE feed ADD COLUMN suggestion TEXT NOT NULL DEFAULT '';
"""
