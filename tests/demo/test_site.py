"""The server: real HTTP on loopback, with a server's manners, gone when it is closed."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime

import httpx
import pytest

from tests.makers import NOON
from tui.demo.site import DemoSite

WRITTEN_TAGS = ["*", 'W/"other", {}', "{}"]


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with DemoSite(NOON) as site:
        yield site


@pytest.fixture
def client(site: DemoSite) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.url, trust_env=False) as client:
        yield client


def test_every_subscription_is_a_feed_or_names_one(site: DemoSite, client: httpx.Client) -> None:
    kinds = set()
    for name, address, tags in site.subscriptions:
        assert name
        assert tags
        answer = client.get(address)
        kinds.add(answer.headers["content-type"].partition(";")[0])
        assert answer.status_code == (503 if name == "Closed for Repairs" else 200)
        assert "html" not in answer.headers["content-type"] or "alternate" in answer.text or answer.is_error
    assert {"text/html", "application/rss+xml"} <= kinds


@pytest.mark.parametrize(
    "path", ["", "marginalia/", "marginalia/feed/", "marginalia/paper-orchard/", "percentile/feed.json"]
)
@pytest.mark.parametrize("written", WRITTEN_TAGS)
def test_what_is_known_by_its_tag_is_not_sent_again(client: httpx.Client, path: str, written: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": written.format(first.headers["etag"])})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_another_tag_is_sent_the_whole_even_with_a_late_date(client: httpx.Client) -> None:
    headers = {"If-None-Match": '"old"', "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    assert client.get("marginalia/feed/", headers=headers).status_code == 200


def test_what_has_not_changed_since_is_not_sent_again(client: httpx.Client) -> None:
    date = client.get("marginalia/feed/").headers["last-modified"]
    assert parsedate_to_datetime(date) < NOON
    assert client.get("marginalia/feed/", headers={"If-Modified-Since": date}).status_code == 304


@pytest.mark.parametrize("date", ["Mon, 01 Jan 2001 00:00:00 GMT", "yesterday", "Mon, 01 Jan 2001 00:00:00 -0000"])
def test_an_early_or_broken_date_is_sent_the_whole(client: httpx.Client, date: str) -> None:
    assert client.get("marginalia/feed/", headers={"If-Modified-Since": date}).status_code == 200


@pytest.mark.parametrize(
    ("accept", "packed"),
    [("gzip", True), ("br, gzip;q=0.5", True), ("identity", False), ("gzip;q=0", False), ("gzip;q=0.0, br", False)],
)
def test_it_packs_only_when_asked(client: httpx.Client, accept: str, packed: bool) -> None:
    answer = client.get("marginalia/feed/", headers={"Accept-Encoding": accept})
    assert ("content-encoding" in answer.headers) == packed
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.text.endswith("</rss>\n")


def test_an_error_page_has_no_tag(client: httpx.Client) -> None:
    answer = client.get("nobody/")
    assert answer.status_code == 404
    assert "etag" not in answer.headers
    assert "<h1>" in answer.text


def test_head_sends_the_head_alone(client: httpx.Client) -> None:
    whole, head = client.get("marginalia/feed/"), client.head("marginalia/feed/")
    assert head.content == b""
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_a_reply_is_taken_in_and_shown() -> None:
    with DemoSite(NOON) as site, httpx.Client(base_url=site.url, trust_env=False) as client:
        post = next(critic for critic in site.critics if critic.slug == "marginalia").posts[0]
        form = {"comment_post_ID": str(post.number), "author": "Zoe", "email": "z@sample.invalid", "comment": "Lovely."}
        answer = client.post("marginalia/wp-comments-post.php", data=form)
        assert (answer.status_code, "#comment-" in answer.headers["location"]) == (302, True)
        assert "Lovely." in client.get(answer.headers["location"]).text


def test_a_form_of_unsaid_length_is_left_unread_and_the_next_request_answered(client: httpx.Client) -> None:
    answer = client.post("marginalia/wp-comments-post.php", content=iter([b"comment=First!"]))
    assert answer.status_code == 404
    assert client.get("marginalia/").status_code == 200


def test_many_may_ask_at_once(site: DemoSite) -> None:
    def status(number: int) -> int:
        return httpx.get(site.url + "marginalia/feed/", trust_env=False).status_code

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(status, range(40))) == [200] * 40


def test_two_sites_stand_side_by_side(site: DemoSite) -> None:
    with DemoSite(NOON) as other:
        assert other.url != site.url


def test_closing_leaves_no_thread_and_no_door_open() -> None:
    before = set(threading.enumerate())
    with DemoSite(NOON) as site, httpx.Client(trust_env=False) as client:
        client.get(site.url)  # kept alive by the client, beyond the site's end
        silent = socket.create_connection(("127.0.0.1", httpx.URL(site.url).port or 0))
        address = site.url
        site.__exit__(None, None, None)
        assert set(threading.enumerate()) <= before
        with pytest.raises(httpx.TransportError):
            client.get(address)
        silent.close()


def test_a_closed_site_has_no_address() -> None:
    with pytest.raises(RuntimeError, match="with statement"):
        _ = DemoSite(NOON).url


def test_a_site_may_be_opened_again() -> None:
    site = DemoSite(NOON)
    for _ in range(2):
        with site:
            assert httpx.get(site.url, trust_env=False).status_code == 200
