"""What the reader says a grade is, and what they make a rule of it."""

from tui.model.grade import Grade, Notation
from tui.model.record import record


@record(frozen=True, slots=True)
class Correction:
    """The reader's word on one review's lead grade; it stands whatever is read in the post."""

    grade: Grade | None
    """`source` is `HAND`; None: the post gives no grade."""


@record(frozen=True, slots=True)
class Rule:
    """The top of the scale a critic leaves unsaid when they grade in one notation."""

    critic_id: int
    notation: Notation
    best: float | None
    """None: no rule."""


@record(frozen=True, slots=True)
class Regrading:
    """A change of what the reader says of one review, and of the rule that came with it: enough to take both back."""

    review_id: int
    critic_id: int
    before: Correction | None
    """None: what was read stood."""
    after: Correction | None
    rule_before: Rule | None = None
    """None where no rule was changed."""
    rule_after: Rule | None = None

    @property
    def back(self) -> "Regrading":
        """The same the other way round."""
        return Regrading(
            self.review_id, self.critic_id, self.after, self.before, self.rule_after, self.rule_before
        )  # fmt: skip
