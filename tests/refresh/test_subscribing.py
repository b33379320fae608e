import pytest

from tests.loopback import Reply, Site
from tests.refresh.feeds import post, rss
from tui.model.errors import BadAddress, FetchFailed, NoFeedHere, NotAFeed
from tui.refresh.subscribing import find
from tui.web.client import Web


def head(*links: str) -> str:
    return f"<!doctype html><html><head><title>Desk</title>{''.join(links)}</head><body>Welcome</body></html>"


def link(href: str, title: str = "") -> str:
    return f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{href}">'


async def test_a_feeds_address_is_taken_as_it_is(web: Web, site: Site) -> None:
    site.feed("/feed", rss(post(1)))
    found = await find(web, f"{site.url}/feed")
    assert (found.feed_url, found.feed.title, len(found.feed.entries)) == (f"{site.url}/feed", "The Fog Desk", 1)
    assert site.paths() == ["/feed"]


@pytest.mark.parametrize(
    ("title", "name"), [("The Fog Desk", "The Fog Desk"), ("Letterboxd - Pim", "Pim"), ("", "127.0.0.1")]
)
async def test_a_critic_is_called_what_the_feed_calls_them(web: Web, site: Site, title: str, name: str) -> None:
    site.feed("/feed", rss(post(1), title=title))
    assert (await find(web, f"{site.url}/feed")).name == name


async def test_the_scheme_may_be_left_out(web: Web, site: Site) -> None:
    site.feed("/feed", rss(post(1)))
    assert (await find(web, f"{site.url.removeprefix('http://')}/feed")).feed_url == f"{site.url}/feed"


async def test_a_page_leads_to_its_posts_and_offers_the_rest(web: Web, site: Site) -> None:
    site.page("/", head(link("/comments/feed/", "Comments"), link("/feed/", "Posts")))
    site.feed("/feed/", rss(post(1)))
    found = await find(web, site.url)
    assert found.feed_url == f"{site.url}/feed/"
    assert [other.url for other in found.others] == [f"{site.url}/comments/feed/"]


async def test_a_declared_feed_that_is_broken_is_passed_over(web: Web, site: Site) -> None:
    site.page("/", head(link("/dead.xml"), link("/page.xml"), link("/feed/")))
    site.page("/page.xml", "<html>not a feed</html>")
    site.feed("/feed/", rss(post(1)))
    assert (await find(web, site.url)).feed_url == f"{site.url}/feed/"


async def test_a_page_that_names_no_feed_is_guessed_about(web: Web, site: Site) -> None:
    site.page("/", head())
    site.feed("/atom.xml", rss(post(1)))
    assert (await find(web, site.url)).feed_url == f"{site.url}/atom.xml"


async def test_an_empty_feed_is_not_taken_on_a_guess(web: Web, site: Site) -> None:
    site.page("/", head())
    site.feed("/feed/", rss())
    with pytest.raises(NoFeedHere):
        await find(web, site.url)


async def test_comments_are_better_than_nothing(web: Web, site: Site) -> None:
    site.page("/", head(link("/comments/feed/", "Comments")))
    site.feed("/comments/feed/", rss(post(1)))
    assert (await find(web, site.url)).feed_url == f"{site.url}/comments/feed/"


async def test_a_page_without_a_feed_says_what_to_do(web: Web, site: Site) -> None:
    site.page("/", head())
    with pytest.raises(NoFeedHere) as failed:
        await find(web, site.url)
    assert failed.value.what == "127.0.0.1 is a page that names no feed"
    assert failed.value.next_step


async def test_a_public_page_cannot_name_a_feed_in_the_readers_network(
    web: Web, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site.url)
    site.page("http://critic.example/", head(link("http://127.0.0.1:9/secret")))
    with pytest.raises(NoFeedHere):
        await find(web, "http://critic.example/")
    assert "/secret" not in "".join(site.paths())


async def test_a_permanent_redirect_is_where_to_subscribe(web: Web, site: Site) -> None:
    site.redirect("/old", "/feed", 301)
    site.feed("/feed", rss(post(1)))
    assert (await find(web, f"{site.url}/old")).feed_url == f"{site.url}/feed"


async def test_a_temporary_redirect_is_not(web: Web, site: Site) -> None:
    site.redirect("/old", "/feed", 302)
    site.feed("/feed", rss(post(1)))
    assert (await find(web, f"{site.url}/old")).feed_url == f"{site.url}/old"


async def test_a_password_in_the_address_opens_the_feed(web: Web, site: Site) -> None:
    site.feed("/feed", rss(post(1)))
    address = site.url.replace("//", "//ada:secret@")
    found = await find(web, f"{address}/feed")
    assert found.feed_url == f"{address}/feed"
    assert "secret" not in found.answer.url


@pytest.mark.parametrize(
    ("reply", "says"),
    [(Reply(status=404), "404 Not Found"), (Reply(status=500), "500"), (Reply(status=410), "410 Gone")],
)
async def test_what_the_server_refuses_is_told(web: Web, site: Site, reply: Reply, says: str) -> None:
    site.answers["/feed"] = reply
    with pytest.raises(FetchFailed, match=says):
        await find(web, f"{site.url}/feed")


@pytest.mark.parametrize("body", [b"", b'{"a": 1}', b"<rss version='2.0'><channel><item><tit", b"plain words"])
async def test_what_promises_a_feed_and_is_none_is_told(web: Web, site: Site, body: bytes) -> None:
    site.answers["/feed"] = Reply(body, headers={"Content-Type": "application/rss+xml"})
    with pytest.raises(NotAFeed):
        await find(web, f"{site.url}/feed")


async def test_what_is_no_address_is_never_asked_for(web: Web) -> None:
    with pytest.raises(BadAddress):
        await find(web, "file:///etc/passwd")
