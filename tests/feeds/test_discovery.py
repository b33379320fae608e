import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.feeds.discovery import find_feeds, guesses

PAGE = "https://critic.example/"


def link(href: str, title: str = "", kind: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{kind}" title="{title}" href="{href}">'


def urls(html: str, page: str = PAGE) -> list[str]:
    return [found.url for found in find_feeds(html, page)]


def test_declared_feeds_are_found_whatever_their_format() -> None:
    kinds = ["application/rss+xml", "application/atom+xml", "application/feed+json", "text/xml", "application/rdf+xml"]
    html = "".join(link(f"/{number}/feed", kind=kind) for number, kind in enumerate(kinds))
    assert urls(html) == [f"https://critic.example/{number}/feed" for number in range(5)]


def test_posts_come_before_comments_and_comments_are_marked() -> None:
    html = link("/comments/feed/", "Fog Desk » Comments Feed") + link("/feed/", "Fog Desk » Feed")
    posts, comments = find_feeds(html, PAGE)
    assert (posts.url, posts.title, posts.comments) == ("https://critic.example/feed/", "Fog Desk » Feed", False)
    assert (comments.url, comments.comments) == ("https://critic.example/comments/feed/", True)


def test_the_pages_own_part_of_the_site_comes_first() -> None:
    html = link("/feed/") + link("/author/ada/feed/")
    assert urls(html, "https://critic.example/author/ada/")[0] == "https://critic.example/author/ada/feed/"


def test_what_wordpress_also_calls_alternates_is_no_feed() -> None:
    html = (
        link("/wp-json/wp/v2/posts/1", kind="application/json")
        + link("/oembed?x", kind="application/json+oembed")
        + '<link rel="alternate" hreflang="de" href="/de/">'
        + link("/feed.json", kind="application/json")
    )
    assert urls(html) == ["https://critic.example/feed.json"]


def test_a_base_moves_relative_addresses() -> None:
    assert urls('<base href="https://static.example/blog/">' + link("rss.xml")) == [
        "https://static.example/blog/rss.xml"
    ]


def test_links_in_the_text_are_hints_after_what_is_declared() -> None:
    html = (
        '<a href="/rss.xml">here</a> <a href="/x">RSS</a> <a href="https://other.example/feed/">theirs</a>'
        '<a href="https://feedly.com/i/subscription/feed/https%3A%2F%2Fcritic.example%2Fatom.xml">Feedly</a>'
    )
    assert urls(html + link("/feed/")) == [
        "https://critic.example/feed/", "https://critic.example/rss.xml", "https://critic.example/x",
        "https://critic.example/atom.xml",
    ]  # fmt: skip


def test_one_feed_is_named_once_and_the_page_is_not_its_own_feed() -> None:
    html = link("/feed") + link("/feed/") + link("http://www.critic.example/feed/") + link("https://critic.example")
    assert urls(html) == ["https://critic.example/feed"]


def test_nothing_but_web_addresses_is_found() -> None:
    assert urls(link("javascript:x()") + link("file:///etc/passwd") + link("")) == []


@pytest.mark.parametrize(
    ("page", "first"),
    [
        ("https://letterboxd.com/pim-invented/film/fog/", "https://letterboxd.com/pim-invented/rss/"),
        ("https://fogdesk.substack.com/p/x", "https://fogdesk.substack.com/feed"),
        ("https://medium.com/@ada/fog-1", "https://medium.com/feed/@ada"),
        ("https://fogdesk.blogspot.com/2026/", "https://fogdesk.blogspot.com/feeds/posts/default"),
        ("https://www.youtube.com/channel/UC123", "https://www.youtube.com/feeds/videos.xml?channel_id=UC123"),
        ("https://www.youtube.com/watch?v=1&list=PL9", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL9"),
        ("https://www.goodreads.com/user/show/77-edda", "https://www.goodreads.com/review/list_rss/77"),
        ("https://fog.tumblr.com/", "https://fog.tumblr.com/rss"),
        ("https://critic.example/blog/", "https://critic.example/blog/feed/"),
        ("https://critic.example/", "https://critic.example/feed/"),
    ],
)
def test_a_sites_usual_place_is_guessed_first(page: str, first: str) -> None:
    assert guesses(page)[0] == first


def test_the_usual_places_are_guessed_at_the_top_too() -> None:
    assert {"https://critic.example/atom.xml", "https://critic.example/feeds/posts/default"} <= set(
        guesses(PAGE + "a/b")
    )


@given(st.text(max_size=200))
def test_any_page_is_searched_without_harm(html: str) -> None:
    assert all(url.startswith(("http://", "https://")) for url in urls(html + link(html)))
