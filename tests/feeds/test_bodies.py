import time
from contextlib import suppress

import pytest

from tui.feeds.bodies import decode, open_body, unstow
from tui.model.errors import NotAFeed

URL = "https://served.example/feed"


def test_junk_before_the_feed_is_cut() -> None:
    assert (
        open_body(b"<br />\n<b>Warning</b>\n<?xml version='1.0'?><rss/>", url=URL).text == "<?xml version='1.0'?><rss/>"
    )
    assert open_body(b"oops <rss/>", url=URL).text == "<rss/>"


def test_json_is_told_by_its_first_character() -> None:
    assert open_body(b"\n {}", url=URL).kind == "json"


def test_control_characters_survive_xml_and_come_back() -> None:
    text = open_body(b"<rss>a\x1bb&#27;c&#x1B;d\x00e</rss>", url=URL).text
    assert not any(character < " " for character in text)
    assert unstow(text) == "<rss>a\x1bb\x1bc\x1bde</rss>"


def test_line_ends_are_one_kind() -> None:
    assert open_body(b"<rss>a\r\nb\rc</rss>", url=URL).text == "<rss>a\nb\nc</rss>"


def test_an_unknown_label_is_no_reason_to_fail() -> None:
    assert decode(b"caf\xe9", "text/xml; charset=klingon") == "café"
    assert decode(b"caf\xe9\x81", "") == "caf\xe9\x81"


def test_tags_inside_cdata_do_not_count_as_depth() -> None:
    html = b"<p>" * 10_000 + b"</p>" * 5_000
    assert open_body(b"<rss><![CDATA[" + html + b"]]></rss>", url=URL).kind == "xml"


@pytest.mark.parametrize(
    "unit", [b"<![CDATA[", b"<", b"<a", b"<!--", b"<?xml", b"<!ENTITY ", b"&#", b"<a b='", b"</a>", b"<rss"]
)
def test_two_megabytes_of_anything_take_no_time(unit: bytes) -> None:
    body = b"<rss>" + unit * (2_000_000 // len(unit))
    began = time.process_time()
    with suppress(NotAFeed):
        open_body(body, url=URL)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "said", ["a\x0bb", "a\ufffeb", "a\uffffb", "a&#27;b", "a&#027;b", "a&#x1B;b", "a&#X0008;b", "é\x01"]
)
def test_what_xml_forbids_is_seen_by_its_bytes(said: str) -> None:
    opened = open_body(f"<rss>{said}</rss>".encode(), url="https://a.example")
    assert opened.text != f"<rss>{said}</rss>"


@pytest.mark.parametrize(
    "said", ["a\tb\nc", "“é”\xa0\x85", "a&#38;b", "a&#9;b", "a&#10;b&#13;c", "a&#x20;b", "&#8220;", "�"]
)
def test_what_xml_allows_stays_as_it_is(said: str) -> None:
    assert open_body(f"<rss>{said}</rss>".encode(), url="https://a.example").text == f"<rss>{said}</rss>"
