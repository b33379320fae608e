"""A reader's reply: whose it is, how far it came, and what a site answers."""

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from tui.model.record import record


@record(frozen=True, slots=True)
class Identity:
    """Who a reader is to the sites they reply on; kept in the configuration file."""

    name: str = ""
    email: str = field(default="", repr=False)
    """Goes to a site's own reply form and nowhere else; it stands in no log and no error."""
    site: str = ""
    """The reader's own web address; may be empty."""

    @property
    def complete(self) -> bool:
        """True when there is what nearly every form demands."""
        return bool(self.name.strip() and self.email.strip())


class Stage(StrEnum):
    """How far a reply came."""

    DRAFT = "draft"
    """On disk; nothing was sent, or the site refused it (`Reply.words` says why)."""
    SENDING = "sending"
    """Recorded before a byte leaves. Found after a crash it becomes `unknown`."""
    UNKNOWN = "unknown"
    """Sent, and no answer came. Never sent again by itself: look first (`Talk.look_again`)."""
    HELD = "held"
    """The site has it and shows it to nobody until its moderator agrees."""
    TAKEN = "taken"
    """The site answered that it is published; it was not seen in the thread yet."""
    MISSING = "missing"
    """Answered as published and not in the thread: a word on the site's list, most likely. The text is kept."""
    PUBLISHED = "published"
    """Seen in the thread."""

    @property
    def settled(self) -> bool:
        """True when the site has it for good, so that nothing of it needs keeping."""
        return self is Stage.PUBLISHED

    @property
    def may_be_sent(self) -> bool:
        """True while nothing of it can have arrived."""
        return self is Stage.DRAFT


@record(frozen=True, slots=True)
class Reply:
    """One reply of the reader, as the library keeps it."""

    id: int
    review_id: int
    parent: str | None
    """The id of the comment it answers; None for the review itself."""
    text: str
    stage: Stage
    written: datetime
    """UTC; when it was last saved as a draft."""
    author: str = ""
    """The name it was sent under; empty for a draft."""
    sent: datetime | None = None
    """UTC; when it was last sent."""
    comment_id: str = ""
    """The site's number for it, once it said so."""
    url: str = ""
    """Where the site said it is."""
    words: str = ""
    """What the site said of it, cleaned; empty when nothing."""


class Answered(StrEnum):
    """The kinds of answer to a reply."""

    PUBLISHED = "published"
    """It was taken and it is there; or, where `ReplyOutcome.seen` is False, the site says so and nobody could look."""
    HELD = "held"
    """It was taken, for a moderator to look at."""
    MISSING = "missing"
    """It was answered like a success, but is not there."""
    REFUSED = "refused"
    """The site says what is wrong with it: a name is missing, the e-mail is none, …"""
    DUPLICATE = "duplicate"
    """The site has this very text already."""
    TOO_FAST = "too fast"
    """Another one came a moment ago: the same reply may be sent again a little later."""
    CLOSED = "closed"
    """This post takes no comments any more."""
    LOGIN_NEEDED = "login needed"
    """Only members of the site may comment."""
    NO_FORM = "no form"
    """There is no form Matinee can use: copy the text and open the browser at `ReplyOutcome.url`."""
    UNSENT = "unsent"
    """Nothing left this machine (no network, no such page): it may be sent again."""
    UNKNOWN = "unknown"
    """It left and no answer came, or none that says what became of it. Look before sending it again."""


@record(frozen=True, slots=True)
class ReplyOutcome:
    """What came of sending a reply, or of looking for it."""

    kind: Answered
    words: str = ""
    """The site's own words, one clean line; without any, ours on what happened."""
    url: str = ""
    """Published: where it stands. Held, no form, closed, login: the page to open in a browser."""
    comment_id: str = ""
    """The site's number for it, if it said."""
    wait: float | None = None
    """Too fast: seconds to wait, where known."""
    seen: bool = True
    """Published: False while only the site's answer says so."""

    @property
    def stage(self) -> Stage:
        """How far the reply is then."""
        if not self.seen and self.kind is Answered.PUBLISHED:
            return Stage.TAKEN
        return _STAGES.get(self.kind, Stage.DRAFT)

    @property
    def keeps_draft(self) -> bool:
        """True when the text is to be kept for the reader: the site has not taken it, or may not have."""
        return self.kind not in (Answered.PUBLISHED, Answered.HELD)


_STAGES = {
    Answered.PUBLISHED: Stage.PUBLISHED,
    Answered.HELD: Stage.HELD,
    Answered.MISSING: Stage.MISSING,
    Answered.UNKNOWN: Stage.UNKNOWN,
}
