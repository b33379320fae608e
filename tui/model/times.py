"""Lengths of time as a reader writes and reads them."""

import re
from datetime import timedelta

_LENGTH = re.compile(r"(\d{1,5})\s?(m|min|h|d|w)?", re.IGNORECASE)
_UNITS = {"m": "minutes", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_MOST = timedelta(days=365)


def length(text: str) -> timedelta | None:
    """Return the time `45m`, `6h`, `2d`, `1w` or `6` (hours) means; None for what means none, or more than a year."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not text.strip().isascii():
        return None
    given = timedelta(**{_UNITS[(found[2] or "h").lower()]: int(found[1])})
    return given if timedelta() < given <= _MOST else None


def short(given: timedelta) -> str:
    """Return `45m`, `6h`, `2d`: what `length` reads back."""
    minutes = round(given.total_seconds() / 60)
    if minutes % 1_440 == 0 and minutes:
        return f"{minutes // 1_440}d"
    return f"{minutes // 60}h" if minutes % 60 == 0 and minutes else f"{minutes}m"
