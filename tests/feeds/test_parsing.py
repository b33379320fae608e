"""Feeds in pairs: `tests/samples/feeds/NAME.xml` and in `NAME.expected.json` the feed it should give."""

import dataclasses
import json
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.feeds.parsing import parse_feed
from tui.model.entry import Entry, Feed
from tui.model.errors import NotAFeed

SAMPLES = Path(__file__).parent.parent / "samples" / "feeds"
PAIRS = sorted(path for path in SAMPLES.iterdir() if not path.name.endswith(".expected.json"))
URL = "https://served.example/feed"


def said(thing: Feed | Entry) -> dict[str, Any]:
    """What a feed or entry says beyond its defaults, as JSON has it."""
    found: dict[str, Any] = {}
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if field.name == "entries":
            value = [said(entry) for entry in value]
        elif isinstance(value, datetime):
            value = value.isoformat()
        elif isinstance(value, tuple):
            value = list(value)
        if value or field.default is dataclasses.MISSING or (value == 0 and value is not False):
            found[field.name] = dict(value) if field.name == "fields" else value
    return {name: value for name, value in found.items() if name != "fields" or value}


def rss(inside: str, *, head: str = "") -> bytes:
    return f'{head}<rss version="2.0"><channel><title>Fog</title>{inside}</channel></rss>'.encode()


def item(**said: str) -> str:
    return "<item>" + "".join(f"<{name}>{text}</{name}>" for name, text in said.items()) + "</item>"


def entry(inside: str) -> Entry:
    (found,) = parse_feed(rss(inside), url=URL).entries
    return found


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.name)
def test_a_feed_gives_its_entries(path: Path) -> None:
    expected = json.loads((SAMPLES / f"{path.stem}.expected.json").read_text())
    assert said(parse_feed(path.read_bytes(), url=URL)) == expected


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "answered with nothing"),
        (b" \n\xef\xbb\xbf ", "answered with nothing"),
        (
            b"<!DOCTYPE html><html><head><title>Account Suspended</title></head></html>",
            "web page (“Account Suspended”)",
        ),
        (b'<?xml version="1.0"?><html xmlns="x"><body>rss</body></html>', "web page"),
        (b'<opml version="2.0"><body/></opml>', "matinee import"),
        (b'<?xml version="1.0"?><urlset></urlset>', "no feed (<urlset>)"),
        (b'{"posts": []}', "no JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "does not parse"),
        (b"[" * 100_000, "does not parse"),
        (b"just some words", "no feed: “just some words”"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "no feed"),
        (b'<rss version="2.0"><channel><title>Fo', "breaks off"),
        (b"<rss version='2.0'><channel>" + b"<a>" * 5_000 + b"</a>" * 5_000 + b"</channel></rss>", "nested deeper"),
    ],
)
def test_what_is_no_feed_is_called_what_it_is_with_a_next_step(body: bytes, says: str) -> None:
    with pytest.raises(NotAFeed) as refused:
        parse_feed(body, url=URL)
    assert says in str(refused.value)
    assert "served.example" in refused.value.what
    assert refused.value.next_step
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE rss [<!ENTITY % x "y">]>',
        f'<!DOCTYPE rss [<!ENTITY a "{"a" * 10_000}">]>',
        '<!-- <rss --> <!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>',
    ],
)
def test_entities_that_explode_or_reach_out_are_refused_at_once(doctype: str) -> None:
    began = time.process_time()
    with pytest.raises(NotAFeed, match="entities"):
        parse_feed(rss(item(title="&a;"), head=doctype), url=URL)
    assert time.process_time() - began < 0.1


def test_a_short_plain_entity_is_harmless() -> None:
    feed = parse_feed(rss(item(title="Caf&e; Society"), head='<!DOCTYPE rss [\n<!ENTITY e "&#233;">\n]>'), url=URL)
    assert feed.entries[0].title == "Café Society"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("Café – “Fog”".encode(), ""),
        ("Café – “Fog”".encode(), "text/xml; charset=iso-8859-1"),
        ("Café – “Fog”".encode("cp1252"), "text/xml; charset=utf-8"),
        ("Café – “Fog”".encode("cp1252"), "text/xml"),
    ],
)
def test_bytes_win_over_labels(body: bytes, content_type: str) -> None:
    feed = parse_feed(rss(item(title="TITLE")).replace(b"TITLE", body), url=URL, content_type=content_type)
    assert feed.entries[0].title == "Café – “Fog”"


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "koi8-r", "shift_jis", "iso-2022-jp", "utf-8-sig"]
)
def test_declared_encodings_are_read(encoding: str) -> None:
    title = "Туман" if encoding == "koi8-r" else "霧の町" if "j" in encoding else "Nebel über 霧"
    label = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    xml = rss(item(title=title), head=f'<?xml version="1.0" encoding="{label}"?>').decode()
    assert parse_feed(xml.encode(encoding), url=URL).entries[0].title == title


