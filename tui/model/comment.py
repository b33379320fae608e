"""A comment under a review."""

from datetime import datetime
from enum import StrEnum

from tui.model.prose import Style
from tui.model.record import record


class Standing(StrEnum):
    """Whether a comment is there to be read by everybody."""

    SHOWN = "shown"
    """The site shows it."""
    HELD = "held"
    """It waits for the site's moderator; only its author sees it."""
    GONE = "gone"
    """It was there and is no longer: deleted by the site. What it said is kept."""
    SENDING = "sending"
    """The reader's own, on its way."""
    UNKNOWN = "unknown"
    """The reader's own, sent, and nobody knows whether it arrived: look before sending it again."""
    MISSING = "missing"
    """The reader's own: the site answered as if it had taken it, and does not show it."""


@record(frozen=True, slots=True)
class Span:
    """A part of a comment's text that is set apart."""

    start: int
    """0-based, in `Comment.text`."""
    end: int
    """Exclusive."""
    style: Style = Style.PLAIN
    url: str = ""
    """Where a link leads (http, https or mailto); empty for what is no link."""
    quoted: int = 0
    """How many block quotes a whole paragraph stands in; 0 for any other span."""


@record(frozen=True, slots=True)
class Comment:
    """One comment, in its place."""

    id: str
    """The site's own number for it; of a reader's own that the site does not show, `reply-7`."""
    author: str
    """One clean line; may be empty."""
    text: str
    """Clean prose; paragraphs parted by blank lines."""
    parent: str | None = None
    """The id of the comment it answers; None at the top. It may name one that is not in the thread (an orphan)."""
    depth: int = 1
    """1 at the top."""
    published: datetime | None = None
    """UTC; None when the site does not say."""
    by_critic: bool = False
    url: str = ""
    """Its own address on the page."""
    spans: tuple[Span, ...] = ()
    """Links, italics, spoilers and quotes within `text`, in order of their start."""
    standing: Standing = Standing.SHOWN
    edited: datetime | None = None
    """When its text was first seen to differ from what it was; None while it is as it was."""
    first_seen: datetime | None = None
    """When Matinee first saw it: a comment held for days is new when it appears, whatever its date."""
    author_url: str = ""
    """The author's own site, if they gave one."""
    own: bool = False
    """Written by this reader, through Matinee."""

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses it links, each once, in reading order: link 1 is the first."""
        return tuple(dict.fromkeys(span.url for span in self.spans if span.url))
