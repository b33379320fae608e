"""What screens and widgets say to each other: words only travel up.

What comes down again is a plain call: after a mark changed anywhere, the App calls `show_marking(marking)` on every
screen that has one; after a refresh, `show_news()`.
"""

from typing import Literal

from textual.message import Message

from tui.model.comment import Comment
from tui.model.critic import Critic
from tui.model.imported import Imported
from tui.model.listing import Marking
from tui.model.order import Order
from tui.model.outcome import FeedOutcome
from tui.model.query import Query


class ReviewOpened(Message):
    """The reader wants to read this review; `order` is the list it stands in."""

    def __init__(self, review_id: int, order: Order) -> None:
        self.review_id = review_id
        self.order = order
        super().__init__()


class ReviewShown(Message):
    """The reading screen moved on to this review: the list's cursor follows."""

    def __init__(self, review_id: int) -> None:
        self.review_id = review_id
        super().__init__()


class ListShown(Message):
    """The list of reviews stands on the screen with its first window."""


class Marked(Message):
    """Marks were changed in the library: the App remembers it for undo and tells the other screens."""

    def __init__(self, marking: Marking) -> None:
        self.marking = marking
        super().__init__()


class MarkAsked(Message):
    """The reader wants these reviews marked, or the mark taken away."""

    def __init__(self, ids: tuple[int, ...], mark: Literal["read", "starred"], value: bool) -> None:
        self.ids = ids
        self.mark: Literal["read", "starred"] = mark
        self.value = value
        super().__init__()


class MarkAllAsked(Message):
    """The reader wants every review meant marked as read."""

    def __init__(self, query: Query) -> None:
        self.query = query
        super().__init__()


class PageAsked(Message):
    """The reader wants a review's page in the browser, or its address on the clipboard."""

    def __init__(self, review_id: int, *, copy: bool = False) -> None:
        self.review_id = review_id
        self.copy = copy
        super().__init__()


class FullTextAsked(Message):
    """The reader wants a review's page fetched, for the full text and the grade."""

    def __init__(self, review_id: int) -> None:
        self.review_id = review_id
        super().__init__()


class RegradeAsked(Message):
    """The reader wants to correct a review's grade."""

    def __init__(self, review_id: int) -> None:
        self.review_id = review_id
        super().__init__()


class ArchiveAsked(Message):
    """The reader wants a critic's archive taken; or, when that is under way, no longer."""

    def __init__(self, critic: Critic) -> None:
        self.critic = critic
        super().__init__()


class LibraryEmpty(Message):
    """There are no subscriptions: time for the welcome."""


class ViewLeft(Message):
    """The reader leaves a main view. (Not `Leave`: Textual would take it for the mouse leaving a widget.)"""


class BrowserAsked(Message):
    """The reader wants this address in the browser."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__()


class CopyAsked(Message):
    """The reader wants this address on the clipboard."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__()


class SampleAsked(Message):
    """The reader wants to see the sample site."""


class CriticChosen(Message):
    """The reader wants to see one critic's reviews."""

    def __init__(self, critic: Critic) -> None:
        self.critic = critic
        super().__init__()


class CriticRemoved(Message):
    """A subscription ended."""

    def __init__(self, critic: Critic) -> None:
        self.critic = critic
        super().__init__()


class CriticAdded(Message):
    """A subscription was made, and its feed visited once."""

    def __init__(self, critic: Critic, outcome: FeedOutcome) -> None:
        self.critic = critic
        self.outcome = outcome
        super().__init__()


class ListImported(Message):
    """Subscriptions were taken over from another reader; their feeds were not visited yet."""

    def __init__(self, imported: Imported) -> None:
        self.imported = imported
        super().__init__()


class QueryShown(Message):
    """The reader wants to see exactly these reviews in the list."""

    def __init__(self, query: Query) -> None:
        self.query = query
        super().__init__()


class WorkAsked(Message):
    """The reader wants a work's page: of this work, or of the one a review is about."""

    def __init__(self, *, work_id: int | None = None, review_id: int | None = None) -> None:
        self.work_id = work_id
        self.review_id = review_id
        super().__init__()


class ProfileAsked(Message):
    """The reader wants a critic's profile."""

    def __init__(self, critic_id: int) -> None:
        self.critic_id = critic_id
        super().__init__()


class MineAsked(Message):
    """The reader wants to say something of a work, or of the one a review is about.

    `what` is their own grade, that they have seen it, or that they want to; the last two are turned round.
    """

    def __init__(
        self, what: Literal["grade", "seen", "wanted"], *, work_id: int | None = None, review_id: int | None = None
    ) -> None:
        self.what: Literal["grade", "seen", "wanted"] = what
        self.work_id = work_id
        self.review_id = review_id
        super().__init__()


class BesideAsked(Message):
    """The reader wants two reviews side by side."""

    def __init__(self, review_ids: tuple[int, int]) -> None:
        self.review_ids = review_ids
        super().__init__()


class JoinAsked(Message):
    """The reader wants another work merged into this one."""

    def __init__(self, work_id: int, title: str) -> None:
        self.work_id = work_id
        self.title = title
        super().__init__()


class SplitAsked(Message):
    """The reader wants a spelling to be a work of its own."""

    def __init__(self, spelling_id: int) -> None:
        self.spelling_id = spelling_id
        super().__init__()


class CommentsAsked(Message):
    """The reader wants to see the comments under a review."""

    def __init__(self, review_id: int) -> None:
        self.review_id = review_id
        super().__init__()


class ThreadWanted(Message):
    """A thread is on the screen and should be fetched; `asked`: the reader asked for it and is told what came of it."""

    def __init__(self, review_id: int, *, asked: bool = False) -> None:
        self.review_id = review_id
        self.asked = asked
        super().__init__()


class ReplyAsked(Message):
    """The reader wants to answer a comment; without one, the review itself."""

    def __init__(self, review_id: int, parent: Comment | None = None) -> None:
        self.review_id = review_id
        self.parent = parent
        super().__init__()


class OwnReplyAsked(Message):
    """The reader wants to know what became of a reply of theirs that the site does not show yet."""

    def __init__(self, reply_id: int) -> None:
        self.reply_id = reply_id
        super().__init__()


class PauseAsked(Message):
    """The reader wants a feed left alone, or visited again."""

    def __init__(self, critic: Critic) -> None:
        self.critic = critic
        super().__init__()


class EditAsked(Message):
    """The reader wants to change what holds for a subscription."""

    def __init__(self, critic: Critic) -> None:
        self.critic = critic
        super().__init__()


class MoveAsked(Message):
    """The reader takes the address that was suggested for a feed."""

    def __init__(self, critic: Critic, address: str) -> None:
        self.critic = critic
        self.address = address
        super().__init__()
