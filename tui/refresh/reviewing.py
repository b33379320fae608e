"""An entry of a feed becomes the draft of a review (pure)."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from tui.grading.habits import Habits
from tui.model.entry import Entry
from tui.model.grade import Grade
from tui.model.review import Draft
from tui.model.text import field
from tui.model.work import Work
from tui.refresh.visits import READER

_AHEAD = timedelta(hours=26)
"""How far ahead a date may lie: the time zones of the world span 26 hours, and sites get theirs wrong."""
_WEB_BEGAN = 1990
"""No post is older: software that knows no date writes the year 1, or 1970."""
_MARK = 16
"""Hex digits of each half of a fingerprint."""


def draft(entry: Entry, *, seen: datetime, habits: Habits | None = None) -> Draft:
    """Return the review an entry amounts to. `seen` is now: the date of a post that has none, or an impossible one."""
    from tui.articles.reading import read_article

    fields = {"guid": entry.guid, **entry.fields}  # Letterboxd's guid tells a list from a review
    article = read_article(entry.html, title=entry.title, url=entry.url, fields=fields, habits=habits)
    published = entry.published or entry.updated
    dated = published is not None and published.year >= _WEB_BEGAN and published <= seen + _AHEAD
    title = entry.title or field(article.prose.text[:400], 80) or entry.url or "Untitled"
    grade = article.reading.grade
    return Draft(
        guid=entry.guid,
        title=title,
        url=entry.url,
        author=entry.author,
        published=published if published and dated else seen,
        updated=entry.updated,
        work=article.work,
        grade=grade,
        credits=article.credits,
        html=entry.html,
        text=article.prose.text,
        comments=entry.comments,
        comments_feed=entry.comments_feed,
        tags=entry.tags,
        fields=tuple(fields.items()),
        fingerprint=mark(entry) + _mark_of_what_shows(title, entry.url, article.prose.text, grade, article.work),
        dated=dated,
        others=article.reading.others,
        summary=entry.summary,
    )


def mark(entry: Entry) -> str:
    """Return the first half of the fingerprint: a digest of what the feed gives, and of the reader that read it.

    It is known before any reading, so that an entry which is as it was need not be read again. What changes with every
    comment (`updated` on Blogger, the counts) is left out.
    """
    fields = sorted(entry.fields.items())
    said = (READER, entry.title, entry.url, entry.html, entry.author, str(entry.published), *entry.tags)
    return _digest([*said, *(part for pair in fields for part in pair)])


def same_entry(fingerprint: str, entry: Entry) -> bool:
    """True when a review with this fingerprint was read from an entry just like this."""
    return fingerprint.startswith(mark(entry))


def shows_same(one: str, other: str) -> bool:
    """True when a reader would notice no difference between the reviews that have these fingerprints."""
    return one[_MARK:] == other[_MARK:]


def shown_mark(fingerprint: str, title: str, url: str, text: str, grade: Grade | None, work: Work | None) -> str:
    """Return a fingerprint for the same entry of the feed, and for this as what is shown of it."""
    return fingerprint[:_MARK] + _mark_of_what_shows(title, url, text, grade, work)


def _mark_of_what_shows(title: str, url: str, text: str, grade: Grade | None, work: Work | None) -> str:
    graded = (grade.written, str(grade.score), str(grade.verdict)) if grade else ()
    named = (work.title, str(work.year)) if work else ()
    return _digest([title, url, text, *graded, *named])


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=_MARK // 2).hexdigest()
