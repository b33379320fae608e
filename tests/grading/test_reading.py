"""Reading a grade: how good it is, whom it trusts, what it says of itself."""

from collections import Counter

import pytest

from tests.grading.reviews import labelled
from tui.grading.candidate import Candidate
from tui.grading.habits import Habits
from tui.grading.reading import read_grade
from tui.model.grade import Grade, Notation, Source, Where

PATIENT = "A patient film about fog, and about the men who wait for it to lift.\n\n"
DATA = Candidate("4", 4, 5, None, None, 0, 0, Notation.FIELD, Source.DATA, "data", "JSON-LD Review")


def grade_of(text: str, title: str = "", habits: Habits | None = None) -> Grade:
    """Return the lead grade, which must be there."""
    grade = read_grade(text, title=title, habits=habits).grade
    assert grade is not None
    return grade


def test_few_grades_are_wrong_and_few_are_missed() -> None:
    count = Counter(review.outcome() for review in labelled())
    right, graded = count["right"], count["right"] + count["missed"] + count["wrong"]
    assert graded >= 150
    assert right / (right + count["wrong"] + count["made up"]) >= 0.97, count
    assert right / graded >= 0.95, count


def test_two_notations_at_once_are_one_grade() -> None:
    grade = grade_of(PATIENT + "My Grade: 7/10 or B-")
    assert (grade.written, grade.value, grade.best, grade.score, grade.letter) == ("7/10 or B-", 7, 10, 70, "B-")
    assert grade.where == Where("text", len(PATIENT) + 10, len(PATIENT) + 20)


def test_a_letter_alone_takes_its_score_from_the_table() -> None:
    grade = grade_of(PATIENT + "Grade: B+")
    assert (grade.value, grade.best, grade.score, grade.letter) == (None, None, 83, "B+")


def test_a_scale_that_is_not_stated_is_not_guessed() -> None:
    grade = grade_of(PATIENT + "Grade: 7.5")
    assert (grade.value, grade.best, grade.score, grade.letter) == (7.5, None, None, None)


def test_a_scale_that_is_not_stated_comes_from_the_critics_habits() -> None:
    grade = grade_of(PATIENT + "★★★", habits=Habits(bests={Notation.STARS: 4}))
    assert (grade.value, grade.best, grade.score, grade.stated) == (3, 4, 75, False)


def test_a_legend_in_the_text_states_the_scale() -> None:
    legend = "Four Popcorns: an ovation\nThree Popcorns: good\nTwo Popcorns: fair\nOne Popcorn: poor\n\n"
    grade = grade_of(f"{legend}{PATIENT}Rating: Two Popcorns")
    assert (grade.value, grade.best, grade.score) == (2, 4, 50)


def test_a_critics_own_letters_are_worth_what_the_critic_says() -> None:
    assert grade_of(PATIENT + "Grade: B-", habits=Habits(letters={"B-": 70})).score == 70


def test_a_feed_field_beats_a_labelled_grade() -> None:
    grade = read_grade(PATIENT + "Grade: B+", fields={"letterboxd:memberRating": "4.5"}).grade
    assert grade is not None
    assert (grade.value, grade.best, grade.source) == (4.5, 5, Source.FIELD)
    assert grade.where == Where("field", name="letterboxd:memberRating")


def test_a_labelled_grade_beats_the_pages_data() -> None:
    grade = read_grade(PATIENT + "My grade: 6/10", evidence=[DATA]).grade
    assert grade is not None
    assert (grade.value, grade.best, grade.source) == (6, 10, Source.PROSE)


def test_the_pages_data_beat_a_bare_fraction() -> None:
    grade = read_grade(PATIENT + "3/10", evidence=[DATA]).grade
    assert grade is not None
    assert (grade.value, grade.best, grade.source) == (4, 5, Source.DATA)


def test_a_title_may_carry_the_grade() -> None:
    grade = grade_of(PATIENT, title="Salt Harbour, 2023 - ★★★½")
    assert (grade.value, grade.best, grade.source) == (3.5, 5, Source.TITLE)
    assert grade.where == Where("title", 21, 25)


def test_two_critics_keep_a_grade_each() -> None:
    reading = read_grade(PATIENT + "Alex's Score: 5.5/10 Maya's Score: 5/10")
    assert reading.grade is not None
    assert reading.grade.value == 5.5
    assert [other.value for other in reading.others] == [5]


def test_two_works_keep_a_grade_each() -> None:
    reading = read_grade("SALT HARBOUR\n\nFish.\n\nRating: 8/10\n\nTIN SUMMER\n\nHeat.\n\nRating: 3/10")
    assert reading.grade is not None
    assert [reading.grade.value, *(other.value for other in reading.others)] == [8, 3]


def test_every_candidate_gets_a_reason() -> None:
    reasons = read_grade(PATIENT + "IMDb: 6.8/10\n\nMy grade: 4/5").reasons
    assert [reason.split(":")[0] for reason in reasons] == [
        "“6.8/10” (fraction, text) refused",
        "“4/5” (fraction, text) chosen",
    ]
    assert "imdb" in reasons[0]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "*", "/", "%", "out of", "\x00"])
def test_next_to_nothing_is_no_grade(text: str) -> None:
    assert read_grade(text).grade is None


def test_a_book_long_text_is_read_at_both_ends() -> None:
    filling = "The fog came and the fog went, as fog will. " * 10_000
    last = grade_of(filling + "\n\nMy grade: 7/10")
    assert last.where is not None
    assert (filling + "\n\nMy grade: 7/10")[last.where.start : last.where.end] == "7/10" == last.written
    assert grade_of("Grade: B+\n\n" + filling).letter == "B+"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("I rate this a solid 7 out of 10, up from 5/10 on first viewing.", "7 out of 10"),
        ("It gets 4/5 from me; the sequel got 2/5.", "4/5"),
        ("It gets 4/5 from me, down from the 5/5 I gave it in 2010.", "4/5"),
    ],
)
def test_what_it_was_before_or_what_another_got_is_not_the_grade(text: str, written: str) -> None:
    grade = read_grade(text).grade
    assert grade is not None
    assert grade.written == written
