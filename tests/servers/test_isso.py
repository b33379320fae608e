"""Threads of a real Isso: by its interface and by its Atom feed, the same."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.comments.pages import page
from tests.loopback import Site, serving
from tests.servers.blog_reader import shape
from tests.servers.isso import Isso, installed
from tests.servers.needs import Missing, left_out
from tui.comments.feed import CommentFeed
from tui.comments.finding import find
from tui.comments.isso import Isso as IssoSource
from tui.comments.source import Place, Source
from tui.model.thread import FoundThread
from tui.refresh.talk import asking_for
from tui.web.client import Web

pytestmark = [pytest.mark.server, pytest.mark.timeout(300)]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web() as web:
        yield web


@pytest.fixture
def isso(site: Site) -> Iterator[Isso]:
    """Isso, and a page at `/fog/` that embeds it."""
    try:
        with Isso(installed(), site.url) as isso:
            embed(site, isso)
            yield isso
    except Missing as missing:
        left_out("Isso", missing)


def embed(site: Site, isso: Isso) -> None:
    script = f'<script data-isso="{isso.url}" src="{isso.url}/js/embed.min.js"></script>'
    site.page("/fog/", page(f'{script}<section id="isso-thread"></section>', form=""))


def talk(isso: Isso) -> None:
    """A thread of two, and an answer."""
    first = isso.say("/fog/", "Nell", "The fog was *real*.\n\nTwice.")
    isso.say("/fog/", "Ada Quill", "It was: see https://fog.example/", first)
    isso.say("/fog/", "Bo", "<script>alert(1)</script>Hm.")


async def found(web: Web, source: Source, place: Place) -> FoundThread:
    answer = await source.thread(asking_for(web, place))
    assert isinstance(answer, FoundThread), answer
    return answer


async def test_a_thread_is_found_by_its_page(web: Web, site: Site, isso: Isso) -> None:
    talk(isso)
    answer = await find(asking_for(web, Place(f"{site.url}/fog/", critics=("Ada Quill",))))
    assert isinstance(answer, tuple)
    assert [each.source for each in answer] == ["isso"]
    first, reply, last = shape(answer[-1])
    assert (first.text, first.author, first.depth) == ("The fog was real.\n\nTwice.", "Nell", 1)
    assert (reply.depth, reply.by_critic, reply.links) == (2, True, ("https://fog.example/",))
    assert (last.text, last.spans) == ("<script>alert(1)</script>Hm.", ())
    assert answer[-1].complete


async def test_its_feed_gives_the_same(web: Web, site: Site, isso: Isso) -> None:
    talk(isso)
    place = Place(f"{site.url}/fog/", comments_feed=f"{isso.url}/feed?uri=/fog/", critics=("Ada Quill",))
    interface, feed = [shape(await found(web, source, place)) for source in (IssoSource(), CommentFeed())]
    fields = ("id", "parent", "depth", "text", "by_critic", "spans")
    assert [[getattr(each, name) for name in fields] for each in interface] == [
        [getattr(each, name) for name in fields] for each in feed
    ]


async def test_a_page_nobody_commented_on_is_an_empty_thread(web: Web, site: Site, isso: Isso) -> None:
    thread = await found(web, IssoSource(), Place(f"{site.url}/fog/"))
    assert (thread.comments, thread.complete) == ((), True)


async def test_what_a_moderator_holds_is_not_shown(web: Web, site: Site) -> None:
    try:
        with Isso(installed(), site.url, moderated=True) as isso:
            embed(site, isso)
            isso.say("/fog/", "Nell", "Held back.")
            assert (await found(web, IssoSource(), Place(f"{site.url}/fog/"))).comments == ()
    except Missing as missing:
        left_out("Isso", missing)
