"""Dates as a person says them. Pure: the time it is comes as an argument."""

from datetime import datetime

# Not `strftime`: it speaks the machine's language, and Windows knows no `%-d`.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_UNITS = ((365.25, "year"), (30.44, "month"), (7.0, "week"), (1.0, "day"), (1 / 24, "hour"), (1 / 1440, "minute"))


def day(moment: datetime, now: datetime | None = None) -> str:
    """Return `14 March 2026`, in the time zone of `now` if that is known."""
    local = moment.astimezone(now.tzinfo) if now else moment
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ago that was: `3 weeks ago`, `just now`; a moment to come is `just now` too."""
    days = (now - moment).total_seconds() / 86_400
    for length, unit in _UNITS:
        count = int(days / length)
        if count >= 1:
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "just now"
