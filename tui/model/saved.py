"""A search kept under a name: a list that fills itself."""

from tui.model.record import record


@record(frozen=True, slots=True)
class SavedSearch:
    """What the reader keeps. Its words are read anew whenever it is shown, as `newer:2w` means other days tomorrow."""

    id: int
    """Its number, never used again."""
    name: str
    text: str
    """In the query language; empty means every review."""
