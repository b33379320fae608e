import pytest

from tests.makers import make_outcome
from tui.app.widgets.reports import in_words, marked, summary, taken_back
from tui.model.listing import Marking
from tui.model.outcome import FeedOutcome


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (None, "never refreshed"),
        (make_outcome(new=2, changed=1), "2 new, 1 changed"),
        (make_outcome(kind="unchanged", new=0), "nothing new"),
        (make_outcome(kind="failed", reason="no such host"), "failed: no such host"),
    ],
)
def test_an_outcome_is_told_in_words(outcome: FeedOutcome | None, words: str) -> None:
    assert in_words(outcome) == words


def test_a_refresh_of_many_is_summed_up() -> None:
    failed = make_outcome(kind="failed", new=0, reason="gone")
    assert summary([make_outcome(new=2), make_outcome(new=1), failed]) == "3 critics · 3 new · 1 failed (4 says why)"


def test_a_refresh_of_one_names_the_critic() -> None:
    assert summary([make_outcome(new=2)]) == "Ada Quill: 2 new"
    assert summary([]) == ""


def test_marks_and_their_undoing_are_told() -> None:
    assert marked(Marking((1, 2), "read", True)) == "2 marked as read · u takes it back"
    assert taken_back(Marking((1, 2), "read", True)) == "2 reviews are unread again"
    assert taken_back(Marking((1,), "starred", False)) == "The review is starred again"
