"""The critics: who is subscribed, how their feeds are doing, and what to do where one fails."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.app.commands import Place, bindings
from tui.app.dialogs.confirm import ConfirmDialog
from tui.app.messages import (
    ArchiveAsked,
    CriticChosen,
    CriticRemoved,
    EditAsked,
    MoveAsked,
    PauseAsked,
    ProfileAsked,
    ViewLeft,
)
from tui.app.widgets.critics_table import CriticsTable, table_heading
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.lines import Lines
from tui.app.widgets.pane import PaneMoves
from tui.app.widgets.reports import pages_in_words
from tui.app.widgets.status import StatusBar
from tui.app.widgets.subscription_card import card, short_card, size_in_words
from tui.app.widgets.telling import Telling
from tui.model.critic import Critic, CriticStanding
from tui.model.listing import Marking
from tui.model.paging import PageRule, PageSetting
from tui.store.library import Library

_SWITCHED = {
    PageSetting.AUTO: "fetched where the first ones give more than the feed",
    PageSetting.ALWAYS: "always fetched, from the next refresh on",
    PageSetting.NEVER: "never fetched",
}


class CriticsScreen(PaneMoves, Telling, Screen[None]):
    """Subscriptions and their health: the place where the results of a refresh can be looked up later."""

    PLACES = (Place.CRITICS,)
    BINDINGS = bindings(Place.CRITICS)
    CSS_PATH = "critics.tcss"
    AUTO_FOCUS = "#table"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.library = library
        self.clock = clock
        self._switching = asyncio.Lock()

    def compose(self) -> ComposeResult:
        yield StatusBar("critics")
        yield Static(id="heading", markup=False)
        yield CriticsTable(self.clock(), id="table")
        yield Static(id="details", markup=False)
        yield Static(id="manner", markup=False)
        yield KeyBar(*self.PLACES)

    def on_mount(self) -> None:
        self.fetch()

    @property
    def table(self) -> CriticsTable:
        """The table."""
        return self.query_one(CriticsTable)

    @property
    def pane(self) -> Lines:
        return self.table

    def show_news(self) -> None:
        """Outcomes arrived, or critics came or went."""
        self.fetch()

    def show_marking(self, marking: Marking) -> None:
        """Marks changed elsewhere: counts do too."""
        self.fetch()

    @work(exclusive=True, group="critics", exit_on_error=False)
    async def fetch(self) -> None:
        """Fetch every subscription and show it."""
        with self.telling():
            standings = await asyncio.to_thread(self.library.standings)
            self.table.show(standings, self.clock())
            self.on_lines_moved()  # another critic may stand on the same line now

    def on_resize(self) -> None:
        self.query_one("#heading", Static).update(Content(table_heading(self.size.width)))
        self.call_after_refresh(self.on_lines_moved)  # a small window says less

    def on_lines_moved(self) -> None:
        standing, told = self.table.standing, self.query_one("#details", Static)
        empty = Content("No critics yet: a subscribes to one, by the address of their site or feed.")
        about = short_card if self.has_class("-short") else card
        content = about(standing, self.clock()) if standing else empty
        told.update(content)
        told.display = bool(content.plain)
        self.fetch_manner()

    @work(exclusive=True, group="manner", exit_on_error=False)
    async def fetch_manner(self) -> None:
        """Show what the library has to be asked for: pages, size, how the critic under the cursor grades."""
        standing = self.table.standing
        with self.telling():
            told = await asyncio.to_thread(_manner, self.library, standing) if standing else ""
            self.query_one("#manner", Static).update(Content(told))

    def on_lines_chosen(self) -> None:
        self.action_open_critic()

    def critic_here(self) -> int | None:
        """Return the critic under the cursor."""
        return self.table.standing.critic.id if self.table.standing else None

    def action_open_critic(self) -> None:
        if self.table.standing is not None:
            self.post_message(CriticChosen(self.table.standing.critic))

    def action_profile(self) -> None:
        if self.table.standing is not None:
            self.post_message(ProfileAsked(self.table.standing.critic.id))

    def action_back(self) -> None:
        self.post_message(ViewLeft())

    def action_pause(self) -> None:
        if self.table.standing is not None:
            self.post_message(PauseAsked(self.table.standing.critic))

    def action_edit_critic(self) -> None:
        if self.table.standing is not None:
            self.post_message(EditAsked(self.table.standing.critic))

    def action_move_feed(self) -> None:
        standing = self.table.standing
        if standing is None:
            return
        if standing.state.suggestion:
            self.post_message(MoveAsked(standing.critic, standing.state.suggestion))
        else:
            self.notify("No other address is known for this feed; `matinee move` takes any", timeout=4)

    def action_backfill(self) -> None:
        if self.table.standing is not None:
            self.post_message(ArchiveAsked(self.table.standing.critic))

    @work(group="pages", exit_on_error=False)
    async def action_switch_pages(self) -> None:
        standing = self.table.standing
        if standing is None:
            return
        with self.telling():
            async with self._switching:  # two presses in a row are two steps on
                rule = await asyncio.to_thread(_switch, self.library, standing.critic.id)
            self.notify(f"Pages of {standing.critic.name}: {_SWITCHED[rule.setting]}", markup=False, timeout=4)
            self.fetch()

    @work(group="dialog", exit_on_error=False)
    async def action_remove_critic(self) -> None:
        standing = self.table.standing
        if standing is None:
            return
        question = f"End the subscription to {standing.critic.name}?"
        consequence = f"{standing.reviews:,} reviews leave the library; starred ones stay. This cannot be undone."
        if await self.app.push_screen_wait(ConfirmDialog(question, consequence)):
            await self._remove(standing.critic)

    async def _remove(self, critic: Critic) -> None:
        with self.telling():
            removed, kept = await asyncio.to_thread(self.library.unsubscribe, critic.id)
            stay = f", {kept:,} starred stay" if kept else ""
            self.notify(f"{critic.name}: subscription ended, {removed:,} reviews removed{stay}", markup=False)
            self.post_message(CriticRemoved(critic))


def _manner(library: Library, standing: CriticStanding) -> str:
    from tui.grading.manner import in_words  # imported in the thread that needs it first
    from tui.refresh.learning import manner_of

    critic_id = standing.critic.id
    feed = f"; its feed {size_in_words(standing.state.size)}" if standing.state.size else ""
    lines = [
        f"Pages   {pages_in_words(standing.pages, library.page_counts(critic_id))}",
        f"Size    {size_in_words(library.weight(critic_id))} here{feed}",
    ]
    graded = in_words(manner_of(library, standing))
    return "\n".join(lines + [f"{'' if at else 'Grades':8}{line}" for at, line in enumerate(graded)])


def _switch(library: Library, critic_id: int) -> PageRule:
    """Set what comes after the setting in force: auto, always, never; what was learned is looked at afresh."""
    settings = tuple(PageSetting)
    here = settings.index(library.page_rule(critic_id).setting)
    rule = PageRule(settings[(here + 1) % len(settings)])
    library.keep_page_rule(critic_id, rule)
    return rule
