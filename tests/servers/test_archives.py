"""The archive of a real WordPress: a thousand reviews in one go, by its feed's pages and by REST."""

import pytest

from tests.makers import NOON
from tests.servers.wordpress.blog import Blog
from tests.servers.wordpress.code import Code
from tui.model.archive import ArchiveProgress
from tui.model.critic import Critic
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.review import Review
from tui.refresh.archives import Archivist
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web


async def follow(blog: Blog, library: Library, web: Web, path: str = "/feed/") -> Critic:
    critic = library.subscribe(f"{blog.url}{path}", name="The Fog Desk", now=NOON)
    (outcome,) = [told async for told in Refresher(library, web, lambda: NOON).refresh([critic])]
    assert outcome.kind == "changed", outcome.reason
    return critic


async def backfill(library: Library, web: Web, critic: Critic, *, most: int | None = None) -> ArchiveProgress:
    *_, last = [told async for told in Archivist(library, web, lambda: NOON).backfill(critic, most=most)]
    return last


def reviews(library: Library) -> list[Review]:
    return list(library.reviews(library.order(Query(), Sort.NEWEST)))


async def test_a_thousand_reviews_come_in_one_go(wordpress: Code, library: Library, web: Web) -> None:
    with Blog(wordpress, posts=1_000) as blog:
        critic = await follow(blog, library, web)
        last = await backfill(library, web, critic)
    assert (last.end, last.state.way, last.state.total) == ("whole", "paged", 1_004)
    kept = reviews(library)
    assert len(kept) == len({review.draft.url for review in kept}) == 1_004
    assert sum(review.draft.grade is not None for review in kept) >= 1_000
    assert sum(not review.read for review in kept) == 10


async def test_rest_gives_whole_texts_where_the_feed_gives_excerpts(blog: Blog, library: Library, web: Web) -> None:
    blog.options(rss_use_excerpt=1)
    critic = await follow(blog, library, web)
    last = await backfill(library, web, critic)
    assert (last.end, last.state.way, last.state.total) == ("whole", "rest", 44)
    kept = reviews(library)
    assert len(kept) == 44
    assert [review.draft.summary for review in kept] == [True] * 10 + [False] * 34
    assert {review.draft.author for review in kept[10:]} == {"Ada Quill", "Bram O’Dell"}
    assert kept[20].draft.credits.directed_by
    assert all(review.draft.grade for review in kept[10:])


@pytest.mark.parametrize("structure", ["", "/%postname%/"])
async def test_any_permalinks_will_do_and_rest_may_be_closed(
    blog: Blog, library: Library, web: Web, structure: str
) -> None:
    blog.options(permalink_structure=structure, test_rest_blocked=1, rss_use_excerpt=1, posts_per_rss=7)
    critic = await follow(blog, library, web, "/feed/" if structure else "/?feed=rss2")
    last = await backfill(library, web, critic)
    assert (last.end, last.state.way) == ("whole", "paged")
    assert len(reviews(library)) == 44


async def test_a_feed_without_a_generator_is_walked_too(blog: Blog, library: Library, web: Web) -> None:
    blog.options(test_no_generator=1)
    critic = await follow(blog, library, web)
    assert (await backfill(library, web, critic)).end == "whole"
    assert len(reviews(library)) == 44


async def test_a_category_keeps_to_itself(blog: Blog, library: Library, web: Web) -> None:
    critic = await follow(blog, library, web, "/category/comedy/feed/")
    assert (await backfill(library, web, critic)).end == "whole"
    assert len(reviews(library)) == 20


async def test_a_post_published_between_two_runs_doubles_and_loses_nothing(
    blog: Blog, library: Library, web: Web
) -> None:
    critic = await follow(blog, library, web)
    assert (await backfill(library, web, critic, most=15)).end == "enough"
    new = {"post_title": "Just now", "post_content": "<p>My Grade: A</p>", "post_status": "publish"}
    blog.calls(*(("wp_insert_post", new | {"post_title": f"Just now {n}"}) for n in range(3)))
    assert (await backfill(library, web, critic)).end == "whole"
    kept = reviews(library)
    assert len(kept) == len({review.draft.guid for review in kept}) == 44
