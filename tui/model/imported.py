"""What came of taking over a list of subscriptions."""

from tui.model.record import record


@record(frozen=True, slots=True)
class Imported:
    """Counts, and what could not be used."""

    added: int = 0
    """New subscriptions."""
    known: int = 0
    """Feeds the library had already."""
    skipped: tuple[str, ...] = ()
    """Entries of the file that are no feed we can fetch."""
    secrets: tuple[str, ...] = ()
    """Hosts of feeds whose address held a password: it is not kept, the library is no place for it."""
