"""Holding the picture still for a glance, while what is to be shown next is read."""

from contextlib import ExitStack

from textual.screen import Screen

GLANCE = 0.05
"""Seconds for which nothing is painted at most: a picture in between costs more than what is read meanwhile."""


class Still(Screen[None]):
    """For screens that are asked to show something else and have to read it first."""

    _still: ExitStack | None = None
    """While there is one, nothing is painted."""

    def hold_still(self) -> None:
        """Paint nothing until `stir`, or for a glance."""
        if self._still is None:
            self._still = ExitStack()
            self._still.enter_context(self.app.batch_update())
            self.set_timer(GLANCE, self._show_so_far)

    def stir(self) -> None:
        """End the stillness: what changes next is painted with all that changed meanwhile."""
        if self._still is not None:
            self._still.close()
            self._still = None

    def _show_so_far(self) -> None:
        if self._still is not None:
            self.stir()
            self.refresh()
