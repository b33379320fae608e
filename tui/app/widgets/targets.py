"""What a stop on a sheet stands for, in words and as the message that opens it."""

from textual.message import Message

from tui.app.messages import ProfileAsked, QueryShown, ReviewOpened, WorkAsked
from tui.app.widgets.counted import counted
from tui.model.order import Order
from tui.model.query import Query
from tui.model.record import record
from tui.model.shown import UNGRADED, UNSCORED
from tui.summaries.openings import at_bar

_STANDING = {UNSCORED: "on no known scale", UNGRADED: "without a grade"}


@record(frozen=True, slots=True)
class Reviews:
    """Exactly the reviews a bar or a cell counts."""

    query: Query
    words: str
    """`12 reviews by Ada Quill at B+`."""


@record(frozen=True, slots=True)
class Cell:
    """A critic's reviews (None: everybody's) at one bar, within what was counted.

    A matrix has thousands: query and words are made for the one that is looked at.
    """

    critic_id: int | None
    bar: str
    """One of `shown.BARS`."""
    ground: Query
    count: int
    who: str = ""
    """The critic's name; empty for everybody."""

    @property
    def query(self) -> Query:
        """Exactly the reviews counted."""
        return at_bar(self.critic_id, self.bar, self.ground)

    @property
    def words(self) -> str:
        """`12 reviews by Ada Quill at B+`."""
        by = f" by {self.who}" if self.who else ""
        return f"{counted(self.count, 'review')}{by} {_STANDING.get(self.bar, f'at {self.bar}')}"


@record(frozen=True, slots=True)
class OneReview:
    """One review; the sheet's others are its neighbours."""

    review_id: int
    words: str


@record(frozen=True, slots=True)
class OneCritic:
    """A critic's profile."""

    critic_id: int
    words: str


@record(frozen=True, slots=True)
class OneWork:
    """A work's page."""

    work_id: int
    words: str


@record(frozen=True, slots=True)
class OneSpelling:
    """A spelling that was joined to a work; it opens nothing, but can be split off."""

    work_id: int
    words: str


Target = Reviews | Cell | OneReview | OneCritic | OneWork | OneSpelling


def words_of(target: object) -> str:
    """Return what stands under the cursor, for the line at the bottom; empty for nothing."""
    return target.words if isinstance(target, Target) else ""


def opening(target: object, order: Order) -> Message | None:
    """Return the message that opens a target; `order` is the list a review of the sheet stands in."""
    match target:
        case Reviews() | Cell():
            return QueryShown(target.query)
        case OneReview(review_id):
            return ReviewOpened(review_id, order)
        case OneCritic(critic_id):
            return ProfileAsked(critic_id)
        case OneWork(work_id):
            return WorkAsked(work_id=work_id)
        case _:
            return None
