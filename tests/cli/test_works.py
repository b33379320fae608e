"""`work` and `rate`."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Shelf
from tests.cli.running import Matinee
from tests.feeds.test_diaries import RATINGS
from tests.makers import NOON, make_draft, make_grade
from tui.model.review import Draft
from tui.model.work import Work


def review(guid: str, score: float, title: str = "The Second Foghorn", year: int = 2025, **fields: object) -> Draft:
    grade = make_grade(written=f"{score / 10:g}/10", value=score / 10, score=score, where=None)
    return make_draft(guid=guid, work=Work(title, year), grade=grade, **fields)


@pytest.fixture
def foghorn(shelf: Shelf) -> Shelf:
    text = "A film of fog. Go and stand in it for two hours."
    shelf.put(review("1", 60, text=text), review("2", 90, "Goblin Tax", 2026), critic="Ada Quill")
    shelf.put(review("1", 80, text=text), critic="Bo Lund")
    shelf.put(review("1", 100, text=text), review("0", 10, published=NOON - timedelta(days=9)), critic="Cyra Fenn")
    return shelf


def test_a_work_is_shown_across_critics(matinee: Matinee, foghorn: Shelf) -> None:
    ran = matinee("work", "second foghorn")
    assert "The Second Foghorn (2025), directed by Ilse Marrow" in ran.out
    assert "n 3, mean 80.0, median 80.0, spread 16.3" in ran.out
    assert all(name in ran.out for name in ("Ada Quill", "Bo Lund", "Cyra Fenn", "10/10"))
    assert "Go and stand in it for two hours." in ran.out
    assert "(earlier)" in ran.out


def test_the_same_as_json(matinee: Matinee, foghorn: Shelf) -> None:
    found = matinee("work", "foghorn", "--json").json
    assert found["work"]["title"] == "The Second Foghorn"
    assert (found["consensus"]["n"], found["consensus"]["mean"], found["consensus"]["split"]) == (3, 80, False)
    assert [each["score"] for each in found["opinions"]] == [100, 80, 60, 10]
    assert [each["counts"] for each in found["opinions"]] == [True, True, True, False]
    assert (found["mine"], found["prediction"]) == (None, None)


def test_a_title_of_several_works_is_asked_back(matinee: Matinee, foghorn: Shelf) -> None:
    foghorn.put(review("9", 50, "The Second Foghorn", 1971), critic="Dov Amsel")
    ran = matinee("work", "The Second Foghorn")
    assert ran.code == 2
    assert "2025" in ran.err
    assert "1971" in ran.err
    assert matinee("work", "The Second Foghorn (1971)", "--json").json["consensus"]["n"] == 1
    assert matinee("work", "no such film").code == 2


def test_works_are_joined_and_parted_by_hand(matinee: Matinee, foghorn: Shelf) -> None:
    joined = matinee("work", "goblin", "--merge", "foghorn", "--json").json
    assert len(joined["spellings"]) == 2
    spelling = joined["spellings"][1]["id"]
    parted = matinee("work", f"#{spelling}", "--split", "--json").json
    assert len(parted["spellings"]) == 1
    assert matinee("work", "goblin", "--split").code == 2


def test_a_work_is_rated_in_any_notation_and_no_critic_s_grade_changes(matinee: Matinee, foghorn: Shelf) -> None:
    before = matinee("work", "foghorn", "--json").json["consensus"]
    assert "your grade: ★★★½" in matinee("rate", "foghorn", "★★★½").err
    found = matinee("work", "foghorn", "--json").json
    assert found["mine"]["grade"]["written"] == "★★★½"
    assert found["mine"]["seen"] is True
    assert found["consensus"] == before
    assert "your grade: ★★★½" in matinee("work", "foghorn").out
    assert matinee("rate", "foghorn", "none", "--not-seen", "--json").json["mine"] is None


def test_what_is_no_grade_is_refused(matinee: Matinee, foghorn: Shelf) -> None:
    ran = matinee("rate", "foghorn", "splendid")
    assert ran.code == 2
    assert matinee("work", "foghorn", "--json").json["mine"] is None


def test_the_watchlist_is_left_when_a_work_was_seen(matinee: Matinee, foghorn: Shelf) -> None:
    assert matinee("rate", "goblin", "--want", "--json").json["mine"]["watchlist"] is True
    mine = matinee("rate", "goblin", "B+", "--json").json["mine"]
    assert (mine["watchlist"], mine["seen"]) == (False, True)


def test_grades_from_elsewhere_are_imported(matinee: Matinee, foghorn: Shelf, tmp_path: Path) -> None:
    (tmp_path / "ratings.csv").write_text(RATINGS)
    ran = matinee("import", str(tmp_path / "ratings.csv"))
    assert "Letterboxd: 3 graded, 3 seen, 0 on the watchlist. 1 are reviewed here, 2 wait" in ran.err
    assert matinee("work", "foghorn", "--json").json["mine"]["source"] == "letterboxd"