def test_one_broken_byte_does_not_turn_the_feed_into_another_encoding() -> None:
    body = rss(item(title="Größe und Übermut — “Fog”")).replace(b"und", b"\xff")
    assert parse_feed(body, url=URL).entries[0].title == "Größe Übermut — “Fog”"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[REC]²", "[REC]²"),
        ("[/]", "[/]"),
        ("Tom &amp;amp; Jerry", "Tom & Jerry"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("&lt;i&gt;Heat&lt;/i&gt; again", "Heat again"),
        ("1 &lt; 2", "1 < 2"),
        ("A\n  B\t C", "A B C"),
        ("Before\u202eAfter", "BeforeAfter"),
        ("Zero\u200bwidth", "Zerowidth"),
        ("C1\u009b31mred", "C131mred"),
        ("\x1b]2;owned\x07Fog", "Fog"),
        ("&#27;[31mFog&#x1B;[0m", "Fog"),
        ("Fog\x00\x08", "Fog"),
    ],
)
def test_a_title_is_one_clean_line(written: str, shown: str) -> None:
    title = entry(item(title=written, link="https://critic.example/1")).title
    assert title.replace("›", "") == shown  # feedparser reads a lone C1 as windows-1252 meant it
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in title)


def test_an_entry_without_guid_goes_by_its_link_and_without_either_by_its_text() -> None:
    assert entry(item(title="Fog", link="https://critic.example/fog")).guid == "https://critic.example/fog"
    nameless = entry(item(title="Fog", description="Thick."))
    assert nameless.guid == entry(item(title="Fog", description="Thick.")).guid
    assert nameless.guid != entry(item(title="Fog", description="Thin.")).guid


def test_a_guid_does_not_depend_on_where_the_feed_is_served() -> None:
    body = rss(item(guid="post-7", title="Fog"))
    here, there = (parse_feed(body, url=url).entries[0].guid for url in (URL, "http://elsewhere.example/x/rss"))
    assert here == there == "post-7"


def test_posts_that_share_a_guid_are_told_apart_by_their_links() -> None:
    same = [item(guid="always-this", link=f"https://critic.example/{n}", title=f"Film {n}") for n in (1, 2, 2)]
    guids = [entry.guid for entry in parse_feed(rss("".join(same)), url=URL).entries]
    assert guids == ["https://critic.example/1", "https://critic.example/2"]


def test_only_web_addresses_are_links() -> None:
    assert entry(item(title="Fog", link="javascript:alert(1)", guid="1")).url == ""
    assert entry(item(title="Fog", link="fog.html")).url == "https://served.example/fog.html"


def test_an_impossible_date_is_no_date() -> None:
    assert entry(item(title="Fog", pubDate="Thu, 35 Foo 2026 99:99:99 GMT")).published is None


def test_the_fuller_text_is_taken_whichever_element_holds_it() -> None:
    body = rss(
        "<item><title>Fog</title><description>" + "The whole review. " * 50 + "</description>"
        '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">Excerpt.</content:encoded></item>'
    )
    assert parse_feed(body, url=URL).entries[0].html.startswith("The whole review.")


def test_a_valid_feed_without_posts_is_a_feed() -> None:
    assert parse_feed(rss(""), url=URL) == Feed("Fog", kind="rss20")


def test_more_posts_than_anybody_reads_are_cut_with_a_complaint() -> None:
    feed = parse_feed(rss("".join(f"<item><guid>{n}</guid></item>" for n in range(5_010))), url=URL)
    assert len(feed.entries) == 5_000
    assert "5,000 of 5,010" in feed.complaint


def test_feedparser_is_loaded_only_when_a_feed_is_read() -> None:
    code = "import sys, tui.feeds.parsing; assert not {'feedparser', 'nh3', 'selectolax'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_refused(body: bytes) -> None:
    for given_body in (body, rss(item(title="X", description="Y")).replace(b"Y", body), b"<rss>" + body):
        try:
            parse_feed(given_body, url=URL)
        except NotAFeed:
            continue


@given(st.text(max_size=120))
def test_any_title_comes_out_clean(title: str) -> None:
    from tui.model.text import field

    escaped = title.replace("&", "&amp;").replace("<", "&lt;")
    found = parse_feed(rss(item(guid="1", title=escaped)), url=URL).entries[0].title
    assert found == field(found)
