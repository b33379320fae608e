"""Every address of the sample site answers, and no other does."""

import json
import re
from html import unescape

import pytest

from tests.makers import NOON
from tui.demo.addresses import Addresses
from tui.demo.routes import Reply, replied, reply
from tui.demo.texts import read

AT = Addresses("http://sample.example/")
CRITICS = read(NOON)


def get(target: str) -> Reply:
    return reply(CRITICS, AT, target)


def test_every_link_on_the_site_leads_somewhere() -> None:
    todo, seen = {"/"}, set[str]()
    while todo:
        target = todo.pop()
        seen.add(target)
        answer = get(target)
        assert answer.status in (200, 301) or target == "/closed-for-repairs/feed/", target
        if answer.content_type.startswith("text/html"):
            links = {unescape(link) for link in re.findall(r'href="http://sample\.example([^"#]*)', answer.body)}
            todo |= links - seen
    assert len(seen) > 100


@pytest.mark.parametrize(
    "target", ["/nobody/", "/marginalia/no-such-film/", "/marginalia/feed/?paged=3", "/marginalia/?p=1", "/x/../y"]
)
def test_what_is_not_there_is_not_found(target: str) -> None:
    assert get(target).status == 404


def test_the_feed_has_an_archive_whose_end_is_a_feed_too() -> None:
    counts = [get(f"/back-row/feed/{query}").body.count("<item>") for query in ("", "?paged=2", "?paged=3")]
    posts = next(critic.posts for critic in CRITICS if critic.slug == "back-row")
    assert counts == [5, len(posts) - 5, 0]


def test_an_address_without_its_slash_is_moved() -> None:
    assert dict(get("/marginalia").headers) == {"Location": "http://sample.example/marginalia/"}
    assert get("/marginalia/paper-orchard").status == 301


def test_a_short_address_leads_to_the_page() -> None:
    answer = get("/marginalia/?p=405")
    assert (answer.status, dict(answer.headers)["Location"]) == (301, "http://sample.example/marginalia/paper-orchard/")


def test_the_failing_feed_fails_with_a_page() -> None:
    answer = get("/closed-for-repairs/feed/")
    assert answer.status == 503
    assert answer.content_type.startswith("text/html")


def test_rest_counts_its_pages_in_headers() -> None:
    answer = get("/marginalia/wp-json/wp/v2/comments?post=409&per_page=20&order=asc")
    headers = dict(answer.headers)
    assert headers["X-WP-Total"] == "26"
    assert headers["X-WP-TotalPages"] == "2"
    following = re.fullmatch(r'<http://sample\.example(.*)>; rel="next"', headers["Link"])
    assert following is not None
    assert len(json.loads(get(following[1]).body)) == 6


def test_rest_finds_a_post_by_its_slug() -> None:
    (post,) = json.loads(get("/marginalia/wp-json/wp/v2/posts?slug=paper-orchard").body)
    assert post["id"] == 405
    assert json.loads(get("/marginalia/wp-json/wp/v2/posts/405").body) == post


@pytest.mark.parametrize(("path", "status"), [("wp/v2/comments?page=0", 400), ("wp/v2/users", 404)])
def test_rest_refuses_in_json(path: str, status: int) -> None:
    answer = get(f"/marginalia/wp-json/{path}")
    assert answer.status == status
    assert json.loads(answer.body)["data"]["status"] == status


@pytest.mark.parametrize("target", ["/nobody/wp-comments-post.php", "/marginalia/", "/marginalia/wp-comments-post.php"])
def test_a_reply_to_nothing_is_not_found(target: str) -> None:
    critics, answer = replied(CRITICS, AT, target, "comment_post_ID=9999&comment=Hello", NOON)
    assert (critics, answer.status) == (CRITICS, 404)
