"""Which way into an archive a feed's own words decide for."""

from collections.abc import Mapping

import pytest

from tests.makers import make_entry
from tui.feeds.archives.choosing import ways
from tui.feeds.archives.way import with_query
from tui.model.entry import Feed

WORDPRESS = {"generator": "https://wordpress.org/?v=6.8"}


def chosen(url: str, fields: Mapping[str, str], *, excerpts: bool = False) -> list[str]:
    """Return the addresses tried, in order, after the names of their ways."""
    entries = (make_entry(summary=excerpts),)
    feed = Feed("The Fog Desk", site_url="https://critic.example/", entries=entries, kind="rss20", fields=fields)
    return [f"{way.name} {address}" for way, address in ways(url, feed)]


def test_wordpress_gives_its_feeds_pages_before_rest() -> None:
    assert chosen("https://critic.example/feed/", WORDPRESS) == [
        "paged https://critic.example/feed/?paged=2",
        "rest https://critic.example/wp-json/wp/v2/posts?per_page=100&_embed=author,wp:term&page=1",
    ]


def test_where_the_feed_has_excerpts_rest_comes_first() -> None:
    assert chosen("https://critic.example/feed/", WORDPRESS, excerpts=True)[0].startswith("rest ")


def test_plain_permalinks_ask_rest_by_its_route() -> None:
    found = chosen("https://critic.example/?feed=rss2", WORDPRESS)
    assert found[0] == "paged https://critic.example/?feed=rss2&paged=2"
    assert found[1].startswith("rest https://critic.example/?rest_route=/wp/v2/posts&per_page=100")


@pytest.mark.parametrize(
    "url",
    ["https://critic.example/category/film/feed/", "https://critic.example/author/ada/feed/",
     "https://critic.example/feed/?cat=7", "https://critic.example/?feed=rss2&author=3"],
)  # fmt: skip
def test_rest_serves_no_part_of_a_blog(url: str) -> None:
    assert [way.partition(" ")[0] for way in chosen(url, WORDPRESS)] == ["paged"]


def test_a_feed_passed_on_by_a_service_is_paged_at_its_own_site() -> None:
    found = chosen("https://feeds.example/fogdesk", WORDPRESS)
    assert found[0] == "paged https://critic.example/feed/?paged=2"


def test_blogger_begins_behind_the_feed() -> None:
    found = chosen("https://fog.blogspot.example/feeds/posts/default?alt=rss", {"generator": "Blogger"})
    assert found[0] == (
        "blogger https://fog.blogspot.example/feeds/posts/default?alt=rss&start-index=2&max-results=100&redirect=false"
    )


def test_substack_begins_at_the_top() -> None:
    assert chosen("https://fog.substack.com/feed", {}) == [
        "substack https://fog.substack.com/api/v1/archive?sort=new&offset=0&limit=25",
        "paged https://fog.substack.com/feed?paged=2",
    ]


def test_what_a_feed_links_is_followed() -> None:
    links = {"rel:next": "?page=2", "rel:prev-archive": "/archive/9"}
    assert chosen("https://critic.example/feed", links)[0] == "linked https://critic.example/archive/9"
    assert chosen("https://critic.example/feed", {"rel:next": "javascript:1"}) == [
        "paged https://critic.example/feed?paged=2"
    ]


def test_a_complete_feed_has_no_archive() -> None:
    assert chosen("https://critic.example/feed", {"fh:complete": "yes", **WORDPRESS}) == []


def test_a_parameter_is_set_in_its_place_and_the_others_stay() -> None:
    assert with_query("https://a.example/feed/?x=1&paged=2#top", paged=3) == "https://a.example/feed/?x=1&paged=3"
