"""What the library keeps of reviews' own pages."""

from datetime import timedelta
from typing import Any

import pytest

from tests.makers import NOON, make_draft
from tests.store.shelving import change, subscribe, take
from tui.model.errors import UnknownCritic
from tui.model.listing import Sort
from tui.model.paging import UNRULED, Paged, PageNote, PageRule, PageSetting
from tui.model.query_language import parse
from tui.store.library import Library

FEED, PAGE = "<p>The first words […]</p>", "<p>The first words, and all the others.</p>"
PAGED = make_draft(html=PAGE, text="The first words, and all the others.", paged=Paged(FEED, '{"a": 1}'), summary=True)


def note(review_id: int, state: str = "read", **fields: object) -> PageNote:
    return PageNote(review_id, state, NOON, **fields)  # type: ignore[arg-type]  # a table of states and fields


def keep(library: Library, one: PageNote) -> bool:
    return library.keep_page(one, PAGED if one.state == "read" else None, was=fingerprint(library, one.review_id))


def fingerprint(library: Library, review_id: int) -> str:
    return library.review(review_id).draft.fingerprint


def test_the_page_and_the_feeds_own_text_are_both_kept(library: Library) -> None:
    (id,) = take(library, subscribe(library), make_draft(html=FEED))
    assert keep(library, note(id, graded=True))
    kept = library.review(id).draft
    assert (kept.html, kept.paged, kept.summary) == (PAGE, PAGED.paged, True)


def test_the_words_of_the_page_are_found_at_once(library: Library) -> None:
    (id,) = take(library, subscribe(library), make_draft(html=FEED, text="The first words"))
    keep(library, note(id))
    assert list(library.order(parse('"all the others"', now=NOON), Sort.NEWEST)) == [id]


def test_marks_stay(library: Library) -> None:
    (id,) = take(library, subscribe(library), make_draft())
    library.mark([id], "starred", True, now=NOON)
    keep(library, note(id))
    assert library.review(id).starred


def test_a_review_that_changed_meanwhile_is_left_as_it_is(library: Library) -> None:
    critic = subscribe(library)
    (id,) = take(library, critic, make_draft(html=FEED))
    assert not library.keep_page(note(id), PAGED, was="another")
    assert library.review(id).draft.html == FEED
    assert library.page_notes(critic) == ()


def test_for_a_review_that_is_gone_nothing_is_kept(library: Library) -> None:
    assert not library.keep_page(note(404), PAGED, was="1")


def test_notes_count_the_attempts(library: Library) -> None:
    critic = subscribe(library)
    (id,) = take(library, critic, make_draft())
    for _ in range(2):
        keep(library, note(id, "failed", reason="404 Not Found"))
    keep(library, note(id, graded=True, longer=True))
    assert library.page_notes(critic) == (PageNote(id, "read", NOON, 3, True, True),)


def test_a_page_that_was_read_stays_read_when_it_is_gone_later(library: Library) -> None:
    critic = subscribe(library)
    (id,) = take(library, critic, make_draft())
    keep(library, note(id, graded=True))
    keep(library, note(id, "failed", reason="404 Not Found"))
    assert library.page_notes(critic)[0].state == "read"
    assert library.known(critic, [PAGED.guid])[PAGED.guid].paged


def test_a_page_that_is_no_longer_shown_may_be_fetched_again(library: Library) -> None:
    critic = subscribe(library)
    (id,) = take(library, critic, make_draft())
    keep(library, note(id))
    change(library, critic, id, make_draft(text="The feed gives all of it now."))
    assert library.pages_due(critic, 1, now=NOON) == [id]


def test_due_are_pages_never_tried_and_those_that_failed_on_an_earlier_day(library: Library) -> None:
    critic = subscribe(library)
    made = [make_draft(guid=str(n), published=NOON + timedelta(minutes=n)) for n in range(4)]
    old, read, failed, new = take(library, critic, *made)
    keep(library, note(read))
    keep(library, note(failed, "failed"))
    assert library.pages_due(critic, 10, now=NOON + timedelta(hours=1)) == [new, old]
    assert library.pages_due(critic, 10, now=NOON + timedelta(days=1)) == [new, failed, old]
    assert library.pages_due(critic, 1, now=NOON) == [new]
    assert library.pages_due(critic, 1, past=1, now=NOON) == [old]
    keep(library, note(failed, "failed"))
    keep(library, note(failed, "failed"))
    assert failed not in library.pages_due(critic, 10, now=NOON + timedelta(days=9))


