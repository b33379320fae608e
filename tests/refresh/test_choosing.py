from datetime import timedelta

import pytest

from tests.makers import NOON, make_critic
from tui.model.critic import CriticStanding, FeedState
from tui.refresh.choosing import Wish, choose

HOUR = timedelta(hours=1)
FRESH, LATE, EARLY = FeedState(), FeedState(due=NOON - HOUR), FeedState(due=NOON + HOUR)
HELD, LET_GO = FeedState(held_until=NOON + HOUR), FeedState(held_until=NOON)
GONE = FeedState(gone=NOON)


@pytest.mark.parametrize(
    ("state", "paused", "now", "named", "due"),
    [
        (FRESH, False, True, True, True),
        (LATE, False, True, True, True),
        (EARLY, False, True, True, False),
        (HELD, False, False, False, False),
        (LET_GO, False, True, True, True),
        (GONE, False, False, True, False),
        (FRESH, True, False, True, False),
        (HELD, True, False, False, False),
    ],
)
def test_who_is_visited_depends_on_who_asks(state: FeedState, paused: bool, now: bool, named: bool, due: bool) -> None:
    standing = CriticStanding(make_critic(paused=paused), state=state)
    visited = [bool(choose([standing], wish, NOON).visit) for wish in (Wish.NOW, Wish.NAMED, Wish.DUE)]
    assert visited == [now, named, due]


def test_whoever_has_to_wait_is_named_with_the_reason_but_not_for_being_early() -> None:
    standings = [
        CriticStanding(make_critic(id=number, paused=paused), state=state)
        for number, (state, paused) in enumerate([(HELD, False), (FRESH, True), (GONE, False), (EARLY, False)])
    ]
    assert [each.reason for each in choose(standings, Wish.DUE, NOON).waiting] == [
        "asked to be left alone until 14 Mar 13:00 UTC",
        "is paused",
        "is gone for good, by its own word",
    ]
