"""Archives are taken whole, once, from whatever kind of site, and go on where they were left."""

from dataclasses import replace
from itertools import count

import pytest

from tests.loopback import Reply, Site
from tests.makers import NOON
from tests.refresh import archive_making as making
from tests.refresh.archive_making import Answer, Blog
from tui.model.archive import ArchiveProgress
from tui.model.critic import Critic
from tui.model.listing import Sort
from tui.model.query import Query
from tui.refresh.archives import Archivist
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web

PATHS = {"substack": "/feed", "blogger": "/feeds/posts/default"}
KINDS = ("wordpress", "rest", "blogger", "substack", "archives", "paged_feed")


def kind(name: str) -> Answer:
    answer: Answer = getattr(making, name)
    return answer


@pytest.fixture
def archivist(library: Library, web: Web) -> Archivist:
    return Archivist(library, web, lambda: NOON, pause=0, patience=0)


def subscribe(library: Library, site: Site, name: str = "wordpress") -> Critic:
    return library.subscribe(f"{site.url}{PATHS.get(name, '/feed/')}", name="Ada Quill", now=NOON)


async def backfill(
    archivist: Archivist, critic: Critic, *, most: int | None = None, again: bool = False
) -> ArchiveProgress:
    *_, last = [told async for told in archivist.backfill(critic, most=most, again=again)]
    return last


async def refresh(refresher: Refresher, critic: Critic) -> None:
    (outcome,) = [outcome async for outcome in refresher.refresh([critic])]
    assert outcome.kind == "changed", outcome.reason


def numbers(library: Library) -> list[int]:
    """Return the numbers of the posts in the library, newest first."""
    reviews = library.reviews(library.order(Query(), Sort.NEWEST))
    return [int(review.draft.url.rpartition("/")[2]) for review in reviews]


@pytest.mark.parametrize("name", KINDS)
async def test_every_kind_of_archive_is_taken_whole_and_nothing_of_the_feed_is_doubled(
    archivist: Archivist, refresher: Refresher, library: Library, site: Site, name: str
) -> None:
    blog = Blog(site, 37, kind(name))
    critic = subscribe(library, site, name)
    await refresh(refresher, critic)
    had = len(numbers(library))
    last = await backfill(archivist, critic)
    assert (last.end, last.reason, last.new) == ("whole", "", 37 - had)
    assert numbers(library) == blog.part(0, 37)
    assert {row.letter for row in library.page(Query(), Sort.OLDEST, limit=20).rows} == {"B-"}
    assert library.index_pending() == 0


@pytest.mark.parametrize("name", KINDS)
async def test_a_run_goes_on_where_the_last_one_was_left(
    archivist: Archivist, refresher: Refresher, library: Library, site: Site, name: str
) -> None:
    blog = Blog(site, 37, kind(name))
    critic = subscribe(library, site, name)
    await refresh(refresher, critic)
    runs = [await backfill(archivist, critic, most=6)]
    while runs[-1].end == "enough":
        assert len(runs) < 9
        runs.append(await backfill(archivist, critic, most=6))
    assert [run.new for run in runs[:-1]] == [6] * (len(runs) - 1)
    assert runs[-1].end == "whole"
    assert numbers(library) == blog.part(0, 37)


@pytest.mark.parametrize("name", KINDS)
async def test_an_archive_taken_before_is_walked_only_as_far_as_there_is_something_new(
    archivist: Archivist, refresher: Refresher, library: Library, site: Site, name: str
) -> None:
    blog = Blog(site, 37, kind(name))
    critic = subscribe(library, site, name)
    await refresh(refresher, critic)
    await backfill(archivist, critic)
    blog.posts = 60  # the reader was away; the feed holds ten
    await refresh(refresher, critic)
    site.asked.clear()
    last = await backfill(archivist, critic)
    assert last.end == "whole"
    assert numbers(library) == blog.part(0, 60)
    site.asked.clear()
    assert (await backfill(archivist, critic)).new == 0
    assert len(site.asked) <= 4  # the feed, the first page, and at WordPress the question whether REST is open
    once = len(site.asked)
    site.asked.clear()
    assert (await backfill(archivist, critic, again=True)).new == 0
    assert len(site.asked) >= once


