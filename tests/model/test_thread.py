"""Comments in reading order."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tui.model.comment import Comment, Span
from tui.model.prose import Style
from tui.model.reply import Reply, Stage
from tui.model.thread import below, in_reading_order, is_orphan, with_own


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


def test_how_many_stand_below_each() -> None:
    ordered = in_reading_order([comment(1), comment(2), comment(3, 1), comment(4, 3), comment(5, 1)])
    assert [(each.id, many) for each, many in zip(ordered, below(ordered), strict=True)] == [
        ("1", 3), ("3", 1), ("4", 0), ("5", 0), ("2", 0),
    ]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 12), st.one_of(st.none(), st.integers(0, 12)))))
def test_what_stands_below_is_deeper_and_what_follows_is_not(pairs: list[tuple[int, int | None]]) -> None:
    ordered = in_reading_order(comment(*pair) for pair in pairs)
    for place, many in enumerate(below(ordered)):
        assert all(each.depth > ordered[place].depth for each in ordered[place + 1 : place + 1 + many])
        assert all(each.depth <= ordered[place].depth for each in ordered[place + 1 + many : place + 2 + many])


def test_an_orphan_is_told_from_what_was_always_at_the_top() -> None:
    assert [is_orphan(each) for each in in_reading_order([comment(1), comment(2, 99), comment(3, 1)])] == [
        False, False, True,
    ]  # fmt: skip


def test_links_are_numbered_in_reading_order_each_address_once() -> None:
    spans = (Span(0, 1, url="https://b.example/"), Span(2, 3, Style.ITALIC), Span(4, 5, url="https://a.example/"))
    both = Comment("1", "Ada", "a b c d", spans=(*spans, Span(6, 7, url="https://b.example/")))
    assert both.links == ("https://b.example/", "https://a.example/")


def test_a_reply_the_site_shows_is_not_shown_twice() -> None:
    reply = Reply(7, 1, None, "Mine", Stage.PUBLISHED, NOON, "Tam", NOON, "2")
    assert [(each.id, each.own) for each in with_own([comment(1), comment(2)], [reply])] == [("1", False), ("2", True)]
