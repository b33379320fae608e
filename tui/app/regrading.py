"""Correcting grades, for the App: the dialog, keeping what was said, and taking it back."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on, work

from tui.app.messages import RegradeAsked
from tui.app.refreshing import Refreshing
from tui.app.widgets.cells import steady
from tui.model.correction import Regrading
from tui.model.grade import Grade
from tui.model.listing import Marking
from tui.model.mine import MineChange
from tui.model.works import Joining

if TYPE_CHECKING:  # what reads grades is imported when the first one is corrected, not by opening the app
    from tui.refresh.regrading import Graded, Regraded


class Correcting(Refreshing):
    """For the App."""

    clock: Callable[[], datetime]
    markings: list[Marking | Regrading | MineChange | Joining]
    """What `undo` takes back, the last first."""

    @on(RegradeAsked)
    @work(group="dialog", exit_on_error=False)
    async def ask_grade(self, message: RegradeAsked) -> None:
        """Let the reader correct a grade."""
        from tui.app.dialogs.regrade import RegradeDialog
        from tui.refresh.regrading import graded, regrade, rule_in_words

        with self.telling():
            one = await asyncio.to_thread(graded, self.library, message.review_id)
            done: list[Regraded] = []

            def follows(text: str) -> str:
                rule = one.rule(text)
                return f"For all of {steady(one.review.critic)}'s: {rule_in_words(rule)}" if rule else ""

            async def keep(text: str, rule: bool) -> None:
                done.append(await asyncio.to_thread(regrade, self.library, one, text, rule=rule, now=self.clock()))

            dialog = RegradeDialog(_title(one), _stands(one), _begin(one), follows, keep)
            if await self.push_screen_wait(dialog):
                self._regraded(done[0])

    async def take_back(self, regrading: Regrading) -> None:
        """Undo a correction."""
        from tui.refresh.regrading import take_back

        done = await asyncio.to_thread(take_back, self.library, regrading, now=self.clock())
        self.notify("The grade is as it was" if done else "The grade was changed since", markup=False, timeout=3)
        self._show(regrading)

    def _regraded(self, done: "Regraded") -> None:
        self.markings.append(done.regrading)
        many = done.reread.regraded if done.reread else 0
        also = f" {many:,} grades of this critic read otherwise now." if done.reread else ""
        self.notify(f"Kept. u takes it back.{also}", timeout=5, markup=False)
        self._show(done.regrading)

    def _show(self, regrading: Regrading) -> None:
        self.everywhere("show_news")
        self.everywhere("show_text", regrading.review_id)


def _title(one: "Graded") -> str:
    draft = one.review.draft
    return f"{steady(draft.work.title if draft.work else draft.title)} by {steady(one.review.critic)}"


def _stands(one: "Graded") -> str:
    lines = [f"Read in the post: {_in_words(one.read)}"]
    if one.correction:
        lines.append(f"You said: {_in_words(one.correction.grade)}")
    return "\n".join(lines)


def _begin(one: "Graded") -> str:
    grade = one.correction.grade if one.correction else one.read
    return steady(grade.written.strip()) if grade else ""


def _in_words(grade: Grade | None) -> str:
    if grade is None:
        return "no grade"
    if grade.verdict:
        return f"{steady(grade.written.strip())} (thumbs {grade.verdict})"
    figures = "scale not stated" if grade.score is None else f"{grade.score:g} of 100"
    return f"{steady(grade.written.strip())} ({figures})"
