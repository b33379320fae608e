"""Refreshing from a real WordPress, and from one behind a real nginx: what they do that no standard says."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.servers.needs import Missing, left_out
from tests.servers.nginx import Nginx
from tests.servers.wordpress.blog import Blog
from tui.model.critic import FeedState
from tui.model.errors import FetchFailed
from tui.model.outcome import FeedOutcome
from tui.refresh.refresher import Refresher
from tui.refresh.subscribing import find
from tui.store.library import Library
from tui.web.client import Web


class Desk:
    """A library with a refresher, at a time that a test sets."""

    def __init__(self, folder: Path, web: Web) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)
        self.library = Library.open(folder / "library.sqlite3")
        self.refresher = Refresher(self.library, web, lambda: self.now, processes=0, luck=lambda: 0.0)

    def subscribe(self, url: str) -> None:
        self.library.subscribe(url, name="Ada", now=self.now)

    async def visit(self, **later: float) -> tuple[FeedOutcome, FeedState]:
        """Visit Ada's feed, some time later."""
        self.now += timedelta(**later)
        critic = self.library.critic("Ada")
        (outcome,) = [each async for each in self.refresher.refresh([critic])]
        return outcome, self.library.feed_state(critic.id)


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web() as web:
        yield web


@pytest.fixture
def desk(tmp_path: Path, web: Web) -> Desk:
    return Desk(tmp_path, web)


@pytest.fixture
def before_wordpress(blog: Blog) -> Iterator[Nginx]:
    """A real nginx before the real WordPress."""
    try:
        with Nginx(blog.url) as nginx:
            yield nginx
    except Missing as missing:
        left_out("nginx", missing)


async def test_the_second_visit_is_a_304_also_behind_a_compressing_nginx(
    blog: Blog, before_wordpress: Nginx, desk: Desk
) -> None:
    desk.subscribe(f"{before_wordpress.url}/feed/")
    outcome, state = await desk.visit()
    assert (outcome.kind, outcome.new) == ("changed", 10)
    assert state.etag.startswith('W/"')
    assert state.asked_for == 3_600  # WordPress' own sy:updatePeriod
    whole = state.whole
    outcome, state = await desk.visit(hours=6)
    assert (outcome.kind, state.whole) == ("unchanged", whole)


async def test_what_wordpress_hides_behind_its_304_comes_within_days(blog: Blog, desk: Desk) -> None:
    desk.subscribe(f"{blog.url}/feed/")
    await desk.visit()
    newest = blog.seed["posts"][0]
    comment = {"comment_post_ID": newest, "comment_content": "Fog!", "comment_author": "Zoe", "comment_approved": 1}
    blog.calls(("wp_insert_comment", comment), ("wp_update_comment_count_now", newest))
    outcome, state = await desk.visit(hours=30)
    assert (outcome.kind, desk.now - (state.whole or desk.now)) == ("unchanged", timedelta(hours=30))
    before = {id: desk.library.review(id).draft.comments for id in range(1, 11)}
    await desk.visit(hours=50)
    after = {id: desk.library.review(id).draft.comments for id in range(1, 11)}
    assert sum(before[id] != after[id] for id in before) == 1


async def test_an_author_who_is_gone_brings_nobody_elses_reviews(blog: Blog, desk: Desk) -> None:
    desk.subscribe(f"{blog.url}/?author=4711&feed=rss2")
    outcome, _ = await desk.visit()
    assert (outcome.new, desk.library.standings()[0].reviews) == (0, 0)


async def test_a_category_that_is_gone_answers_200_with_nothing_and_that_is_told(blog: Blog, desk: Desk) -> None:
    desk.subscribe(f"{blog.url}/feed/")
    await desk.visit()
    critic = desk.library.critic("Ada")
    desk.library.move(critic.id, f"{blog.url}/?cat=4711&feed=rss2")
    outcome, _ = await desk.visit(days=4)
    assert outcome.kind == "failed"
    assert desk.library.standings()[0].reviews == 10


async def test_the_feed_behind_its_404_is_no_feed(blog: Blog, web: Web, desk: Desk) -> None:
    desk.subscribe(f"{blog.url}/feed/?paged=99")
    outcome, _ = await desk.visit()
    assert (outcome.kind, outcome.new) == ("failed", 0)
    assert "404 Not Found" in outcome.reason
    with pytest.raises(FetchFailed, match="404"):
        await find(web, f"{blog.url}/feed/?paged=99")


async def test_a_post_leads_to_the_posts_of_its_blog_and_offers_their_comments(blog: Blog, web: Web) -> None:
    found = await find(web, f"{blog.url}/")
    assert len(found.feed.entries) == 10
    assert any(other.comments for other in found.others)


async def test_a_feed_that_was_renamed_is_followed_when_nginx_says_so_twice(
    blog: Blog, before_wordpress: Nginx, desk: Desk
) -> None:
    desk.subscribe(f"{before_wordpress.url}/moved")
    await desk.visit()
    outcome, _ = await desk.visit(hours=6)
    moved = desk.library.critic("Ada").feed_url
    assert outcome.reason == f"moved for good to {moved}"
    assert moved.startswith(f"{before_wordpress.url}/feed")


@pytest.mark.parametrize(("path", "held"), [("/maintenance", timedelta(seconds=120)), ("/gone", None)])
async def test_nginx_is_obeyed(before_wordpress: Nginx, desk: Desk, path: str, held: timedelta | None) -> None:
    desk.subscribe(f"{before_wordpress.url}{path}")
    _, state = await desk.visit()
    assert state.held_until == (desk.now + held if held else None)
    assert bool(state.gone) == (path == "/gone")
