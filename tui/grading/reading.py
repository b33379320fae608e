"""Reading a grade: every notation proposes candidates, the arbiter weighs them, the best becomes a `Grade`."""

from collections.abc import Mapping, Sequence

from tui.grading import fields as feed_fields
from tui.grading import fractions, letters, numbers, percent, scales, stars, units, verdicts
from tui.grading.arbiter import weigh
from tui.grading.candidate import Candidate
from tui.grading.choice import choose
from tui.grading.habits import NOTHING_KNOWN, Habits
from tui.grading.pairing import distinct, paired
from tui.grading.passage import Passage, outer
from tui.grading.titles import weigh_title
from tui.grading.weighing import DATA_TIER, FIELD_TIER, Weighed
from tui.model.grade import Grade, Source, Where
from tui.model.record import record
from tui.model.scale import letter, score

_NOTATIONS = (fractions, stars, letters, percent, scales, numbers, units, verdicts)


@record(frozen=True, slots=True)
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
    known = habits or NOTHING_KNOWN
    passage = Passage(text)
    weighed = [
        *(
            Weighed(one, 9.0, f"the feed's field {one.name}", FIELD_TIER)
            for one in feed_fields.read(fields or {}, title)
        ),
        *(Weighed(one, 6.0, f"the page's data ({one.name or one.notation})", DATA_TIER) for one in evidence),
        *(weigh_title(Passage(title, "title")) if title else ()),
        *weigh(passage, _found(passage), known),
    ]
    lead, others, reasons = choose(weighed)
    return Reading(
        _grade(lead, passage, known) if lead else None,
        tuple(_grade(one, passage, known) for one in others),
        tuple(reasons),
    )


def _found(passage: Passage) -> list[Candidate]:
    """Return every candidate of a passage in reading order, two notations of one grade joined."""
    found = [candidate for notation in _NOTATIONS for candidate in notation.read(passage)]
    found = outer(sorted(found, key=lambda one: one.start))
    return paired(passage, distinct(found))


def _grade(weighed: Weighed, passage: Passage, habits: Habits) -> Grade:
    """Return a candidate as a grade on the one scale."""
    one = weighed.candidate
    best = one.best
    if best is None and one.value is not None:
        best = habits.best(one.notation, one.value)
    stated = best is None or one.best is not None
    points = score(one.value, best) if one.value is not None and best else None
    if points is None and one.letter:
        points = habits.score_of(one.letter)
    start, end = passage.original(one.start, one.end) if one.place == "text" else (one.start, one.end)
    return Grade(
        passage.text[start:end] if one.place == "text" else one.written,
        one.value, best, points, one.letter or (letter(points) if points is not None else None), one.verdict,
        one.notation, Source.TITLE if one.place == "title" else one.source, Where(one.place, start, end, one.name),
        weighed.confidence, stated,
    )  # fmt: skip
