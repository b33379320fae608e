from array import array

from hypothesis import given
from hypothesis import strategies as st

from tui.model.order import Order, keeping


def with_unread(ids: "array[int]", unread: "array[int]") -> Order:
    return Order(ids, bytes(review_id in unread for review_id in ids))


ORDER = with_unread(array("q", [5, 3, 9, 1]), array("q", [3, 1]))


def test_neighbours_stand_before_and_after() -> None:
    assert ORDER.next(5) == 3
    assert ORDER.previous(3) == 5


def test_a_list_has_ends() -> None:
    assert ORDER.previous(5) is None
    assert ORDER.next(1) is None


def test_a_stranger_has_no_neighbours() -> None:
    assert ORDER.next(77) is None
    assert ORDER.next_unread(77) is None


def test_unread_reviews_are_found_in_both_directions() -> None:
    assert ORDER.next_unread(5) == 3
    assert ORDER.next_unread(3) == 1
    assert ORDER.next_unread(1) is None
    assert ORDER.previous_unread(1) == 3
    assert ORDER.previous_unread(3) is None


def test_a_read_review_is_no_longer_found() -> None:
    assert ORDER.marked([3], read=True).next_unread(5) == 1
    assert ORDER.marked([3], read=True).marked([3], read=False) == ORDER


def test_marks_of_reviews_outside_the_list_change_nothing() -> None:
    assert ORDER.marked([77], read=True) == ORDER


def test_a_wrong_guess_of_the_line_does_no_harm() -> None:
    assert ORDER.position(9, near=0) == ORDER.position(9, near=2) == ORDER.position(9, near=99) == 2


def test_nothing_is_known_of_unread_reviews_before_they_were_asked_for() -> None:
    assert Order(ORDER.ids).next_unread(5) is None
    assert Order(ORDER.ids).marked([3], read=True) == Order(ORDER.ids)


@given(st.lists(st.integers(0, 10**12), unique=True, min_size=1, max_size=60), st.data())
def test_marking_many_at_once_is_marking_each(ids: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True))
    order = with_unread(array("q", ids), array("q", ids))
    one_by_one = order
    for review_id in chosen:
        one_by_one = one_by_one.marked([review_id], read=True)
    assert order.marked(chosen, read=True) == one_by_one


def test_a_review_read_a_moment_ago_stays_where_it_stood() -> None:
    unread = with_unread(array("q", [8, 5, 9]), array("q", [8, 5, 9]))
    kept = keeping(unread, ORDER, {3})
    assert list(kept.ids) == [8, 5, 3, 9]
    assert kept.next_unread(5) == 9


def test_a_review_that_stood_first_stays_first() -> None:
    unread = with_unread(array("q", [3, 1]), array("q", [3, 1]))
    assert list(keeping(unread, ORDER, {5}).ids) == [5, 3, 1]


def test_nothing_is_put_back_that_nobody_touched() -> None:
    unread = with_unread(array("q", [3, 1]), array("q", [3, 1]))
    assert keeping(unread, ORDER, {3}) is unread


def test_an_order_that_lost_nothing_stays_the_very_same() -> None:
    new = with_unread(array("q", [9, 8, 5, 3, 1]), array("q", [9]))
    assert keeping(new, ORDER, {5, 1}) is new
