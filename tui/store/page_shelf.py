"""The part of the library that knows of reviews' own pages."""

from datetime import datetime

from tui.model.edition import Edition
from tui.model.paging import UNRULED, PageNote, PageRule
from tui.model.review import Draft
from tui.store import critics, paging
from tui.store.connections import Connections


class PageShelf:
    """For `Library`."""

    _connections: Connections

    def page_rule(self, critic_id: int) -> PageRule:
        """Return whether a critic's pages are fetched, and why."""
        with self._connections.reading() as connection:
            return paging.rules(connection).get(critic_id, UNRULED)

    def keep_page_rule(self, critic_id: int, rule: PageRule) -> None:
        """Change that."""
        with self._connections.writing() as connection:
            paging.keep_rule(connection, critic_id, rule)

    def newest(self, critic_id: int, limit: int) -> list[int]:
        """Return the numbers of a critic's newest reviews."""
        with self._connections.reading() as connection:
            return paging.newest(connection, critic_id, limit)

    def critics_lacking(self, newest: int, many: int) -> frozenset[int]:
        """Return the critics whose pages may be worth a look: at a glance, so that nobody else need be looked at."""
        with self._connections.reading() as connection:
            return paging.lacking(connection, newest, many)

    def feed_of(self, critic_id: int) -> str:
        """Return the address of a critic's feed, of one no longer subscribed to as well; empty when there is none."""
        with self._connections.reading_at_once() as connection:
            return paging.feed_of(connection, critic_id)

    def pages_due(self, critic_id: int, limit: int, *, past: int = 0, now: datetime) -> list[int]:
        """Return the reviews whose page may be fetched, newest first: never tried, or failed on an earlier day.

        The first `past` of them are left out.
        """
        with self._connections.reading() as connection:
            return paging.due(connection, critic_id, limit, past, now)

    def page_notes(self, critic_id: int, limit: int = 100) -> tuple[PageNote, ...]:
        """Return what came of a critic's pages, the last fetched first."""
        with self._connections.reading() as connection:
            return paging.notes(connection, critic_id, limit)

    def page_counts(self, critic_id: int) -> tuple[int, int, int]:
        """Return how many of a critic's pages were read, failed, and were not tried. Raises `UnknownCritic`."""
        with self._connections.reading_at_once() as connection:
            critics.by_number(connection, critic_id)
            return paging.counts(connection, critic_id)

    def keep_page(self, note: PageNote, draft: Draft | None, *, was: str, edition: Edition | None = None) -> bool:
        """Write down what came of one page, and the review with what it gave, in one transaction.

        `edition` is what the review was, where its critic edited it; `note.attempts` is counted here. False, and
        nothing is written, when the review is gone or changed meanwhile: when its fingerprint is no longer `was`.
        """
        with self._connections.writing() as connection:
            return paging.keep(connection, note, draft, was, edition)
