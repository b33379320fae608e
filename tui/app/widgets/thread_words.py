"""What a thread says of itself: how many comments, how new, how old what is shown is, why there are none. Pure."""

from datetime import datetime

from tui.app.widgets.dates import ago
from tui.model.comment import Standing
from tui.model.thread import Thread


def standing(thread: Thread, now: datetime, *, fetching: bool) -> str:
    """Return how a thread stands, for the line over it."""
    shown = sum(comment.standing is not Standing.GONE for comment in thread.comments)
    more = max(0, (thread.total or 0) - shown) if not thread.complete else 0
    parts = [
        _many(shown, "comment") + (f" of {shown + more:,}" if more else "") if shown else "",
        f"● {thread.new:,} new" if thread.new else "",
        "closed" if thread.closed else "",
        "fetching …" if fetching else _age(thread, now),
    ]
    return " · ".join(filter(None, parts))


def trouble(thread: Thread, now: datetime) -> str:
    """Return what went wrong when the thread was last asked for, and what is shown instead; empty when nothing."""
    if not thread.reason:
        return ""
    shown = f"Shown as of {ago(thread.fetched, now)}. " if thread.fetched and thread.comments else ""
    return f"The comments could not be fetched: {thread.reason}. {shown}r tries again."


def emptiness(thread: Thread, *, fetching: bool) -> tuple[str, ...]:
    """Return what stands where there are no comments."""
    if fetching:
        return ("Fetching the comments …",)
    if thread.closed:
        return ("No comments, and the site takes none any more.",)
    if thread.reason and thread.fetched is None:
        return ("Nothing is known of this thread yet.", "r tries again, o opens the review's page in the browser.")
    if thread.fetched is None:
        return ("The comments were never fetched.", "r fetches them.")
    return ("Nobody has said anything yet.", "i writes the first comment.")


def _age(thread: Thread, now: datetime) -> str:
    if thread.fetched is None:
        return "not fetched yet"
    age = ago(thread.fetched, now)
    return f"as of {age}" if thread.reason else f"fetched {age}"


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
