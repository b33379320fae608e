"""Addresses a reader may follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.addresses import host, is_video, resolve, watch_page


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/a b", "https://c.example/a%20b"),
        ("//x.example/y", "https://x.example/y"),
        ("HTTPS://X.example/", "HTTPS://X.example/"),
        (" https://x.example/\n ", "https://x.example/"),
        ("mailto:ada@c.example", "mailto:ada@c.example"),
        ("?p=1", "https://c.example/p?p=1"),
        ("https://x.example/\x1b]2;t\x07", "https://x.example/"),
        ("https://x.example:port/", None),
        ("javascript:alert(1)", None),
        ("https://c.example/p#more", None),
        ("http://[::1", None),
    ],
)
def test_an_address_is_resolved_or_refused(href: str, url: str | None) -> None:
    assert resolve(href, "https://c.example/p") == url


@given(st.text(), st.text())
def test_any_address_is_safe(href: str, base: str) -> None:
    url = resolve(href, base)
    assert url is None or url.lower().startswith(("http://", "https://", "mailto:"))


@pytest.mark.parametrize(
    ("player", "page"),
    [
        ("https://www.youtube-nocookie.com/embed/abcdefgh?start=3", "https://www.youtube.com/watch?v=abcdefgh"),
        ("https://youtu.be/abcdefgh", "https://www.youtube.com/watch?v=abcdefgh"),
        ("https://www.youtube.com/watch?v=abcdefgh&t=1", "https://www.youtube.com/watch?v=abcdefgh"),
        ("https://player.vimeo.com/video/123456?h=1", "https://vimeo.com/123456"),
        ("https://www.dailymotion.com/embed/video/x8abc", "https://www.dailymotion.com/video/x8abc"),
        ("https://www.imdb.com/video/imdb/vi123/imdb/embed", "https://www.imdb.com/video/vi123/"),
        ("https://videopress.com/embed/AbC123", "https://videopress.com/v/AbC123"),
        ("https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Ffb.example%2Fv", "https://fb.example/v"),
        ("https://elsewhere.example/player", "https://elsewhere.example/player"),
    ],
)
def test_a_player_becomes_its_watch_page(player: str, page: str) -> None:
    assert watch_page(player) == page


def test_a_host_is_told_without_its_usual_prefixes() -> None:
    assert host("https://www.c.example/x") == host("https://m.c.example/") == "c.example"
    assert host("nonsense") == ""


def test_videos_are_known_by_their_pages() -> None:
    assert is_video("https://vimeo.com/123456")
    assert not is_video("https://critic.example/trailer")
