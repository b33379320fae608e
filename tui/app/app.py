"""The App: the frame the screens stand in, and the only one who knows which screen comes next.

What it builds its screens from (the contract between the two floors of screens):

    ReviewsScreen(library, clock)
    CriticsScreen(library, clock), WorksScreen(library, clock), GradesScreen(library, clock)
                             post what a bar, a cell or a line stands for: QueryShown, WorkAsked, ProfileAsked
    ReadingScreen(library, clock, review_id, order, places=…)
                             posts ReviewShown, Marked, BrowserAsked, CopyAsked; dismisses itself
    WelcomeScreen(sample, add, take_list)
                             posts CriticAdded, ListImported, SampleAsked
    CommentsScreen(library, clock, review_id)
                             posts ThreadWanted, ReplyAsked, OwnReplyAsked, BrowserAsked, CopyAsked; dismisses itself
    ComposeScreen(library, clock, subject, desk)
                             dismisses with (the reply's number, ReplyOutcome), or None
    HelpScreen(places)
    AddCriticDialog(look)    dismisses with (Critic, FeedOutcome), or None
"""

import asyncio
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, cast

from textual import on, work

from tui.app import collector, messages
from tui.app.commands import Place, bindings
from tui.app.dialogs.palette import VerbProvider
from tui.app.figuring import Figuring
from tui.app.reading import Reading
from tui.app.replying import Replying
from tui.app.screens.critics import CriticsScreen
from tui.app.screens.reviews import ReviewsScreen
from tui.app.tending import Tending
from tui.app.themes import OTHERWISE, THEMES
from tui.app.widgets.browsing import Browsing
from tui.app.widgets.reports import in_words, marked, taken_back, taken_over
from tui.model.correction import Regrading
from tui.model.critic import Critic
from tui.model.imported import Imported
from tui.model.listing import Marking
from tui.model.outcome import FeedOutcome
from tui.model.reply import Identity
from tui.store.library import Library

if TYPE_CHECKING:  # what a refresh needs is imported by whoever builds one, not by opening the app
    from tui.refresh.refresher import Refresher

_NOBODY = Identity()


