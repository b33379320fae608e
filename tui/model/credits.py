"""The head of a review: who made the work and what it is."""

from tui.model.record import record


@record(frozen=True, slots=True)
class Credits:
    """Credits as the post gives them; every part may be absent."""

    directed_by: tuple[str, ...] = ()
    starring: tuple[str, ...] = ()
    plot: str | None = None
    rated: str | None = None
    """The audience rating: `PG`, `R`, `12A`, `TV-MA`, `Not Rated`."""
    rated_for: str | None = None
    """What the rating is for: `thematic elements and adult language`."""
    trailer: str | None = None
    """The address of the trailer (a watch page, not an embed), http or https."""

    @property
    def empty(self) -> bool:
        """True when the post gave none of them."""
        return self == Credits()
