import pytest

from tui.feeds.known_sites import channels, place


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("https://letterboxd.com/pim/", "https://letterboxd.com/pim/rss/"),
        ("https://letterboxd.com/pim/film/fog/1/", "https://letterboxd.com/pim/rss/"),
        ("https://letterboxd.com/film/fog/", ""),
        ("https://letterboxd.com/", ""),
        ("https://medium.com/@ada/fog-1", "https://medium.com/feed/@ada"),
        ("https://medium.com/fog-desk", "https://medium.com/feed/fog-desk"),
        ("https://medium.com/tag/film", ""),
        ("https://ada.medium.com/fog", "https://ada.medium.com/feed"),
        ("https://fogdesk.substack.com/p/x", "https://fogdesk.substack.com/feed"),
        ("https://substack.com/@fogdesk", "https://fogdesk.substack.com/feed"),
        ("https://open.substack.com/pub/fogdesk/p/x", "https://fogdesk.substack.com/feed"),
        ("https://fogdesk.blogspot.co.uk/2026/", "https://fogdesk.blogspot.co.uk/feeds/posts/default"),
        ("https://fogdesk.wordpress.com/about/", "https://fogdesk.wordpress.com/feed/"),
        ("https://fog.tumblr.com/post/1", "https://fog.tumblr.com/rss"),
        ("https://www.tumblr.com/fog/1", "https://fog.tumblr.com/rss"),
        ("https://bsky.app/profile/ada.example/post/1", "https://bsky.app/profile/ada.example/rss"),
        ("https://buttondown.com/fogdesk", "https://buttondown.com/fogdesk/rss"),
        ("https://m.youtube.com/channel/UC1", "https://m.youtube.com/feeds/videos.xml?channel_id=UC1"),
        ("https://www.youtube.com/@fogdesk", ""),
        ("https://critic.example/@ada", ""),
    ],
)
def test_a_persons_page_gives_the_place_of_their_feed(page: str, feed: str) -> None:
    assert place(page) == feed


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="canonical" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv">',
        '<script>var x = {"channelId":"UCabcdefghijklmnopqrstuv","y":1}</script>',
        '<script>{"externalId": "UCabcdefghijklmnopqrstuv"}</script>',
    ],
)
def test_a_channels_page_names_its_number(html: str) -> None:
    feed = "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"
    assert channels(html, "https://www.youtube.com/@fogdesk") == (feed,)
    assert channels(html, "https://critic.example/") == ()
