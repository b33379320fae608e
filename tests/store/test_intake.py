"""What a refresh writes: one feed, one transaction."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.makers import NOON, make_credits, make_draft, make_grade, make_outcome
from tests.store.shelving import change, draft, drafts, subscribe, take
from tui.model.critic import FeedState
from tui.model.query import Query, Words
from tui.model.query_language import parse
from tui.model.review import Known
from tui.model.work import Work
from tui.store.library import Library


def count(library: Library, text: str) -> int:
    return library.count(parse(text, now=NOON))


def test_known_posts_are_told_with_what_deciding_needs(library: Library) -> None:
    critic, other = subscribe(library), subscribe(library, "Bo Marsh")
    ids = take(library, critic, *drafts(1_500))
    take(library, other, make_draft(guid="elsewhere"))
    guids = [f"post-{n}" for n in range(1_500)]
    known = library.known(critic, [*guids, "elsewhere", "never"])
    assert list(known) == guids or set(known) == set(guids)
    assert known["post-1499"] == Known(ids[1499], "f1499", draft(1499).comments)
    assert library.known(critic, []) == {}


def test_a_post_another_process_took_first_is_not_taken_twice(library: Library) -> None:
    critic = subscribe(library)
    take(library, critic, make_draft(guid="1", title="First"))
    assert len(take(library, critic, make_draft(guid="1", title="Again"), make_draft(guid="2"))) == 1
    assert library.review(1).draft.title == "First"


def test_the_same_guid_of_two_critics_is_two_reviews(library: Library) -> None:
    for name in ("Ada Quill", "Bo Marsh"):
        take(library, subscribe(library, name), make_draft(guid="1"))
    assert library.count(Query()) == 2


def test_a_change_replaces_all_but_the_marks(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, make_draft(guid="1", text="Old words.", tags=("old",)))
    library.mark([number], "read", True, now=NOON)
    library.mark([number], "starred", True, now=NOON)
    new = make_draft(
        guid="2",
        title="Renamed",
        published=NOON + timedelta(days=2),
        work=Work("Another Film", 2026),
        grade=make_grade(written="A", score=95, letter="A"),
        credits=make_credits(directed_by=("Odd Person",)),
        text="New words.",
        html="<p>New words.</p>",
        tags=("new",),
        comments=9,
        fingerprint="2",
    )
    change(library, critic, number, new)
    review = library.review(number)
    assert (review.read, review.starred) == (True, True)
    assert replace(review.draft, work=new.work) == new
    assert library.histogram(Query()).letters[1] == ("A", 1)
    for gone in ("old", "tag:old", "director:ilse", "foghorn", "work:foghorn", "grade:B-"):
        assert count(library, gone) == 0, gone
    for there in ("new", "tag:new", "director:odd", "renamed", "work:another", "grade:A", "comments:9"):
        assert count(library, there) == 1, there


def test_a_change_forgets_a_grade_that_was_taken_back(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, make_draft())
    change(library, critic, number, make_draft(grade=None, work=None))
    assert library.review(number).draft.grade is None
    assert library.histogram(Query()).ungraded == 1


def test_a_post_without_a_date_keeps_when_it_was_first_seen(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, make_draft(dated=False))
    change(library, critic, number, make_draft(title="Renamed", published=NOON + timedelta(days=9), dated=False))
    assert library.review(number).draft.published == NOON
    assert library.review(number).draft.title == "Renamed"


def test_a_changed_guid_never_takes_another_reviews_place(library: Library) -> None:
    critic = subscribe(library)
    first, second = take(library, critic, make_draft(guid="1"), make_draft(guid="2"))
    change(library, critic, first, make_draft(guid="2", title="Renamed"))
    assert library.review(first).draft.guid == "1"
    assert library.review(first).draft.title == "Renamed"
    assert library.review(second).draft.guid == "2"


def test_a_change_without_a_count_keeps_the_count(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, make_draft(comments=3))
    change(library, critic, number, make_draft(comments=None))
    assert library.review(number).draft.comments == 3


def test_a_review_changed_meanwhile_is_left_and_the_feed_asked_anew(library: Library) -> None:
    critic = subscribe(library)
    first, second = take(library, critic, make_draft(guid="1"), make_draft(guid="2"))
    new = [(id, make_draft(guid=str(id), title="Renamed", fingerprint="2")) for id in (first, second)]
    state, was = FeedState('"fog"', "Sat", "hash", "1", NOON), {first: "0", second: "1"}
    library.take(critic, add=[], change=new, counts=[], state=state, outcome=make_outcome(), was=was)
    assert [library.review(id).draft.title for id in (first, second)] == ["The Second Foghorn", "Renamed"]
    assert library.feed_state(critic) == FeedState(reader="1", checked=NOON)
    library.take(
        critic, add=[], change=new, counts=[], state=state, outcome=make_outcome(), was={first: "1", second: "2"}
    )
    assert library.review(first).draft.title == "Renamed"
    assert library.feed_state(critic) == state


def test_namesakes_are_found_by_title_or_by_date(library: Library) -> None:
    ada, bo = subscribe(library), subscribe(library, "Bo Marsh")
    made = [make_draft(guid=str(n), title=f"Post {n}", published=NOON + timedelta(days=n)) for n in range(4)]
    ids = take(library, ada, *made)
    take(library, bo, *made)
    found = library.namesakes(ada, ["Post 0", *map(str, range(1_200))], [NOON + timedelta(days=2)])
    assert sorted((one.known.id, one.guid, one.url) for one in found) == [
        (ids[0], "0", made[0].url),
        (ids[2], "2", made[2].url),
    ]
    assert library.namesakes(ada, [], []) == ()


def test_counts_of_comments_are_noted_alone(library: Library) -> None:
    critic = subscribe(library)
    first, second = take(library, critic, *drafts(2))
    library.take(critic, add=[], change=[], counts=[(first, 12), (99, 1)], state=FeedState(), outcome=make_outcome())
    assert library.review(first).draft.comments == 12
    assert library.review(second).draft.comments == draft(1).comments


def test_a_count_too_big_for_the_file_is_the_biggest_it_holds(library: Library) -> None:
    critic = subscribe(library)
    first, second = take(library, critic, make_draft(guid="1", comments=10**20), make_draft(guid="2", comments=-1))
    change(library, critic, second, make_draft(guid="2", comments=10**30))
    assert [library.review(id).draft.comments for id in (first, second)] == [2**63 - 1] * 2
    counts = [(first, -(10**20)), (second, 10**20)]
    library.take(critic, add=[], change=[], counts=counts, state=FeedState(), outcome=make_outcome())
    assert [library.review(id).draft.comments for id in (first, second)] == [0, 2**63 - 1]


def test_a_review_that_is_gone_or_another_critics_is_not_changed(library: Library) -> None:
    ada, bo = subscribe(library), subscribe(library, "Bo Marsh")
    (number,) = take(library, ada, make_draft(text="Old words."))
    change(library, bo, number, make_draft(title="Stolen", text="New words."))
    change(library, ada, 99, make_draft(title="Ghost"))
    assert library.review(number).draft.title == "The Second Foghorn"
    assert library.count(Query()) == 1
    assert (count(library, "old"), count(library, "new")) == (1, 0)


@pytest.mark.parametrize("gone", [True, False], ids=["never there", "only stars left"])
def test_for_a_critic_removed_meanwhile_nothing_is_written(library: Library, gone: bool) -> None:
    critic = subscribe(library)
    ids = take(library, critic, *drafts(2))
    if not gone:
        library.mark(ids[:1], "starred", True, now=NOON)
    library.unsubscribe(critic)
    before = library.count(Query())
    assert take(library, critic, make_draft(guid="late")) == ()
    library.record(make_outcome(critic_id=critic), FeedState())
    assert library.count(Query()) == before
    assert library.outcomes() == ()


def test_a_visit_that_cannot_be_written_whole_is_not_written_at_all(library: Library) -> None:
    critic = subscribe(library)
    broken = make_draft(guid="2", title=None)
    with pytest.raises(Exception, match="NOT NULL"):
        take(library, critic, make_draft(guid="1"), broken)
    assert library.count(Query()) == 0
    assert library.outcomes() == ()
    assert take(library, critic, make_draft(guid="1"))


def test_a_works_outside_identities_are_kept_with_it(library: Library) -> None:
    critic = subscribe(library)
    both = [Work("Fog", 2020, ids=(("imdb", "tt1"),)), Work("Fog", 2020, ids=(("tmdb", "movie/2"), ("imdb", "tt1")))]
    ids = take(library, critic, *(make_draft(guid=str(n), work=work) for n, work in enumerate(both)))
    works = [review.draft.work for review in library.reviews(ids)]
    assert [work and work.ids for work in works] == [work.ids for work in both]


def test_words_may_wait_and_are_searched_once_indexed(library: Library) -> None:
    critic = subscribe(library)
    take(library, critic, *drafts(25), index=False)
    assert library.index_pending(10) == 10
    assert library.index_pending() == 15
    assert library.index_pending() == 0
    assert library.count(Query(Words("words"))) == 25


@pytest.mark.parametrize("text", ["words", "-foghorn", "unread (starred OR words)"])
def test_a_search_answers_for_what_still_waits(library: Library, text: str) -> None:
    critic = subscribe(library)
    take(library, critic, *drafts(250), index=False)
    assert count(library, text) == 250
    assert library.index_pending() == 0


def test_a_list_without_words_makes_nobody_index(library: Library) -> None:
    take(library, subscribe(library), *drafts(3), index=False)
    assert count(library, "unread grade:any OR -starred work:film") == 3
    assert library.index_pending() == 3


def test_what_changes_or_goes_while_it_waits_leaves_no_trace(library: Library) -> None:
    critic = subscribe(library)
    first, _ = take(library, critic, make_draft(guid="1", text="alpha"), make_draft(guid="2", text="beta"), index=False)
    outcome = make_outcome(critic_id=critic)
    late = make_draft(guid="1", text="gamma")
    library.take(critic, add=[], change=[(first, late)], counts=[], state=FeedState(), outcome=outcome, index=False)
    library.index_pending()
    assert [count(library, word) for word in ("alpha", "beta", "gamma")] == [0, 1, 1]
    library.unsubscribe(critic)
    assert library.index_pending() == 0
