"""From figures to what they stand for, for the App: works, profiles, taste, the reader's own grades, blind mode."""

import asyncio
import importlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.screen import Screen

from tui.app import messages
from tui.app.merging import Merging
from tui.app.widgets.cells import steady
from tui.app.widgets.counted import graded
from tui.model.correction import Regrading
from tui.model.grade import Grade
from tui.model.listing import Marking
from tui.model.mine import NOTHING_SAID, Mine, MineChange
from tui.model.shown import ALL
from tui.model.works import Joining

if TYPE_CHECKING:
    from tui.app.screens.reviews import ReviewsScreen


class Figuring(Merging):
    """For the App."""

    clock: Callable[[], datetime]
    markings: list[Marking | Regrading | MineChange | Joining]
    blind = False
    """Whether grades of unread reviews are hidden."""
    revealed: set[int]
    """The reviews whose grade the reader asked to see all the same."""

    # Screens.

    def styled(self, screen: Screen[None]) -> Screen[None]:
        """Return a new screen as one that knows the theme: its widgets are styled as they are mounted.

        Textual takes it for one that missed a change of theme, and would read every style sheet again, twice: 60 ms.
        """
        screen._css_update_count = self._css_update_count
        return screen

    def works_screen(self) -> Screen[None]:
        """Return the main view of works, made when it is first gone to."""
        from tui.app.screens.works import WorksScreen

        return self.styled(WorksScreen(self.library, self.clock))

    def grades_screen(self) -> Screen[None]:
        """Return the main view of grades, made when it is first gone to."""
        from tui.app.screens.grades import GradesScreen

        return self.styled(GradesScreen(self.library, self.clock))

    @on(messages.QueryShown)
    def show_query(self, message: messages.QueryShown) -> None:
        """Show exactly these reviews in the list."""
        stack = self._screen_stacks["reviews"]
        self.switch_mode("reviews")
        for _ in stack[1:]:
            self.pop_screen()
        reviews = cast("ReviewsScreen", stack[0])
        reviews.show(shelf=ALL, search=message.query, bars=frozenset())
        reviews.reviews.focus()

    @on(messages.WorkAsked)
    @work(group="work", exit_on_error=False)
    async def open_work(self, message: messages.WorkAsked) -> None:
        """Show the page of a work."""
        from tui.app.screens.work import WorkScreen

        with self.telling():
            work_id = await self._work_of(message.work_id, message.review_id)
            if work_id is None:
                self.notify("This post reviews no work", timeout=3)
                return
            below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
            if isinstance(below, WorkScreen) and below.work_id == work_id:
                self.pop_screen()  # the reader came from there
            elif not (isinstance(self.screen, WorkScreen) and self.screen.work_id == work_id):
                self.push_screen(self.styled(WorkScreen(self.library, self.clock, work_id)))

    @on(messages.ProfileAsked)
    def open_profile(self, message: messages.ProfileAsked) -> None:
        """Show a critic's profile."""
        from tui.app.screens.profile import ProfileScreen

        here = self.screen
        if not (isinstance(here, ProfileScreen) and here.critic_id == message.critic_id):
            self.push_screen(self.styled(ProfileScreen(self.library, message.critic_id)))

    @on(messages.BesideAsked)
    def open_beside(self, message: messages.BesideAsked) -> None:
        """Show two reviews side by side."""
        from tui.app.screens.beside import BesideScreen

        self.push_screen(BesideScreen(self.library, self.clock, message.review_ids))

    def action_taste(self) -> None:
        from tui.app.screens.taste import TasteScreen

        if not isinstance(self.screen, TasteScreen):
            self.push_screen(self.styled(TasteScreen(self.library)))

    def warm_up(self) -> None:
        """Import the screens of figures in a thread, so that the first key to one of them waits for nothing."""
        asyncio.get_running_loop().run_in_executor(None, _import_screens)

    # Blind mode.

    def action_blind(self) -> None:
        self.blind = not self.blind
        self.revealed.clear()
        hides = "Blind: grades of reviews you have not read are hidden, V shows one"
        words = hides if self.blind else "Grades are shown"
        self.notify(words, markup=False, timeout=4)
        self.everywhere("show_blind")

    # The reader's own word.

    @on(messages.MineAsked)
    @work(group="dialog", exit_on_error=False)
    async def ask_mine(self, message: messages.MineAsked) -> None:
        """Let the reader grade a work, or say that they have seen it or want to."""
        with self.telling():
            work_id = await self._work_of(message.work_id, message.review_id)
            if work_id is None:
                self.notify("This post reviews no work", timeout=3)
                return
            now = await asyncio.to_thread(self.library.mine, work_id) or NOTHING_SAID
            if message.what == "grade":
                await self._ask_my_grade(work_id, now)
            else:
                turned = _turned(now, message.what)
                await self._keep(work_id, turned)
                self.notify(_turned_words(turned, message.what), timeout=3, markup=False)

    async def _ask_my_grade(self, work_id: int, now: Mine) -> None:
        from tui.app.dialogs.my_grade import MyGradeDialog
        from tui.grading.by_hand import read_mine

        rows = await asyncio.to_thread(self.library.work_rows, (work_id,))
        title = steady(rows[0].title) if rows else "This work"
        year = f" ({rows[0].year})" if rows and rows[0].year else ""

        async def keep(text: str) -> None:
            grade = read_mine(text)
            await self._keep(work_id, replace(now, grade=grade, seen=now.seen or grade is not None, source="hand"))

        begin = steady(now.grade.written) if now.grade else ""
        stands = f"You gave it {begin}." if begin else "You have not graded it."
        dialog = MyGradeDialog(title + year, stands, begin, lambda text: _means(read_mine(text)), keep)
        if await self.push_screen_wait(dialog):
            self.notify("Kept. u takes it back.", timeout=3)

    async def _keep(self, work_id: int, mine: Mine) -> None:
        new = None if mine.empty else mine
        change = await asyncio.to_thread(self.library.put_mine, work_id, new, now=self.clock())
        self.markings.append(change)
        self.everywhere("show_news")

    async def take_back_word(self, change: MineChange | Joining) -> None:
        """Undo what the reader said of a work, or of two."""
        if isinstance(change, Joining):
            await self.take_back_joining(change)
            return
        done = await asyncio.to_thread(self.library.undo_mine, change, now=self.clock())
        words = f"{steady(change.title)}: as it was" if done else "You have said something else of it since"
        self.notify(words, markup=False, timeout=3)
        self.everywhere("show_news")

    # Private.

    async def _work_of(self, work_id: int | None, review_id: int | None) -> int | None:
        if work_id is None and review_id is not None:
            return await asyncio.to_thread(self.library.work_of, review_id)
        return work_id


def _import_screens() -> None:
    for name in ("works", "grades", "work", "profile", "taste"):
        importlib.import_module(f"tui.app.screens.{name}")


def _means(grade: Grade | None) -> str:
    if grade is None:
        return "no grade"
    if grade.score is None:
        return f"thumbs {grade.verdict}" if grade.verdict else "on no known scale: 7/10 says one"
    return f"{graded(grade.score)} of 100"


def _turned(mine: Mine, what: str) -> Mine:
    """Return the reader's word with one of its marks turned round; what they have seen they no longer wait for."""
    if what == "seen":
        return replace(mine, seen=not mine.seen, seen_on=None, wanted=mine.wanted and mine.seen)
    return replace(mine, wanted=not mine.wanted)


def _turned_words(mine: Mine, what: str) -> str:
    if what == "seen":
        return "Seen" if mine.seen else "Not seen"
    return "On your watchlist" if mine.wanted else "Off your watchlist"
