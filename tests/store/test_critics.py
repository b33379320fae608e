"""Subscriptions: finding, beginning, ending, and how each one stands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.makers import NOON, make_draft, make_outcome
from tests.store.shelving import drafts, subscribe, take, titles
from tui.model.critic import Critic, CriticStanding, FeedState
from tui.model.errors import AlreadySubscribed, UnknownCritic, WrongUse
from tui.model.listing import Sort
from tui.model.query import Query, Words
from tui.store.library import Library

STATE = FeedState('W/"1"', "Sat, 14 Mar 2026 12:00:00 GMT", "abc", "reader-1", NOON, 2)


def test_a_subscription_comes_back_as_it_went_in(library: Library) -> None:
    critic = library.subscribe(
        "https://critic.example/feed/", name="Ada Quill", site_url="https://critic.example/", tags=("B", "a"), now=NOON
    )
    assert critic == Critic(1, "Ada Quill", "https://critic.example/feed/", "https://critic.example/", ("B", "a"), NOON)
    assert library.critic("1") == critic
    assert library.feed_state(1) == FeedState()


@pytest.mark.parametrize(
    "key",
    [
        "2", "#2", "Bo Marsh", "bo marsh", "BO", "bo mar", "https://bo.example/feed/", "http://www.bo.example/feed",
        "bo.example", "https://site.example/",
    ],
)  # fmt: skip
def test_a_critic_is_found_by_number_name_beginning_or_address(library: Library, key: str) -> None:
    subscribe(library, "Ada Quill")
    library.subscribe("https://bo.example/feed/", name="Bo Marsh", site_url="https://site.example", now=NOON)
    assert library.critic(key).name == "Bo Marsh"


def test_an_exact_name_wins_over_a_beginning_and_over_a_number(library: Library) -> None:
    subscribe(library, "Ada Quill")
    subscribe(library, "Ada", "https://other.example/feed")
    subscribe(library, "1", "https://one.example/feed")
    assert library.critic("ada").id == 2
    assert library.critic("1").id == 3
    assert library.critic("#1").id == 1


def test_a_beginning_of_two_names_says_which_they_are(library: Library) -> None:
    subscribe(library, "Ada Quill")
    subscribe(library, "Adam Low", "https://adam.example/feed")
    with pytest.raises(UnknownCritic, match=r"Ada Quill \(#1\) or Adam Low \(#2\)"):
        library.critic("ad")


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("Ida Quill", "Ada Quill"),
        ("quill", "Ada Quill"),
        ("zzz", "matinee critics"),
        ("", "matinee critics"),
        ("9" * 30, "critics"),
    ],
)
def test_an_unknown_critic_is_told_who_is_near(library: Library, key: str, says: str) -> None:
    subscribe(library, "Ada Quill")
    with pytest.raises(UnknownCritic) as caught:
        library.critic(key)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"No critic “{key}”")


def test_in_an_empty_library_the_next_step_is_to_subscribe(library: Library) -> None:
    with pytest.raises(UnknownCritic, match="matinee add"):
        library.critic("ada")


@pytest.mark.parametrize(
    "address", ["https://critic.example/feed/", "http://www.critic.example:80/feed", "HTTPS://CRITIC.example/feed#x"]
)
def test_the_same_feed_is_not_subscribed_twice(library: Library, address: str) -> None:
    subscribe(library, "Ada Quill", "https://critic.example/feed/")
    with pytest.raises(AlreadySubscribed, match="Ada Quill"):
        library.subscribe(address, name="Another", now=NOON)
    assert len(library.standings()) == 1


def test_a_name_that_is_taken_gets_a_number_unless_the_reader_gave_it(library: Library) -> None:
    for n, name in enumerate(("Film Blog", "film blog", "FILM  BLOG!")):
        subscribe(library, name, f"https://{n}.example/feed")
    assert [s.critic.name for s in library.standings()] == ["Film Blog", "film blog (2)", "FILM BLOG! (3)"]
    with pytest.raises(WrongUse, match="Choose another name"):
        library.subscribe("https://x.example/feed", name="film blog", by_hand=True, now=NOON)
    assert library.subscribe("https://y.example/feed", name=" \n", now=NOON).name == "Unnamed critic"


def test_a_standing_counts_reviews_and_tells_the_last_visit(library: Library) -> None:
    ada, bo = subscribe(library, "Ada Quill"), subscribe(library, "Bo Marsh")
    ids = take(library, ada, *drafts(20))
    library.mark(ids[:5], "read", True, now=NOON)
    failed = make_outcome(
        critic_id=bo, critic="Bo Marsh", kind="failed", new=0, reason="no such host", next_step="Check the address"
    )
    library.record(failed, replace(STATE, failures=3))
    first, second = library.standings()
    rows = library.rows(ids)
    assert first == CriticStanding(
        library.critic("ada"),
        reviews=20,
        unread=15,
        graded=sum(row.written is not None for row in rows),
        newest=max(row.published for row in rows),
        last=make_outcome(new=20),
        state=FeedState(checked=NOON),
    )
    assert second == CriticStanding(library.critic("bo"), last=failed, state=replace(STATE, failures=3))


def test_standings_follow_every_change(library: Library) -> None:
    critic = subscribe(library)
    ids = take(library, critic, *drafts(10))
    marking = library.mark_all(Query(), "read", True, now=NOON)
    assert library.standings()[0].unread == 0
    library.undo(marking)
    assert library.standings()[0].unread == 10
    outcome = make_outcome(critic_id=critic)
    library.take(critic, add=[], change=[(ids[0], make_draft(guid="x"))], counts=[], state=STATE, outcome=outcome)
    assert library.standings()[0].graded == sum(row.written is not None for row in library.rows(ids))


def test_what_the_server_said_is_kept_for_every_critic(library: Library) -> None:
    ada, bo = subscribe(library, "Ada Quill"), subscribe(library, "Bo Marsh")
    library.record(make_outcome(critic_id=ada, kind="unchanged", new=0), STATE)
    assert library.states() == {ada: STATE, bo: FeedState()}
    assert library.feed_state(ada) == STATE


def test_the_log_is_newest_first_of_one_or_all_and_does_not_grow_for_ever(library: Library) -> None:
    ada, bo = subscribe(library, "Ada Quill"), subscribe(library, "Bo Marsh")
    for n in range(120):
        library.record(make_outcome(critic_id=ada, seconds=n, moved_to="https://new.example/feed"), STATE)
    library.record(make_outcome(critic_id=bo, critic="Bo Marsh", seconds=0.5), STATE)
    mine = library.outcomes(ada)
    assert [outcome.seconds for outcome in mine] == list(range(119, 19, -1))
    assert mine[0].moved_to == "https://new.example/feed"
    assert [outcome.critic for outcome in library.outcomes(limit=2)] == ["Bo Marsh", "Ada Quill"]


def test_ending_a_subscription_keeps_what_is_starred(library: Library) -> None:
    critic = subscribe(library)
    ids = take(library, critic, *drafts(10))
    library.mark(ids[:2], "starred", True, now=NOON)
    library.record(make_outcome(critic_id=critic), STATE)
    assert library.unsubscribe(critic) == (8, 2)
    assert library.standings() == ()
    assert library.outcomes() == ()
    assert titles(library, library.order(Query(), Sort.CRITIC)) == ["Post 0", "Post 1"]
    assert library.review(ids[0]).critic == "Ada Quill"
    assert library.count(Query()) == 2
    assert set(library.order(Query(Words("words")), Sort.OLDEST)) == set(ids[:2])
    with pytest.raises(UnknownCritic):
        library.critic("Ada Quill")
    with pytest.raises(UnknownCritic):
        library.unsubscribe(critic)


def test_nothing_is_left_of_a_critic_without_stars(library: Library) -> None:
    take(library, subscribe(library), *drafts(10))
    assert library.unsubscribe(1) == (10, 0)
    assert library.count(Query()) == library.count(Query(Words("words"))) == 0
    assert subscribe(library, "Ada Quill") == 2


def test_subscribing_again_takes_the_starred_reviews_back(library: Library) -> None:
    critic = subscribe(library)
    ids = take(library, critic, *drafts(3))
    library.mark(ids[:1], "starred", True, now=NOON)
    library.unsubscribe(critic)
    again = library.subscribe("https://www.ada.example/feed", name="Ada Q.", tags=["new"], now=NOON)
    assert (again.id, again.name, again.tags) == (critic, "Ada Q.", ("new",))
    assert library.feed_state(critic) == FeedState()
    known = library.known(critic, [f"post-{n}" for n in range(3)])
    assert {guid: each.id for guid, each in known.items()} == {"post-0": ids[0]}
    assert library.standings()[0].reviews == 1


def test_a_feed_that_moved_is_found_at_its_new_address_only(library: Library) -> None:
    critic = subscribe(library, "Ada Quill", "https://old.example/feed")
    library.move(critic, "https://new.example/feed")
    assert library.critic("https://new.example/feed/").feed_url == "https://new.example/feed"
    subscribe(library, "Bo Marsh", "https://old.example/feed")
    with pytest.raises(AlreadySubscribed, match="Ada Quill"):
        library.move(2, "http://new.example/feed")
    with pytest.raises(UnknownCritic):
        library.move(99, "https://x.example/feed")


def test_a_feed_may_move_to_where_an_ended_one_was(library: Library) -> None:
    ended = subscribe(library, "Ada Quill", "https://old.example/feed")
    library.mark(take(library, ended, make_draft()), "starred", True, now=NOON + timedelta(1))
    library.unsubscribe(ended)
    critic = subscribe(library, "Bo Marsh")
    library.move(critic, "https://old.example/feed")
    assert library.critic("bo").feed_url == "https://old.example/feed"
    assert library.count(Query()) == 1
