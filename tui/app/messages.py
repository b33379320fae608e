"""What screens and widgets say to each other: words only travel up.

What comes down again is a plain call: after a mark changed anywhere, the App calls `show_marking(marking)` on every
screen that has one; after a refresh, `show_news()`.
"""

from textual.message import Message

from tui.model.listing import Marking
from tui.model.order import Order


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


class Marked(Message):
    """Marks were changed in the library: the App remembers it for undo and tells the other screens."""

    def __init__(self, marking: Marking) -> None:
        self.marking = marking
        super().__init__()


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


class AddAsked(Message):
    """The reader wants to subscribe to a critic."""


class SampleAsked(Message):
    """The reader wants to see the sample site."""


class CriticChosen(Message):
    """The reader wants to see one critic's reviews."""

    def __init__(self, critic_id: int) -> None:
        self.critic_id = critic_id
        super().__init__()
