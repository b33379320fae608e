"""Reviews' own pages: what a page added to a feed's entry, what came of fetching it, and whose pages are fetched."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from tui.model.record import record


class PageSetting(StrEnum):
    """What the reader wants of a critic's pages."""

    AUTO = "auto"
    """As the first pages show."""
    ALWAYS = "always"
    NEVER = "never"


@record(frozen=True, slots=True)
class PageRule:
    """Whether a critic's pages are fetched, and why."""

    setting: PageSetting = PageSetting.AUTO
    learned: bool | None = None
    """What the first pages showed: whether they give what the feed does not; None when that is not known."""
    reason: str = ""
    """Why, in words: `3 of 3 pages carried a grade`."""
    at: datetime | None = None
    """When that was learned, UTC."""


UNRULED = PageRule()
"""Of a critic nothing is known of yet."""


@record(frozen=True, slots=True)
class PageText:
    """What a page holds: of the review and nothing else."""

    html: str
    """The main text, sanitised, evidence attributes kept."""
    data: str = ""
    """The JSON-LD of the review, one JSON document; empty when the page has none."""


@record(frozen=True, slots=True)
class Paged:
    """What its page added to a review: stands beside the feed's own, which must not be lost."""

    feed_html: str | None = None
    """The feed's own HTML where the page's is shown in its place; None where the feed's is shown."""
    data: str = ""
    """`PageText.data`."""


@record(frozen=True, slots=True)
class PageNote:
    """What came of fetching one review's page."""

    review_id: int
    state: Literal["read", "failed"]
    at: datetime
    """Of the last try, UTC."""
    attempts: int = 1
    """How often it was fetched."""
    graded: bool = False
    """True when the page gave a grade that the feed does not."""
    longer: bool = False
    """True when the page gave much more text than the feed."""
    reason: str = ""
    """Failed: why."""
    lasting: bool = True
    """Failed: False when it says nothing of the page itself (no network, the server is overloaded)."""


@record(frozen=True, slots=True)
class PageOutcome:
    """A page that was fetched, for telling."""

    critic_id: int
    critic: str
    """The name."""
    title: str
    """The review's."""
    note: PageNote
    written: str = ""
    """The grade found on the page, as the critic wrote it; empty when the page gave none that is new."""

    @property
    def failed(self) -> bool:
        """True when the page could not be read."""
        return self.note.state == "failed"
