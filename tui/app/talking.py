"""The talk under reviews, for the App: opening a thread and fetching it behind the screen."""

from collections.abc import Callable, Sequence
from datetime import datetime

from textual import on, work

from tui.app.messages import CommentsAsked, ThreadWanted
from tui.app.refreshing import Refreshing
from tui.model.critic import Critic


class Talking(Refreshing):
    """For the App."""

    clock: Callable[[], datetime]
    measure: int
    """Columns of prose."""

    @on(CommentsAsked)
    def open_comments(self, message: CommentsAsked) -> None:
        """Show the comments under a review."""
        self.show_comments(message.review_id)

    def show_comments(self, review_id: int, select: str = "") -> None:
        """Show a thread, at the comment of this id if one is given."""
        from tui.app.screens.comments import CommentsScreen

        if not isinstance(self.screen, CommentsScreen):
            screen = CommentsScreen(self.library, self.clock, review_id, measure=self.measure, select=select)
            self.push_screen(screen)

    @work(exclusive=True, group="threads", exit_on_error=False)
    async def read_talk(self, critics: Sequence[Critic]) -> None:  # type: ignore[override]  # a worker is not awaited
        """Fetch what is due of the threads under these critics' reviews; the lists learn their counts."""
        new = 0
        with self.telling():
            async for outcome in self.refresher.talk.read(critics):
                new += outcome.new
                self.everywhere("show_talk", outcome.review_id)
        if new and self.is_running:
            self.everywhere("show_news")

    @on(ThreadWanted)
    @work(group="talk", exit_on_error=False)
    async def fetch_thread(self, message: ThreadWanted) -> None:
        """Fetch a thread; what was known of it stays when that fails, and the screen says so."""
        try:
            with self.telling():
                outcome = await self.refresher.talk.fetch(message.review_id)
                if outcome.new:
                    self.everywhere("show_news")
                if message.asked and not outcome.failed:
                    self.notify(_came(outcome.new), markup=False, timeout=2)
        finally:
            if self.is_running:
                self.everywhere("show_talk", message.review_id)


def _came(new: int) -> str:
    return "No new comments" if not new else "1 new comment" if new == 1 else f"{new:,} new comments"
