"""What structured data says of the work reviewed."""

from tui.model.record import record


@record(frozen=True, slots=True)
class Facts:
    """The item a page says it reviews; every part may be absent."""

    title: str = ""
    year: int | None = None
    kind: str = ""
    """As in `model.work.Work`; empty when the data does not say."""
    directors: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    rated: str = ""
    """The audience rating (`contentRating`)."""
    ids: tuple[tuple[str, str], ...] = ()
    """As in `model.work.Work`."""
    review: bool = False
    """True when the data calls the page a review."""


NOTHING_SAID = Facts()
"""Of a page without data."""
