"""The thumb at the right edge of what scrolls by lines: the mouse drags it."""

from abc import abstractmethod

from textual import events
from textual.widget import Widget


class Thumb(Widget):
    """A widget drawn by lines whose last column is a scroll bar."""

    _dragging = False

    @abstractmethod
    def held(self) -> int:
        """Return how many lines there are in all."""

    @abstractmethod
    def drag_to(self, line: int) -> None:
        """Bring this line to the top."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.x == self.size.width - 1 and self.held() > self.size.height:
            self._dragging = True
            self.capture_mouse()
            self._drag(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging:
            self._drag(event.y)

    def on_mouse_up(self) -> None:
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _drag(self, y: int) -> None:
        height = max(2, self.size.height)
        self.drag_to(round((self.held() - height) * y / (height - 1)))
