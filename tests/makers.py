"""Makers: `make_review(title=…)` gives a whole thing with one field changed."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tui.model.archive import ArchiveProgress, ArchiveState
from tui.model.credits import Credits
from tui.model.critic import Critic
from tui.model.entry import Entry
from tui.model.grade import Grade, Notation, Source, Where
from tui.model.outcome import FeedOutcome
from tui.model.review import Draft, Review, ReviewRow
from tui.model.work import Work

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
"""The time it is in tests."""


def make_grade(**fields: Any) -> Grade:
    """`7/10 or B-`, read at the end of the text."""
    where = Where("text", 37, 47)
    grade = Grade("7/10 or B-", 7, 10, 70, "B-", None, Notation.FRACTION, Source.PROSE, where, 0.97)
    return replace(grade, **fields)


def make_credits(**fields: Any) -> Credits:
    """Credits with every part given."""
    credits = Credits(
        ("Ilse Marrow",), ("Tomas Vey", "Petra Lund"), "A lighthouse keeper hears a second foghorn.",
        "PG", "brief peril", "https://video.example/watch?v=foghorn",
    )  # fmt: skip
    return replace(credits, **fields)


def make_draft(**fields: Any) -> Draft:
    """A graded review of an invented film."""
    text = "A patient film about fog.\n\nMy Grade: 7/10 or B-"
    draft = Draft(
        guid="https://critic.example/?p=1", title="The Second Foghorn", url="https://critic.example/second-foghorn",
        author="Ada Quill", published=NOON, updated=None, work=Work("The Second Foghorn", 2025), grade=make_grade(),
        credits=make_credits(), html="<p>A patient film about <em>fog</em>.</p><p>My Grade: 7/10 or B-</p>", text=text,
        comments=3, comments_feed="https://critic.example/second-foghorn/feed/", fingerprint="1",
    )  # fmt: skip
    return replace(draft, **fields)


def make_review(**fields: Any) -> Review:
    """`make_draft()` as the library keeps it; fields of the draft may be given too."""
    own = {
        name: fields.pop(name)
        for name in ("id", "critic_id", "critic", "read", "starred", "draft", "editions")
        if name in fields
    }
    return replace(Review(1, 1, "Ada Quill", make_draft(**fields)), **own)


def make_row(**fields: Any) -> ReviewRow:
    """One line of the list."""
    title = "The Second Foghorn"
    row = ReviewRow(1, 1, "Ada Quill", title, title, 2025, NOON, "7/10 or B-", 70, "B-", None, 3, False, False)
    return replace(row, **fields)


def make_entry(**fields: Any) -> Entry:
    """One post as a feed holds it."""
    draft = make_draft()
    entry = Entry(draft.guid, draft.title, draft.url, draft.html, draft.author, NOON, comments=3)
    return replace(entry, **fields)


def make_critic(**fields: Any) -> Critic:
    """A subscription."""
    return replace(
        Critic(1, "Ada Quill", "https://critic.example/feed/", "https://critic.example/", (), NOON), **fields
    )


def make_outcome(**fields: Any) -> FeedOutcome:
    """A visit that brought one new review."""
    return replace(FeedOutcome(1, "Ada Quill", "changed", NOON, 0.2, new=1), **fields)


def make_archive(**fields: Any) -> ArchiveProgress:
    """A run that is a third through an archive of 120 posts."""
    state = ArchiveState("paged", "https://critic.example/feed/?paged=5", "", 4, 40, 30, 120, NOON.replace(year=2021))
    return replace(ArchiveProgress(1, "Ada Quill", state, 30, 12.0), **fields)
