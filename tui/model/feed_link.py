"""A feed that a page names."""

from tui.model.record import record


@record(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names."""

    url: str
    title: str = ""
    """As the page calls it; may be empty."""
    comments: bool = False
    """True when it seems to hold comments rather than posts."""