async def test_what_comes_from_an_archive_is_not_news(
    archivist: Archivist, refresher: Refresher, library: Library, site: Site
) -> None:
    Blog(site, 25, making.wordpress)
    critic = subscribe(library, site)
    await refresh(refresher, critic)
    await backfill(archivist, critic)
    (standing,) = library.standings()
    assert (standing.reviews, standing.unread, standing.graded) == (25, 10, 25)


async def test_the_end_is_a_404_that_is_a_feed_and_costs_one_request(
    archivist: Archivist, library: Library, site: Site
) -> None:
    Blog(site, 30, making.wordpress)
    assert (await backfill(archivist, subscribe(library, site))).end == "whole"
    pages = [path for path in site.paths() if path.startswith("/feed/")]
    assert pages == ["/feed/", "/feed/?paged=2", "/feed/?paged=3", "/feed/?paged=4"]


async def test_an_empty_page_is_the_end_too(archivist: Archivist, library: Library, site: Site) -> None:
    def answer(blog: Blog, path: str, query: dict[str, str]) -> Reply:
        return replace(making.wordpress(blog, path, query), status=200)

    Blog(site, 30, answer)
    assert (await backfill(archivist, subscribe(library, site))).end == "whole"
    assert len(numbers(library)) == 20  # the feed's own are left to a refresh


@pytest.mark.parametrize("again", ["/feed/?paged=2", "/feed/?paged=3"])
async def test_pages_that_come_again_are_the_end(
    archivist: Archivist, library: Library, site: Site, again: str
) -> None:
    repeated = int(again[-1])

    def answer(blog: Blog, path: str, query: dict[str, str]) -> Reply:
        page = min(int(query.get("paged", "1")), repeated - 1)
        return making.wordpress(blog, path, {"paged": str(page)})

    Blog(site, 90, answer)
    last = await backfill(archivist, subscribe(library, site))
    assert last.end == ("none" if repeated == 2 else "whole")
    assert len(numbers(library)) == 10 * (repeated - 2)


async def test_a_feed_that_knows_no_pages_is_told_so(archivist: Archivist, library: Library, site: Site) -> None:
    site.feed("/feed/", making.feed([3, 2, 1], generator="Hugo"))
    last = await backfill(archivist, subscribe(library, site))
    assert (last.end, last.reason) == ("none", "no posts were found beyond those of the feed")
    assert site.paths() == ["/feed/"]


async def test_a_feed_that_says_it_is_complete_is_believed(archivist: Archivist, library: Library, site: Site) -> None:
    site.feed("/feed/", making.feed([3, 2, 1], head="<fh:complete/>"))
    assert (await backfill(archivist, subscribe(library, site))).end == "none"
    assert site.paths() == ["/feed/"]


