import asyncio
import gzip
import socket
import subprocess
import sys
import time

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loopback import Asked, Reply, Site, serving
from tui.model.outcome import Failed, Fetched, Unchanged
from tui.web.client import Limits, Web
from tui.web.secrets import Secret

FEED = b"<rss version='2.0'><channel><title>Fog</title></channel></rss>"


async def failure(web: Web, url: str) -> str:
    answer = await web.get(url)
    assert isinstance(answer, Failed), answer
    return answer.reason


async def test_a_body_arrives_with_what_its_server_said(web: Web, site: Site) -> None:
    site.answers["/feed"] = Reply(FEED, headers={"Content-Type": "text/xml", "ETag": '"1"', "Last-Modified": "then"})
    assert await web.get(f"{site.url}/feed") == Fetched(f"{site.url}/feed", FEED, "text/xml", '"1"', "then")


async def test_the_client_says_who_it_is_and_what_it_takes(web: Web, site: Site) -> None:
    site.answers["/feed"] = FEED
    await web.get(f"{site.url}/feed")
    headers = site.asked[0].headers
    assert headers["user-agent"].startswith("Matinee/")
    assert headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert "application/rss+xml" in headers["accept"]


async def test_an_etag_saves_the_second_body(web: Web, site: Site) -> None:
    site.feed("/feed", FEED, etag='"fog"')
    first = await web.get(f"{site.url}/feed")
    assert isinstance(first, Fetched)
    assert await web.get(f"{site.url}/feed", etag=first.etag) == Unchanged(f"{site.url}/feed")


async def test_a_date_saves_the_second_body(web: Web, site: Site) -> None:
    site.feed("/feed", FEED, last_modified="Sat, 14 Mar 2026 12:00:00 GMT")
    answer = await web.get(f"{site.url}/feed", last_modified="Sat, 14 Mar 2026 12:00:00 GMT")
    assert isinstance(answer, Unchanged)


async def test_a_weak_tag_is_sent_back_as_a_strong_one(web: Web, site: Site) -> None:
    site.feed("/feed", FEED, etag='"fog"')
    assert isinstance(await web.get(f"{site.url}/feed", etag='W/"fog"'), Unchanged)


async def test_a_304_nobody_asked_for_is_a_failure(web: Web, site: Site) -> None:
    site.answers["/feed"] = Reply(status=304)
    assert "304" in await failure(web, f"{site.url}/feed")


async def test_temporary_redirects_are_followed_and_keep_the_address(web: Web, site: Site) -> None:
    site.redirect("/old", "/feed", 302)
    site.answers["/feed"] = FEED
    answer = await web.get(f"{site.url}/old")
    assert isinstance(answer, Fetched)
    assert (answer.url, answer.moved_to) == (f"{site.url}/feed", "")


async def test_permanent_redirects_all_the_way_name_the_new_address(web: Web, site: Site) -> None:
    site.redirect("/oldest", "/old", 301)
    site.redirect("/old", "/feed", 308)
    site.answers["/feed"] = FEED
    answer = await web.get(f"{site.url}/oldest")
    assert isinstance(answer, Fetched)
    assert answer.moved_to == f"{site.url}/feed"


async def test_one_temporary_step_makes_the_way_temporary(web: Web, site: Site) -> None:
    site.redirect("/oldest", "/old", 301)
    site.redirect("/old", "/feed", 307)
    site.answers["/feed"] = FEED
    answer = await web.get(f"{site.url}/oldest")
    assert isinstance(answer, Fetched)
    assert answer.moved_to == ""


async def test_a_redirect_loop_ends(web: Web, site: Site) -> None:
    site.redirect("/round", "/round")
    assert await failure(web, f"{site.url}/round") == "127.0.0.1 redirects more than 5 times"
    assert len(site.asked) == 6


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://[::bad/", ""])
async def test_a_redirect_out_of_the_web_is_refused(web: Web, site: Site, location: str) -> None:
    site.redirect("/feed", location)
    assert "redirects" in await failure(web, f"{site.url}/feed")


async def test_a_public_site_behind_a_proxy_cannot_send_us_to_loopback(
    web: Web, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site.url)
    site.redirect("http://critic.example/feed", f"{site.url}/secret")
    reason = await failure(web, "http://critic.example/feed")
    assert reason == "critic.example redirects to the private address 127.0.0.1, which is refused"
    assert site.paths() == ["http://critic.example/feed"]


