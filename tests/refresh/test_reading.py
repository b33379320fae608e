import pickle

from tests.makers import NOON
from tests.refresh.feeds import post, rss
from tui.model.outcome import Failed, Fetched
from tui.refresh.reading import Read, read

URL = "https://critic.example/feed"


def test_every_entry_is_drafted_when_all_are_expected_to_be_new() -> None:
    made = read(Fetched(URL, rss(post(1), post(2)).encode()), NOON, every=True)
    assert isinstance(made, Read)
    assert set(made.drafts) == {"post-1", "post-2"}
    assert made.drafts["post-1"].grade is not None


def test_none_is_drafted_when_most_are_expected_to_be_known() -> None:
    made = read(Fetched(URL, rss(post(1)).encode()), NOON, every=False)
    assert isinstance(made, Read)
    assert len(made.feed.entries) == 1
    assert not made.drafts


def test_what_is_no_feed_is_a_failure_with_its_next_step() -> None:
    made = read(Fetched(URL, b"<html><title>Gone</title></html>"), NOON, every=True)
    assert isinstance(made, Failed)
    assert "web page" in made.reason
    assert made.next_step


def test_what_was_read_can_be_sent_between_processes() -> None:
    made = read(Fetched(URL, rss(post(1)).encode()), NOON, every=True)
    assert pickle.loads(pickle.dumps(made)) == made
