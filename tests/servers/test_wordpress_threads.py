"""Threads of the real WordPress: every way it shows one gives the same, however the blog is set."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.servers.blog_reader import reading, shape
from tests.servers.wordpress.blog import Blog
from tui.comments.feed import CommentFeed, forms
from tui.comments.page import OnPage
from tui.comments.source import Place, Source
from tui.comments.wordpress import WordPress
from tui.model.comment import Standing
from tui.model.outcome import Failed

SOURCES: tuple[Source, ...] = (WordPress(), CommentFeed(), OnPage())
PRETTY, PLAIN = "/%year%/%postname%/", ""


@pytest.mark.parametrize("permalinks", [PRETTY, PLAIN])
async def test_every_source_gives_the_same_thread(blog: Blog, tmp_path: Path, permalinks: str) -> None:
    blog.options(permalink_structure=permalinks)
    async with reading(blog, tmp_path) as reader:
        place = reader.place(blog.seed["deep"])
        rest, feed, page = [shape(await reader.found(source, place)) for source in SOURCES]
    assert len(rest) == 22
    assert max(each.depth for each in rest) == 5
    assert [each.author for each in rest if each.by_critic] == ["Ada Quill"]
    assert {span.style.name for each in rest for span in each.spans} == {"ITALIC"}
    assert rest == feed == page


@pytest.mark.parametrize("permalinks", [PRETTY, PLAIN])
async def test_both_forms_of_the_comment_feed_give_the_same(blog: Blog, tmp_path: Path, permalinks: str) -> None:
    blog.options(permalink_structure=permalinks)
    async with reading(blog, tmp_path) as reader:
        place = reader.place(blog.seed["deep"])
        atom, rss = forms(place.comments_feed)
        given = [replace(place, comments_feed=f"{form}#as-it-is") for form in (atom, rss)]
        first, second = [shape(await reader.found(CommentFeed(), each)) for each in given]
    assert first == second
    assert max(each.depth for each in first) == 5


async def test_250_comments_are_three_pages_of_rest_and_five_of_the_site(blog: Blog, tmp_path: Path) -> None:
    busy = blog.seed["busy"]
    blog.options(page_comments=1, comments_per_page=50)
    add = {
        "comment_post_ID": busy,
        "comment_author": "Late",
        "comment_approved": 1,
        "comment_author_email": "l@readers.test",
    }
    blog.calls(*(("wp_insert_comment", {**add, "comment_content": f"Late remark {n}."}) for n in range(20)))
    async with reading(blog, tmp_path) as reader:
        place = reader.place(busy)
        rest, page = [await reader.found(source, place) for source in (WordPress(), OnPage())]
        assert (len(rest.comments), rest.complete, rest.total) == (250, True, 250)
        assert (len(page.comments), page.complete) == (250, True)
        assert shape(rest) == shape(page)


async def test_a_feed_of_the_newest_ten_is_completed_by_the_page(blog: Blog, tmp_path: Path) -> None:
    async with reading(blog, tmp_path) as reader:
        blog.options(posts_per_rss=10, test_rest_blocked=1)
        place = reader.place(blog.seed["busy"])
        assert isinstance(await reader.ask(WordPress(), place), Failed)
        feed = await reader.found(CommentFeed(), place)
        assert (len(feed.comments), feed.complete) == (10, False)
        review = reader.review(blog.seed["busy"])
        outcome = await reader.talk.fetch(review)
        assert (outcome.source, outcome.comments, outcome.reason) == ("page", 230, "")
        assert reader.library.thread(review).complete


async def test_rest_that_is_blocked_later_loses_nothing(blog: Blog, tmp_path: Path) -> None:
    async with reading(blog, tmp_path) as reader:
        review = reader.review(blog.seed["deep"])
        assert (await reader.talk.fetch(review)).source == "wordpress"
        before = reader.library.thread(review)
        blog.options(test_rest_blocked=1, posts_per_rss=5)
        outcome = await reader.talk.fetch(review)
        after = reader.library.thread(review)
        assert (outcome.new, outcome.source) == (0, "page")
        assert after.comments == before.comments


async def test_what_was_edited_deleted_and_added_is_seen(blog: Blog, tmp_path: Path) -> None:
    async with reading(blog, tmp_path) as reader:
        review = reader.review(blog.seed["deep"])
        await reader.talk.fetch(review)
        first, second, *rest = reader.library.thread(review).comments
        blog.calls(
            ("wp_update_comment", {"comment_ID": int(first.id), "comment_content": "On reflection, no."}),
            ("wp_trash_comment", int(second.id)),
        )
        outcome = await reader.talk.fetch(review)
        known = {each.id: each for each in reader.library.thread(review).comments}
        assert outcome.new == 0
        assert (known[first.id].text, known[first.id].edited is not None) == ("On reflection, no.", True)
        assert (known[second.id].standing, known[second.id].text) == (Standing.GONE, second.text)
        assert {known[each.id].standing for each in rest} == {Standing.SHOWN}


async def test_a_thread_nobody_began_is_empty_and_a_closed_one_says_so(blog: Blog, tmp_path: Path) -> None:
    async with reading(blog, tmp_path) as reader:
        silent, closed = reader.place(blog.seed["special"]["silent"]), reader.place(blog.seed["special"]["closed"])
        for source in (WordPress(), OnPage()):
            empty = await reader.found(source, silent)
            assert (empty.comments, empty.complete, empty.closed) == ((), True, False)
        assert (await reader.found(WordPress(), closed)).closed


async def test_a_guid_from_before_a_move_does_not_bring_another_posts_thread(blog: Blog, tmp_path: Path) -> None:
    async with reading(blog, tmp_path) as reader:
        place = reader.place(blog.seed["deep"])
        wrong = replace(place, guid=f"{blog.url}/?p={blog.seed['busy']}")
        assert len((await reader.found(WordPress(), wrong)).comments) == 22


async def test_a_post_behind_a_password_is_told(blog: Blog, tmp_path: Path) -> None:
    async with reading(blog, tmp_path) as reader:
        address = blog.call("get_permalink", blog.seed["special"]["password"])
        for source in SOURCES:
            assert not await has_comments(reader.ask(source, Place(address)))


async def has_comments(answer: object) -> bool:
    found = await answer  # type: ignore[misc]
    return bool(getattr(found, "comments", ()))
