"""The client against a real nginx: what a proxy, TLS and HTTP/2 do to feeds."""

import asyncio

import pytest

from tests.loopback import Asked, Reply, Site
from tests.refresh.feeds import post, rss
from tests.servers.certificates import FAULTS
from tests.servers.nginx import Nginx
from tui.model.outcome import Failed, Fetched, Unchanged
from tui.web.client import Limits, Web
from tui.web.secrets import Secret

FEED = rss(*(post(number) for number in range(10)))


@pytest.fixture
def trusted(nginx: Nginx, monkeypatch: pytest.MonkeyPatch) -> Nginx:
    """nginx, its authority trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(nginx.authority))
    return nginx


@pytest.fixture
def feed(behind_nginx: Site) -> Site:
    """A feed behind nginx, at `/feed`, whose server compares tags byte by byte, as WordPress does."""
    behind_nginx.feed("/feed", FEED, etag='"fog"')
    return behind_nginx


async def fetched(web: Web, url: str) -> Fetched:
    answer = await web.get(url)
    assert isinstance(answer, Fetched), answer
    return answer


async def failed(web: Web, url: str) -> Failed:
    answer = await web.get(url)
    assert isinstance(answer, Failed), answer
    return answer


async def test_a_tag_that_gzip_made_weak_still_saves_the_second_body(nginx: Nginx, feed: Site) -> None:
    async with Web() as web:
        first = await fetched(web, f"{nginx.url}/feed")
        assert (first.body.decode(), first.etag) == (FEED, 'W/"fog"')
        assert isinstance(await web.get(f"{nginx.url}/feed", etag=first.etag), Unchanged)
    assert feed.asked[1].headers["if-none-match"] == '"fog"'


async def test_https_speaks_http_2(trusted: Nginx, feed: Site) -> None:
    async with Web() as web:
        assert (await fetched(web, f"{trusted.secure()}/protocol")).body == b"HTTP/2.0"
        assert (await fetched(web, f"{trusted.secure()}/feed")).body.decode() == FEED


async def test_what_is_asked_of_a_host_at_the_same_time_shares_a_connection(trusted: Nginx) -> None:
    async with Web(Limits(per_host=4)) as web:
        answers = await asyncio.gather(*(fetched(web, f"{trusted.secure()}/connection") for _ in range(4)))
    assert len({answer.body for answer in answers}) == 1


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_certificate_that_is_not_to_be_trusted_is_told_and_nothing_is_fetched(
    trusted: Nginx, feed: Site, fault: str
) -> None:
    says = {"expired": "has expired", "wrong-name": "is for another name", "unknown-authority": "is not trusted"}
    async with Web() as web:
        assert says[fault] in (await failed(web, f"{trusted.secure(fault)}/feed")).reason
    assert feed.paths() == []


async def test_a_server_of_another_age_is_told(trusted: Nginx, feed: Site) -> None:
    async with Web() as web:
        assert "no secure connection to 127.0.0.1" in (await failed(web, f"{trusted.secure('old-tls')}/feed")).reason


async def test_a_limit_says_for_how_long(nginx: Nginx, feed: Site) -> None:
    async with Web() as web:
        answers = [await web.get(f"{nginx.url}/limited/feed") for _ in range(2)]
    last = answers[-1]
    assert isinstance(last, Failed)
    assert (last.status, last.wait) == (429, 120)


@pytest.mark.parametrize(("path", "status", "wait"), [("/gone", 410, None), ("/maintenance", 503, 120)])
async def test_a_refusal_keeps_its_status(nginx: Nginx, path: str, status: int, wait: float | None) -> None:
    async with Web() as web:
        answer = await failed(web, f"{nginx.url}{path}")
    assert (answer.status, answer.wait) == (status, wait)


@pytest.mark.parametrize(("path", "moves"), [("/moved", True), ("/moved-308", True), ("/elsewhere", False)])
async def test_permanent_redirects_name_the_new_address(nginx: Nginx, feed: Site, path: str, moves: bool) -> None:
    async with Web() as web:
        answer = await fetched(web, f"{nginx.url}{path}")
    assert answer.moved_to == (f"{nginx.url}/feed" if moves else "")


@pytest.mark.parametrize(
    ("path", "says"),
    [("/round/a", "redirects more than 5 times"), ("/dropped", "closed the connection without answering")],
)
async def test_what_leads_nowhere_is_told(nginx: Nginx, path: str, says: str) -> None:
    async with Web() as web:
        assert says in (await failed(web, nginx.url + path)).reason


async def test_a_slow_line_ends_with_the_clock(nginx: Nginx, feed: Site) -> None:
    async with Web(Limits(seconds=1)) as web:
        assert "took longer than 1 s" in (await failed(web, f"{nginx.url}/slow")).reason


async def test_a_feed_for_members_opens_with_a_password(nginx: Nginx, feed: Site) -> None:
    class Ada:
        def knows(self, site: str) -> bool:
            return site in nginx.url

        def of(self, site: str) -> Secret:
            return Secret("ada", "fog")

    async with Web() as web:
        assert (await failed(web, f"{nginx.url}/login")).status == 401
    async with Web(secrets=Ada()) as web:
        assert (await fetched(web, f"{nginx.url}/login")).body.decode() == FEED


async def test_a_server_that_breaks_off_behind_the_proxy_is_told(nginx: Nginx, behind_nginx: Site) -> None:
    def half(_: Asked) -> Reply:
        return Reply(FEED.encode()[:500], length=len(FEED), headers={"Content-Type": "application/rss+xml"})

    behind_nginx.answers["/feed"] = half
    async with Web() as web:
        assert "broke off" in (await failed(web, f"{nginx.url}/feed")).reason