def test_the_feed_that_names_a_page_is_known_even_when_only_stars_are_left(library: Library) -> None:
    critic = subscribe(library)
    (id,) = take(library, critic, make_draft())
    library.mark([id], "starred", True, now=NOON)
    library.unsubscribe(critic)
    assert library.feed_of(critic) == "https://ada.example/feed/"
    assert library.feed_of(404) == ""


def test_a_rule_is_kept_and_shown_with_the_critic(library: Library) -> None:
    critic = subscribe(library)
    assert library.page_rule(critic) == UNRULED
    rule = PageRule(PageSetting.ALWAYS, True, "3 of 3 pages carried a grade", NOON)
    library.keep_page_rule(critic, rule)
    assert library.page_rule(critic) == rule
    assert library.standings()[0].pages == rule


def test_for_a_critic_who_is_gone_no_rule_is_kept(library: Library) -> None:
    library.keep_page_rule(404, PageRule(PageSetting.NEVER))
    assert library.page_rule(404) == UNRULED


def test_pages_are_counted(library: Library) -> None:
    critic = subscribe(library)
    ids = take(library, critic, *(make_draft(guid=str(n)) for n in range(4)))
    keep(library, note(ids[0]))
    keep(library, note(ids[1], "failed"))
    assert library.page_counts(critic) == (1, 1, 2)
    with pytest.raises(UnknownCritic):
        library.page_counts(404)


def test_the_end_of_a_subscription_takes_rule_and_notes_along(library: Library) -> None:
    critic = subscribe(library)
    (id,) = take(library, critic, make_draft())
    keep(library, note(id))
    library.keep_page_rule(critic, PageRule(PageSetting.NEVER))
    library.mark([id], "starred", True, now=NOON)
    library.unsubscribe(critic)
    assert library.page_rule(subscribe(library)) == UNRULED


WHOLE: dict[str, Any] = {"summary": False}
EXCERPT: dict[str, Any] = {"summary": True}
UNGRADED: dict[str, Any] = {"summary": False, "grade": None}


@pytest.mark.parametrize(
    ("newest", "older", "lacks"),
    [
        ([WHOLE] * 10, [EXCERPT] * 5, False),
        ([WHOLE] * 8 + [EXCERPT] * 2, [], False),
        ([WHOLE] * 7 + [EXCERPT] * 3, [], True),
        ([EXCERPT, UNGRADED, UNGRADED], [], True),
        ([], [], False),
    ],
)
def test_whose_newest_reviews_may_lack_something_is_seen_at_a_glance(
    library: Library, newest: list[dict[str, Any]], older: list[dict[str, Any]], lacks: bool
) -> None:
    critic = subscribe(library)
    made = [
        make_draft(guid=f"{n}", published=NOON - timedelta(days=n), **fields)
        for n, fields in enumerate([*newest, *older])
    ]
    take(library, critic, *made)
    assert library.critics_lacking(10, 3) == ({critic} if lacks else set())


def test_so_are_those_with_a_rule_or_pages_and_those_of_an_older_library(library: Library) -> None:
    ruled, paged, older = (subscribe(library, name) for name in ("Ada Quill", "Bo Lund", "Cyra Fenn"))
    library.keep_page_rule(ruled, PageRule(PageSetting.ALWAYS))
    for id in take(library, paged, *(make_draft(guid=f"{n}", summary=False) for n in range(3))):
        library.keep_page(note(id, "failed"), None, was=fingerprint(library, id))
    take(library, older, *(make_draft(guid=f"{n}", summary=False) for n in range(3)))
    with library._connections.writing() as connection:
        connection.execute("UPDATE review SET summary = NULL WHERE critic_id = ?", (older,))
    assert library.critics_lacking(10, 3) == {ruled, paged, older}


def test_a_post_that_becomes_an_excerpt_is_seen_as_one(library: Library) -> None:
    critic = subscribe(library)
    for id in take(library, critic, *(make_draft(guid=f"{n}", summary=False) for n in range(3))):
        assert library.critics_lacking(10, 3) == set()
        change(library, critic, id, make_draft(guid=library.review(id).draft.guid, summary=True, fingerprint="new"))
    assert library.critics_lacking(10, 3) == {critic}
