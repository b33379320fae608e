"""What a critic thought before: under the grade that it changed, and at the end what the text no longer says. Pure."""

from collections.abc import Iterator
from datetime import datetime

from tui.app.widgets.dates import day
from tui.app.widgets.typesetting import EMPTY, Line, set_text
from tui.model.edition import changes, lost
from tui.model.review import Review

_MOST_CHANGES = 3
_MOST_PARAGRAPHS = 12


def change_lines(review: Review, measure: int, now: datetime | None) -> Iterator[Line]:
    """Yield the last edits, a line each: `Grade changed from B to C+, 3 March 2026`."""
    for at, how in changes(review.editions, review.draft.grade, review.draft.title)[:_MOST_CHANGES]:
        yield from _quiet(f"{how[:1].upper()}{how[1:]}, {day(at, now)}", measure)


def lost_lines(review: Review, measure: int, now: datetime | None) -> Iterator[Line]:
    """Yield what the text said before its last edit and says no longer."""
    if not review.editions:
        return
    last = review.editions[-1]
    parts = lost(last.text, review.draft.text)
    if parts:
        yield from (EMPTY, *_quiet(f"Until {day(last.at, now)} it said:", measure))
    for part in parts[:_MOST_PARAGRAPHS]:
        yield from (EMPTY, *_quiet(part, measure))
    if len(parts) > _MOST_PARAGRAPHS:
        yield from (EMPTY, *_quiet(f"… and {len(parts) - _MOST_PARAGRAPHS} paragraphs more", measure))


def _quiet(words: str, measure: int) -> Iterator[Line]:
    return (line.over("quiet") for line in set_text(words, measure))
