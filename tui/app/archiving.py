"""Taking critics' archives, for the App: behind the screens, several at once, each stopped by asking again."""

from textual import on
from textual.worker import Worker

from tui.app.messages import ArchiveAsked, CriticRemoved
from tui.app.regrading import Correcting
from tui.app.widgets.reports import archive_in_words, archive_summary
from tui.model.archive import ArchiveProgress
from tui.model.critic import Critic

_NEWS_EVERY = 5
"""Pages after which the lists are renewed."""


class Archiving(Correcting):
    """For the App."""

    @property
    def _walks(self) -> dict[str, Worker[None]]:
        """What is under way, by the name of its worker."""
        return {worker.name: worker for worker in self.workers if worker.group == "archive" and not worker.is_finished}

    @on(ArchiveAsked)
    def take_archive(self, message: ArchiveAsked) -> None:
        """Begin, or stop what is under way."""
        critic = message.critic
        if walk := self._walks.get(_name(critic.id)):
            walk.cancel()
            self._say("")
            self.notify(f"{critic.name}: stopped; B goes on where it was", markup=False, timeout=4)
        else:
            self.notify(f"{critic.name}: taking the archive; B stops it", markup=False, timeout=4)
            self.run_worker(self._take(critic), _name(critic.id), "archive", exit_on_error=False)

    @on(CriticRemoved)
    def leave_archive(self, message: CriticRemoved) -> None:
        """End with the subscription."""
        if walk := self._walks.get(_name(message.critic.id)):
            walk.cancel()

    async def _take(self, critic: Critic) -> None:
        told: ArchiveProgress | None = None
        with self.telling():
            async for told in self.refresher.archives.backfill(critic):
                if not self.refreshing and not told.end:
                    self._say(f"archive · {critic.name}: {archive_in_words(told)}")
                if told.new and told.state.pages % _NEWS_EVERY == 0:
                    self.everywhere("show_news")
        if told is not None and self.is_running:
            failed = told.end == "failed"
            self.everywhere("show_news")
            if not self.refreshing:
                self._say(archive_summary(told))
            self.notify(archive_summary(told), severity="warning" if failed else "information", markup=False, timeout=8)


def _name(critic_id: int) -> str:
    return f"archive of {critic_id}"
