"""`regrade` and `reread` at the door."""

from datetime import timedelta

import pytest

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.makers import NOON, make_draft, make_entry
from tui.model.review import Draft
from tui.refresh.reviewing import draft


def bare(value: float, number: int) -> Draft:
    """A review that ends in a number whose scale nobody states."""
    html = f"<p>A patient film about fog, the {number}th of them this year.</p><p>My Grade: {value:g}</p>"
    entry = make_entry(
        guid=f"fog-{number}", title=f"Fog {number} (2025)", html=html, published=NOON - timedelta(days=number)
    )
    return draft(entry, seen=NOON)


def test_a_grade_is_corrected_and_stays_so_when_all_is_read_again(matinee: Matinee, shelf: Shelf) -> None:
    (number,) = shelf.put(draft(make_entry(), seen=NOON))
    said = matinee("regrade", str(number), "3.5/4")
    assert said.code == 0
    assert "3.5/4 (score 87.5, A-, from hand)" in said.err
    assert matinee("reread").code == 0
    grade = matinee("read", str(number), "--json").json["grade"]
    assert (grade["written"], grade["source"]) == ("3.5/4", "hand")
    assert [each["id"] for each in matinee("list", "grade>=B+", "--json").json] == [number]
    back = matinee("regrade", str(number), "auto", "--json").json
    assert (back["grade"]["written"], back["by_hand"]) == ("7/10 or B-", False)


def test_none_says_that_there_is_no_grade(matinee: Matinee, shelf: Shelf) -> None:
    (number,) = shelf.put()
    answer = matinee("regrade", str(number), "none", "--json").json
    assert answer["grade"] is None
    assert answer["read"]["written"] == "7/10 or B-"
    assert [each["id"] for each in matinee("list", "grade:none", "--json").json] == [number]


def test_a_scale_becomes_the_critics_rule_at_once(matinee: Matinee, shelf: Shelf) -> None:
    first, second, third = shelf.put(bare(7, 1), bare(4, 2), bare(9.5, 3))
    assert matinee("read", str(second), "--json").json["grade"]["score"] is None
    answer = matinee("regrade", str(first), "7/10", "--rule", "--json").json
    assert answer["rule"] == {"notation": "number", "best": 10}
    assert answer["reread"] == 3
    scores = [matinee("read", str(number), "--json").json["grade"]["score"] for number in (first, second, third)]
    assert scores == [70, 40, 95]
    ended = matinee("regrade", str(first), "auto", "--rule")
    assert "no rule for bare numbers" in ended.err
    assert matinee("read", str(second), "--json").json["grade"]["score"] is None


def test_a_rule_that_could_follow_is_mentioned(matinee: Matinee, shelf: Shelf) -> None:
    (number,) = shelf.put(bare(7, 1))
    assert "--rule" in matinee("regrade", str(number), "7/10").err
    assert "--rule" not in matinee("regrade", str(number), "B-").err


@pytest.mark.parametrize("value", ["banana", "12/10", "IMDb 7/10", "", "7/0", "E"])
def test_what_is_no_grade_is_refused_with_examples(matinee: Matinee, shelf: Shelf, value: str) -> None:
    (number,) = shelf.put()
    answer = matinee("regrade", str(number), value)
    assert answer.code == 2
    assert "7/10" in answer.err
    assert matinee("read", str(number), "--json").json["grade"]["source"] == "prose"


def test_a_rule_that_does_not_follow_is_refused_and_nothing_changes(matinee: Matinee, shelf: Shelf) -> None:
    (number,) = shelf.put()
    for value in ("8/10", "auto"):
        answer = matinee("regrade", str(number), value, "--rule")
        assert answer.code == 2
        assert "Leave out --rule" in answer.err
    assert matinee("read", str(number), "--json").json["grade"]["written"] == "7/10 or B-"


@pytest.mark.parametrize("number", ["99", "x", "-1", "1" * 40])
def test_an_unknown_review_is_named(matinee: Matinee, shelf: Shelf, number: str) -> None:
    shelf.put()
    assert matinee("regrade", "--", number, "B-").code == 2


def test_rereading_tells_how_many_grades_changed(matinee: Matinee, shelf: Shelf) -> None:
    entry = make_entry(html="<p>A patient film about fog.</p><p>My Grade: 7/10</p>")
    shelf.put(make_draft(html=entry.html), draft(entry, seen=NOON))
    shelf.put(critic="Bo Marsh")
    first = matinee("reread", "Ada", "--json").json
    assert first["reread"] == 1
    assert first["regraded"] == 1
    again = matinee("reread", "Ada", "--json").json
    assert (again["regraded"], again["changed"]) == (0, 0)
    assert "2 reviews reread" in matinee("reread").err
    assert matinee("reread", "Nobody").code == 2
