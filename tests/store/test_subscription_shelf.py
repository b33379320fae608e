from datetime import timedelta
from pathlib import Path

import pytest

from tests.makers import NOON, make_outcome
from tui.model.critic import Critic, FeedState
from tui.model.errors import AlreadySubscribed, UnknownCritic, WrongUse
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.sqlite3")


@pytest.fixture
def ada(library: Library) -> Critic:
    critic = library.subscribe("https://ada.example/feed/", name="Ada Quill", tags=("fog",), now=NOON)
    state = FeedState('"1"', due=NOON, gone=NOON, failures=2, suggestion="https://ada.example/new")
    library.record(make_outcome(critic_id=critic.id, kind="failed"), state)
    return critic


def test_a_critic_can_be_paused_and_taken_up_again(library: Library, ada: Critic) -> None:
    assert library.pause(ada.id, True).paused
    assert library.critic("Ada").paused
    assert not library.pause(ada.id, False).paused
    assert (library.feed_state(ada.id).due, library.feed_state(ada.id).gone) == (None, None)


def test_how_often_a_critic_is_visited_can_be_said_and_left_open_again(library: Library, ada: Critic) -> None:
    assert library.visit_every(ada.id, timedelta(hours=2)).every == timedelta(hours=2)
    assert library.feed_state(ada.id).due is None
    assert library.visit_every(ada.id, None).every is None


def test_tags_and_name_can_be_changed(library: Library, ada: Critic) -> None:
    assert library.retag(ada.id, ("weekly", "horror")).tags == ("weekly", "horror")
    assert library.rename(ada.id, "Ada Q.").name == "Ada Q."
    library.subscribe("https://bram.example/feed/", name="Bram Oxley", now=NOON)
    with pytest.raises(WrongUse, match="called bram oxley already"):
        library.rename(ada.id, "bram oxley")


def test_another_address_begins_anew(library: Library, ada: Critic) -> None:
    assert library.begin_anew(ada.id, "https://ada.example/new").feed_url == "https://ada.example/new"
    assert library.feed_state(ada.id) == FeedState()
    library.subscribe("https://bram.example/feed/", name="Bram Oxley", now=NOON)
    with pytest.raises(AlreadySubscribed):
        library.begin_anew(ada.id, "https://bram.example/feed")


def test_what_was_said_of_an_ended_subscription_does_not_hold_for_the_next(library: Library, ada: Critic) -> None:
    library.pause(ada.id, True)
    library.visit_every(ada.id, timedelta(hours=2))
    library.unsubscribe(ada.id)
    again = library.subscribe("https://ada.example/feed/", name="Ada Quill", now=NOON)
    assert (again.paused, again.every) == (False, None)


@pytest.mark.parametrize("change", ["pause", "visit_every", "retag", "rename", "begin_anew"])
def test_a_critic_who_is_not_there_is_told(library: Library, change: str) -> None:
    with pytest.raises(UnknownCritic):
        getattr(library, change)(99, "x")


def test_a_state_comes_back_as_it_was_kept(library: Library, ada: Critic) -> None:
    state = FeedState(
        '"1"', "Sat", "hash", "1", NOON, 3, NOON, NOON, NOON, 86_400, NOON, 3_600, "https://a.example/",
        "https://b.example/", NOON, 12_345, "https://c.example/",
    )  # fmt: skip
    library.record(make_outcome(critic_id=ada.id), state)
    assert library.feed_state(ada.id) == library.standings()[0].state == state
    assert library.weight(ada.id) == 0
