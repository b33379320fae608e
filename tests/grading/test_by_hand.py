"""A grade as the reader types it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.grading.by_hand import read_by_hand, read_mine, scale_stated
from tui.grading.habits import Habits
from tui.model.errors import WrongUse
from tui.model.grade import Grade, Notation, Source


@pytest.mark.parametrize(
    ("typed", "value", "best", "score", "letter"),
    [
        ("7/10", 7, 10, 70, "B-"),
        (" 7 out of 10 ", 7, 10, 70, "B-"),
        ("8,5/10", 8.5, 10, 85, "B+"),
        ("3.5/4", 3.5, 4, 87.5, "A-"),
        ("3½/4", 3.5, 4, 87.5, "A-"),
        ("79%", 79, 100, 79, "B+"),
        ("B-", None, None, 67, "B-"),
        ("b–", None, None, 67, "B-"),
        ("F", None, None, 0, "F"),
        ("7/10 or B-", 7, 10, 70, "B-"),
        ("★★★☆☆", 3, 5, 60, "C+"),
        ("★★★½", 3.5, None, None, None),
        ("7", 7, None, None, None),
    ],
)
def test_every_notation_can_be_typed(
    typed: str, value: float | None, best: float | None, score: float | None, letter: str | None
) -> None:
    grade = read_by_hand(typed)
    assert grade is not None
    assert (grade.value, grade.best, grade.score, grade.letter) == (value, best, score, letter)
    assert (grade.source, grade.where, grade.written) == (Source.HAND, None, " ".join(typed.split()))


@pytest.mark.parametrize("typed", ["up", "Thumbs up", "fresh"])
def test_a_verdict_can_be_typed(typed: str) -> None:
    grade = read_by_hand(typed)
    assert grade is not None
    assert (grade.verdict, grade.score) == ("up", None)


@pytest.mark.parametrize("typed", ["none", " None", "-"])
def test_none_means_no_grade(typed: str) -> None:
    assert read_by_hand(typed) is None


@pytest.mark.parametrize("typed", ["", "banana", "12/10", "7/0", "IMDb 7/10", "B+ film", "E", "-3/4", "7/10 " * 30])
def test_anything_else_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(WrongUse, match="★★★½"):
        read_by_hand(typed)


def test_what_is_not_stated_is_the_critics() -> None:
    habits = Habits(bests={Notation.STARS: 4}, letters={"B-": 80})
    stars, letter = read_by_hand("★★★", habits), read_by_hand("B-", habits)
    assert stars is not None
    assert (stars.score, stars.stated) == (75, False)
    assert letter is not None
    assert letter.score == 80


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_grade_or_refused(typed: str) -> None:
    try:
        grade = read_by_hand(typed)
    except WrongUse:
        return
    assert grade is None or grade.score is None or 0 <= grade.score <= 100


def test_only_a_scale_added_to_the_same_number_can_be_a_rule() -> None:
    bare = Grade("7", 7, notation=Notation.NUMBER)
    assert scale_stated(bare, read_by_hand("7/10")) == 10
    assert scale_stated(Grade("7", 7, 20, 35, stated=False), read_by_hand("7/10")) == 10
    for read, typed in ((None, "7/10"), (bare, "8/10"), (bare, "B-"), (bare, "none"), (Grade("7/5", 7, 7), "7/10")):
        assert scale_stated(read, read_by_hand(typed)) is None


@pytest.mark.parametrize(
    ("typed", "score"),
    [("★★★½", 70), ("4 stars", 80), ("8 stars", 80), ("7", 70), ("7.5", 75), ("79", 79), ("3/4", 75), ("B", 75)],
)
def test_the_reader_s_own_scale_is_known_where_they_state_none(typed: str, score: float) -> None:
    grade = read_mine(typed)
    assert grade is not None
    assert grade.score == score
