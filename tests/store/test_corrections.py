"""The reader's word on a grade stands, whatever is read in the post."""

from tests.makers import NOON, make_draft, make_grade
from tests.store.shelving import change, draft, drafts, subscribe, take
from tui.model.correction import Correction, Rule
from tui.model.grade import Grade, Notation, Source
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.query_language import parse
from tui.store.library import Library

HAND = Grade("3.5/4", 3.5, 4, 87.5, "A-", source=Source.HAND)


def test_a_correction_shows_in_list_review_histogram_and_query(library: Library) -> None:
    (number,) = take(library, subscribe(library), make_draft())
    library.correct(number, Correction(HAND), now=NOON)
    row = library.page(Query(), Sort.BEST).rows[0]
    assert (row.written, row.score, row.letter) == ("3.5/4", 87.5, "A-")
    assert library.review(number).draft.grade == HAND
    assert dict(library.histogram(Query()).letters)["A-"] == 1
    assert list(library.order(parse("grade>85", now=NOON), Sort.NEWEST)) == [number]
    assert library.grade_as_read(number) == make_grade()
    assert library.correction(number) == Correction(HAND)


def test_no_edit_of_the_post_overwrites_a_correction(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, make_draft())
    library.correct(number, Correction(HAND), now=NOON)
    new = make_grade(written="2/10", value=2, score=20, letter="D-")
    change(library, critic, number, make_draft(grade=new, fingerprint="2"))
    assert library.review(number).draft.grade == HAND
    assert library.rows([number])[0].letter == "A-"
    assert library.grade_as_read(number) == new
    library.correct(number, None, now=NOON)
    assert library.review(number).draft.grade == new
    assert library.rows([number])[0].letter == "D-"


def test_no_grade_is_a_correction_too(library: Library) -> None:
    (number,) = take(library, subscribe(library), make_draft())
    library.correct(number, Correction(None), now=NOON)
    assert library.review(number).draft.grade is None
    assert library.histogram(Query()).ungraded == 1
    assert library.standings()[0].graded == 0


def test_a_correction_is_taken_back_with_its_rule(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, make_draft())
    first = library.correct(number, Correction(HAND), rule=Rule(critic, Notation.NUMBER, 10), now=NOON)
    second = library.correct(number, Correction(None), rule=Rule(critic, Notation.NUMBER, 100), now=NOON)
    assert library.rules(critic) == {Notation.NUMBER: 100}
    assert library.undo_correction(second, now=NOON)
    assert library.correction(number) == Correction(HAND)
    assert library.rules(critic) == {Notation.NUMBER: 10}
    assert library.undo_correction(first, now=NOON)
    assert library.correction(number) is None
    assert library.rules(critic) == {}
    assert library.review(number).draft.grade == make_grade()


def test_what_was_said_since_is_not_taken_back(library: Library) -> None:
    critic = subscribe(library)
    (number,) = take(library, critic, make_draft())
    first = library.correct(number, Correction(HAND), now=NOON)
    library.correct(number, Correction(None), now=NOON)
    assert not library.undo_correction(first, now=NOON)
    assert library.correction(number) == Correction(None)
    library.unsubscribe(critic)
    assert not library.undo_correction(first, now=NOON)


def test_history_tells_the_newest_grades_as_read_but_not_the_corrected_ones(library: Library) -> None:
    critic = subscribe(library)
    numbers = take(library, critic, *drafts(12))
    take(library, subscribe(library, "Bo Marsh"), draft(5))
    told = library.grades_of(critic)
    by_date = [library.review(n).draft.grade for n in library.order(Query.of_critic(critic), Sort.NEWEST)]
    assert list(told) == [grade for grade in by_date if grade]
    assert library.grades_of(critic, limit=2) == told[:2]
    graded = next(number for number in numbers if library.review(number).draft.grade)
    library.correct(graded, Correction(HAND), now=NOON)
    assert len(library.grades_of(critic)) == len(told) - 1


def test_further_grades_come_back_in_their_order_and_are_counted(library: Library) -> None:
    others = (make_grade(written="5/10", value=5, score=50, letter="C"), make_grade(written="B", stated=False))
    critic = subscribe(library)
    several, one = take(library, critic, make_draft(others=others), draft(5))
    assert library.review(several).draft.others == others
    assert library.review(one).draft.others == ()
    assert [row.more for row in library.rows([several, one])] == [2, 0]
    change(library, critic, several, make_draft(others=others[:1], fingerprint="2"))
    assert library.review(several).draft.others == others[:1]
    assert library.rows([several])[0].more == 1
