"""What a critic's history teaches."""

from tui.grading.habits import Habits, learn
from tui.model.grade import Grade, Notation


def stars(value: float, best: float | None = None, *, stated: bool = True) -> Grade:
    """Return a row of stars."""
    return Grade("★", value, best, notation=Notation.STARS, stated=stated)


def pair(letter: str, value: float) -> Grade:
    """Return `7/10 or B-`."""
    return Grade(f"{value:g}/10 or {letter}", value, 10, value * 10, letter)


def test_a_scale_stated_three_times_is_the_scale() -> None:
    assert learn([stars(3, 4)] * 3).best(Notation.STARS, 2) == 4
    assert learn([stars(3, 4)] * 2).best(Notation.STARS, 2) is None


def test_a_critic_who_changes_scales_has_none() -> None:
    assert learn([stars(3, 4)] * 3 + [stars(3, 5)] * 3).best(Notation.STARS, 2) is None


def test_any_value_above_four_rules_out_a_scale_of_four() -> None:
    values = [1, 2, 3, 4, 4.5, 3, 2, 1, 2, 3, 4, 2]
    assert learn([stars(value) for value in values]).best(Notation.STARS, 3) == 5


def test_any_value_above_five_rules_out_a_scale_of_five() -> None:
    numbers = [Grade("7", value, notation=Notation.NUMBER) for value in (1, 2, 3, 4, 5, 6, 7, 3, 4, 5, 6, 5)]
    assert learn(numbers).best(Notation.NUMBER, 5) == 10


def test_few_bare_values_teach_nothing() -> None:
    assert learn([stars(5)] * 4).best(Notation.STARS, 5) is None


def test_a_scale_that_was_only_supplied_does_not_prove_itself() -> None:
    assert learn([stars(3, 4, stated=False)] * 11).best(Notation.STARS, 3) is None


def test_a_value_above_the_scale_is_on_another() -> None:
    assert Habits(bests={Notation.STARS: 4}).best(Notation.STARS, 5) is None


def test_letters_are_worth_the_median_of_the_numbers_beside_them() -> None:
    habits = learn([pair("B-", 7), pair("B-", 7), pair("B-", 6.5), pair("A", 9)])
    assert habits.score_of("B-") == 70
    assert habits.score_of("A") == 95
    assert habits.score_of("C") == 50


def test_the_usual_notation_is_what_most_grades_use() -> None:
    assert learn([stars(3)] * 4 + [pair("B-", 7)]).notation is Notation.STARS
    assert learn([stars(3)] * 2 + [pair("B-", 7)] * 2).notation is None


def test_the_readers_rule_comes_before_history() -> None:
    habits = learn([stars(3, 4)] * 3, rules={Notation.STARS: 5})
    assert habits.best(Notation.STARS, 3) == 5
