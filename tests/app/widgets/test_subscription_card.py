from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.makers import NOON, make_critic, make_outcome
from tui.app.widgets.critics_table import columns, outcome, table_heading
from tui.app.widgets.subscription_card import card, coming, next_visit, short_card, size_in_words
from tui.model.critic import CriticStanding, FeedState

HOUR = timedelta(hours=1)


def standing(*, paused: bool = False, every: timedelta | None = None, **state: object) -> CriticStanding:
    critic = make_critic(paused=paused, every=every)
    return CriticStanding(critic, 12, 3, 10, NOON, make_outcome(), state=FeedState(**state))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "next", "short"),
    [
        (standing(), "now, by its own rhythm", "now"),
        (standing(due=NOON - HOUR), "now, by its own rhythm", "now"),
        (standing(due=NOON + 4 * HOUR), "in 4h, by its own rhythm", "4h"),
        (standing(due=NOON + 4 * HOUR, every=6 * HOUR), "in 4h, every 6h", "4h"),
        (standing(due=NOON + 4 * HOUR, failures=3), "in 4h, the pause grows with each failure", "4h"),
        (standing(paused=True), "paused; P takes it up again", "-"),
        (standing(gone=NOON), "none: the feed is gone for good; r asks once more", "-"),
        (
            standing(due=NOON + HOUR, held_until=NOON + HOUR),
            "not before 14 Mar 13:00 UTC: its server asked for that", "1h",
        ),
    ],
)  # fmt: skip
def test_the_next_visit_is_told_with_its_reason(one: CriticStanding, next: str, short: str) -> None:
    assert (next_visit(one, NOON), coming(one, NOON)) == (next, short)


def test_a_healthy_feed_needs_no_words_in_a_small_window() -> None:
    assert short_card(standing(), NOON).plain == ""


def test_what_a_feed_says_is_never_markup() -> None:
    failed = make_outcome(kind="failed", reason="[red]x[/] said no", next_step="[/] do")
    one = CriticStanding(make_critic(name="[b]Ada"), last=failed)
    assert "[red]x[/] said no" in card(one, NOON).plain
    assert "[/] do" in short_card(one, NOON).plain


def test_a_feed_that_moved_says_so() -> None:
    moved = make_outcome(kind="unchanged", reason="moved for good to https://new.example/")
    assert (
        "Note    moved for good to https://new.example/." in card(CriticStanding(make_critic(), last=moved), NOON).plain
    )


@pytest.mark.parametrize(("size", "words"), [(0, "0 kB"), (84_300, "84 kB"), (1_234_567, "1.2 MB")])
def test_a_size_is_said_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words


@given(st.integers(24, 400))
def test_the_columns_fill_any_window_and_stand_under_their_names(width: int) -> None:
    assert sum(columns(width)) + 4 == width
    assert cell_len(table_heading(width)) == width


def test_a_line_says_paused_and_gone() -> None:
    assert (outcome(standing(paused=True)), outcome(standing(gone=NOON))) == ("paused", "gone for good")
