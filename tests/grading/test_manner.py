"""How a critic grades, told in their profile."""

from tui.grading.habits import learn
from tui.grading.manner import in_words, manner
from tui.model.grade import Grade, Notation

PAIR = Grade("8/10 or B-", 8, 10, 80, "B-")
BARE = [Grade(str(at), at, notation=Notation.NUMBER) for at in (7, 6, 4, 9, 8, 3, 7, 5, 6, 7, 8, 2)]


def test_a_stated_scale_and_letters_of_their_own_are_told() -> None:
    told = manner(learn([PAIR] * 3), reviews=4, graded=3)
    assert in_words(told) == [
        "mostly fractions out of 10 (as stated)",
        "letters as this critic counts them: B- 80",
        "25% of the reviews without a grade",
    ]


def test_a_scale_that_was_learned_says_from_how_many() -> None:
    assert in_words(manner(learn(BARE)))[0] == "mostly bare numbers out of 10 (learned from 12 grades)"


def test_a_rule_is_the_readers() -> None:
    told = manner(learn(BARE[:2], rules={Notation.NUMBER: 10}), reviews=2, graded=2)
    assert in_words(told) == ["bare numbers out of 10 (your rule)", "every review graded"]


def test_a_setting_is_told_only_of_what_the_critic_writes_and_comes_last() -> None:
    assumed = {Notation.NUMBER: 100.0, Notation.STARS: 5.0}
    told = manner(learn(BARE[:2], assumed=assumed), reviews=2, graded=2)
    assert in_words(told) == ["bare numbers out of 100 (your setting)", "every review graded"]
    assert in_words(manner(learn(BARE, assumed=assumed)))[0] == "mostly bare numbers out of 10 (learned from 12 grades)"


def test_a_notation_without_a_scale_is_told_alone() -> None:
    letters = [Grade("B-", score=67, letter="B-", notation=Notation.LETTER)] * 3
    assert in_words(manner(learn(letters))) == ["mostly letters"]


def test_of_few_grades_nothing_is_claimed() -> None:
    assert in_words(manner(learn([]))) == ["no grade read yet"]
    assert in_words(manner(learn([PAIR]))) == ["no usual way yet in 1 grade"]
