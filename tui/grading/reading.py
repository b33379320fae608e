"""Reading a grade: every notation proposes candidates, the arbiter weighs them, the best becomes a `Grade`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.grading.candidate import Candidate
from tui.grading.habits import NOTHING_KNOWN, Habits
from tui.model.grade import Grade, Where
from tui.model.scale import letter, score


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one post."""

    grade: Grade | None
    """The lead grade; None when there is none, or none that is sure."""
    others: tuple[Grade, ...] = ()
    """Further grades: a second critic's, other works'."""
    reasons: tuple[str, ...] = ()
    """One line a weighed candidate, in plain English: why it won or lost."""


def read_grade(
    text: str,
    *,
    title: str = "",
    fields: Mapping[str, str] | None = None,
    evidence: Sequence[Candidate] = (),
    habits: Habits | None = None,
) -> Reading:
    """Return the grade of one post.

    `text` is plain, paragraphs parted by blank lines (`Prose.text`); `title` the post's title; `fields` the feed's own
    (`letterboxd:memberRating`, `user_rating`); `evidence` candidates from structured data; `habits` what is known of
    the critic. Spans of the grades refer to `text` (or `title`), see `model.grade.Where`. Never raises.
    """
    found = list(evidence)
    return Reading(_grade(found[0], habits or NOTHING_KNOWN) if found else None)


def _grade(candidate: Candidate, habits: Habits) -> Grade:
    """Return the candidate as a grade on the one scale."""
    value, best = candidate.value, candidate.best
    if value is not None and best is None:
        best = habits.best(candidate.notation, value)
    points = None
    if value is not None:
        points = score(value, best) if best else None
    elif candidate.letter:
        points = habits.score_of(candidate.letter)
    named = candidate.letter or (letter(points) if points is not None else None)
    where = Where(candidate.place, candidate.start, candidate.end, candidate.name)
    return Grade(
        candidate.written, value, best, points, named, candidate.verdict, candidate.notation, candidate.source, where,
        candidate.confidence,
    )  # fmt: skip