async def test_an_archive_without_end_ends(
    archivist: Archivist, library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.refresh.archives._MOST_PAGES", 4)
    numbers = count(1_000, 10)

    def answer(blog: Blog, path: str, query: dict[str, str]) -> Reply:
        start = next(numbers)
        return making.xml(making.feed(range(start, start + 10)))

    Blog(site, 0, answer)
    last = await backfill(archivist, subscribe(library, site))
    assert last.end == "failed"
    assert "no end" in last.reason


async def test_a_page_that_fails_for_the_moment_is_asked_for_again(
    archivist: Archivist, library: Library, site: Site
) -> None:
    tries = count()

    def answer(blog: Blog, path: str, query: dict[str, str]) -> Reply:
        if query.get("paged") == "3" and next(tries) < 2:
            return Reply(status=503)
        return making.wordpress(blog, path, query)

    Blog(site, 40, answer)
    assert (await backfill(archivist, subscribe(library, site))).end == "whole"
    assert len(numbers(library)) == 30


@pytest.mark.parametrize("reply", [Reply(status=503), Reply(status=403), Reply(b"<html>Sorry</html>")])
async def test_a_page_that_fails_for_good_is_told_and_the_next_run_goes_on_there(
    archivist: Archivist, library: Library, site: Site, reply: Reply
) -> None:
    well = False

    def answer(blog: Blog, path: str, query: dict[str, str]) -> Reply:
        return making.wordpress(blog, path, query) if well or query.get("paged") != "3" else reply

    Blog(site, 40, answer)
    critic = subscribe(library, site)
    last = await backfill(archivist, critic)
    assert (last.end, last.new) == ("failed", 10)
    assert last.reason
    well = True
    site.asked.clear()
    last = await backfill(archivist, critic)
    assert (last.end, last.new) == ("whole", 20)
    assert site.paths()[0] == "/feed/?paged=3"


async def test_a_server_that_asks_for_an_hour_ends_the_run_and_is_not_asked_again(
    archivist: Archivist, library: Library, site: Site
) -> None:
    def answer(blog: Blog, path: str, query: dict[str, str]) -> Reply:
        asked_to_wait = Reply(status=429, headers={"Retry-After": "3600"})
        return asked_to_wait if query.get("paged") == "2" else making.wordpress(blog, path, query)

    Blog(site, 40, answer)
    last = await backfill(archivist, subscribe(library, site))
    assert last.end == "failed"
    assert "wait" in last.reason
    assert site.paths().count("/feed/?paged=2") == 1


async def test_the_archive_of_a_category_stays_that_category(
    archivist: Archivist, library: Library, site: Site
) -> None:
    """REST would give the whole blog."""

    def answer(blog: Blog, path: str, query: dict[str, str]) -> Reply:
        if path == "/category/film/feed/":
            part = blog.part(0, 10) if "paged" not in query else []
            return making.xml(making.feed(part, generator="https://wordpress.org/", site=blog.site.url))
        return making.rest(blog, path, query)

    Blog(site, 40, answer)
    critic = library.subscribe(f"{site.url}/category/film/feed/", name="Ada Quill", now=NOON)
    assert (await backfill(archivist, critic)).end == "none"
    assert not [path for path in site.paths() if "wp-json" in path]


async def test_posts_an_archive_calls_otherwise_are_known_by_address_and_date(
    archivist: Archivist, refresher: Refresher, library: Library, site: Site
) -> None:
    def answer(blog: Blog, path: str, query: dict[str, str]) -> Reply:
        reply = making.archives(blog, path, query)
        return replace(reply, body=reply.body.replace(b">post-", b">urn:")) if "archive" in path else reply

    blog = Blog(site, 20, answer)
    critic = subscribe(library, site)
    await refresh(refresher, critic)
    blog.posts = 27
    assert (await backfill(archivist, critic)).end == "whole"
    assert sorted(numbers(library)) == list(range(1, 21))


async def test_how_long_it_will_take_is_told_where_the_total_is_known(
    archivist: Archivist, library: Library, site: Site
) -> None:
    Blog(site, 250, making.rest)
    critic = subscribe(library, site)
    told = [told async for told in archivist.backfill(critic)]
    assert [each.state.seen for each in told] == [0, 100, 200, 250]
    assert [each.left is not None for each in told] == [False, True, True, False]
    assert told[1].state.total == 250
    assert [each.end for each in told] == ["", "", "", "whole"]


async def test_a_critic_removed_meanwhile_gets_nothing(archivist: Archivist, library: Library, site: Site) -> None:
    Blog(site, 60, making.wordpress)
    critic = subscribe(library, site)
    run = archivist.backfill(critic)
    await anext(run)
    await anext(run)
    library.unsubscribe(critic.id)
    *_, last = [told async for told in run]
    assert (last.end, last.reason) == ("failed", "the subscription ended meanwhile")
    assert numbers(library) == []


async def test_a_public_feed_leads_to_no_private_archive(archivist: Archivist, library: Library, site: Site) -> None:
    """What a feed names is asked for as the feed's: the door to the network refuses what is private."""
    asked: list[str] = []
    get = archivist.web.get

    async def noted(url: str, **given: str) -> object:
        asked.append(given["named_by"])
        return await get(url, **given)

    archivist.web.get = noted  # type: ignore[assignment,method-assign]
    Blog(site, 30, making.archives)
    critic = subscribe(library, site)
    await backfill(archivist, critic)
    assert set(asked) == {critic.feed_url}
