"""Each feed is well-formed and says what its post says."""

import json
from xml.etree import ElementTree

import feedparser
import pytest

from tests.makers import NOON
from tui.demo.addresses import Addresses
from tui.demo.feeds import RENDER, cdata, stars
from tui.demo.texts import SampleCritic, plain, read

AT = Addresses("http://sample.example/")
CRITICS = {critic.slug: critic for critic in read(NOON) if critic.feed != "broken"}
XML = [critic for critic in CRITICS.values() if critic.feed != "json"]


def rendered(critic: SampleCritic) -> str:
    return RENDER[critic.feed](critic, AT)


@pytest.mark.parametrize("critic", XML, ids=[critic.slug for critic in XML])
def test_a_feed_is_well_formed_and_whole(critic: SampleCritic) -> None:
    ElementTree.fromstring(rendered(critic).encode())
    feed = feedparser.parse(rendered(critic).encode())
    assert not feed.bozo
    assert feed.feed.title == critic.blog
    assert [entry.link for entry in feed.entries] == [AT.page(critic, post) for post in critic.posts]
    assert all(entry.get("published_parsed") or entry.get("updated_parsed") for entry in feed.entries)


def test_json_feed_is_whole() -> None:
    critic = next(critic for critic in CRITICS.values() if critic.feed == "json")
    feed = json.loads(rendered(critic))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == AT.feed(critic)
    assert [item["content_html"] for item in feed["items"]] == [post.html for post in critic.posts]
    assert all(item["date_published"].endswith("Z") for item in feed["items"])


def test_wordpress_rss_tells_of_the_thread() -> None:
    critic = CRITICS["marginalia"]
    entry, post = feedparser.parse(rendered(critic).encode()).entries[0], critic.posts[0]
    assert entry.wfw_commentrss == AT.talk_feed(critic, post)
    assert entry.slash_comments == str(len(post.remarks))
    assert entry.content[0].value == post.html
    assert entry.id == f"http://sample.example/marginalia/?p={post.number}"


def test_atom_tells_of_the_thread() -> None:
    critic = next(critic for critic in CRITICS.values() if critic.feed == "atom")
    entry, post = feedparser.parse(rendered(critic).encode()).entries[0], critic.posts[0]
    assert entry.thr_total == str(len(post.remarks))
    replies = [link for link in entry.links if link.rel == "replies"]
    assert replies[-1].href == AT.talk_feed(critic, post) + "atom/"


def test_a_diary_carries_ratings_in_its_own_fields() -> None:
    critic = CRITICS["pim-watches"]
    entries = feedparser.parse(rendered(critic).encode()).entries
    by_number = {int(entry.id.rsplit("-", 1)[1]): entry for entry in entries}
    for post in critic.posts:
        entry = by_number[post.number]
        assert entry.id.startswith("letterboxd-review-" if post.film else "letterboxd-list-")
        if post.film and post.mark and post.mark.value:
            assert entry.title == f"{post.film}, {post.year} - {post.mark.written}"
            assert float(entry.letterboxd_memberrating) == post.mark.value
            assert entry.letterboxd_filmtitle == post.film
        else:
            assert "letterboxd_memberrating" not in entry


def test_an_unrated_film_is_in_the_diary() -> None:
    assert any(post.film and post.mark is None for post in CRITICS["pim-watches"].posts)


@pytest.mark.parametrize("slug", [slug for slug, critic in CRITICS.items() if critic.excerpt])
def test_an_excerpt_breaks_off_before_the_grade(slug: str) -> None:
    entries = feedparser.parse(rendered(CRITICS[slug]).encode()).entries
    for entry, post in zip(entries, CRITICS[slug].posts, strict=True):
        assert entry.summary.endswith("[…]")
        assert "content" not in entry
        assert post.mark is None or plain(post.html).rfind(post.mark.written) > len(entry.summary)


@pytest.mark.parametrize("slug", [slug for slug, critic in CRITICS.items() if critic.box])
def test_a_boxed_grade_is_not_in_the_feed(slug: str) -> None:
    for entry, post in zip(feedparser.parse(rendered(CRITICS[slug])).entries, CRITICS[slug].posts, strict=True):
        assert post.mark is None or post.mark.written not in plain(entry.content[0].value)


def test_stars_are_drawn_with_halves() -> None:
    assert stars(3.5) == "★★★½"
    assert stars(0.5) == "½"


def test_cdata_survives_its_own_end() -> None:
    assert ElementTree.fromstring(f"<a>{cdata('x]]>y')}</a>").text == "x]]>y"
