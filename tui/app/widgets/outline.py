"""A thread as an outline: which of its comments are in sight, who stands where, and what folding does. Pure.

Comments are spoken of by their place in the thread, 0-based; folds by their ids, so that they hold when others arrive.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Self

from tui.model.comment import Comment
from tui.model.record import record
from tui.model.thread import below

Folds = frozenset[str]


@record(frozen=True, slots=True)
class Outline:
    """A thread with some of its comments folded. Make it with `outline`."""

    comments: tuple[Comment, ...] = ()
    """In reading order, depths set."""
    below: tuple[int, ...] = ()
    """How many stand below each."""
    parents: tuple[int | None, ...] = ()
    """The place of what each answers; None at the top."""
    folded: Folds = frozenset()
    rows: tuple[int, ...] = field(default=(), repr=False)
    """The places of those in sight: all that stand below nothing folded."""

    # Folding.

    def with_folds(self, folded: Folds) -> Self:
        """Return the outline folded like this."""
        return replace(self, folded=folded, rows=tuple(_in_sight(self.comments, self.below, folded)))

    def toggled(self, place: int) -> Self:
        """Return it with a comment folded that was not, or unfolded."""
        return self.with_folds(self.folded ^ {self.comments[place].id})

    def opened_to(self, place: int) -> Self:
        """Return it with everything unfolded that hides a comment."""
        hiding = {self.comments[above].id for above in self.above(place)}
        return self.with_folds(self.folded - hiding) if hiding & self.folded else self

    def shown_to(self, depth: int | None) -> Self:
        """Return it with the comments of this depth folded that have answers, and nothing else; None: unfolded."""
        places = (place for place, many in enumerate(self.below) if many and self.comments[place].depth == depth)
        return self.with_folds(frozenset(self.comments[place].id for place in places))

    @property
    def deepest(self) -> int:
        """The depth of the deepest comment; 0 in an empty thread."""
        return max((comment.depth for comment in self.comments), default=0)

    def is_folded(self, place: int) -> bool:
        """True when a comment shows only its first line, and nothing below it is in sight."""
        return self.comments[place].id in self.folded

    # Who stands where.

    def row_of(self, place: int) -> int:
        """Return the row in which a comment stands, or that of the folded one which hides it."""
        return max(0, bisect_right(self.rows, place) - 1)

    def above(self, place: int) -> Iterator[int]:
        """Yield what a comment answers, what that answers, and so on to the top."""
        above = self.parents[place]
        while above is not None:
            yield above
            above = self.parents[above]

    def next_sibling(self, place: int) -> int | None:
        """Return the next comment that answers the same."""
        after = place + self.below[place] + 1
        return after if after < len(self.comments) and self.parents[after] == self.parents[place] else None

    def previous_sibling(self, place: int) -> int | None:
        """Return the comment before that answers the same."""
        parent = self.parents[place]
        before, each = None, 0 if parent is None else parent + 1
        while each < place:
            before, each = each, each + self.below[each] + 1
        return before

    def next_top(self, place: int) -> int | None:
        """Return the next comment at the top."""
        top = self.top_of(place)
        after = top + self.below[top] + 1
        return after if after < len(self.comments) else None

    def previous_top(self, place: int) -> int | None:
        """Return the top of this comment's own branch; for a top itself, the one before."""
        top = self.top_of(place)
        return top if top != place else self.previous_sibling(place)

    def top_of(self, place: int) -> int:
        """Return the top of the branch a comment stands in."""
        return next(iter([*self.above(place)][::-1]), place)

    def after(self, place: int, wanted: Callable[[Comment], bool]) -> int | None:
        """Return the nearest comment below that is wanted, folded away or not."""
        places = range(place + 1, len(self.comments))
        return next((each for each in places if wanted(self.comments[each])), None)

    def before(self, place: int, wanted: Callable[[Comment], bool]) -> int | None:
        """Return the nearest comment above that is wanted, folded away or not."""
        return next((each for each in range(place - 1, -1, -1) if wanted(self.comments[each])), None)

    def again(self, place: int, places: Mapping[str, int]) -> int:
        """Return where a comment stands among other `places`; gone, where the nearest before it does that is there."""
        before = (self.comments[each].id for each in range(min(place, len(self.comments) - 1), -1, -1))
        return next((places[id] for id in before if id in places), 0)

    def hidden(self, place: int) -> tuple[Comment, ...]:
        """Return what a comment would hide when folded: everything below it."""
        return self.comments[place + 1 : place + 1 + self.below[place]]


def outline(comments: Iterable[Comment], folded: Folds = frozenset()) -> Outline:
    """Return the outline of a thread in reading order; folds of comments it does not have are kept for their return."""
    ordered = tuple(comments)
    return Outline(ordered, below(ordered), tuple(_parents(ordered))).with_folds(folded)


def _in_sight(comments: tuple[Comment, ...], below: tuple[int, ...], folded: Folds) -> Iterator[int]:
    if not folded:
        yield from range(len(comments))
        return
    place = 0
    while place < len(comments):
        yield place
        place += below[place] + 1 if comments[place].id in folded else 1


def _parents(comments: tuple[Comment, ...]) -> Iterator[int | None]:
    """Yield the place of each comment's parent: the nearest before it that is less deep."""
    line: list[int] = []
    for place, comment in enumerate(comments):
        while line and comments[line[-1]].depth >= comment.depth:
            line.pop()
        yield line[-1] if line else None
        line.append(place)
