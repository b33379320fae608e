"""Taking over the reader's own grades from another site's export, and matching its films to the works here."""

from datetime import datetime
from pathlib import Path

from tui.feeds.diaries import Diary, read_diary, recognised
from tui.model.imported import Imported
from tui.model.mine import MineImported
from tui.refresh.importing import body_of, import_list
from tui.store.library import Library

_AT_ONCE = 500
"""Films written in one transaction."""


def import_any(library: Library, path: str, *, now: datetime) -> Imported | MineImported:
    """Take over what a file holds: subscriptions, or the reader's own grades. Raises BadFile, and LibraryError."""
    body, name = body_of(path), Path(path).name
    if recognised(body):
        return import_diary(library, read_diary(body, name), now=now)
    from tui.feeds.opml import read

    return import_list(library, read(body, name), now=now)


def import_diary(library: Library, diary: Diary, *, now: datetime) -> MineImported:
    """Keep what the reader said elsewhere; films no critic here has reviewed are matched when a review comes."""
    taken: list[tuple[int, bool]] = []
    for start in range(0, len(diary.notes), _AT_ONCE):
        taken += library.take_notes(diary.notes[start : start + _AT_ONCE], now=now)
    while library.join_works():
        pass
    matched = library.reviewed([id for id, _ in taken])
    return MineImported(
        diary.site,
        graded=sum(note.mine.grade is not None for note in diary.notes),
        seen=sum(note.mine.seen for note in diary.notes),
        wanted=sum(note.mine.wanted for note in diary.notes),
        unchanged=sum(not changed for _, changed in taken),
        matched=matched,
        unmatched=len({id for id, _ in taken}) - matched,
        skipped=diary.skipped,
        passed_over=diary.passed_over,
    )
