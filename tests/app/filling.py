"""Libraries for the app's tests: invented critics who saw invented films, written straight into a real SQLite file."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.app.threading import NoTalk
from tests.makers import NOON, make_credits, make_draft, make_grade
from tests.waiting import until
from tui.app.app import MatineeApp
from tui.app.screens.reviews import ReviewsScreen
from tui.model.archive import ArchiveProgress
from tui.model.critic import Critic, FeedState
from tui.model.outcome import FeedOutcome
from tui.model.paging import PageOutcome
from tui.model.review import Draft
from tui.model.scale import LETTERS
from tui.model.work import Work
from tui.store.library import Library

CRITICS = ("Ada Quill", "Bram Oxley", "Cyra Fenn", "Second Reel")
FILMS = (
    "The Second Foghorn", "Half Past Forever", "Goblin Tax", "Motherboard", "Salt Cathedral", "Static", "東京の雨",
    "[REC]²", "[/] and Other Endings", "A Very Long Title About a Lighthouse Keeper Who Would Not Come Down",
)  # fmt: skip


def draft(number: int) -> Draft:
    """Return the `number`-th invented review: an hour older than the one before, its grade one letter on."""
    letters = list(LETTERS)
    letter = letters[number % len(letters)]
    film = FILMS[number % len(FILMS)]
    grade = make_grade(written=letter, value=None, best=None, score=LETTERS[letter], letter=letter)
    return make_draft(
        guid=f"review-{number}", title=f"{film} {number}", url=f"https://critic.example/{number}",
        published=NOON - timedelta(hours=number), grade=None if number % 14 == 13 else grade,
        work=Work(f"{film} {number}" if number >= len(FILMS) else film, 2025),
        credits=make_credits(), comments=number % 7, fingerprint=str(number),
        html=f"<p>Number {number} is a patient film about <em>fog</em>.</p><p>My Grade: {letter}</p>",
        text=f"Number {number} is a patient film about fog.\n\nMy Grade: {letter}",
    )  # fmt: skip


def take(library: Library, critic: Critic, drafts: Sequence[Draft], *, at: datetime = NOON) -> tuple[int, ...]:
    """Put reviews into a library as a refresh would."""
    outcome = FeedOutcome(critic.id, critic.name, "changed", at, 0.2, new=len(drafts))
    state = FeedState(checked=at, due=at + timedelta(days=1))
    return library.take(critic.id, add=drafts, change=(), counts=(), state=state, outcome=outcome, index=False)


def filled(path: Path, reviews: int = 40, critics: Sequence[str] = CRITICS) -> Library:
    """Return a library with so many reviews, dealt out to the critics one by one."""
    library = Library.open(path / "library.sqlite3")
    for place, name in enumerate(critics):
        feed = f"https://{name.casefold().replace(' ', '-')}.example/feed/"
        critic = library.subscribe(feed, name=name, tags=("fog",) if place == 0 else (), now=NOON)
        take(library, critic, [draft(number) for number in range(place, reviews, len(critics))])
    return library


class NoPages:
    """A reader of pages that fetches none: it yields the outcomes it was given."""

    def __init__(self, outcomes: Sequence[PageOutcome] = ()) -> None:
        self.outcomes = outcomes
        self.asked: list[str] = []
        """The names of the critics whose pages it was to read."""

    async def read(self, critics: Sequence[Critic]) -> AsyncIterator[PageOutcome]:
        """Yield the outcomes."""
        self.asked += [critic.name for critic in critics]
        for outcome in self.outcomes:
            yield outcome

    async def read_one(self, review_id: int) -> PageOutcome:
        """Return the first outcome."""
        return self.outcomes[0]


class Archives:
    """Takes archives: it yields what it was given, and then waits as long as it is told to."""

    def __init__(self, told: Sequence[ArchiveProgress], hold: asyncio.Event | None = None) -> None:
        self.told = told
        self.hold = hold
        self.asked: list[str] = []
        """The names of the critics."""

    async def backfill(self, critic: Critic) -> AsyncIterator[ArchiveProgress]:
        """Yield them, waiting before the last."""
        self.asked.append(critic.name)
        for progress in self.told[:-1]:
            yield progress
        if self.hold:
            await self.hold.wait()
        yield self.told[-1]


class NoNews:
    """A refresher that visits nobody: it does what it was told to, and yields the outcomes it was given."""

    def __init__(
        self,
        outcomes: Sequence[FeedOutcome] = (),
        bring: Callable[[], object] = lambda: None,
        pages: Sequence[PageOutcome] = (),
        archives: Archives | None = None,
    ) -> None:
        self.outcomes = outcomes
        self.archives = archives
        self.pages = NoPages(pages)
        self.bring = bring
        self.talk = NoTalk()
        self.asked: list[str] = []
        """The names of the critics it was to visit."""

    async def refresh(self, critics: Sequence[Critic]) -> AsyncIterator[FeedOutcome]:
        """Let the news come in, then yield the outcomes."""
        self.asked += [critic.name for critic in critics]
        self.bring()
        for outcome in self.outcomes:
            yield outcome

    async def add(self, address: str, *, name: str = "") -> tuple[Critic, FeedOutcome]:
        """Never asked."""
        raise NotImplementedError


def app_on(library: Library, refresher: NoNews | None = None, **settings: Any) -> MatineeApp:
    """Return the app on a library, at noon."""
    return MatineeApp(library, refresher or NoNews(), lambda: NOON, **settings)  # type: ignore[arg-type]


def seen(app: MatineeApp) -> list[str]:
    """Return what stands on the screen, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


async def arrived(pilot: Pilot[str | None]) -> ReviewsScreen:
    """Wait until the whole list and its counts have arrived; return the screen."""
    app = pilot.app
    assert isinstance(app, MatineeApp)
    screen = app.reviews
    await until(pilot, lambda: len(screen.reviews.order) and screen.histogram.total, "the list and its counts")
    await still(pilot)
    return screen


async def still(pilot: Pilot[str | None]) -> None:
    """Wait until no worker is under way, anywhere."""
    await until(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers), "every answer")
    await pilot.pause()
