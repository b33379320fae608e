"""A thread as an outline: what is in sight, and who stands where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.threading import make_comment, talk_of
from tui.app.widgets.outline import Outline, outline
from tui.model.comment import Comment
from tui.model.thread import in_reading_order


def grown(*answers: tuple[str, str | None]) -> Outline:
    """Return the outline of comments given as (id, what it answers)."""
    return outline(in_reading_order(make_comment(id=id, parent=parent) for id, parent in answers))


@pytest.fixture
def tree() -> Outline:
    """1 (2 (3) 4) 5 (6): the places are 0 to 5."""
    return grown(("1", None), ("2", "1"), ("3", "2"), ("4", "1"), ("5", None), ("6", "5"))


def test_everything_is_in_sight_until_folded(tree: Outline) -> None:
    assert tree.rows == (0, 1, 2, 3, 4, 5)


def test_folding_hides_everything_below(tree: Outline) -> None:
    assert tree.toggled(0).rows == (0, 4, 5)
    assert tree.toggled(0).toggled(0).rows == tree.rows


def test_a_hidden_comment_is_in_the_row_of_what_hides_it(tree: Outline) -> None:
    assert tree.toggled(0).row_of(2) == 0
    assert tree.toggled(0).row_of(5) == 2


def test_going_to_a_comment_unfolds_only_what_hides_it(tree: Outline) -> None:
    folded = tree.toggled(0).toggled(1).toggled(4)
    assert folded.opened_to(2).folded == {"5"}
    assert folded.opened_to(4) is folded


def test_a_depth_can_be_folded(tree: Outline) -> None:
    assert tree.shown_to(1).rows == (0, 4)
    assert tree.shown_to(2).rows == (0, 1, 3, 4, 5)
    assert tree.shown_to(1).shown_to(None).rows == tree.rows
    assert tree.deepest == 3


def test_siblings_answer_the_same_comment(tree: Outline) -> None:
    assert tree.next_sibling(1) == 3
    assert tree.next_sibling(3) is None
    assert tree.previous_sibling(3) == 1
    assert tree.previous_sibling(1) is None
    assert tree.next_sibling(0) == 4
    assert tree.previous_sibling(4) == 0


def test_tops_are_reached_from_anywhere_in_a_branch(tree: Outline) -> None:
    assert tree.next_top(2) == 4
    assert tree.next_top(5) is None
    assert tree.previous_top(2) == 0
    assert tree.previous_top(4) == 0
    assert tree.previous_top(0) is None


def test_the_nearest_wanted_comment_may_be_folded_away(tree: Outline) -> None:
    assert tree.toggled(0).after(0, lambda comment: comment.id == "3") == 2
    assert tree.before(5, lambda comment: comment.id in "13") == 2
    assert tree.after(0, lambda comment: False) is None


def test_a_comment_that_is_gone_is_found_where_the_nearest_before_it_is(tree: Outline) -> None:
    assert tree.again(3, {"1": 7, "2": 8}) == 8
    assert tree.again(3, {"4": 1, "2": 8}) == 1
    assert tree.again(3, {"9": 4}) == 0


def test_an_empty_thread_has_an_empty_outline() -> None:
    assert outline(()).rows == ()
    assert outline(()).deepest == 0


@given(st.lists(st.integers(0, 30), max_size=60), st.sets(st.integers(0, 59)))
def test_whatever_is_folded_each_comment_is_in_sight_or_below_something_folded(
    parents: list[int], folded: set[int]
) -> None:
    comments = in_reading_order(
        make_comment(id=str(number), parent=str(parent) if parent < number else None)
        for number, parent in enumerate(parents)
    )
    tree = outline(comments).with_folds(frozenset(map(str, folded)))
    for place in range(len(comments)):
        hidden = any(tree.is_folded(above) for above in tree.above(place))
        assert (place in tree.rows) is not hidden
        assert tree.row_of(place) == tree.row_of(tree.rows[tree.row_of(place)])


def ids(comments: tuple[Comment, ...]) -> list[str]:
    return [comment.id for comment in comments]


def test_what_a_fold_hides_can_be_told() -> None:
    tree = outline(talk_of(12))
    assert ids(tree.hidden(0)) == ids(tree.comments[1 : 1 + tree.below[0]])
