"""Comments in reading order."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tui.model.comment import Comment
from tui.model.thread import in_reading_order


def comment(number: int, parent: int | None = None) -> Comment:
    """A comment a minute after the one before."""
    above = None if parent is None else str(parent)
    return Comment(str(number), "Ada", "…", above, published=NOON + timedelta(minutes=number))


def shape(*comments: Comment) -> list[tuple[str, int]]:
    """(id, depth) in reading order."""
    return [(each.id, each.depth) for each in in_reading_order(comments)]


def test_an_answer_stands_below_what_it_answers() -> None:
    assert shape(comment(1), comment(2), comment(3, 1), comment(4, 3)) == [("1", 1), ("3", 2), ("4", 3), ("2", 1)]


def test_an_orphan_stands_at_the_top() -> None:
    assert shape(comment(1), comment(2, 99)) == [("1", 1), ("2", 1)]


def test_a_circle_loses_nobody() -> None:
    assert shape(comment(1, 2), comment(2, 1), comment(3, 3)) == [("1", 1), ("2", 2), ("3", 1)]


def test_a_thread_ten_thousand_deep_does_not_exhaust_the_stack() -> None:
    deep = [comment(number, number - 1 if number else None) for number in range(10_000)]
    assert in_reading_order(deep)[-1].depth == 10_000


@given(st.lists(st.tuples(st.integers(0, 12), st.one_of(st.none(), st.integers(0, 12)))))
def test_every_comment_appears_once_below_its_parent(pairs: list[tuple[int, int | None]]) -> None:
    given_comments = [comment(*pair) for pair in pairs]
    ordered = in_reading_order(given_comments)
    assert sorted(each.id for each in ordered) == sorted({each.id for each in given_comments})
    depths = {each.id: each.depth for each in ordered}
    assert all(each.depth == 1 or depths[each.parent or ""] == each.depth - 1 for each in ordered)


@given(
    st.lists(st.tuples(st.integers(0, 12), st.one_of(st.none(), st.integers(0, 12))), unique_by=lambda pair: pair[0])
)
def test_the_order_they_come_in_does_not_matter(pairs: list[tuple[int, int | None]]) -> None:
    given_comments = [comment(*pair) for pair in pairs]
    assert in_reading_order(given_comments) == in_reading_order(reversed(given_comments))
