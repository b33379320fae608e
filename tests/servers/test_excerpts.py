"""A real WordPress that gives excerpts: its reviews' own pages give the text, and the reader is told so."""

from tests.makers import NOON
from tests.servers.wordpress.blog import Blog
from tui.model.critic import Critic
from tui.model.listing import Sort
from tui.model.outcome import FeedOutcome
from tui.model.query import Query
from tui.model.review import Draft
from tui.refresh.refresher import Refresher
from tui.store.library import Library
from tui.web.client import Web


async def refresh(library: Library, web: Web, critic: Critic) -> FeedOutcome:
    """Visit a feed, then the pages that are due."""
    refresher = Refresher(library, web, lambda: NOON)
    (outcome,) = [told async for told in refresher.refresh([critic])]
    async for _ in refresher.pages.read([critic]):
        pass
    return outcome


def drafts(library: Library) -> dict[str, Draft]:
    reviews = library.reviews(library.order(Query(), Sort.NEWEST))
    return {review.draft.url: review.draft for review in reviews}


def url(blog: Blog, post: int) -> str:
    link = blog.call("get_permalink", post)
    assert isinstance(link, str)
    return link


async def test_the_whole_text_comes_from_the_pages(blog: Blog, library: Library, web: Web) -> None:
    blog.options(rss_use_excerpt=1)
    critic = library.subscribe(f"{blog.url}/feed/", name="The Fog Desk", now=NOON)
    await refresh(library, web, critic)
    whole = [draft for draft in drafts(library).values() if draft.paged]
    assert len(whole) >= 6
    for draft in whole:
        assert draft.grade is not None
        if "paragraph" in draft.text:
            assert "paragraph 4" in draft.text
            assert "My Grade" in draft.text
    assert library.page_rule(critic.id).learned


async def test_a_feed_of_whole_texts_asks_for_no_page(blog: Blog, library: Library, web: Web) -> None:
    critic = library.subscribe(f"{blog.url}/category/reviews/feed/", name="The Fog Desk", now=NOON)
    await refresh(library, web, critic)
    assert not [draft for draft in drafts(library).values() if draft.paged]
    assert library.page_counts(critic.id)[0] == 0


async def test_an_edit_reaches_the_text_that_came_from_a_page(blog: Blog, library: Library, web: Web) -> None:
    blog.options(rss_use_excerpt=1)
    critic = library.subscribe(f"{blog.url}/feed/", name="The Fog Desk", now=NOON)
    await refresh(library, web, critic)
    post = blog.seed["posts"][0]
    before = drafts(library)[url(blog, post)]
    assert before.paged
    assert before.grade is not None
    assert before.grade.letter == "B-"
    text = "<p>On second thoughts the fog was the point, and all of it was fog.</p>" * 12
    blog.call("wp_update_post", {"ID": post, "post_content": f"{text}<p><strong>My Grade: D</strong></p>"})
    blog.call("wp_update_post", {"ID": post, "post_excerpt": "On second thoughts."})
    await refresh(library, web, critic)
    after = drafts(library)[url(blog, post)]
    assert after.grade is not None
    assert (after.grade.letter, "On second thoughts the fog" in after.text) == ("D", True)
    (was,) = library.editions(next(i for i in library.order(Query(), Sort.NEWEST) if library.review(i).draft == after))
    assert was.grade is not None
    assert was.grade.letter == "B-"
