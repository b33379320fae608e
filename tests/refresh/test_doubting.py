import pytest

from tests.makers import NOON, make_entry
from tui.model.critic import FeedState
from tui.model.entry import Feed
from tui.refresh.doubting import emptied, leads_to_all

SITE = "https://critic.example"


@pytest.mark.parametrize(
    ("asked", "came"),
    [
        ("/author/ada/feed/", "/feed/"), ("/?author=7&feed=rss2", "/feed/"), ("/category/film/feed/", "/?feed=rss2"),
        ("/tag/horror/rss", "/rss.xml"), ("/?cat=3&feed=rss2", "/feed"),
    ],
)  # fmt: skip
def test_a_part_that_leads_to_the_whole_is_told(asked: str, came: str) -> None:
    failed = leads_to_all(SITE + asked, SITE + came)
    assert failed is not None
    assert "one part of the site" in failed.reason
    assert SITE + came in failed.next_step


@pytest.mark.parametrize(
    ("asked", "came"),
    [
        ("/author/ada/feed/", "/author/ada/feed/"), ("/feed/", "/rss.xml"), ("/blog/feed/", "/feed/"),
        ("/author/ada/feed/", "/authors/ada/feed/"), ("/author/ada/feed/", "/ada/feed/"), ("/feed", "/feed/"),
        ("/?author=7&feed=rss2", "/author/ada/feed/"), ("/category/film/feed/", "/film/feed/"),
    ],
)  # fmt: skip
def test_any_other_way_is_followed(asked: str, came: str) -> None:
    assert leads_to_all(SITE + asked, SITE + came) is None


def test_a_feed_that_lost_every_post_is_doubted_and_one_that_never_had_any_is_not() -> None:
    had = FeedState(newest=NOON)
    assert emptied(had, f"{SITE}/feed/", Feed("Fog")) is not None
    assert emptied(FeedState(), f"{SITE}/feed/", Feed("Fog")) is None
    assert emptied(had, f"{SITE}/feed/", Feed("Fog", entries=(make_entry(),))) is None
