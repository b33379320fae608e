"""One request and its answer as they are; and whether anything left this machine."""

import asyncio
import socket

import pytest

from tests.loopback import Asked, Reply, Site
from tui.web.client import Web
from tui.web.exchanging import Broken, Exchanged
from tui.web.visiting import Visit


async def test_a_redirect_is_an_answer_and_keeps_its_fragment(web: Web, site: Site) -> None:
    site.answers["/post"] = Reply(status=302, headers={"Location": "/fog/#comment-7"})
    answer = await web.exchange("POST", f"{site.url}/post", {}, b"a=b")
    assert isinstance(answer, Exchanged)
    assert (answer.status, answer.location) == (302, f"{site.url}/fog/#comment-7")
    assert [(each.method, each.body) for each in site.asked] == [("POST", b"a=b")]


async def test_an_error_page_is_an_answer_with_its_body(web: Web, site: Site) -> None:
    site.answers["/post"] = Reply(b"too fast", 429, {"Retry-After": "40"})
    answer = await web.exchange("POST", f"{site.url}/post", {}, b"")
    assert isinstance(answer, Exchanged)
    assert (answer.status, answer.body, answer.wait) == (429, b"too fast", 40)


async def test_where_nobody_listens_nothing_has_left(web: Web) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for url in (f"http://127.0.0.1:{port}/", "http://no-such-host.invalid/", "ftp://127.0.0.1/"):
        answer = await web.exchange("POST", url, {}, b"a=b")
        assert isinstance(answer, Broken)
        assert (answer.left, bool(answer.failed.reason)) == (False, True)


def hang_up(_: Asked) -> Reply:
    raise ConnectionError


@pytest.mark.parametrize("script", [hang_up, Reply(b"half", length=400)])
async def test_where_the_answer_breaks_off_it_may_have_arrived(web: Web, site: Site, script: object) -> None:
    site.answers["/post"] = script  # type: ignore[assignment]
    answer = await web.exchange("POST", f"{site.url}/post", {}, b"a=b")
    assert len(site.asked) == 1
    if isinstance(answer, Exchanged):  # the head came: it has said what became of the request
        assert answer.status == 200
    else:
        assert answer.left


async def test_a_server_that_does_not_answer_in_time_may_have_it(web: Web) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with server:
        answer = await web.exchange("POST", f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", {}, b"a=b")
    assert isinstance(answer, Broken)
    assert (answer.left, "took longer" in answer.failed.reason) == (True, True)


async def test_a_visit_keeps_cookies_for_its_site_and_says_where_it_comes_from(web: Web, site: Site) -> None:
    site.answers["/old"] = Reply(status=301, headers={"Location": "/fog/", "Set-Cookie": "seen=1; Path=/"})
    site.answers["/fog/"] = Reply(b"page", headers={"Set-Cookie": "nonce=c0ffee"})
    site.answers["/post"] = Reply(status=302, headers={"Location": "/fog/#comment-1"})
    visit = Visit(web, f"{site.url}/feed")
    page = await visit.get(f"{site.url}/old")
    assert isinstance(page, Exchanged)
    assert (page.url, page.body) == (f"{site.url}/fog/", b"page")
    await visit.post(f"{site.url}/post", [("comment", "Wölfe & fog"), ("comment", "")], referer=page.url)
    sent = site.asked[-1]
    assert sent.body == b"comment=W%C3%B6lfe+%26+fog&comment="
    assert sent.headers["cookie"] == "seen=1; nonce=c0ffee"
    assert (sent.headers["referer"], sent.headers["origin"]) == (f"{site.url}/fog/", site.url)
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"
    assert await Visit(web).get(f"{site.url}/fog/")
    assert "cookie" not in site.asked[-1].headers


async def test_a_visit_goes_nowhere_its_feed_may_not_lead(web: Web, site: Site) -> None:
    assert "private" in str(await Visit(web, "https://critic.example/feed/").get(f"{site.url}/fog/"))
    assert site.asked == []


async def test_a_visit_tells_why_there_is_no_page(web: Web, site: Site) -> None:
    site.redirect("/round", "/round")
    site.redirect("/out", "mailto:x@y.example")
    for path, words in (("/none", "404"), ("/round", "too often"), ("/out", "address")):
        assert words in str(await Visit(web).get(site.url + path))


async def test_a_form_goes_to_no_private_place_from_a_public_page(web: Web, site: Site) -> None:
    answer = await Visit(web).post(f"{site.url}/post", [], referer="https://critic.example/fog/")
    assert isinstance(answer, Broken)
    assert (answer.left, "private" in answer.failed.reason, site.asked) == (False, True, [])
