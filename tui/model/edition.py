"""What a review said before its critic edited it."""

from collections.abc import Sequence
from datetime import datetime

from tui.model.grade import Grade
from tui.model.record import record


@record(frozen=True, slots=True)
class Edition:
    """An earlier state of a review."""

    at: datetime
    """When it was found to be another, UTC; it stood until some time before."""
    title: str
    grade: Grade | None
    """As it was read then, whatever the reader says of it."""
    text: str


@record(frozen=True, slots=True)
class GradeChange:
    """A critic thought better of it."""

    review_id: int
    title: str
    """Of the post, as it is now."""
    before: str
    """As written; empty when there was none."""
    after: str

    @property
    def in_words(self) -> str:
        """`grade changed from B to C+`."""
        if not self.before:
            return f"grade {self.after} given"
        return f"grade changed from {self.before} to {self.after}" if self.after else f"grade {self.before} taken back"


def grade_change(before: Grade | None, after: Grade | None, review_id: int = 0, title: str = "") -> GradeChange | None:
    """Return how a grade changed; None when it says the same."""
    was, now = (grade.written.strip() if grade else "" for grade in (before, after))
    return None if "".join(was.split()) == "".join(now.split()) else GradeChange(review_id, title, was, now)


def changes(editions: Sequence[Edition], grade: Grade | None, title: str) -> list[tuple[datetime, str]]:
    """Return when a review was edited and how, the newest first; `grade` and `title` are today's."""
    after = [*((each.grade, each.title) for each in editions[1:]), (grade, title)]
    told = [(was.at, _how(was, *now)) for was, now in zip(editions, after, strict=False)]
    return told[::-1]


def _how(was: Edition, grade: Grade | None, title: str) -> str:
    if change := grade_change(was.grade, grade):
        return change.in_words
    return "text edited" if was.title == title else f"title changed from “{was.title}”"


def lost(before: str, after: str) -> list[str]:
    """Return the paragraphs of a text that its later state no longer has."""
    still = {" ".join(part.split()) for part in after.split("\n\n")}
    parts = (" ".join(part.split()) for part in before.split("\n\n"))
    return [part for part in parts if part and part not in still]
