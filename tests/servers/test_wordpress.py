"""The real WordPress is what tests take it for: its pages, its threads, its rules, and as new for each test."""

from typing import Any

import httpx

from tests.servers.wordpress.blog import Blog
from tests.servers.wordpress.code import Code


def reply(blog: Blog, post: int, text: str, *, author: str = "Zoe") -> httpx.Response:
    form = {"comment": text, "author": author, "email": f"{author}@readers.test", "comment_post_ID": str(post)}
    return httpx.post(f"{blog.url}/wp-comments-post.php", data=form)


def rest(blog: Blog, path: str, **parameters: Any) -> httpx.Response:
    return httpx.get(f"{blog.url}/wp-json/wp/v2/{path}", params=parameters)


def titles(blog: Blog, path: str) -> int:
    return httpx.get(blog.url + path).text.count("<item>")


def test_the_feed_has_pages_and_an_end_that_is_a_feed_too(blog: Blog) -> None:
    assert [titles(blog, f"/feed/?paged={page}") for page in (1, 4, 5)] == [10, 10, 4]
    past = httpx.get(f"{blog.url}/feed/?paged=6")
    assert (past.status_code, past.text.count("<item>")) == (404, 0)
    assert past.headers["content-type"].startswith("application/rss+xml")


def test_pages_are_as_long_as_the_option_says_and_permalinks_may_be_plain(blog: Blog) -> None:
    blog.options(posts_per_rss=3, permalink_structure="")
    assert titles(blog, "/?feed=rss2&paged=2") == 3
    assert "/?p=" in httpx.get(f"{blog.url}/?feed=rss2").text


def test_a_thread_is_five_levels_deep(blog: Blog) -> None:
    thread = {c["id"]: c["parent"] for c in rest(blog, "comments", post=blog.seed["deep"], per_page=100).json()}

    def depth(comment: int) -> int:
        return 1 + (depth(thread[comment]) if thread[comment] else 0)

    assert max(map(depth, thread)) == 5
    assert rest(blog, "comments", post=blog.seed["busy"]).headers["x-wp-total"] == "230"


def test_a_held_reply_is_not_shown_and_the_next_test_does_not_see_it(blog: Blog) -> None:
    blog.options(comment_moderation=1, test_flood=0)
    silent = blog.seed["special"]["silent"]
    assert "unapproved=" in reply(blog, silent, "First!").headers["location"]
    assert rest(blog, "comments", post=silent).json() == []
    blog.reset()
    assert "unapproved=" not in reply(blog, silent, "First!").headers["location"]
    assert len(rest(blog, "comments", post=silent).json()) == 1


def test_closed_registered_repeated_and_hasty_replies_are_refused(blog: Blog) -> None:
    silent, closed = blog.seed["special"]["silent"], blog.seed["special"]["closed"]
    assert reply(blog, closed, "Hello").status_code == 403
    assert reply(blog, silent, "Hello").status_code == 302
    assert reply(blog, silent, "Another").status_code == 429
    blog.options(test_flood=0)
    assert reply(blog, silent, "Hello").status_code == 409
    blog.options(comment_registration=1)
    assert reply(blog, silent, "A third").status_code == 403


def test_rest_may_be_blocked(blog: Blog) -> None:
    assert rest(blog, "posts", per_page=100).headers["x-wp-total"] == "44"
    blog.options(test_rest_blocked=1)
    assert rest(blog, "posts").status_code == 401


def test_excerpts_take_the_place_of_texts(blog: Blog) -> None:
    assert "content:encoded>" in httpx.get(f"{blog.url}/feed/").text
    blog.options(rss_use_excerpt=1)
    assert "content:encoded>" not in httpx.get(f"{blog.url}/feed/").text


def test_posts_are_edited_and_trashed_through_its_own_functions(blog: Blog) -> None:
    newest, other = blog.seed["posts"][:2]
    blog.calls(("wp_update_post", {"ID": newest, "post_title": "It’s “new”"}), ("wp_trash_post", other))
    assert rest(blog, f"posts/{newest}").json()["title"]["rendered"] == "It’s “new”"
    assert rest(blog, f"posts/{other}").status_code == 401


def test_two_blogs_serve_at_once(wordpress: Code, blog: Blog) -> None:
    with Blog(wordpress, posts=12) as second:
        assert (len(second.seed["posts"]), len(blog.seed["posts"])) == (12, 40)
        assert second.port != blog.port
        blog.options(posts_per_rss=2)
        assert (titles(second, "/feed/"), titles(blog, "/feed/")) == (10, 2)