@pytest.mark.parametrize(
    ("packing", "body"),
    [("gzip", gzip.compress(FEED, mtime=0)), ("br", brotli.compress(FEED)), ("zstd", zstandard.compress(FEED))],
)
async def test_compressed_bodies_are_unpacked(web: Web, site: Site, packing: str, body: bytes) -> None:
    site.answers["/feed"] = Reply(body, headers={"Content-Encoding": packing})
    answer = await web.get(f"{site.url}/feed")
    assert isinstance(answer, Fetched)
    assert answer.body == FEED


async def test_half_a_compressed_body_is_a_failure(web: Web, site: Site) -> None:
    site.answers["/feed"] = Reply(gzip.compress(FEED)[:-10], headers={"Content-Encoding": "gzip"})
    assert await failure(web, f"{site.url}/feed") == "the answer of 127.0.0.1 broke off before it was complete"


async def test_a_packing_nobody_asked_for_is_named(web: Web, site: Site) -> None:
    site.answers["/feed"] = Reply(b"??", headers={"Content-Encoding": "compress"})
    assert "'compress'" in await failure(web, f"{site.url}/feed")


async def test_a_bomb_is_stopped_at_the_cap(web: Web, site: Site) -> None:
    site.answers["/feed"] = Reply(gzip.compress(b"a" * 5_000_000), headers={"Content-Encoding": "gzip"})
    assert await failure(web, f"{site.url}/feed") == "the answer of 127.0.0.1 is larger than 50000 bytes"


async def test_an_endless_body_is_stopped_at_the_cap(web: Web, site: Site) -> None:
    def pour(wire: object) -> None:
        for _ in range(10_000):
            wire.write(b"<!-- padding -->" * 1_000)  # type: ignore[attr-defined]  # the handler's raw stream

    site.answers["/feed"] = Reply(length=-1, raw=pour)
    assert "is larger than" in await failure(web, f"{site.url}/feed")


async def test_a_server_that_drips_ends_with_the_clock(web: Web, site: Site) -> None:
    def drip(wire: object) -> None:
        for byte in FEED:
            wire.write(bytes([byte]))  # type: ignore[attr-defined]  # the handler's raw stream
            time.sleep(0.05)

    site.answers["/feed"] = Reply(length=len(FEED), raw=drip)
    began = time.monotonic()
    assert await failure(web, f"{site.url}/feed") == "127.0.0.1 took longer than 0.6 s"
    assert time.monotonic() - began < 2


async def test_a_body_shorter_than_promised_is_a_failure(web: Web, site: Site) -> None:
    site.answers["/feed"] = Reply(FEED, length=10_000)
    assert "broke off" in await failure(web, f"{site.url}/feed")


@pytest.mark.parametrize("status", [204, 401, 403, 404, 410, 418, 429, 500, 503])
async def test_every_other_status_is_told(web: Web, site: Site, status: int) -> None:
    site.answers["/feed"] = Reply(status=status)
    answer = await web.get(f"{site.url}/feed")
    assert isinstance(answer, Failed)
    assert (answer.status, f" answered {status} " in answer.reason) == (status, True)


async def test_retry_after_is_kept(web: Web, site: Site) -> None:
    site.answers["/feed"] = Reply(status=503, headers={"Retry-After": "3600"})
    answer = await web.get(f"{site.url}/feed")
    assert isinstance(answer, Failed)
    assert (answer.wait, answer.reason) == (3600, "127.0.0.1 answered 503 Service Unavailable and asks to wait 60 min")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Cache-Control": "public, max-age=1800"}, 1800), ({"Cache-Control": "max-age=1800", "Age": "300"}, 1500),
        ({"Cache-Control": "no-cache"}, None), ({}, None), ({"Expires": "0"}, None),
        ({"Expires": "Sat, 14 Mar 2037 13:00:00 GMT"}, "hours"),
    ],
)  # fmt: skip
async def test_how_long_an_answer_is_good_is_kept(
    web: Web, site: Site, headers: dict[str, str], seconds: float | str | None
) -> None:
    site.answers["/feed"] = Reply(FEED, headers=headers)
    answer = await web.get(f"{site.url}/feed")
    assert isinstance(answer, Fetched)
    assert answer.good_for == seconds or (seconds == "hours" and answer.good_for and answer.good_for > 3_600)


