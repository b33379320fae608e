"""What servers send for a review's address."""

import pytest

from tests.page_making import article, page
from tui.model.outcome import Failed, Fetched
from tui.model.paging import PageText
from tui.refresh.page_reading import LARGEST, page_text, read, went_home

URL = "https://critic.example/2025/foghorn/"


def fetched(body: str | bytes, content_type: str = "text/html; charset=utf-8", url: str = URL) -> Fetched:
    return Fetched(url, body.encode() if isinstance(body, str) else body, content_type)


def text(html: str, content_type: str = "text/html; charset=utf-8") -> str:
    found = read(fetched(html, content_type), URL)
    assert isinstance(found, PageText)
    return found.html


def reason(answer: Fetched) -> str:
    found = read(answer, URL)
    assert isinstance(found, Failed)
    return found.reason


def test_a_page_is_read() -> None:
    assert "My Grade: B+" in text(page(article(grade="B+")))


def test_scripts_and_handlers_do_not_get_in() -> None:
    hostile = (
        '<p onclick="steal()">Fog.</p><script>steal()</script><iframe src="javascript:steal()"></iframe>'
        '<a href="javascript:steal()">here</a><style>p{}</style><form><input value="1"></form>'
    )
    assert "steal" not in text(page(article() + hostile))


def test_escape_sequences_and_reordering_do_not_get_in() -> None:
    found = text(page(article() + "<p>Fog\x1b]2;owned\x07 and\x1b[31m sea \u202egrade \x9b2J&#27;[2J</p>"))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(found)
    assert "owned" not in found


def test_relative_addresses_lead_to_the_site() -> None:
    assert 'href="https://critic.example/2025/foghorn/more"' in text(page(article() + '<p><a href="more">m</a></p>'))


def test_the_data_of_a_page_cannot_smuggle_escapes() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"Review","itemReviewed":"Fog\\u001b[2Jhorn",'
        '"reviewRating":{"ratingValue":4}}</script>'
    )
    found = read(fetched(page(article(), head=head)), URL)
    assert isinstance(found, PageText)
    assert "Foghorn" in found.data
    assert "u001b" not in found.data


@pytest.mark.parametrize(
    ("content_type", "body", "words"),
    [
        ("application/pdf", b"%PDF-1.7", "gives application/pdf, no web page"),
        ("image/jpeg", b"\xff\xd8", "gives image/jpeg, no web page"),
        ("application/octet-stream", b"\x00\x01", "gives application/octet-stream, no web page"),
        ("", b"", "gives something, no web page"),
    ],
)
def test_what_is_no_page_is_refused(content_type: str, body: bytes, words: str) -> None:
    assert words in reason(fetched(body, content_type))


def test_a_page_under_a_wrong_label_is_read() -> None:
    assert "lighthouse" in text(page(article()), "text/plain")
    assert "lighthouse" in text(page(article()), "")


def test_an_enormous_page_is_refused() -> None:
    assert "larger than 4 MB" in reason(fetched(b"<html>" + b" " * LARGEST))


@pytest.mark.parametrize(
    ("asked", "came", "home"),
    [
        (URL, "https://critic.example/", True),
        (URL, "https://critic.example", True),
        (URL, "https://www.critic.example/index.html", True),
        (URL, "https://critic.example/2025/foghorn", False),
        ("https://critic.example/?p=12", "https://critic.example/2025/foghorn/", False),
        ("https://critic.example/?p=12", "https://critic.example/?p=12", False),
        ("https://critic.example/?p=12", "https://critic.example/", True),
        ("https://critic.example/", "https://critic.example/", False),
    ],
)
def test_being_sent_to_the_front_page_means_that_the_review_is_gone(asked: str, came: str, home: bool) -> None:
    assert went_home(asked, came) is home


def test_a_front_page_is_not_read_as_the_review() -> None:
    assert "front page" in reason(fetched(page(article()), url="https://critic.example/"))


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "shift_jis", "iso-8859-1"])
def test_a_page_is_read_in_the_encoding_it_names_itself(encoding: str) -> None:
    words = {"windows-1251": "Туман", "shift_jis": "東京の雨", "iso-8859-1": "brume légère"}.get(
        encoding, "brume – légère"
    )
    body = f'<html><head><meta charset="{encoding}"></head><p>{words}</p>'.encode(encoding)
    assert words in page_text(body, "text/html")


def test_the_server_knows_better_than_the_page() -> None:
    body = '<meta charset="iso-8859-1"><p>Туман</p>'.encode("windows-1251")
    assert "Туман" in page_text(body, "text/html; charset=windows-1251")


@pytest.mark.parametrize("body", [b"<", b"<html", b"<html>\x00\x00", b"\xff\xfe<\x00p\x00>\x00", b"<p>" * 20_000])
def test_nothing_makes_reading_fail(body: bytes) -> None:
    read(fetched(body, "text/html"), URL)
