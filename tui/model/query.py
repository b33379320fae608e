"""A query: which reviews are meant. `query_language` reads one from words, `store.statements` turns one into SQL."""

from dataclasses import field
from datetime import datetime
from typing import Literal

from tui.model.grade import Verdict as UpOrDown
from tui.model.record import record


@record(frozen=True, slots=True)
class All:
    """Every part holds; without parts, every review is meant."""

    parts: tuple["Condition", ...] = ()


@record(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@record(frozen=True, slots=True)
class Not:
    """Every review the part does not hold for, those without the thing asked about included."""

    part: "Condition"


@record(frozen=True, slots=True)
class Words:
    """A word or a phrase in title, work, people or text."""

    text: str
    beginning: bool = False
    """True when the last word may go on (`fog*`)."""


@record(frozen=True, slots=True)
class Between:
    """A number within bounds; a review that has none is not meant."""

    measure: Literal["score", "year", "comments", "id"]
    low: float | None = None
    """None for no lower bound."""
    high: float | None = None
    above: bool = False
    """True when `low` itself is outside."""
    below: bool = False
    """True when `high` itself is outside."""


@record(frozen=True, slots=True)
class Letter:
    """Stands at this bar of the histogram."""

    letter: str
    """One of `scale.LETTERS`."""


@record(frozen=True, slots=True)
class Graded:
    """How a review stands towards grades."""

    how: Literal["any", "none", "unscored"]
    """`unscored`: graded, but on no known scale."""


@record(frozen=True, slots=True)
class Verdict:
    """The critic said thumbs up, or thumbs down."""

    verdict: UpOrDown


@record(frozen=True, slots=True)
class Published:
    """Published within [since, until)."""

    since: datetime | None = None
    """UTC; None for no bound."""
    until: datetime | None = None


@record(frozen=True, slots=True)
class Marked:
    """Read or not, starred or not."""

    mark: Literal["read", "starred"]
    value: bool = True


@record(frozen=True, slots=True)
class Named:
    """The name of something holds these letters, without regard to case and accents; a tag is the whole tag."""

    of: Literal["critic", "work", "director", "tag"]
    text: str


@record(frozen=True, slots=True)
class ByCritic:
    """Written by the critic of this number."""

    critic_id: int


@record(frozen=True, slots=True)
class OfWork:
    """A review of the work of this number, however it spells it."""

    work_id: int


@record(frozen=True, slots=True)
class AlsoBy:
    """A review of a work that such a critic gave a score too."""

    who: "ByCritic | Named"
    """The critic: by number, or by part of the name."""


@record(frozen=True, slots=True)
class Written:
    """The grade is written exactly so."""

    text: str


Condition = (
    All | Either | Not | Words | Between | Letter | Graded | Verdict | Published | Marked | Named | ByCritic
    | OfWork | AlsoBy | Written
)  # fmt: skip
EVERYTHING = All()


@record(frozen=True, slots=True)
class Query:
    """Which reviews are meant. Two queries that mean the same condition are equal, however they were written."""

    condition: Condition = EVERYTHING
    text: str = field(default="", compare=False)
    """What the reader wrote: `parse(text)` gives the query back (dates counted from another `now` aside)."""

    @property
    def is_all(self) -> bool:
        """True when it leaves nothing out."""
        return self.condition == EVERYTHING

    @property
    def searches(self) -> bool:
        """True when it asks for words of the text."""
        return _searches(self.condition)

    @property
    def conjuncts(self) -> tuple[Condition, ...]:
        """The conditions that must all hold."""
        return _conjuncts(self.condition)

    def also(self, other: "Query") -> "Query":
        """Return what both mean."""
        if self.is_all or other.is_all:
            return other if self.is_all else self
        parts = tuple(part for query in (self, other) for part in _conjuncts(query.condition))
        return Query(All(parts), " ".join(_grouped(query) for query in (self, other)))

    @classmethod
    def of_critic(cls, critic_id: int) -> "Query":
        """Return the query for one critic's reviews."""
        return cls(ByCritic(critic_id), f"critic:#{critic_id}")


def quoted(text: str) -> str:
    """Return `text` as a phrase of the query language: in quotes, quotes within doubled."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _conjuncts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, All) else (condition,)


def _searches(condition: Condition) -> bool:
    match condition:
        case Words():
            return True
        case All(parts) | Either(parts):
            return any(map(_searches, parts))
        case Not(part):
            return _searches(part)
        case _:
            return False


def _grouped(query: Query) -> str:
    return f"({query.text})" if isinstance(query.condition, Either) else query.text
