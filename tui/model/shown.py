"""What a review list shows: a shelf, narrowed by a search and by grades, in an order."""

from collections.abc import Collection
from dataclasses import dataclass, field

from tui.model.critic import Critic
from tui.model.listing import Sort
from tui.model.query import Between, Condition, Either, Graded, Letter, Marked, Named, Query, quoted
from tui.model.scale import LETTERS


@dataclass(frozen=True, slots=True)
class Shelf:
    """One entry of the critics bar: a smart list, a tag or a critic."""

    name: str
    query: Query = field(default_factory=Query)
    critic_id: int | None = None


ALL = Shelf("All reviews")
UNREAD = Shelf("Unread", Query(Marked("read", False), "unread"))
STARRED = Shelf("Starred", Query(Marked("starred"), "starred"))


def shelf_of(critic: Critic) -> Shelf:
    """Return the shelf of one critic's reviews."""
    return Shelf(critic.name, Query.of_critic(critic.id), critic.id)


def shelf_of_tag(tag: str) -> Shelf:
    """Return the shelf of the critics with a tag."""
    return Shelf(f"#{tag}", Query(Named("tag", tag), f"tag:{quoted(tag)}"))


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole of what the reader asked to see."""

    shelf: Shelf = ALL
    search: Query = field(default_factory=Query)
    """What was typed into the search."""
    grades: Query = field(default_factory=Query)
    """What was chosen in the grade filter or on the histogram."""
    sort: Sort = Sort.NEWEST

    @property
    def query(self) -> Query:
        """Everything together."""
        return self.shelf.query.also(self.filter)

    @property
    def filter(self) -> Query:
        """What narrows the shelf, which is what `clear` takes away."""
        return self.search.also(self.grades)

    @property
    def ground(self) -> Query:
        """What the histogram counts: everything but the choice of grades, so that the other bars stay in sight."""
        return self.shelf.query.also(self.search)


UNGRADED = "none"
UNSCORED = "unscored"
BARS = (*LETTERS, UNSCORED, UNGRADED)
"""The bars of the histogram and the choices of the grade filter, best first."""


def at_these(bars: Collection[str]) -> Query:
    """Return the query for reviews standing at any of these bars; for all of them, or none, everything."""
    chosen = [bar for bar in BARS if bar in bars]
    if len(chosen) in (0, len(BARS)):
        return Query()
    parts = tuple(_at(bar) for bar in chosen)
    text = " OR ".join(f"grade:{bar}" for bar in chosen)
    return Query(parts[0], text) if len(parts) == 1 else Query(Either(parts), text)


def at_least(letter: str) -> Query:
    """Return the query for a letter or better."""
    return Query(Between("score", low=LETTERS[letter]), f"grade>={letter}")


def _at(bar: str) -> Condition:
    if bar == UNGRADED:
        return Graded("none")
    return Graded("unscored") if bar == UNSCORED else Letter(bar)
