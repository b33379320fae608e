"""What happens more often than anyone can look at, thinned out."""


class Pace:
    """Lets the first through, and then one at most every so many seconds."""

    def __init__(self, every: float) -> None:
        self._every = every
        self._last: float | None = None

    def lets(self, now: float) -> bool:
        """Return whether what comes `now` (in seconds, by any clock that only goes on) is let through."""
        if self._last is not None and now - self._last < self._every:
            return False
        self._last = now
        return True
