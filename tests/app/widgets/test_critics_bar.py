from tests.makers import make_critic, make_outcome
from tui.app.widgets.critics_bar import entries
from tui.model.critic import CriticStanding
from tui.model.shown import ALL, STARRED, UNREAD


def test_smart_lists_come_first_then_tags_then_critics_by_name() -> None:
    standings = [
        CriticStanding(make_critic(id=2, name="bram", tags=("noir",)), 9, 4),
        CriticStanding(make_critic(id=1, name="Ada", tags=("noir",)), 5, 2),
    ]
    lines = entries(standings)
    assert [line.shelf.name if line.shelf else None for line in lines] == [
        ALL.name, UNREAD.name, STARRED.name, None, "#noir", None, "Ada", "bram",
    ]  # fmt: skip
    assert [line.unread for line in lines] == [14, 6, None, None, 6, None, 2, 4]


def test_a_failing_feed_has_its_sign() -> None:
    lines = entries([CriticStanding(make_critic(), last=make_outcome(kind="failed", reason="no such host"))])
    assert lines[-1].failing


def test_without_critics_there_are_only_smart_lists() -> None:
    assert len(entries(())) == 3
