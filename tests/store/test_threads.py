"""The thread under a review: seeing less of it later loses nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.makers import NOON, make_draft
from tests.store.shelving import subscribe, take
from tui.model.comment import Comment
from tui.model.errors import UnknownReview
from tui.store.library import Library

TOP = Comment("1", "Nell", "The fog was real.", None, 1, NOON, False, "https://critic.example/p#comment-1")
ANSWER = Comment("2", "Ada Quill", "It was.", "1", 2, NOON + timedelta(minutes=1), True)
LATER = Comment("10", "Tam", "Second look?", None, 1, NOON + timedelta(minutes=2))


@pytest.fixture
def number(library: Library) -> int:
    return take(library, subscribe(library), make_draft())[0]


def test_a_thread_never_fetched_is_empty_and_says_so(library: Library, number: int) -> None:
    assert library.comments(number) == ((), None)


def test_a_thread_comes_back_in_reading_order_with_when_it_was_fetched(library: Library, number: int) -> None:
    library.keep_comments(number, [LATER, ANSWER, TOP], now=NOON)
    assert library.comments(number) == ((TOP, ANSWER, LATER), NOON)


def test_a_thread_that_is_empty_was_still_fetched(library: Library, number: int) -> None:
    library.keep_comments(number, [], now=NOON)
    assert library.comments(number) == ((), NOON)


def test_a_source_that_shows_less_loses_nothing(library: Library, number: int) -> None:
    library.keep_comments(number, [TOP, ANSWER, LATER], now=NOON)
    poorer = replace(ANSWER, parent=None, depth=1, published=None, by_critic=False, text="It was, truly.")
    library.keep_comments(number, [poorer, replace(TOP, text="", url="")], now=NOON + timedelta(hours=1))
    assert library.comments(number) == ((TOP, replace(ANSWER, text="It was, truly."), LATER), NOON + timedelta(hours=1))


def test_a_new_answer_stands_under_what_it_answers(library: Library, number: int) -> None:
    library.keep_comments(number, [TOP, LATER], now=NOON)
    library.keep_comments(number, [ANSWER], now=NOON)
    assert [comment.id for comment in library.comments(number)[0]] == ["1", "2", "10"]


def test_threads_of_two_reviews_are_apart_though_their_sites_number_alike(library: Library, number: int) -> None:
    (other,) = take(library, subscribe(library, "Bo Marsh"), make_draft())
    library.keep_comments(number, [TOP], now=NOON)
    library.keep_comments(other, [replace(TOP, text="Another site.")], now=NOON)
    assert library.comments(number)[0] == (TOP,)


def test_a_thread_goes_with_its_review(library: Library, number: int) -> None:
    library.keep_comments(number, [TOP], now=NOON)
    library.unsubscribe(1)
    assert library.comments(number) == ((), None)
    with pytest.raises(UnknownReview):
        library.keep_comments(number, [TOP], now=NOON)
