"""One critic's profile: how they grade, how that changed, what a letter of theirs means, and with whom they agree."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from textual import work

from tui.app.commands import Place
from tui.app.widgets.blindness import without_unread
from tui.app.widgets.profile_sheet import profile_sheet
from tui.app.widgets.sheet_screen import SheetScreen
from tui.store.library import Library
from tui.summaries.agreement import Agreement
from tui.summaries.profile import Profile


class Portrait(NamedTuple):
    """All the sheet shows."""

    profile: Profile
    agreements: tuple[Agreement, ...]
    names: Mapping[int, str]
    manner: tuple[str, ...]


class ProfileScreen(SheetScreen):
    """Comes back with nothing; what is opened from it goes up as messages."""

    PLACES = (Place.SHEET,)
    VIEW = "grades"

    def __init__(self, library: Library, critic_id: int) -> None:
        super().__init__()
        self.library = library
        self.critic_id = critic_id
        self.portrait: Portrait | None = None
        """None until it is fetched."""

    def on_mount(self) -> None:
        self.fetch(fresh=True)

    def show_news(self) -> None:
        """Reviews or grades changed."""
        self.fetch()

    def show_blind(self) -> None:
        """Blind mode was switched."""
        self.fetch()

    @work(exclusive=True, group="profile", exit_on_error=False)
    async def fetch(self, *, fresh: bool = False) -> None:
        """Fetch the figures and show them."""
        with self.telling():
            self.portrait = await asyncio.to_thread(_read, self.library, self.critic_id)
            profile = without_unread(self.portrait.profile) if self.blind else self.portrait.profile
            self.sheet.show(partial(profile_sheet, profile, *self.portrait[1:]), fresh=fresh)

    def critic_here(self) -> int | None:
        """Return whose profile it is."""
        return self.critic_id


def _read(library: Library, critic_id: int) -> Portrait:
    from tui.grading.manner import in_words  # imported in the thread that needs it first

    profile = library.profile(critic_id)
    names = {each.critic.id: each.critic.name for each in library.standings()}
    return Portrait(profile, library.agreements_of(critic_id), names, tuple(in_words(profile.manner)))
