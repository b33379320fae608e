"""Bare numbers behind a label or a verb of giving."""

import pytest

from tests.grading.noticing import noticed, only
from tui.grading.numbers import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Grade: 7.5", 7.5),
        ("Rating: 8", 8),
        ("My vote is seven.", 7),
        ("Calificación: 5 No hay comentarios:", 5),
        ("J'ai donné un 3,5.", 3.5),
        ("I gave it a 9, because", 9),
        ("I decided to give it 9 as it is short", 9),
        ("Nota final: 9", 9),
        ("Mi nota es un 7.", 7),
        ("I rate this movie a perfect 10.", 10),
        ("SCORE: 6.0", 6),
        ("voto 6 e", None),
        ("Cijfer: 7,5", 7.5),
    ],
)
def test_a_number_that_is_announced_is_read(text: str, value: float | None) -> None:
    if value is not None:
        one = only(read, text)
        assert (one.value, one.best) == (value, None)


@pytest.mark.parametrize("text", ["Rating (1-10): 7", "Score out of ten: 7", "Rating [out of 10]: 7"])
def test_a_scale_beside_the_label_is_the_scale(text: str) -> None:
    assert (only(read, text).value, only(read, text).best) == (7, 10)


def test_a_throw_of_the_die_is_out_of_six() -> None:
    assert only(read, "Terningkast 5").best == 6


@pytest.mark.parametrize(
    "text",
    [
        "Grade 7 pupils",
        "score of the match: 3-2",
        "Rate this: 1 2 3 4 5",
        "Rating: 4 votes",
        "gave it one more try",
        "he got 5 of them",
    ],
)
def test_numbers_that_count_something_else_are_not_read(text: str) -> None:
    assert noticed(read, text) == []


def test_one_is_a_pronoun_unless_it_has_an_article() -> None:
    assert noticed(read, "Stay and you’ll get one, out of ten and in letters both.") == []
    assert [one.value for one in noticed(read, "I give it a one.")] == [1]
