"""Migration: a review's row tells whether its feed gives only an excerpt.

Whose pages may be worth fetching was asked of ten whole reviews of each critic, after every refresh: a second and more
for 1,000 critics of whom none lacked anything.
"""

SQL = """
-- 1 when the feed gives an excerpt; NULL in what an earlier Matinee kept, until it is read again.
ALTER TABLE review ADD COLUMN summary INTEGER;
"""
