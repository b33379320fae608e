"""A list of subscriptions on the web that the library follows."""

from datetime import datetime

from tui.model.record import record


@record(frozen=True, slots=True)
class Followed:
    """One list."""

    id: int
    url: str
    name: str
    """Its title, or its address."""
    added: datetime
    """UTC."""
    checked: datetime | None = None
    """When it was last asked for, UTC."""
    reason: str = ""
    """Why that failed; empty when it did not."""
    etag: str = ""
    last_modified: str = ""
    critics: int = 0
    """Subscriptions that are of it now."""


@record(frozen=True, slots=True)
class Member:
    """Whom a list named."""

    critic_id: int | None
    """None when the reader ended the subscription, which the list does not bring back."""
    brought: bool
    """True when the list began the subscription, and so may end it."""


@record(frozen=True, slots=True)
class Named:
    """A subscription as a list names it."""

    feed_url: str
    name: str
    site_url: str = ""
    tags: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class ListOutcome:
    """What a look at a list came to."""

    url: str
    name: str
    came: tuple[str, ...] = ()
    """Names of critics subscribed to now."""
    went: tuple[str, ...] = ()
    """Names of those whose subscription ended."""
    reason: str = ""
    """Failed: why."""
