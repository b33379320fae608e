"""Tending subscriptions, for the App: pausing, editing, and taking another address for a feed."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from textual import on, work

from tui.app.archiving import Archiving
from tui.app.messages import EditAsked, MoveAsked, PauseAsked
from tui.app.widgets.reports import every_in_words
from tui.model.critic import Critic
from tui.model.feed_link import FeedLink
from tui.model.outcome import FeedOutcome
from tui.refresh.choosing import Wish
from tui.store.library import Library

if TYPE_CHECKING:
    from tui.app.dialogs.add_critic import Offer


_NOT_KEPT = (
    "The password was used this once and is not kept: name it under [sites] in the configuration (see the README)"
)


class Tending(Archiving):
    """For the App."""

    async def look(self, address: str) -> "Offer":
        """Return the feeds an address leads to, the one a page is taken to mean first."""
        from tui.app.dialogs.add_critic import Offer
        from tui.web.address import without_secrets

        found = await self.refresher.find(address)
        first = FeedLink(without_secrets(found.feed_url), found.name)

        async def take(feed: FeedLink, name: str | None) -> tuple[Critic, FeedOutcome]:
            wanted = found if feed is first else await self.refresher.find(feed.url, named_by=found.answer.url)
            added = await self.refresher.subscribe(wanted, name=name or "")
            if without_secrets(wanted.feed_url) != wanted.feed_url:
                self.notify(_NOT_KEPT, severity="warning", timeout=12, markup=False)
            return added

        return Offer((first, *found.others), take)

    @on(PauseAsked)
    @work(group="tending", exit_on_error=False)
    async def pause_critic(self, message: PauseAsked) -> None:
        """Pause, or take up again."""
        critic = message.critic
        with self.telling():
            now = await asyncio.to_thread(self.library.pause, critic.id, not critic.paused)
            told = "paused; what was read stays" if now.paused else "visited again, at the next refresh"
            self.notify(f"{now.name}: {told}", markup=False, timeout=4)
            self.everywhere("show_news")

    @on(EditAsked)
    @work(group="dialog", exit_on_error=False)
    async def edit_critic(self, message: EditAsked) -> None:
        """Let the reader change what holds for a subscription."""
        from tui.app.dialogs.edit_critic import EditCriticDialog

        critic = message.critic

        async def keep(name: str, tags: tuple[str, ...], every: timedelta | None) -> Critic:
            return await asyncio.to_thread(_keep, self.library, critic, name, tags, every)

        if kept := await self.push_screen_wait(EditCriticDialog(critic, keep)):
            self.notify(f"{kept.name}: visited {every_in_words(kept.every)}", markup=False, timeout=4)
            self.everywhere("show_news")

    @on(MoveAsked)
    @work(group="tending", exit_on_error=False)
    async def move_feed(self, message: MoveAsked) -> None:
        """Take another address for a feed, and visit it there."""
        with self.telling():
            critic = await asyncio.to_thread(self.library.begin_anew, message.critic.id, message.address)
            self.notify(f"{critic.name} is asked at {critic.feed_url} from now on", markup=False, timeout=6)
            self.refresh_feeds(Wish.NAMED, critic.id)


def _keep(library: Library, was: Critic, name: str, tags: tuple[str, ...], every: timedelta | None) -> Critic:
    """Write what changed, and only that: a name first, as it alone can be refused."""
    changes: list[Callable[[], Critic]] = []
    if name != was.name:
        changes.append(lambda: library.rename(was.id, name))
    if tags != was.tags:
        changes.append(lambda: library.retag(was.id, tags))
    if every != was.every:
        changes.append(lambda: library.visit_every(was.id, every))
    now = was
    for change in changes:
        now = change()
    return now
