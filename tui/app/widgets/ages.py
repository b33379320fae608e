"""How long ago, in four cells: `now`, `5m`, `3h`, `2d`, `6w`, `8mo`, `12y`."""

from datetime import datetime

_STEPS = ((24 * 3600, 3600, "h"), (14 * 86400, 86400, "d"), (90 * 86400, 7 * 86400, "w"))


def age(then: datetime | None, now: datetime) -> str:
    """Return the time from `then` to `now` in at most four cells; empty without a time, `now` for the future."""
    if then is None:
        return ""
    seconds = (now - then).total_seconds()
    if seconds < 60:
        return "now"
    if seconds < 3600:
        return f"{seconds // 60:.0f}m"
    for most, unit, name in _STEPS:
        if seconds < most:
            return f"{seconds // unit:.0f}{name}"
    years = seconds / (365.2425 * 86400)
    return f"{seconds // (30.44 * 86400):.0f}mo" if years < 2 else f"{years:.0f}y"