class MatineeApp(Browsing, Figuring, Tending, Replying, Reading):
    """Matinee. `run()` returns `"sample"` when the reader asked for the sample site, else None."""

    TITLE = "Matinee"
    BINDINGS = bindings(Place.ANYWHERE)
    COMMANDS = {VerbProvider}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    DEFAULT_MODE = "reviews"

    def __init__(
        self,
        library: Library,
        refresher: "Refresher",
        clock: Callable[[], datetime],
        *,
        notice: str = "",
        sample: bool = False,
        theme: str = "house-lights",
        measure: int = 72,
        blind: bool = False,
        identity: Identity = _NOBODY,
        keep_identity: Callable[[Identity], None] | None = None,
        editor: Sequence[str] = (),
        on_start: bool = True,
        every: int = 0,
    ) -> None:
        """`notice` is said at the start; `sample`: the welcome offers the sample site; `measure`: columns of prose;
        `blind`: grades of unread reviews are hidden.

        `identity`: who the reader is where they reply; `keep_identity` writes another one into the configuration, which
        may raise BadSetting (None: it is not kept, as on the sample site); `editor`: their own, for replies. Who is due
        is visited `on_start`, and `every` so many minutes (0: never by itself).
        """
        super().__init__()
        self.on_start, self.every = on_start, every
        self.identity, self.keep_identity, self.editor = identity, keep_identity, editor
        self.library, self.refresher, self.clock = library, refresher, clock
        self.notice, self.sample, self.measure = notice, sample, measure
        self.markings = []
        self.blind, self.revealed = blind, set()
        self.places = {}
        self._writing = asyncio.Lock()
        self.add_mode("reviews", lambda: ReviewsScreen(library, clock))
        self.add_mode("critics", lambda: CriticsScreen(library, clock))
        self.add_mode("works", self.works_screen)
        self.add_mode("grades", self.grades_screen)
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = theme if theme in self.available_themes else THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return OTHERWISE

    def on_mount(self) -> None:
        if self.notice:
            self.notify(self.notice, markup=False, timeout=20)
        if self.on_start:
            self.refresh_due()
        if self.every:
            self.refresh_by_itself(self.every)
        self.offer_drafts()
        # While feeds are parsed in threads, a key waits 8 ms for its turn instead of 14.
        sys.setswitchinterval(0.0005)
        self.set_timer(1, lambda: self.in_a_pause(self.warm_up))
        self.set_timer(1, lambda: self.in_a_pause(self.ready_to_read))

    # Screens.

    def action_view(self, view: str) -> None:
        """Go to one of the main views."""
        self.switch_mode(view)

    def action_help(self) -> None:
        from tui.app.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(getattr(self.screen, "PLACES", ())))

    @on(messages.ReviewShown)
    def follow(self, message: messages.ReviewShown) -> None:
        """Let the list's cursor follow the reader."""
        self.reviews.follow(message.review_id)

    @on(messages.CriticChosen)
    def show_critic(self, message: messages.CriticChosen) -> None:
        """Show one critic's reviews."""
        self.switch_mode("reviews")
        self.reviews.show_critic(message.critic)

    @on(messages.ViewLeft)
    def leave(self) -> None:
        """Leave a main view: the critics for the reviews, the reviews for good."""
        if self.current_mode == "reviews":
            self.exit()
        else:
            self.switch_mode("reviews")

    @on(messages.ListShown)
    def let_collect(self) -> None:
        """Begin to collect what was only needed to load."""
        collector.end_hold()

    @on(messages.LibraryEmpty)
    def welcome(self) -> None:
        """Show the three ways on."""
        from tui.app.screens.welcome import WelcomeScreen

        if self.screen is self.reviews:
            self.push_screen(WelcomeScreen(self.sample, self._add, self._take_list))

    @on(messages.SampleAsked)
    def open_sample(self) -> None:
        """Leave, so that the door can open the sample site."""
        self.exit("sample")

    @property
    def reviews(self) -> ReviewsScreen:
        """The list, wherever the reader is."""
        return cast("ReviewsScreen", self._screen_stacks["reviews"][0])

    # Critics.

    @work(group="dialog", exit_on_error=False)
    async def action_add_critic(self) -> None:
        from tui.app.dialogs.add_critic import AddCriticDialog

        added = await self.push_screen_wait(AddCriticDialog(self.look))
        if added is not None:
            self.critic_added(messages.CriticAdded(*added))

    @on(messages.CriticAdded)
    def critic_added(self, message: messages.CriticAdded) -> None:
        """Show the new critic everywhere."""
        kept = " (in the sample, which is thrown away when you leave)" if self.notice else ""
        self.notify(f"{message.critic.name}: {in_words(message.outcome)}{kept}", markup=False)
        self._leave_welcome()
        self.everywhere("show_news")
        self.read_pages([message.critic])

    @on(messages.ListImported)
    def list_imported(self, message: messages.ListImported) -> None:
        """Show the new critics everywhere, and visit them."""
        self.notify(taken_over(message.imported), markup=False, timeout=8)
        self._leave_welcome()
        self.everywhere("show_news")
        self.action_refresh_all()

    async def _add(self, address: str, name: str | None = None) -> tuple[Critic, FeedOutcome]:
        offer = await self.look(address)
        if len(offer.feeds) > 1:
            self.notify(f"That page names {len(offer.feeds) - 1} more feeds; a offers them", markup=False, timeout=8)
        return await offer.take(offer.feeds[0], name)

    async def _take_list(self, path: str) -> Imported:
        from tui.refresh.importing import import_file

        return await asyncio.to_thread(import_file, self.library, path, now=self.clock())

    def _leave_welcome(self) -> None:
        from tui.app.screens.welcome import WelcomeScreen

        if isinstance(self.screen, WelcomeScreen):
            self.pop_screen()

    @on(messages.CriticRemoved)
    def critic_removed(self, message: messages.CriticRemoved) -> None:
        """Forget the critic everywhere."""
        self.markings.clear()
        self.reviews.forget_critic(message.critic)
        self.everywhere("show_news")

    # Marks.

    @on(messages.MarkAsked)
    def mark(self, message: messages.MarkAsked) -> None:
        """Set a mark."""
        self._write_marks(lambda: self.library.mark(message.ids, message.mark, message.value, now=self.clock()))

    @on(messages.MarkAllAsked)
    def mark_all(self, message: messages.MarkAllAsked) -> None:
        """Mark everything shown as read."""
        self._write_marks(lambda: self.library.mark_all(message.query, "read", True, now=self.clock()), told=True)

    @on(messages.Marked)
    def remember(self, message: messages.Marked) -> None:
        """A screen changed marks itself: remember it, and show it everywhere."""
        self._marked(message.marking)

    @work(group="marks", exit_on_error=False)
    async def _write_marks(self, write: Callable[[], Marking], *, told: bool = False) -> None:
        with self.telling():
            async with self._writing:  # two presses of N in a row must arrive in their order
                marking = await asyncio.to_thread(write)
            self._marked(marking)
            if told:
                self.notify(marked(marking), markup=False)

    def _marked(self, marking: Marking) -> None:
        if marking.ids:
            self.markings.append(marking)
        self.everywhere("show_marking", marking)

    @work(group="marks", exit_on_error=False)
    async def action_undo(self) -> None:
        if not self.markings:
            self.notify("Nothing to take back", timeout=2)
            return
        marking = self.markings[-1]
        with self.telling():
            if not isinstance(marking, Marking):
                await (self.take_back(marking) if isinstance(marking, Regrading) else self.take_back_word(marking))
                self.markings.remove(marking)
                return
            async with self._writing:
                await asyncio.to_thread(self.library.undo, marking)
            self.markings.remove(marking)
            self.everywhere("show_marking", Marking(marking.ids, marking.mark, not marking.value))
            self.notify(taken_back(marking), timeout=3, markup=False)

    @on(messages.PageAsked)
    @work(group="page", exit_on_error=False)
    async def page(self, message: messages.PageAsked) -> None:
        """Open a review's page, or copy its address."""
        with self.telling():
            review = await asyncio.to_thread(self.library.review, message.review_id)
            ask = messages.CopyAsked if message.copy else messages.BrowserAsked
            self.post_message(ask(review.draft.url))
