"""Visiting feeds and reading pages behind the screens: what the App does while the reader reads on."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import App

from tui.app.messages import FullTextAsked
from tui.app.widgets.reports import in_words, page_in_words, pages_summary, summary
from tui.app.widgets.status import StatusBar
from tui.app.widgets.telling import Telling
from tui.model.critic import Critic, CriticStanding, answering
from tui.model.outcome import FeedOutcome
from tui.model.paging import PageOutcome
from tui.store.library import Library

if TYPE_CHECKING:  # what a refresh needs is imported by whoever builds one, not by opening the app
    from tui.refresh.refresher import Refresher

_NEWS_EVERY = 5
"""Pages after which the lists are renewed: each renewing asks the library for what is in sight."""


class Refreshing(Telling, App[str | None]):
    """For the App."""

    library: Library
    refresher: "Refresher"
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
        self.refresh_feeds(lambda standing: True)

    def action_refresh_one(self) -> None:
        critic_here = getattr(self.screen, "critic_here", lambda: None)()
        self.refresh_feeds(lambda standing: standing.critic.id == critic_here)

    def refresh_feeds(self, wanted: Callable[[CriticStanding], bool]) -> None:
        """Visit some critics' feeds; one refresh at a time. At the start those never visited are."""
        if self.refreshing:
            self.notify("A refresh is under way", timeout=2)
            return
        self.refreshing = True
        self._refresh(wanted)

    @work(exclusive=True, group="refresh", exit_on_error=False)
    async def _refresh(self, wanted: Callable[[CriticStanding], bool]) -> None:
        outcomes: list[FeedOutcome] = []
        critics: list[Critic] = []
        try:
            with self.telling():
                standings = await asyncio.to_thread(self.library.standings)
                critics = [each.critic for each in standings if wanted(each)]
                if not critics:
                    return
                self._say(f"0/{len(critics)} · asking")
                async for outcome in self.refresher.refresh(critics):
                    outcomes.append(outcome)
                    self._say(f"{len(outcomes)}/{len(critics)} · {outcome.critic}: {in_words(outcome)}")
                    if outcome.new and len(outcomes) % 20 == 1:
                        self.everywhere("show_news")
        finally:
            self.refreshing = False
            if self.is_running:
                self._say(summary(outcomes))
                self.everywhere("show_news")
        self.read_pages(answering(critics, outcomes))

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
