"""The moves every list understands, for the screens that have one: a screen says which list takes the keys."""

from abc import abstractmethod

from tui.app.widgets.lines import Lines


class PaneMoves:
    """Actions of the registry's moving verbs, done by the screen's `pane`."""

    @property
    @abstractmethod
    def pane(self) -> Lines:
        """The list that takes the keys now."""

    def stepped(self) -> None:
        """Say where the cursor is, in the same frame that moves it; `Lines.Moved` comes a frame later."""

    def action_down(self) -> None:
        self.pane.move(1)
        self.stepped()

    def action_up(self) -> None:
        self.pane.move(-1)
        self.stepped()

    def action_first(self) -> None:
        self.pane.move_to(0)
        self.stepped()

    def action_last(self) -> None:
        self.pane.move_to(self.pane.count() - 1)
        self.stepped()

    def action_page_down(self) -> None:
        self.pane.page(1)
        self.stepped()

    def action_page_up(self) -> None:
        self.pane.page(-1)
        self.stepped()

    def action_half_down(self) -> None:
        self.pane.page(0.5)
        self.stepped()

    def action_half_up(self) -> None:
        self.pane.page(-0.5)
        self.stepped()
