"""The reader's word on a grade, from what they typed to what is kept."""

import pytest

from tests.makers import NOON, make_entry, make_outcome
from tui.model.correction import Correction
from tui.model.critic import FeedState
from tui.model.errors import UnknownReview, WrongUse
from tui.model.grade import Source
from tui.refresh.regrading import graded, regrade, rule_in_words, take_back
from tui.refresh.rereading import BATCH, reread
from tui.refresh.reviewing import draft
from tui.store.library import Library


def take(library: Library, *grades: str) -> tuple[int, ...]:
    """Keep a review for each grade, by one critic."""
    critic = library.subscribe("https://critic.example/feed/", name="Ada Quill", now=NOON)
    html = "<p>A patient film about fog.</p><p>My Grade: {}</p>"
    drafts = [draft(make_entry(guid=str(at), html=html.format(each)), seen=NOON) for at, each in enumerate(grades)]
    outcome = make_outcome(critic_id=critic.id)
    return library.take(critic.id, add=drafts, change=(), counts=(), state=FeedState(), outcome=outcome)


def test_a_scale_added_to_a_bare_number_can_become_a_rule(library: Library) -> None:
    seven, nine = take(library, "7", "9")
    one = graded(library, seven)
    rule = one.rule("7/10")
    assert rule is not None
    assert rule_in_words(rule) == "bare numbers are out of 10"
    done = regrade(library, one, "7/10", rule=True, now=NOON)
    assert done.reread is not None
    assert done.reread.regraded == 2
    assert library.rows([nine])[0].score == 90
    assert take_back(library, done.regrading, now=NOON)
    assert [row.score for row in library.rows([seven, nine])] == [None, None]


@pytest.mark.parametrize("text", ["8/10", "B-", "none", "auto", "up", "7"])
def test_no_rule_follows_from_another_number_or_no_scale(library: Library, text: str) -> None:
    (number,) = take(library, "7")
    one = graded(library, number)
    assert one.rule(text) is None
    with pytest.raises(WrongUse, match="rule"):
        regrade(library, one, text, rule=True, now=NOON)
    assert library.correction(number) is None


def test_what_is_typed_without_a_scale_stands_on_the_critics(library: Library) -> None:
    (number, *_) = take(library, "7", "9")
    regrade(library, graded(library, number), "7/10", rule=True, now=NOON)
    regrade(library, graded(library, number), "6", rule=False, now=NOON)
    grade = library.review(number).draft.grade
    assert grade is not None
    assert (grade.score, grade.source) == (60, Source.HAND)


def test_auto_brings_back_what_was_read(library: Library) -> None:
    (number,) = take(library, "7/10")
    regrade(library, graded(library, number), "none", rule=False, now=NOON)
    assert library.correction(number) == Correction(None)
    regrade(library, graded(library, number), " AUTO ", rule=False, now=NOON)
    assert library.correction(number) is None
    assert library.rows([number])[0].score == 70


def test_an_unknown_review_is_told(library: Library) -> None:
    with pytest.raises(UnknownReview):
        graded(library, 99)


def test_a_rule_made_while_reviews_are_reread_holds_for_all(library: Library) -> None:
    ids = take(library, *["7"] * (2 * BATCH))
    steps = reread(library)
    next(steps)
    next(steps)  # the first batch was read without the rule
    regrade(library, graded(library, ids[0]), "7/10", rule=True, now=NOON)
    *_, last = steps
    assert (last.done, last.total) == (len(ids), len(ids))
    assert {row.score for row in library.rows(ids)} == {70}
    assert all(review.draft.grade and review.draft.grade.score == 70 for review in library.reviews(ids))
