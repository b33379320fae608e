"""Moving and folding in a thread, for the screen that shows one."""

from abc import abstractmethod
from collections.abc import Callable

from textual.message_pump import MessagePump

from tui.app.widgets.thread_view import ThreadView
from tui.model.comment import Comment


class ThreadMoves(MessagePump):
    """Actions of the registry's verbs, done by the screen's `view`."""

    @property
    @abstractmethod
    def view(self) -> ThreadView:
        """The thread."""

    @property
    @abstractmethod
    def wanted(self) -> Callable[[Comment], bool]:
        """What is true for a comment that n and p go to."""

    # Moving.

    def action_down(self) -> None:
        self.view.step(1)

    def action_up(self) -> None:
        self.view.step(-1)

    def action_first(self) -> None:
        self._go(0 if self.view.outline.rows else None)

    def action_last(self) -> None:
        rows = self.view.outline.rows
        self._go(rows[-1] if rows else None)

    def action_page_down(self) -> None:
        self.view.page(1)

    def action_page_up(self) -> None:
        self.view.page(-1)

    def action_half_down(self) -> None:
        self.view.page(0.5)

    def action_half_up(self) -> None:
        self.view.page(-0.5)

    def action_parent(self) -> None:
        if self.view.selected is not None:
            self._go(self.view.outline.parents[self.view.cursor], "This comment answers no other here")

    def action_next_sibling(self) -> None:
        if self.view.selected is not None:
            self._go(self.view.outline.next_sibling(self.view.cursor), "No further answer to the same comment")

    def action_previous_sibling(self) -> None:
        if self.view.selected is not None:
            self._go(self.view.outline.previous_sibling(self.view.cursor), "No answer before to the same comment")

    def action_next_top(self) -> None:
        if self.view.selected is not None:
            self._go(self.view.outline.next_top(self.view.cursor), "This is the last branch")

    def action_previous_top(self) -> None:
        if self.view.selected is not None:
            self._go(self.view.outline.previous_top(self.view.cursor), "This is the first branch")

    def action_next_new(self) -> None:
        self._go(self.view.outline.after(self.view.cursor, self.wanted), f"{self.nothing_wanted} below")

    def action_previous_new(self) -> None:
        self._go(self.view.outline.before(self.view.cursor, self.wanted), f"{self.nothing_wanted} above")

    @property
    @abstractmethod
    def nothing_wanted(self) -> str:
        """What to say when n or p find nothing: `No new comment`."""

    def _go(self, place: int | None, else_say: str = "") -> None:
        if place is not None:
            self.view.go_to(place)
        elif else_say:
            self.app.notify(else_say, markup=False, timeout=2)

    # Folding.

    def action_fold(self) -> None:
        self.view.fold(lambda outline: outline.toggled(self.view.cursor))

    def action_collapse(self) -> None:
        view = self.view
        if view.selected is None:
            return
        if view.outline.below[view.cursor] and not view.outline.is_folded(view.cursor):
            self.action_fold()
        else:
            self._go(view.outline.parents[view.cursor])

    def action_expand(self) -> None:
        view = self.view
        if view.selected is None:
            return
        if view.outline.is_folded(view.cursor):
            self.action_fold()
        elif view.outline.below[view.cursor]:
            view.go_to(view.cursor + 1)

    def action_fold_all(self) -> None:
        """Show the top alone; everything when something is folded already."""
        folded = bool(self.view.outline.folded)
        self.view.fold(lambda outline: outline.shown_to(None if folded else 1))

    def action_shallower(self) -> None:
        self._show_to(self._level() - 1)

    def action_deeper(self) -> None:
        self._show_to(self._level() + 1)

    def _level(self) -> int:
        """Return down to which depth comments are in sight."""
        outline = self.view.outline
        return max((outline.comments[place].depth for place in outline.rows), default=0)

    def _show_to(self, depth: int) -> None:
        deepest = self.view.outline.deepest
        depth = max(1, min(depth, deepest))
        self.view.fold(lambda outline: outline.shown_to(depth if depth < deepest else None))
        words = f"Answers down to depth {depth} of {deepest}" if depth < deepest else "Every answer is shown"
        self.app.notify(words, markup=False, timeout=2)
