"""When two addresses are the same feed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.addresses import same


@pytest.mark.parametrize(
    "spelling",
    [
        "https://critic.example/feed/",
        "http://critic.example/feed",
        "HTTPS://WWW.Critic.example:443/feed/",
        "http://critic.example:80/feed/#top",
        " critic.example/feed ",
        "https://reader@critic.example/feed",
        "feed://critic.example/feed",
    ],
)
def test_a_feed_spelled_otherwise_is_the_same(spelling: str) -> None:
    assert same(spelling) == "critic.example/feed"


@pytest.mark.parametrize(
    "other",
    [
        "https://critic.example/feed/atom",
        "https://critic.example/Feed",
        "https://critic.example:8080/feed",
        "https://blog.critic.example/feed",
        "https://critic.example/feed?cat=3",
    ],
)
def test_another_feed_is_another(other: str) -> None:
    assert same(other) != same("https://critic.example/feed")


@given(st.text())
def test_any_text_stands_for_something(text: str) -> None:
    assert isinstance(same(text), str)


def test_what_is_no_address_stands_for_itself() -> None:
    assert same("http://[oops") == "http://[oops"
    assert same("http://critic.example:99999999/") == "http://critic.example:99999999/"
