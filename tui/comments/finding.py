"""Which source is asked: in order, and no further than the first that gives all."""

from tui.comments.blogger import Blogger
from tui.comments.feed import CommentFeed
from tui.comments.isso import Isso
from tui.comments.page import OnPage
from tui.comments.source import Asking, Source
from tui.comments.substack import Substack
from tui.comments.wordpress import WordPress
from tui.model.outcome import Failed
from tui.model.thread import FoundThread

SOURCES: tuple[Source, ...] = (WordPress(), CommentFeed(), Blogger(), Substack(), Isso(), OnPage())
"""In the order they are tried."""


async def find(asking: Asking, sources: tuple[Source, ...] = SOURCES) -> tuple[FoundThread, ...] | Failed:
    """Return what the sources gave, the best last: one thread, or a part of one before what completed it.

    The first that gives all of a thread ends the search. One that gives a part of it (a feed of the newest ten) is
    kept, and the others are asked for the rest.
    """
    parts: list[FoundThread] = []
    reason: Failed | None = None
    for source in sources:
        found = await source.thread(asking)
        if isinstance(found, Failed):
            reason = reason or found
        elif found is not None:
            parts.append(found)
            if found.complete:
                break
    if parts:
        return tuple(parts)
    return reason or Failed("its site keeps no thread that Matinee can read", "o opens it in the browser")
