"""Rereading what is kept: what waits, and what is put in place."""

from dataclasses import replace

from tests.makers import NOON, make_grade
from tests.store.shelving import change, draft, drafts, subscribe, take
from tui.model.correction import Correction, Rule
from tui.model.grade import Notation
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.query_language import parse
from tui.model.rereading import Reread
from tui.store.library import Library

NEW = make_grade(written="9/10", value=9, score=90, letter="A-")


def reread(library: Library, number: int) -> Reread:
    """Return the review as if its grade read 9/10 now."""
    old = library.review(number).draft
    return Reread(number, old.fingerprint, replace(old, grade=NEW, text="Words anew.", fingerprint="new"), True)


def test_everyone_waits_those_with_starred_reviews_only_too(library: Library) -> None:
    ada, bo = subscribe(library), subscribe(library, "Bo Marsh")
    (starred, *_) = take(library, ada, *drafts(3))
    take(library, bo, *drafts(2))
    library.mark([starred], "starred", True, now=NOON)
    library.unsubscribe(ada)
    assert [(each.critic, each.reviews) for each in library.waiting(None, "1")] == [("Ada Quill", 1), ("Bo Marsh", 2)]
    assert [each.critic_id for each in library.waiting([bo], "1")] == [bo]


def test_marks_numbers_and_corrections_stay_and_the_search_finds_the_new_words(library: Library) -> None:
    critic = subscribe(library)
    one, two = take(library, critic, draft(1), draft(2))
    library.mark([one], "starred", True, now=NOON)
    library.correct(two, Correction(None), now=NOON)
    changes = [reread(library, one), reread(library, two)]
    assert library.put_reread(critic, changes, reader="1", upto=two) == 2
    assert library.review(one).starred
    assert library.review(one).draft.grade == NEW
    assert library.review(two).draft.grade is None
    assert library.grade_as_read(two) == NEW
    assert sorted(library.order(parse("anew", now=NOON), Sort.NEWEST)) == [one, two]
    assert not len(library.order(parse('"words of post"', now=NOON), Sort.NEWEST))


def test_what_a_refresh_changed_meanwhile_is_left(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, draft(1))
    late = reread(library, number)
    change(library, critic, number, replace(draft(1), title="Edited", fingerprint="edited"))
    assert library.put_reread(critic, [late], reader="1", upto=number) == 0
    assert library.review(number).draft.title == "Edited"


def test_an_interrupted_rereading_goes_on_where_it_was(library: Library) -> None:
    critic = subscribe(library)
    numbers = take(library, critic, *drafts(5))
    library.put_reread(critic, [], reader="1", upto=numbers[1])
    (waiting,) = library.waiting(None, "1")
    assert (waiting.after, waiting.reviews) == (numbers[1], 3)
    assert [review.id for review in library.as_read(critic, waiting.after, 2)] == list(numbers[2:4])
    assert library.waiting(None, "2")[0].reviews == 5
    library.put_reread(critic, [], reader="1", upto=None)
    assert library.waiting(None, "1")[0].reviews == 5


def test_a_new_rule_begins_the_rereading_anew(library: Library) -> None:
    critic = subscribe(library)
    numbers = take(library, critic, *drafts(5))
    library.put_reread(critic, [], reader="1", upto=numbers[1])
    library.correct(numbers[0], None, rule=Rule(critic, Notation.STARS, 5), now=NOON)
    assert library.waiting(None, "1")[0].reviews == 5


def test_as_read_means_without_corrections(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, draft(1))
    library.correct(number, Correction(NEW), now=NOON)
    assert library.as_read(critic, 0, 10)[0].draft.grade == draft(1).grade
    assert library.page(Query(), Sort.BEST).rows[0].written == "9/10"
