"""`grades`."""

from pathlib import Path

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.makers import make_draft, make_grade
from tui.model.review import Draft
from tui.model.work import Work


def graded(score: float, guid: str, **fields: object) -> Draft:
    return make_draft(guid=guid, grade=make_grade(value=score / 10, score=score, letter=None), **fields)


def test_the_figures_are_those_of_the_scores(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(graded(60, "1"), graded(80, "2"), make_draft(guid="3", grade=None))
    found = matinee("grades", "--json").json
    assert (found["n"], found["mean"], found["median"], found["spread"], found["ungraded"]) == (2, 70, 70, 10, 1)
    assert sum(found["letters"].values()) == 2


def test_one_line_for_each_critic_or_work(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(graded(60, "1"), critic="Ada Quill")
    shelf.put(graded(80, "1"), graded(90, "2", work=Work("Other")), critic="Bo Lund")
    assert {each["name"]: each["n"] for each in matinee("grades", "--by", "critic", "--json").json} == {
        "Ada Quill": 1,
        "Bo Lund": 2,
    }
    by_work = matinee("grades", "--by", "work", "--json").json
    assert by_work[0]["name"] == "The Second Foghorn (2025)"
    assert by_work[0]["mean"] == 70
    assert "Other" in matinee("grades", "--by", "work").out


def test_a_query_narrows_them(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(graded(60, "1"), graded(80, "2"))
    assert matinee("grades", "grade>70", "--json").json["n"] == 1


def test_they_are_drawn_too_without_colour(matinee: Matinee, shelf: Shelf) -> None:
    shelf.put(graded(70, "1"), graded(70, "2"), make_draft(guid="3", grade=None), critic="Ada Quill")
    shelf.put(graded(100, "1", work=Work("雨傘の季節", 2026)), critic="Bo Lund")
    lines = matinee("grades", "--plot").out.splitlines()
    assert lines[-2].split() == ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F", "·"]
    assert lines[-1].split() == ["1", "2", "1"]
    by_critic = matinee("grades", "--plot", "--by", "critic").out
    assert "Ada Quill" in by_critic
    assert "█" in by_critic
    first, second = matinee("grades", "--plot", "--by", "work").out.splitlines()
    assert (first.split()[-4:], second.split()[-4:]) == (["A+", "100", "n", "1"], ["B-", "70", "n", "2"])
    assert first.index("█") + 5 == second.index("█")  # five wide characters
    assert "2026" in matinee("grades", "--plot", "--by", "year").out
    assert "\x1b" not in by_critic
    assert matinee("grades", "--plot", "grade>=B-", "critic:nobody").out == ""


def test_a_plot_can_be_kept_as_a_picture(matinee: Matinee, shelf: Shelf, tmp_path: Path) -> None:
    shelf.put(make_draft())
    picture = tmp_path / "grades.svg"
    assert matinee("grades", "--svg", str(picture)).out == ""
    assert picture.read_text().lstrip().startswith("<svg")
    ran = matinee("grades", "--svg", str(tmp_path / "nowhere" / "grades.svg"))
    assert ran.code == 2
    assert "nowhere" in ran.err
