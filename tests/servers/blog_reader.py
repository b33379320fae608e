"""A reader of a real blog: a library subscribed to it, and what reads its threads."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tests.makers import NOON
from tests.servers.wordpress.blog import Blog
from tui.comments.source import Place, Source
from tui.model.comment import Comment
from tui.model.outcome import Failed
from tui.model.reply import Identity
from tui.model.thread import FoundThread, in_reading_order
from tui.refresh.refresher import Refresher
from tui.refresh.talk import Talk, asking_for
from tui.store.library import Library
from tui.web.client import Limits, Web

ZOE = Identity("Zoe", "zoe@readers.test", "https://zoe.test")


@dataclass
class BlogReader:
    """What a test asks."""

    blog: Blog
    library: Library
    web: Web
    refresher: Refresher

    def clock(self) -> datetime:
        """Return the time it is."""
        return NOON

    @property
    def talk(self) -> Talk:
        """What fetches and sends."""
        return self.refresher.talk

    def review(self, post: int) -> int:
        """Return the library's number of a post."""
        return next(id for id in range(1, 60) if self.library.review(id).draft.guid.endswith(f"?p={post}"))

    def place(self, post: int) -> Place:
        """Return what is known of a post's thread by the blog's feed."""
        draft = self.library.review(self.review(post)).draft
        return Place(
            draft.url, draft.guid, draft.comments_feed, (draft.author,), draft.comments, f"{self.blog.url}/feed/"
        )

    async def ask(self, source: Source, place: Place) -> FoundThread | Failed | None:
        """Return what one source answers."""
        return await source.thread(asking_for(self.web, place))

    async def found(self, source: Source, place: Place) -> FoundThread:
        """Return the thread it gives."""
        found = await self.ask(source, place)
        assert isinstance(found, FoundThread), found
        return found


@asynccontextmanager
async def reading(blog: Blog, folder: Path, *, seconds: float = 30) -> AsyncIterator[BlogReader]:
    """Subscribe to a blog, all of whose posts its feed holds at once."""
    blog.options(posts_per_rss=50, test_flood=0)
    with Library.open(folder / "library.sqlite3") as library:
        async with Web(Limits(seconds=seconds)) as web:
            refresher = Refresher(library, web, lambda: NOON, processes=0)
            await refresher.add(f"{blog.url}/?feed=rss2")
            yield BlogReader(blog, library, web, refresher)


def shape(found: FoundThread) -> list[Comment]:
    """Return what of a thread does not depend on where it was had."""
    return [replace(each, url="", author_url="") for each in in_reading_order(found.comments)]