async def test_what_a_304_says_is_kept_too(web: Web, site: Site) -> None:
    site.redirect("/old", "/feed", 301)
    site.answers["/feed"] = Reply(status=304, headers={"Cache-Control": "max-age=60"})
    assert await web.get(f"{site.url}/old", etag='"1"') == Unchanged(f"{site.url}/feed", f"{site.url}/feed", 60)


async def test_a_closed_port_refuses(web: Web) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert await failure(web, f"http://127.0.0.1:{port}/") == "connection refused by 127.0.0.1"


async def test_a_host_that_does_not_exist_is_named(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    assert await failure(web, "http://critic.invalid/") == "no such host: critic.invalid"


async def test_a_server_that_is_no_web_server_is_a_failure(web: Web) -> None:
    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP ready\r\n")
        writer.close()

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reason = await failure(web, f"http://127.0.0.1:{port}/")
    server.close()
    assert "127.0.0.1" in reason
    reason = await failure(web, f"https://127.0.0.1:{port}/")
    assert "127.0.0.1" in reason


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://critic.example/", "critic.example"])
async def test_only_the_web_is_fetched(web: Web, url: str) -> None:
    assert "not a web address" in await failure(web, url)


async def test_a_password_is_sent_and_never_told(web: Web, site: Site) -> None:
    site.answers["/feed"] = FEED
    address = site.url.replace("//", "//ada:secret@")
    answer = await web.get(f"{address}/feed")
    assert isinstance(answer, Fetched)
    assert answer.url == f"{site.url}/feed"
    assert site.asked[0].headers["authorization"].startswith("Basic ")
    assert "secret" not in await failure(web, f"{address}/nothing")


async def test_cookies_are_not_kept(web: Web, site: Site) -> None:
    site.answers["/feed"] = Reply(FEED, headers={"Set-Cookie": "track=1; Path=/"})
    await web.get(f"{site.url}/feed")
    await web.get(f"{site.url}/feed")
    assert "cookie" not in site.asked[1].headers


async def test_one_host_is_asked_a_few_things_at_a_time(site: Site) -> None:
    def slow(_: Asked) -> Reply:
        time.sleep(0.02)
        return Reply(FEED)

    site.answers["/feed"] = slow
    async with Web(Limits(per_host=2)) as web:
        await asyncio.gather(*(web.get(f"{site.url}/feed") for _ in range(8)))
    assert site.most_at_once == 2


async def behind_a_proxy(site: Site, monkeypatch: pytest.MonkeyPatch, **limits: float) -> Web:
    """Return a client that reaches any public name, all of them played by `site`."""
    monkeypatch.setenv("http_proxy", site.url)
    return Web(Limits(**limits))  # type: ignore[arg-type]


async def test_a_host_that_wants_to_be_left_alone_is(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["http://critic.example/a"] = Reply(status=429, headers={"Retry-After": "600"})
    site.answers["http://critic.example/b"] = FEED
    async with await behind_a_proxy(site, monkeypatch, delay=0) as web:
        assert isinstance(await web.get("http://critic.example/a"), Failed)
        answer = await web.get("http://critic.example/b")
    assert isinstance(answer, Failed)
    assert answer.reason == "critic.example asked to be left alone for another 10 min"
    assert answer.wait is not None
    assert site.paths() == ["http://critic.example/a"]


async def test_hosts_in_no_proxy_are_asked_themselves(web: Web, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        site.answers["/feed"] = FEED
        assert isinstance(await web.get(f"{site.url}/feed"), Fetched)
        assert proxy.paths() == []


@pytest.mark.parametrize(
    ("proxy", "says"),
    [
        ("socks5://127.0.0.1:9", "speaks SOCKS"), ("bogus://127.0.0.1:9", "is no address"),
        ("http://127.0.0.1:9", "refused"),
    ],
)  # fmt: skip
async def test_a_proxy_that_does_not_work_is_named(
    web: Web, monkeypatch: pytest.MonkeyPatch, proxy: str, says: str
) -> None:
    monkeypatch.setenv("all_proxy", proxy)
    assert says in await failure(web, "http://critic.example/feed")


class Known:
    """The secrets of a reader who has some for the hosts given."""

    def __init__(self, **secrets: Secret | Failed) -> None:
        self.secrets = {name.replace("_", "."): secret for name, secret in secrets.items()}

    def knows(self, site: str) -> bool:
        return site.partition(":")[0] in self.secrets

    def of(self, site: str) -> Secret | Failed:
        return self.secrets[site.partition(":")[0]]


LOOPBACK = "127_0_0_1"


async def test_a_secret_goes_to_its_site_and_to_nobody_else(site: Site) -> None:
    with serving("127.0.0.2") as other:
        elsewhere = other.url.replace("127.0.0.1", "127.0.0.2")
        site.redirect("/feed", f"{elsewhere}/feed")
        other.answers["/feed"] = FEED
        async with Web(secrets=Known(**{LOOPBACK: Secret("ada", "fog", "member=1")})) as web:
            assert isinstance(await web.get(f"{site.url}/feed"), Fetched)
        assert site.asked[0].headers["authorization"] == "Basic YWRhOmZvZw=="
        assert site.asked[0].headers["cookie"] == "member=1"
        assert not {"authorization", "cookie"} & set(other.asked[0].headers)


async def test_a_secret_that_cannot_be_had_is_a_failure(site: Site) -> None:
    async with Web(secrets=Known(**{LOOPBACK: Failed("the password cannot be had")})) as web:
        assert await failure(web, f"{site.url}/feed") == "the password cannot be had"
    assert site.paths() == []


async def test_no_secret_goes_over_plain_http_to_the_public_web(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url)
    async with Web(secrets=Known(critic_example=Secret("ada", "fog"))) as web:
        assert "plain http" in await failure(web, "http://critic.example/feed")
    assert site.paths() == []


def test_a_secret_does_not_show_when_it_is_printed() -> None:
    assert "fog" not in repr(Secret("ada", "fog", "fog=1"))


async def test_stopping_in_the_middle_leaves_nothing_open(site: Site) -> None:
    site.answers["/feed"] = Reply(length=100, raw=lambda _: time.sleep(0.3))
    async with Web() as web:
        asking = asyncio.create_task(web.get(f"{site.url}/feed"))
        await asyncio.wait_for(asyncio.to_thread(site.arrived.wait), 5)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking


async def test_different_hosts_do_not_wait_for_each_other() -> None:
    def late(_: Asked) -> Reply:
        time.sleep(0.4)
        return Reply(FEED)

    with serving("127.0.0.2") as slow, serving("127.0.0.3") as fast:
        slow.answers["/feed"] = late
        fast.answers["/feed"] = FEED
        slow_url = slow.url.replace("127.0.0.1", "127.0.0.2")
        async with Web(Limits(per_host=1)) as web:
            waiting = asyncio.create_task(web.get(f"{slow_url}/feed"))
            answer = await web.get(f"{fast.url.replace('127.0.0.1', '127.0.0.3')}/feed")
            assert isinstance(answer, Fetched)
            assert not waiting.done()
            assert isinstance(await waiting, Fetched)


def test_httpx_is_loaded_only_when_something_is_fetched() -> None:
    code = "import sys, tui.web.client as c; c.Web(); assert 'httpx' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", ["a..example", f"{'a' * 64}.example", ".example", "a\0b.example", "\ud800.example"])
async def test_a_host_that_cannot_be_is_a_failure(web: Web, name: str) -> None:
    for url in (f"http://{name}/feed", f"https://{name}/feed"):
        assert isinstance(await web.get(url), Failed)
        assert isinstance(await web.get(url, named_by="http://127.0.0.1/"), Failed)
        assert isinstance(await web.get(url, named_by="https://93.184.216.34/"), Failed)


@settings(max_examples=150)
@given(
    st.sampled_from(["http://", "https://", "HTTP:", "http:///", "//", ""]),
    st.text(alphabet="[].:@%-_\0\t\n\\ üß\ud800。\u200d", max_size=12),
    st.sampled_from(["", "/", ":99999/", ":x/", "]:80/", "?\0", "..invalid/", "/\ud800", f"{'a' * 64}.invalid"]),
)
def test_no_text_at_all_makes_the_client_raise(scheme: str, name: str, rest: str) -> None:
    async def answers() -> list[Failed | Fetched | Unchanged]:
        async with Web(Limits(seconds=2)) as web:
            url = scheme + name + rest
            return [await web.get(url), await web.get(url, named_by="https://93.184.216.34/")]

    assert all(isinstance(answer, Failed) for answer in asyncio.run(answers()))
