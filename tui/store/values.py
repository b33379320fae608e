"""Rows become values of the model, and values become rows."""

import json
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tui.model.correction import Correction
from tui.model.credits import Credits
from tui.model.grade import Grade, Notation, Source, Where
from tui.model.outcome import FeedOutcome
from tui.model.paging import Paged
from tui.model.review import Draft, ReviewRow
from tui.model.scale import LETTERS, letter
from tui.model.work import Work

Row = Sequence[Any]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

LISTED = (
    "review.id, review.critic_id, critic.name, review.title, review.work, review.year, review.published, "
    "review.written, review.score, review.letter, review.verdict, review.comments, review.read, review.starred, "
    "review.grades"
)
"""The columns of a line of the list, of `review JOIN critic`, in the order of `listed`."""


def seconds(moment: datetime | None) -> int | None:
    """Return whole seconds since 1970 in UTC; a time without zone is taken as UTC."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    # Whole seconds by division: as a float, a time far from 1970 would round into the next second.
    return (aware - _EPOCH) // timedelta(seconds=1)


def moment(at: int | None) -> datetime | None:
    """Return the time `at` seconds after 1970, in UTC."""
    return None if at is None else _EPOCH + timedelta(seconds=at)


def a_moment(at: int) -> datetime:
    """Return the time `at` seconds after 1970, in UTC."""
    return _EPOCH + timedelta(seconds=at)


def listed(row: Row) -> ReviewRow:
    """Make a line of the list from the columns `LISTED`."""
    (id, critic_id, critic, title, work, year, published, *grade, comments, read, starred, more) = row[:15]
    written, score, letter, verdict = grade
    return ReviewRow(
        id, critic_id, critic, title, work, year, a_moment(published), written, score, letter, verdict, comments,
        bool(read), bool(starred), more,
    )  # fmt: skip


def bar(grade: Grade | None) -> str:
    """Return a grade's bar in the histogram: a letter of the scale, `?` without a score, empty without a grade."""
    if grade is None:
        return ""
    if grade.letter in LETTERS:
        return grade.letter or ""
    return "?" if grade.score is None else letter(grade.score)


def lead_columns(grade: Grade | None) -> tuple[object, ...]:
    """Return a grade as the columns of table `review`: written, score, letter, verdict, bar."""
    if grade is None:
        return (None, None, None, None, "")
    return (grade.written, grade.score, grade.letter, grade.verdict, bar(grade))


def grade_columns(grade: Grade) -> tuple[object, ...]:
    """Return a grade as the columns of table `grade` after `position`."""
    where = grade.where
    spot = (None, None, None, None) if where is None else (where.place, where.start, where.end, where.name)
    return (
        grade.written, grade.value, grade.best, grade.score, grade.letter, grade.verdict, str(grade.notation),
        str(grade.source), *spot, grade.confidence, grade.stated,
    )  # fmt: skip


GRADE = (
    "grade.written, grade.value, grade.best, grade.score, grade.letter, grade.verdict, grade.notation, source, place,"
    " span_start, span_end, span_name, confidence, stated"
)
"""The columns of a grade, in the order of `grade_of`."""


def grade_of(row: Row) -> Grade | None:
    """Make a grade from the columns of `grade_columns`; None when they are empty."""
    written, value, best, score, letter, verdict, notation, source, place, start, end, name, confidence, stated = row
    if written is None:
        return None
    where = None if place is None else Where(place, start, end, name)
    return Grade(
        written, value, best, score, letter, verdict, Notation(notation), Source(source), where, confidence,
        bool(stated),
    )  # fmt: skip


CORRECTED = (
    "correction.review_id, correction.written, correction.value, correction.best, correction.score, correction.letter,"
    " correction.verdict, correction.notation"
)
"""The columns of the reader's word on a grade, in the order of `correction_of`."""


def correction_of(row: Row) -> Correction | None:
    """Make the reader's word from the columns `CORRECTED`; None when there is none."""
    review_id, written, value, best, score, letter, verdict, notation = row
    if review_id is None:
        return None
    if written is None:
        return Correction(None)
    return Correction(Grade(written, value, best, score, letter, verdict, Notation(notation), Source.HAND))


def pack(draft: Draft) -> tuple[bytes, int, int]:
    """Return the long parts of a draft as the columns of table `body`: packed, html_bytes, text_bytes."""
    # A lone surrogate cannot come from a feed (`model.text` removes it); from elsewhere it must not lose the review.
    html, text = (part.encode("utf-8", "replace") for part in (draft.html, draft.text))
    # Level 3 takes 0.07 ms for 6 KB against 0.10 at the usual 6, and 3 % more room.
    return zlib.compress(html + text + _details(draft).encode(), 3), len(html), len(text)


def unpack(packed: bytes, html_bytes: int, text_bytes: int) -> tuple[str, str, dict[str, Any]]:
    """Return HTML, text and details as they were packed."""
    whole = zlib.decompress(packed)
    end = html_bytes + text_bytes
    return whole[:html_bytes].decode(), whole[html_bytes:end].decode(), json.loads(whole[end:])


def _details(draft: Draft) -> str:
    credits, work = draft.credits, draft.work
    return json.dumps(
        {
            "author": draft.author,
            "url": draft.url,
            "updated": seconds(draft.updated),
            "comments_feed": draft.comments_feed,
            "dated": draft.dated,
            "tags": draft.tags,
            "fields": draft.fields,
            "directed_by": credits.directed_by,
            "starring": credits.starring,
            "card": (credits.plot, credits.rated, credits.rated_for, credits.trailer),
            "kind": work.kind if work else None,
            "ids": work.ids if work else (),
            "summary": draft.summary,
            "paged": draft.paged and (draft.paged.feed_html, draft.paged.data),
        },
        ensure_ascii=True,
        separators=(",", ":"),
    )


def outcome_of(row: Row) -> FeedOutcome:
    """Make an outcome from critic_id, critic.name, kind, at, seconds, new, changed, reason, next_step, moved_to."""
    critic_id, critic, kind, at, *rest = row
    return FeedOutcome(critic_id, critic, kind, a_moment(at), *rest)


def draft_of(row: Row, grades: Sequence[Grade | None], body: tuple[bytes, int, int]) -> Draft:
    """Make a draft from guid, title, published, work_id, work, year, comments, fingerprint, its grades and `body`."""
    guid, title, published, work_id, work, year, comments, fingerprint = row
    html, text, more = unpack(*body)
    return Draft(
        guid=guid,
        title=title,
        url=more["url"],
        author=more["author"],
        published=a_moment(published),
        updated=moment(more["updated"]),
        work=None if work is None else Work(work, year, more["kind"], work_id, _pairs(more["ids"])),
        grade=grades[0],
        others=tuple(grade for grade in grades[1:] if grade),
        credits=Credits(tuple(more["directed_by"]), tuple(more["starring"]), *more["card"]),
        html=html,
        text=text,
        comments=comments,
        comments_feed=more["comments_feed"],
        tags=tuple(more["tags"]),
        fields=_pairs(more["fields"]),
        fingerprint=fingerprint,
        dated=more["dated"],
        # Libraries of the first two versions have neither.
        summary=more.get("summary", False),
        paged=Paged(*more["paged"]) if more.get("paged") else None,
    )


def _pairs(values: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in values)
