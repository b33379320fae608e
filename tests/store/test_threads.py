"""The thread under a review: seeing less of it later loses nothing, and what is new is known."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.makers import NOON, make_draft, make_outcome
from tests.store.shelving import subscribe, take
from tui.model.comment import Comment, Span, Standing
from tui.model.critic import FeedState
from tui.model.errors import UnknownReview
from tui.model.prose import Style
from tui.model.reply import Answered, ReplyOutcome
from tui.model.thread import FoundThread
from tui.store.library import Library

MINUTE = timedelta(minutes=1)
SPANS = (Span(0, 3, Style.ITALIC), Span(4, 7, url="https://fog.example/"))
TOP = Comment("1", "Nell", "The fog was real.", None, 1, NOON, False, "https://critic.example/p#comment-1", SPANS)
ANSWER = Comment("2", "Ada Quill", "It was.", "1", 2, NOON + MINUTE, True, author_url="https://critic.example/")
LATER = Comment("10", "Tam", "Second look?", None, 1, NOON + 2 * MINUTE)


@pytest.fixture
def number(library: Library) -> int:
    return take(library, subscribe(library), make_draft())[0]


def keep(library: Library, number: int, *comments: Comment, now: datetime = NOON, complete: bool = True) -> int:
    """Keep what a site's REST interface gave, or with `complete` False the newest of it."""
    found = FoundThread(comments, "wordpress" if complete else "comment feed", complete=complete)
    return library.keep_thread(number, found, now=now)


def seen(*comments: Comment, at: datetime = NOON) -> tuple[Comment, ...]:
    return tuple(replace(comment, first_seen=at) for comment in comments)


def test_a_thread_never_fetched_is_empty_and_says_so(library: Library, number: int) -> None:
    thread = library.thread(number)
    assert (thread.comments, thread.fetched, thread.total, thread.read_up_to) == ((), None, None, None)


def test_a_thread_comes_back_in_reading_order_with_when_it_was_fetched(library: Library, number: int) -> None:
    assert keep(library, number, LATER, ANSWER, TOP) == 3
    thread = library.thread(number)
    assert thread.comments == seen(TOP, ANSWER, LATER)
    assert (thread.fetched, thread.source, thread.complete) == (NOON, "wordpress", True)


def test_a_thread_that_is_empty_was_still_fetched(library: Library, number: int) -> None:
    keep(library, number)
    assert (library.thread(number).comments, library.thread(number).fetched) == ((), NOON)


def test_a_source_that_shows_less_loses_nothing(library: Library, number: int) -> None:
    keep(library, number, TOP, ANSWER, LATER)
    poorer = replace(ANSWER, parent=None, published=None, by_critic=False, author_url="", text="It was, truly.")
    assert keep(library, number, poorer, replace(TOP, text="", url=""), now=NOON + MINUTE, complete=False) == 0
    assert library.thread(number).comments == seen(TOP, replace(ANSWER, text="It was, truly."), LATER)
    assert not library.thread(number).complete


def test_a_complete_source_that_no_longer_has_a_comment_marks_it_gone(library: Library, number: int) -> None:
    keep(library, number, TOP, ANSWER, LATER)
    keep(library, number, ANSWER, LATER, now=NOON + MINUTE)
    top, answer, _ = library.thread(number).comments
    assert (top.standing, top.text, answer.depth) == (Standing.GONE, TOP.text, 2)
    keep(library, number, TOP, ANSWER, LATER, now=NOON + 2 * MINUTE)
    assert library.thread(number).comments[0].standing is Standing.SHOWN


def test_another_text_from_the_same_source_is_an_edit(library: Library, number: int) -> None:
    keep(library, number, TOP)
    keep(library, number, replace(TOP, text="The fog was false."), now=NOON + MINUTE)
    comment = library.thread(number).comments[0]
    assert (comment.text, comment.edited, comment.first_seen) == ("The fog was false.", NOON + MINUTE, NOON)


def test_other_quotes_are_no_edit_and_neither_is_another_source(library: Library, number: int) -> None:
    keep(library, number, replace(TOP, text='The "fog" - was real'))
    keep(library, number, replace(TOP, text="The “fog” – was real"), now=NOON + MINUTE)
    keep(library, number, replace(TOP, text="Nell says: The fog was real"), now=NOON + MINUTE, complete=False)
    assert library.thread(number).comments[0].edited is None


def test_a_page_that_flattens_does_not_move_an_answer(library: Library, number: int) -> None:
    keep(library, number, TOP, ANSWER, LATER)
    flat = FoundThread((TOP, replace(ANSWER, parent="10"), LATER), "page", complete=True, parents_stated=False)
    library.keep_thread(number, flat, now=NOON)
    assert library.thread(number).comments[1].parent == "1"


def test_a_new_answer_stands_under_what_it_answers(library: Library, number: int) -> None:
    keep(library, number, TOP, LATER)
    assert keep(library, number, ANSWER, complete=False) == 1
    assert [comment.id for comment in library.thread(number).comments] == ["1", "2", "10"]


def test_a_failed_attempt_leaves_the_thread_and_is_told_until_one_works(library: Library, number: int) -> None:
    keep(library, number, TOP)
    library.keep_thread_failure(number, "no such host", now=NOON + MINUTE)
    thread = library.thread(number)
    assert (thread.comments, thread.fetched) == (seen(TOP), NOON)
    assert (thread.tried, thread.reason, thread.source) == (NOON + MINUTE, "no such host", "wordpress")
    keep(library, number, TOP, now=NOON + 2 * MINUTE)
    assert (library.thread(number).tried, library.thread(number).reason) == (None, "")


