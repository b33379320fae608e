"""What a review list shows: a shelf, narrowed by a search and by grades, in an order."""

from collections.abc import Collection
from dataclasses import field
from datetime import datetime

from tui.model.critic import Critic
from tui.model.errors import BadQuery
from tui.model.listing import Sort
from tui.model.query import Condition, Either, Graded, Letter, Marked, Named, Query, quoted
from tui.model.record import record
from tui.model.saved import SavedSearch
from tui.model.scale import LETTERS


@record(frozen=True, slots=True)
class Shelf:
    """One entry of the critics bar: a smart list, a tag or a critic."""

    name: str
    query: Query = field(default_factory=Query, compare=False)
    """Which reviews stand on it; `newer:2w` means others tomorrow, and it is the same shelf."""
    critic_id: int | None = None
    saved_id: int | None = None
    """The number of the kept search whose list it is."""


ALL = Shelf("All reviews")
UNREAD = Shelf("Unread", Query(Marked("read", False), "unread"))
STARRED = Shelf("Starred", Query(Marked("starred"), "starred"))


def shelf_of(critic: Critic) -> Shelf:
    """Return the shelf of one critic's reviews."""
    return Shelf(critic.name, Query.of_critic(critic.id), critic.id)


def shelf_of_tag(tag: str) -> Shelf:
    """Return the shelf of the critics with a tag."""
    return Shelf(f"#{tag}", Query(Named("tag", tag), f"tag:{quoted(tag)}"))


def shelf_of_search(search: SavedSearch, now: datetime) -> Shelf:
    """Return the shelf of a kept search; empty when its words are not understood (any more)."""
    from tui.model.query_language import parse

    try:
        query = parse(search.text, now=now)
    except BadQuery:
        query = Query(Either(()), search.text)
    return Shelf(search.name, query, saved_id=search.id)


UNGRADED = "none"
UNSCORED = "unscored"
BARS = (*LETTERS, UNSCORED, UNGRADED)
"""The bars of the histogram and the choices of the grade filter, best first."""


@record(frozen=True, slots=True)
class Shown:
    """The whole of what the reader asked to see."""

    shelf: Shelf = ALL
    search: Query = field(default_factory=Query)
    """What was typed into the search."""
    bars: frozenset[str] = frozenset()
    """Those of `BARS` the list is narrowed to; none of them means every one."""
    sort: Sort = Sort.NEWEST

    @property
    def query(self) -> Query:
        """Everything together."""
        return self.ground.also(standing_at(self.bars))

    @property
    def ground(self) -> Query:
        """What the histogram counts: all but the choice of grades, so that the other bars stay in sight."""
        return self.shelf.query.also(self.search)

    @property
    def narrowed(self) -> bool:
        """True when there is a filter to clear."""
        return bool(self.bars) or not self.search.is_all

    @property
    def filter_words(self) -> str:
        """The filter for the reader: `fog director:marrow · grade B- or better`; empty when there is none."""
        grades = f"grade {in_words(self.bars)}" if self.bars else ""
        return " · ".join(part for part in (self.search.text, grades) if part)


def standing_at(bars: Collection[str]) -> Query:
    """Return the query for reviews standing at any of these bars; for all of them, or none, everything."""
    chosen = [bar for bar in BARS if bar in bars]
    if len(chosen) in (0, len(BARS)):
        return Query()
    parts = tuple(_at(bar) for bar in chosen)
    text = " OR ".join(f"grade:{bar}" for bar in chosen)
    return Query(parts[0], text) if len(parts) == 1 else Query(Either(parts), text)


def or_better(letter: str) -> frozenset[str]:
    """Return the bars of a letter and all better ones."""
    letters = tuple(LETTERS)
    return frozenset(letters[: letters.index(letter) + 1])


def or_worse(letter: str) -> frozenset[str]:
    """Return the bars of a letter and all worse ones."""
    letters = tuple(LETTERS)
    return frozenset(letters[letters.index(letter) :])


def in_words(bars: Collection[str]) -> str:
    """Return a choice of bars as words: `B- or better`, `C+ to C-`, `A, F or none`."""
    letters = [letter for letter in LETTERS if letter in bars]
    others = [{UNSCORED: "without a scale", UNGRADED: "none"}[bar] for bar in (UNSCORED, UNGRADED) if bar in bars]
    parts = [*_letters_in_words(letters), *others]
    return " or ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def _letters_in_words(letters: list[str]) -> list[str]:
    everyone = list(LETTERS)
    if len(letters) == len(everyone):
        return ["any letter"]
    if len(letters) < 2:
        return letters
    first = everyone.index(letters[0])
    if letters != everyone[first : first + len(letters)]:
        return letters
    if first == 0:
        return [f"{letters[-1]} or better"]
    return [f"{letters[0]} or worse" if letters[-1] == everyone[-1] else f"{letters[0]} to {letters[-1]}"]


def _at(bar: str) -> Condition:
    if bar == UNGRADED:
        return Graded("none")
    return Graded("unscored") if bar == UNSCORED else Letter(bar)
