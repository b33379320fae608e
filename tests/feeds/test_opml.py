import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_critic
from tui.feeds.opml import Outline, read, write
from tui.model.errors import BadFile


def opml(inside: str) -> bytes:
    return (
        f'<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>{inside}</body></opml>'.encode()
    )


def outlines(inside: str) -> tuple[Outline, ...]:
    return read(opml(inside), "list.opml").outlines


def test_folders_become_tags_from_the_outermost_in() -> None:
    found = outlines(
        '<outline text="Film"><outline text="Horror"><outline type="rss" text="Fog Desk" xmlUrl="https://fog.example/feed"'
        ' htmlUrl="https://fog.example/"/></outline><outline text="Pell" xmlUrl="https://pell.example/atom"/></outline>'
        '<outline text="Top" xmlUrl="https://top.example/"/>'
    )
    assert found == (
        Outline("https://fog.example/feed", "Fog Desk", "https://fog.example/", ("Film", "Horror")),
        Outline("https://pell.example/atom", "Pell", "", ("Film",)),
        Outline("https://top.example/", "Top", "", ()),
    )


def test_a_feed_in_two_folders_is_one_with_both_tags() -> None:
    feed = '<outline text="Fog" xmlUrl="https://fog.example/feed"/>'
    (only,) = outlines(f'<outline text="A">{feed}</outline><outline text="B">{feed}</outline>')
    assert only.tags == ("A", "B")


def test_categories_are_tags_too() -> None:
    (only,) = outlines('<outline text="Fog" xmlUrl="fog.example/feed" category="/Film/Horror,weekly"/>')
    assert (only.feed_url, only.tags) == ("https://fog.example/feed", ("Film", "Horror", "weekly"))


@pytest.mark.parametrize(
    "inside",
    [
        '<outline title="Fog &amp; Salt" xmlurl="https://fog.example/feed"></outline>',
        "<OUTLINE text='Fog &#38; Salt' XMLURL='https://fog.example/feed'/>",
        '<outline text="Fog & Salt" xmlUrl="https://fog.example/feed">',
        '<outline text="Fog & Salt" xmlUrl="feed://fog.example/feed"/></outline></outline>',
        '<outline\n  text="Fog &amp; Salt"\n  xmlUrl = "https://fog.example/feed"\n/>',
        '<!-- <outline xmlUrl="https://old.example/"/> --><outline text="Fog &amp; Salt" type="rss" url="https://fog.example/feed"/>',
        '<outline text="broken" xmlUrl="https://broken.example/ <outline text="Fog &amp; Salt" xmlUrl="https://fog.example/feed"/>',
    ],
)
def test_sloppy_files_are_read(inside: str) -> None:
    (only,) = outlines(inside)
    assert (only.feed_url, only.name) == ("https://fog.example/feed", "Fog & Salt")


def test_what_cannot_be_fetched_is_listed_as_skipped() -> None:
    found = read(opml('<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://fog.example/feed"/>'), "x")
    assert found.skipped == ("file:///etc/passwd",)
    assert len(found.outlines) == 1


def test_entities_are_never_expanded() -> None:
    bomb = b'<!DOCTYPE opml [<!ENTITY a "' + b"x" * 1_000 + b'"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    (only,) = read(bomb + opml('<outline text="&a;&b;" xmlUrl="https://fog.example/feed"/>'), "x").outlines
    assert only.name == "&a;&b;"


def test_names_come_out_clean() -> None:
    (only,) = outlines('<outline text="\x1b]2;owned\x07[REC]² &#x202e;[/]" xmlUrl="https://fog.example/feed"/>')
    assert only.name == "[REC]² [/]"


def test_newsboats_urls_are_read() -> None:
    body = (
        b'# mine\nhttps://fog.example/feed "Film noir" weekly "~Fog Desk"\n\nhttps://pell.example/atom !hidden\n'
        b'"query:Unread:unread = \\"yes\\""\nexec:/usr/bin/fetch\nhttps://fog.example/feed daily\n'
    )
    found = read(body, "urls")
    assert found.outlines == (
        Outline("https://fog.example/feed", "Fog Desk", "", ("Film noir", "weekly", "daily")),
        Outline("https://pell.example/atom"),
    )
    assert len(found.skipped) == 2


@pytest.mark.parametrize("body", [b"", b"\x89PNG", b"<opml><body/></opml>", b"nothing here", b"<html></html>"])
def test_a_file_without_subscriptions_is_refused(body: bytes) -> None:
    with pytest.raises(BadFile, match=r"list\.opml"):
        read(body, "list.opml")


def test_ten_thousand_outlines_take_a_moment() -> None:
    began = time.process_time()
    rows = "".join(f'<outline text="c{n}" xmlUrl="https://c{n}.example/feed"/>' for n in range(10_000))
    assert len(outlines(rows)) == 10_000
    assert time.process_time() - began < 3


@pytest.mark.parametrize("unit", ['<outline "', "<outline a='", "<outline", '<outline x="y"', "<!--", "</outline>"])
def test_a_hostile_file_takes_no_time(unit: str) -> None:
    began = time.process_time()
    outlines(unit * 40_000 + '><outline xmlUrl="https://fog.example/feed"/>')
    assert time.process_time() - began < 3


def seconds(inside: str) -> float:
    began = time.process_time()
    outlines(f'{inside}<outline xmlUrl="https://fog.example/feed"/>')
    return time.process_time() - began


@pytest.mark.parametrize(
    ("before", "unit", "after"), [("", "<!--", ""), ("<outline ", "aaaa", ">"), ("<outline ", "a:b ", ">")]
)
def test_a_long_file_takes_linear_time(before: str, unit: str, after: str) -> None:
    few, many = (min(seconds(before + unit * times + after) for _ in range(2)) for times in (5_000, 40_000))
    assert many < 24 * few + 0.1


def test_comments_hold_no_subscriptions() -> None:
    feed = '<outline text="{0}" xmlUrl="https://{0}.example/feed"/>'
    found = outlines(f"<!-- {feed.format('old')} -->{feed.format('fog')}<!-- x --><!-- {feed.format('open')}")
    assert [outline.name for outline in found] == ["fog", "open"]


def test_what_is_written_is_read_back() -> None:
    critics = [
        make_critic(id=1, name='Ada "Q" <Quill> & Co', feed_url="https://a.example/?a=1&b=2", tags=("Film", "noir")),
        make_critic(id=2, name="Pell", feed_url="https://pell.example/atom", site_url="", tags=()),
        make_critic(id=3, name="Fog", feed_url="https://fog.example/feed", tags=("Film",)),
    ]
    found = {outline.feed_url: outline for outline in read(write(critics).encode(), "x").outlines}
    for critic in critics:
        outline = found[critic.feed_url]
        assert (outline.name, outline.site_url, outline.tags) == (critic.name, critic.site_url, critic.tags)


@given(st.text(alphabet="<>outlinexmlUrl=\"' /&;:.\n#a!-", max_size=200))
def test_any_text_is_a_list_or_refused(text: str) -> None:
    try:
        read(text.encode(), "x")
    except BadFile:
        return
