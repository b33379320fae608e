"""The moves every text understands, for the screens that show one."""

from abc import abstractmethod

from tui.app.widgets.prose_view import ProseView


class ProseMoves:
    """Actions of the registry's scrolling verbs, done by the screen's `view`."""

    @property
    @abstractmethod
    def view(self) -> ProseView:
        """The text that takes the keys."""

    def action_scroll_down(self) -> None:
        self.view.scroll_lines(1)

    def action_scroll_up(self) -> None:
        self.view.scroll_lines(-1)

    def action_scroll_home(self) -> None:
        self.view.scroll_to_line(0)

    def action_scroll_end(self) -> None:
        self.view.scroll_to_line(len(self.view.page.lines))

    def action_page_down(self) -> None:
        self.view.scroll_pages(1)

    def action_page_up(self) -> None:
        self.view.scroll_pages(-1)

    def action_half_down(self) -> None:
        self.view.scroll_pages(0.5)

    def action_half_up(self) -> None:
        self.view.scroll_pages(-0.5)
