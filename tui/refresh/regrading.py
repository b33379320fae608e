"""The reader's word on a grade: what they typed becomes a correction, perhaps a rule, and is kept."""

from dataclasses import replace
from datetime import datetime

from tui.grading.by_hand import AUTO, read_by_hand, scale_stated
from tui.grading.habits import Habits
from tui.model.correction import Correction, Regrading, Rule
from tui.model.errors import WrongUse
from tui.model.grade import Grade, Notation
from tui.model.record import record
from tui.model.rereading import Progress
from tui.model.review import Review
from tui.model.scale import letter, score
from tui.refresh.learning import habits_of
from tui.refresh.rereading import reread_now
from tui.store.library import Library

SIGNS = {
    Notation.NUMBER: "bare numbers",
    Notation.STARS: "rows of stars",
    Notation.FRACTION: "fractions",
    Notation.PERCENT: "percentages",
    Notation.UNIT: "counted units",
    Notation.FIELD: "figures in the feed",
    Notation.LETTER: "letters",
    Notation.VERDICT: "verdicts",
}
"""What a critic grades with, in the plural."""


@record(frozen=True, slots=True)
class Graded:
    """One review as it stands before a correction."""

    review: Review
    read: Grade | None
    """The grade as it was read, whatever the reader says of it."""
    correction: Correction | None
    """What the reader says already."""
    habits: Habits

    def said(self, text: str) -> Correction | None:
        """Return what `text` says; None for “auto”. Raises WrongUse."""
        if text.strip().lower() == AUTO:
            return None
        return Correction(self._on_its_scale(read_by_hand(text, self.habits)))

    def _on_its_scale(self, grade: Grade | None) -> Grade | None:
        """Return a grade typed without a scale on the scale of the grade that was read, where its number fits."""
        best = self.read.best if self.read else None
        if grade is None or grade.value is None or grade.best is not None or best is None or grade.value > best:
            return grade
        points = score(grade.value, best)
        return replace(grade, best=best, score=points, letter=grade.letter or letter(points))

    def rule(self, text: str) -> Rule | None:
        """Return the rule that can follow from `text`; None where none can. Raises WrongUse."""
        said = self.said(text)
        if self.read is None:
            return None
        if said is None:
            ends = self.habits.rules.get(self.read.notation) is not None
            return Rule(self.review.critic_id, self.read.notation, None) if ends else None
        best = scale_stated(self.read, said.grade)
        return Rule(self.review.critic_id, self.read.notation, best) if best else None


@record(frozen=True, slots=True)
class Regraded:
    """What a correction came to."""

    regrading: Regrading
    reread: Progress | None = None
    """What rereading the critic's other reviews came to, where a rule changed."""


def graded(library: Library, review_id: int) -> Graded:
    """Return a review with everything a correction needs to know. Raises UnknownReview."""
    review = library.review(review_id)
    return Graded(
        review, library.grade_as_read(review_id), library.correction(review_id), habits_of(library, review.critic_id)
    )


def regrade(library: Library, one: Graded, text: str, *, rule: bool, now: datetime) -> Regraded:
    """Keep what the reader typed; with `rule`, make the scale it states the critic's, and reread them at once.

    Raises WrongUse, and changes nothing, for what is no grade, or where no rule follows from it.
    """
    correction, follows = one.said(text), one.rule(text)
    if rule and follows is None:
        raise WrongUse(*_no_rule(one, text))
    regrading = library.correct(one.review.id, correction, rule=follows if rule else None, now=now)
    return Regraded(regrading, reread_now(library, one.review.critic_id) if rule else None)


def take_back(library: Library, regrading: Regrading, *, now: datetime) -> bool:
    """Undo a correction and its rule; False where the reader has said something else since."""
    done = library.undo_correction(regrading, now=now)
    if done and regrading.rule_before:
        reread_now(library, regrading.critic_id)
    return done


def rule_in_words(rule: Rule) -> str:
    """Return a rule as words: `bare numbers are out of 10`."""
    signs = SIGNS[rule.notation]
    return f"{signs} are out of {rule.best:g}" if rule.best else f"no rule for {signs}"


def _no_rule(one: Graded, text: str) -> tuple[str, str]:
    if text.strip().lower() == AUTO:
        return f"There is no rule of yours for {one.review.critic} to end", "Leave out --rule"
    read = f"“{one.read.written.strip()}”" if one.read else "no grade"
    return (
        f"No rule follows: {one.review.critic} wrote {read}, and “{text.strip()}” adds no scale to it",
        "A rule says what a bare number is out of: 7 is 7/10. Leave out --rule to correct this review only",
    )
