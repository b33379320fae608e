"""Visiting feeds and reading pages behind the screens: what the App does while the reader reads on."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import App

from tui.app.messages import FullTextAsked
from tui.app.widgets.reports import in_words, list_in_words, page_in_words, pages_summary, regraded_in_words, summary
from tui.app.widgets.status import StatusBar
from tui.app.widgets.telling import Telling
from tui.model.critic import Critic, answering
from tui.model.errors import RefreshUnderWay
from tui.model.outcome import FeedOutcome
from tui.model.pace import Pace
from tui.model.paging import PageOutcome
from tui.refresh.choosing import Wish, choose
from tui.store.library import Library

if TYPE_CHECKING:  # what a refresh needs is imported by whoever builds one, not by opening the app
    from tui.refresh.refresher import Refresher

_TOLD_EVERY = 0.1
"""Seconds between two outcomes told: fifty a second can be painted but not read."""
_SHOWN_EVERY = 1.5
"""Seconds after which the lists are renewed: of 100,000 reviews that takes two threads 0.2 s, which keys wait for."""
_NEWS_EVERY = 5
"""Pages after which the lists are renewed: each renewing asks the library for what is in sight."""


class Refreshing(Telling, App[str | None]):
    """For the App."""

    library: Library
    refresher: "Refresher"
    clock: Callable[[], datetime]
    refreshing = False
    """Whether feeds are being visited."""
    progress = ""
    """How that is getting on, in one line."""

    def everywhere(self, call: str, *values: Any) -> None:
        """Call a method on every screen, in sight or not, that has it."""
        for screen in chain.from_iterable(self._screen_stacks.values()):
            method = getattr(screen, call, None)
            if method is not None:
                method(*values)

    def action_refresh_all(self) -> None:
        self.refresh_feeds(Wish.NOW)

    def action_refresh_one(self) -> None:
        critic_here = getattr(self.screen, "critic_here", lambda: None)()
        self.refresh_feeds(Wish.NAMED, critic_here)

    def refresh_by_itself(self, minutes: float) -> None:
        """Visit who is due every so many minutes from now on; nobody who reads should notice but by what is new."""
        self.set_interval(minutes * 60, self.refresh_due, name="refresh")

    def refresh_due(self) -> None:
        """Visit who is due, unless that is under way."""
        if not self.refreshing:
            self.refresh_feeds(Wish.DUE)

    def refresh_feeds(self, wish: Wish, critic_id: int | None = None) -> None:
        """Visit critics' feeds, or only this one's; one refresh at a time."""
        if self.refreshing:
            self.notify("A refresh is under way", timeout=2)
            return
        self.refreshing = True
        self._refresh(wish, critic_id)

    @work(exclusive=True, group="refresh", exit_on_error=False)
    async def _refresh(self, wish: Wish, critic_id: int | None) -> None:
        outcomes: list[FeedOutcome] = []
        critics: Sequence[Critic] = ()
        telling, showing = Pace(_TOLD_EVERY), Pace(_SHOWN_EVERY)
        try:
            with self.telling(but=RefreshUnderWay):
                critics = await self._choose(wish, critic_id)
                if not critics:
                    return
                self._say(f"0/{len(critics)} · asking")
                async for outcome in self.refresher.refresh(critics):
                    outcomes.append(outcome)
                    now = asyncio.get_running_loop().time()
                    if telling.lets(now) or len(outcomes) == len(critics):
                        self._say(f"{len(outcomes)}/{len(critics)} · {outcome.critic}: {in_words(outcome)}")
                    if outcome.new and showing.lets(now):
                        self.everywhere("show_news")
        except RefreshUnderWay as other:
            if wish is not Wish.DUE:
                self.notify(other.what, timeout=4, markup=False)
        finally:
            self.refreshing = False
            if critics and self.is_running:
                self._say(summary(outcomes))
                if words := regraded_in_words(outcomes):
                    self.notify(words, markup=False, timeout=10)
                self.everywhere("show_news")
        if outcomes:
            self.read_pages(answering(critics, outcomes))

    async def _choose(self, wish: Wish, critic_id: int | None) -> Sequence[Critic]:
        """Return whom to visit; whoever the reader named and who has to wait is told."""
        lists = await asyncio.to_thread(self.library.lists)
        if lists and wish is not Wish.NAMED:
            await self._look_at_lists(wish)
        standings = await asyncio.to_thread(self.library.standings)
        if wish is Wish.NAMED:
            standings = tuple(each for each in standings if each.critic.id == critic_id)
        choice = choose(standings, wish, self.clock())
        if wish is Wish.NAMED:
            for each in choice.waiting:
                self.notify(f"{each.critic.name} {each.reason}: not visited", timeout=6, markup=False)
        return choice.visit

    async def _look_at_lists(self, wish: Wish) -> None:
        """See who came to the lists that are followed and who went."""
        for outcome in await self.refresher.lists.look(every=wish is not Wish.DUE):
            if outcome.came or outcome.went or outcome.reason:
                words = list_in_words(outcome)
                self.notify(words, severity="warning" if outcome.reason else "information", markup=False, timeout=8)
                self.everywhere("show_news")

    @work(exclusive=True, group="pages", exit_on_error=False)
    async def read_pages(self, critics: Sequence[Critic]) -> None:
        """Read what is due of these critics' pages; what a later refresh interrupts, that one takes up."""
        pages: list[PageOutcome] = []
        before = self.progress
        with self.telling():
            async for page in self.refresher.pages.read(critics):
                pages.append(page)
                if not self.refreshing:
                    self._say(f"page {len(pages)} · {page.critic}: {page_in_words(page)}")
                if len(pages) % _NEWS_EVERY == 0:
                    self.everywhere("show_news")
        if pages and self.is_running:
            self.everywhere("show_news")
            if not self.refreshing:
                self._say(" · ".join(filter(None, (before, pages_summary(pages)))))
        self.read_talk(critics)

    def read_talk(self, critics: Sequence[Critic]) -> None:
        """Read the threads of these critics' reviews, where somebody does."""

    @on(FullTextAsked)
    @work(group="page", exit_on_error=False)
    async def read_page(self, message: FullTextAsked) -> None:
        """Read the page of one review now, and show what it gave."""
        self.notify("Fetching the review's page", timeout=2)
        with self.telling():
            page = await self.refresher.pages.read_one(message.review_id)
            words = f"{page.title}: {page_in_words(page)}"
            self.notify(words, severity="warning" if page.failed else "information", markup=False, timeout=6)
            if not page.failed:
                self.everywhere("show_text", message.review_id)
                self.everywhere("show_news")

    def _say(self, progress: str) -> None:
        self.progress = progress
        for screen in chain.from_iterable(self._screen_stacks.values()):
            for bar in screen.query(StatusBar):
                bar.progress = progress
