from tests.makers import make_critic, make_outcome
from tui.app.widgets.emptiness import emptiness
from tui.model.critic import CriticStanding
from tui.model.shown import STARRED, UNREAD, Shown, shelf_of

QUILL = CriticStanding(make_critic(), last=make_outcome())


def test_without_critics_the_way_to_subscribe_is_told() -> None:
    assert "a subscribes" in " ".join(emptiness(Shown(), ()))


def test_a_filter_is_named_with_the_key_that_clears_it() -> None:
    words = " ".join(emptiness(Shown(shelf_of(make_critic()), bars=frozenset({"A"})), [QUILL]))
    assert words == "Nothing by Ada Quill matches: grade A ^F clears the filter, F and / change it."


def test_an_empty_shelf_says_why() -> None:
    assert emptiness(Shown(UNREAD), [QUILL])[0] == "Everything is read."
    assert emptiness(Shown(STARRED), [QUILL])[0] == "No starred reviews."


def test_failing_feeds_tell_their_reason_and_the_next_step() -> None:
    last = make_outcome(kind="failed", reason="no such host: critic.example", next_step="Check the address")
    assert emptiness(Shown(), [CriticStanding(make_critic(), last=last)])[:2] == (
        "Ada Quill: no such host: critic.example.",
        "Check the address",
    )


def test_a_library_never_refreshed_says_so() -> None:
    assert "R asks" in emptiness(Shown(), [CriticStanding(make_critic())])[1]
