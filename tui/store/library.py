"""The library: every subscription, review, mark and comment, in one SQLite file."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal, Self

from tui.model.critic import Critic, CriticStanding, FeedState
from tui.model.edition import Edition
from tui.model.grade import Notation
from tui.model.listing import Cursor, Histogram, Marking, Page, Sort
from tui.model.order import Order
from tui.model.outcome import FeedOutcome
from tui.model.query import Query
from tui.model.review import Draft, Known, Namesake, Review, ReviewRow
from tui.store import critics, feed_states, intake, marks, paging, reading, search_index, turnstile
from tui.store.archive_shelf import ArchiveShelf
from tui.store.connections import Connections
from tui.store.edition_shelf import EditionShelf
from tui.store.editions import keep as keep_edition
from tui.store.figures_shelf import FiguresShelf
from tui.store.grade_shelf import GradeShelf
from tui.store.list_shelf import ListShelf
from tui.store.opening import prepare
from tui.store.page_shelf import PageShelf
from tui.store.reply_shelf import ReplyShelf
from tui.store.search_shelf import SearchShelf
from tui.store.subscription_shelf import SubscriptionShelf
from tui.store.talk_shelf import TalkShelf
from tui.store.works_shelf import WorksShelf

Mark = Literal["read", "starred"]
_CAUGHT_UP = 1_000
"""How many waiting reviews a search indexes before it answers."""
_AT_ONCE = 100
"""How many in one transaction: 30 ms, for others to write in between."""


class Library(
    ArchiveShelf,
    EditionShelf,
    GradeShelf,
    ListShelf,
    PageShelf,
    ReplyShelf,
    SearchShelf,
    SubscriptionShelf,
    TalkShelf,
    FiguresShelf,
    WorksShelf,
):
    """One library. Any thread may call anything; several processes may hold the same file open.

    Readers never wait; a writer waits for another, at most ten seconds (`LibraryBusy`). Every call is one transaction.
    Whatever goes wrong with the file is a `LibraryError` that names it.
    """

    def __init__(self, path: Path, assumed: Mapping[Notation, float] | None = None) -> None:
        """`assumed` is the reader's setting: the tops of scales that neither critics nor their history tell."""
        self.path = path
        self.assumed = assumed or {}
        self._connections = Connections(path)

    @classmethod
    def open(cls, path: Path, *, assumed: Mapping[Notation, float] | None = None) -> Self:
        """Open the library file at `path`; folder and file are made if missing, an older one is brought up to date."""
        prepare(path)
        return cls(path, assumed)

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Critics.

    def standings(self) -> tuple[CriticStanding, ...]:
        """Return every subscription with its counts and last outcome, by name."""
        with self._connections.reading_at_once() as connection:
            return critics.standings(connection)

    def critic(self, key: str) -> Critic:
        """Return whom a number, a name, the beginning of only one name, or an address of feed or site means."""
        with self._connections.reading_at_once() as connection:
            return critics.find(connection, key)

    def subscribe(
        self,
        feed_url: str,
        *,
        name: str,
        site_url: str = "",
        tags: Sequence[str] = (),
        by_hand: bool = False,
        now: datetime,
        came_from: str = "",
    ) -> Critic:
        """Begin a subscription. A name that is taken gets ` (2)`, but one the reader gave (`by_hand`) is refused.

        `came_from` is where the feed was found in the end, after redirects. Raises `AlreadySubscribed` for the address
        of a feed that is in the library, however it is spelled and whichever way it leads there.
        """
        with self._connections.writing() as connection:
            return critics.subscribe(connection, feed_url, name, site_url, tuple(tags), by_hand, now, came_from)

    def unsubscribe(self, critic_id: int) -> tuple[int, int]:
        """End a subscription; return how many reviews were removed, and how many starred ones stay."""
        with self._connections.writing() as connection:
            return critics.unsubscribe(connection, critic_id)

    def feed_state(self, critic_id: int) -> FeedState:
        """Return what this critic's server said last; a fresh state for a feed never asked."""
        return self.states().get(critic_id, FeedState())

    def states(self) -> dict[int, FeedState]:
        """Return what every critic's server said last, by the critic's number."""
        with self._connections.reading() as connection:
            return feed_states.states(connection)

    @contextmanager
    def refreshing(self) -> Iterator[None]:
        """Hold every other refresh of this library off, in whichever process. Raises `RefreshUnderWay`."""
        with turnstile.passing(self.path):
            yield

    # What a refresh writes.

    def known(self, critic_id: int, guids: Sequence[str]) -> dict[str, Known]:
        """Return which of these posts the library has, by guid."""
        with self._connections.reading() as connection:
            return intake.known(connection, critic_id, guids)

    def namesakes(self, critic_id: int, titles: Sequence[str], dates: Sequence[datetime]) -> tuple[Namesake, ...]:
        """Return the reviews of a critic with one of these titles, or published at one of these times."""
        with self._connections.reading() as connection:
            return intake.namesakes(connection, critic_id, titles, dates)

    def take(
        self,
        critic_id: int,
        *,
        add: Sequence[Draft],
        change: Sequence[tuple[int, Draft]],
        counts: Sequence[tuple[int, int]],
        state: FeedState,
        outcome: FeedOutcome,
        was: Mapping[int, str] | None = None,
        editions: Mapping[int, Edition] | None = None,
        index: bool = True,
    ) -> tuple[int, ...]:
        """Write what one visit to a feed brought, all or nothing; return the numbers of the new reviews.

        `change` replaces reviews by number and keeps their marks, but not one that no longer has the fingerprint `was`
        gives for it: the feed is then asked anew next time. `editions` are what edited reviews were, `counts` are
        (review, comments). A post another process added meanwhile is not added twice; for a critic removed meanwhile
        nothing is written. With `index` False the new words wait for `index_pending`.
        """
        with self._connections.writing() as connection:
            if not intake.note(connection, outcome, state):
                return ()
            new = [id for draft in add if (id := intake.add(connection, critic_id, draft)) is not None]
            late = intake.changed_meanwhile(connection, was or {})
            changed = [id for id, new in change if id not in late and intake.change(connection, critic_id, id, new)]
            paging.outdate(connection, changed)
            for id in set(changed) & set(editions or {}):
                keep_edition(connection, id, (editions or {})[id])
            if late.intersection(id for id, _ in change):
                intake.ask_anew(connection, critic_id)
            intake.count_comments(connection, counts)
            if index:
                for id in (*new, *changed):
                    search_index.index(connection, id)
            return tuple(new)

    def record(self, outcome: FeedOutcome, state: FeedState) -> None:
        """Write down a visit that brought nothing: unchanged or failed."""
        self.record_all([(outcome, state)])

    def record_all(self, visits: Iterable[tuple[FeedOutcome, FeedState]]) -> None:
        """Write down visits that brought nothing, all in one transaction."""
        with self._connections.writing() as connection:
            for outcome, state in visits:
                intake.note(connection, outcome, state)

    def index_pending(self, limit: int = 100) -> int:
        """Index up to `limit` reviews that still wait for it, newest first; return how many were."""
        with self._connections.reading() as connection:
            if not search_index.pending(connection, 1):
                return 0
        with self._connections.writing() as connection:
            waiting = search_index.pending(connection, limit)
            for id in waiting:
                search_index.index(connection, id)
            return len(waiting)

    def outcomes(self, critic_id: int | None = None, limit: int = 200) -> tuple[FeedOutcome, ...]:
        """Return the log of visits to feeds, newest first; the newest hundred of each critic are kept."""
        with self._connections.reading() as connection:
            return critics.outcomes(connection, critic_id, limit)

    # Reading.

    def page(self, query: Query, sort: Sort, *, after: Cursor | None = None, limit: int = 100) -> Page:
        """Return one window of a list; `Page.next` leads to the one after it."""
        self._catch_up(query)
        with self._connections.reading() as connection:
            return reading.page(connection, query, sort, after, limit)

    def order(self, query: Query, sort: Sort) -> "array[int]":
        """Return the numbers of all reviews meant, in order: a snapshot under which nothing moves."""
        self._catch_up(query)
        with self._connections.reading() as connection:
            return reading.listing(connection, query, sort).ids

    def listing(self, query: Query, sort: Sort) -> Order:
        """Return the order of all reviews meant, and which of them are unread, as of one moment."""
        self._catch_up(query)
        with self._connections.reading_at_once() as connection:
            return reading.listing(connection, query, sort)

    def rows(self, ids: Sequence[int]) -> tuple[ReviewRow, ...]:
        """Return lines of the list in the order asked; reviews that are gone are left out."""
        with self._connections.reading_at_once() as connection:
            return reading.rows(connection, ids)

    def count(self, query: Query) -> int:
        """Return how many reviews are meant."""
        self._catch_up(query)
        with self._connections.reading() as connection:
            return reading.count(connection, query)

    def histogram(self, query: Query) -> Histogram:
        """Return how many of the reviews meant stand at each letter."""
        self._catch_up(query)
        with self._connections.reading() as connection:
            return reading.histogram(connection, query)

    def review(self, review_id: int) -> Review:
        """Return one review, whole; raises `UnknownReview`."""
        with self._connections.reading_at_once() as connection:
            return reading.review(connection, review_id)

    def reviews(self, ids: Sequence[int]) -> tuple[Review, ...]:
        """Return whole reviews in the order asked (about 0.1 ms each); reviews that are gone are left out."""
        with self._connections.reading_at_once() as connection:
            return reading.reviews(connection, ids)

    def _catch_up(self, query: Query) -> None:
        # A refresh indexes behind itself, and one that was killed did not: a search answers for what waits, too. Not
        # for all of it: a third of a second is enough in the midst of a first refresh of everything.
        if query.searches:
            for _ in range(_CAUGHT_UP // _AT_ONCE):
                if not self.index_pending(_AT_ONCE):
                    break

    # Marks.

    def mark(self, ids: Sequence[int], mark: Mark, value: bool, *, now: datetime) -> Marking:
        """Set a mark; return what really changed, for `undo`."""
        with self._connections.writing() as connection:
            return marks.mark(connection, ids, mark, value, now)

    def mark_all(self, query: Query, mark: Mark, value: bool, *, now: datetime) -> Marking:
        """Set a mark on every review meant; return what really changed, for `undo`."""
        self._catch_up(query)
        with self._connections.writing() as connection:
            return marks.mark(connection, reading.listing(connection, query, Sort.NEWEST).ids, mark, value, now)

    def undo(self, marking: Marking) -> None:
        """Take a marking back; reviews marked otherwise since are left as they are."""
        with self._connections.writing() as connection:
            marks.undo(connection, marking)
