"""The part of the library that keeps searches under a name, and knows the names that can stand in one."""

from tui.model.query_completion import Of
from tui.model.saved import SavedSearch
from tui.store import saved_searches
from tui.store.connections import Connections


class SearchShelf:
    """For `Library`."""

    _connections: Connections

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches that are kept, in the order they were made."""
        with self._connections.reading() as connection:
            return saved_searches.every(connection)

    def saved_search(self, name: str) -> SavedSearch:
        """Return the search kept under a name, however its case and accents are written. Raises `UnknownSearch`."""
        with self._connections.reading() as connection:
            return saved_searches.find(connection, name)

    def save_search(self, name: str, text: str, *, own: int | None = None) -> SavedSearch:
        """Keep a search under a name, in the place of number `own` if that is given.

        Raises `WrongUse` where there is no name or another search has it. What `text` means is not looked at.
        """
        with self._connections.writing() as connection:
            return saved_searches.keep(connection, name, text, own)

    def remove_search(self, search_id: int) -> None:
        """Forget a search; nothing if it is gone already."""
        with self._connections.writing() as connection:
            saved_searches.remove(connection, search_id)

    def names(self, of: Of, begin: str, limit: int = 8) -> tuple[str, ...]:
        """Return names of critics, works, directors or tags that begin so, then those in which a later word does."""
        with self._connections.reading_at_once() as connection:
            return saved_searches.names(connection, of, begin, limit)