def test_on_the_first_look_nothing_stands_out(library: Library, number: int) -> None:
    keep(library, number, TOP, ANSWER)
    assert library.thread(number).unseen == 2
    assert library.look_at_thread(number, now=NOON + MINUTE).new == 0
    assert library.thread(number).unseen == 0


def test_what_came_since_the_look_before_stands_out(library: Library, number: int) -> None:
    keep(library, number, TOP)
    library.look_at_thread(number, now=NOON + MINUTE)
    keep(library, number, TOP, LATER, now=NOON + 3 * MINUTE)
    assert library.thread(number).unseen == 1
    thread = library.look_at_thread(number, now=NOON + 4 * MINUTE)
    assert [thread.is_new(comment) for comment in thread.comments] == [False, True]
    assert library.look_at_thread(number, now=NOON + 5 * MINUTE).new == 0


def test_what_came_while_the_reader_looked_stands_out_then_and_not_again(library: Library, number: int) -> None:
    keep(library, number, TOP)
    library.look_at_thread(number, now=NOON + MINUTE)
    library.look_at_thread(number, now=NOON + 2 * MINUTE)
    keep(library, number, TOP, LATER, now=NOON + 3 * MINUTE)
    assert library.thread(number).new == 1
    library.end_look(number, now=NOON + 4 * MINUTE)
    assert library.look_at_thread(number, now=NOON + 5 * MINUTE).new == 0


def test_a_site_that_says_more_than_it_gives_is_believed(library: Library, number: int) -> None:
    library.keep_thread(number, FoundThread((TOP,), "comment feed", total=24), now=NOON)
    assert (library.thread(number).total, library.review(number).draft.comments) == (24, 24)


def test_threads_of_two_reviews_are_apart_though_their_sites_number_alike(library: Library, number: int) -> None:
    (other,) = take(library, subscribe(library, "Bo Marsh"), make_draft())
    keep(library, number, TOP)
    keep(library, other, replace(TOP, text="Another site."))
    assert library.thread(number).comments == seen(TOP)


def test_a_thread_goes_with_its_review(library: Library, number: int) -> None:
    keep(library, number, TOP)
    library.unsubscribe(1)
    with pytest.raises(UnknownReview):
        library.thread(number)
    with pytest.raises(UnknownReview):
        keep(library, number, TOP)
    with pytest.raises(UnknownReview):
        library.keep_thread_failure(number, "gone", now=NOON)
    with pytest.raises(UnknownReview):
        library.look_at_thread(number, now=NOON)


def starred(library: Library, number: int) -> None:
    library.mark([number], "starred", True, now=NOON)


def due(library: Library, now: datetime, limit: int = 9) -> list[int]:
    found = library.threads_due(1, limit, now=now)
    assert library.critics_due_threads([1, 404], now=now) == ({1} if found else set())
    return found


HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_a_recent_review_with_comments_is_due_until_it_was_fetched(library: Library, number: int) -> None:
    assert due(library, NOON) == [number]
    keep(library, number, TOP)
    assert due(library, NOON + HOUR) == []
    assert due(library, NOON + 13 * HOUR) == [number]


def test_an_old_review_is_due_only_when_it_is_starred(library: Library, number: int) -> None:
    assert due(library, NOON + 100 * DAY) == []
    starred(library, number)
    assert due(library, NOON + 100 * DAY) == [number]


def test_a_failed_attempt_is_not_repeated_at_once(library: Library, number: int) -> None:
    library.keep_thread_failure(number, "no such host", now=NOON)
    assert due(library, NOON + HOUR) == []


def test_a_review_without_comments_is_not_asked_for(library: Library) -> None:
    take(library, subscribe(library), make_draft(comments=0))
    assert due(library, NOON) == []


def test_another_count_makes_a_thread_due_and_a_pingback_does_so_once(library: Library, number: int) -> None:
    keep(library, number, TOP)
    intake = {"add": [], "change": [], "state": FeedState(), "outcome": make_outcome(new=0)}
    library.take(1, counts=[(number, 4)], **intake)  # type: ignore[arg-type]
    assert due(library, NOON + HOUR) == [number]
    keep(library, number, TOP, now=NOON + HOUR)
    assert due(library, NOON + 2 * HOUR) == []
    assert library.review(number).draft.comments == 4


def test_a_reply_that_waits_comes_first_whatever_its_age(library: Library, number: int) -> None:
    (other,) = take(library, 1, make_draft(guid="2", published=NOON - 90 * DAY))
    draft = library.save_draft(other, "Was it?", now=NOON)
    assert due(library, NOON) == [number]
    library.begin_sending(draft.id, "Tam", now=NOON)
    library.settle_reply(draft.id, ReplyOutcome(Answered.HELD))
    assert due(library, NOON) == [other, number]
    assert due(library, NOON, limit=1) == [other]


def test_more_comments_than_the_feed_counted_are_counted(library: Library) -> None:
    (number,) = take(library, subscribe(library), make_draft(comments=None))
    keep(library, number, TOP, ANSWER)
    assert library.review(number).draft.comments == 2
