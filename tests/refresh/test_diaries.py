"""The reader's own grades, taken over from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.feeds.test_diaries import DIARY, IMDB, RATINGS, WATCHLIST, zipped
from tests.makers import NOON, make_draft, make_grade
from tests.store.shelving import subscribe, take
from tui.model.imported import Imported
from tui.model.mine import Mine, MineImported
from tui.model.work import Work
from tui.model.works import WorkChoice, WorksShown
from tui.refresh.diaries import import_any
from tui.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3") as library:
        take(library, subscribe(library), make_draft())
        yield library


def imported(library: Library, folder: Path, body: str | bytes, name: str = "ratings.csv") -> MineImported:
    (folder / name).write_bytes(body if isinstance(body, bytes) else body.encode())
    taken = import_any(library, str(folder / name), now=NOON)
    assert isinstance(taken, MineImported)
    return taken


def written(library: Library, title: str) -> str | None:
    said = library.mine(library.works_named(title)[0])
    return said.grade.written if said and said.grade else None


def test_an_export_is_matched_to_what_critics_here_reviewed(library: Library, tmp_path: Path) -> None:
    taken = imported(library, tmp_path, RATINGS)
    assert (taken.site, taken.graded, taken.matched, taken.unmatched) == ("Letterboxd", 3, 1, 2)
    assert written(library, "The Second Foghorn (2025)") == "3.5/5"
    assert [row.title for row in library.works(WorksShown(choice=WorkChoice.SEEN)).rows] == ["The Second Foghorn"]


def test_the_same_export_changes_nothing_twice(library: Library, tmp_path: Path) -> None:
    body = zipped(ratings_csv=RATINGS, diary_csv=DIARY, watchlist_csv=WATCHLIST)
    first = imported(library, tmp_path, body, "export.zip")
    again = imported(library, tmp_path, body, "export.zip")
    assert first.unchanged == 0
    assert again.unchanged == len({"foghorn", "wait", "nameless", "goblin", "salt"})


def test_what_nobody_reviewed_waits_for_a_review_in_whatever_spelling(library: Library, tmp_path: Path) -> None:
    imported(library, tmp_path, RATINGS)
    take(library, subscribe(library, "Bo Lund"), make_draft(guid="w", work=Work("Wait Watch Wither", 2020)))
    library.join_works()
    row = next(row for row in library.works(WorksShown()).rows if row.title.startswith("Wait"))
    assert row.mine is not None
    assert row.mine.grade is not None
    assert row.mine.grade.score == 100


def test_what_the_reader_said_here_stands(library: Library, tmp_path: Path) -> None:
    (work,) = library.works_named("The Second Foghorn")
    library.put_mine(work, Mine(make_grade(written="B-", score=67, letter="B-"), seen=True), now=NOON)
    imported(library, tmp_path, RATINGS)
    assert written(library, "The Second Foghorn") == "B-"


def test_a_later_export_changes_what_an_earlier_one_said(library: Library, tmp_path: Path) -> None:
    imported(library, tmp_path, RATINGS)
    imported(library, tmp_path, RATINGS.replace("aa1,3.5", "aa1,4.5"))
    assert written(library, "The Second Foghorn") == "4.5/5"


def test_imdb_s_ids_find_a_work_of_another_title(library: Library, tmp_path: Path) -> None:
    named = Work("Das zweite Nebelhorn", 2024, ids=(("imdb", "tt0000001"),))
    take(library, subscribe(library, "Bo Lund"), make_draft(guid="de", work=named))
    taken = imported(library, tmp_path, IMDB)
    assert (taken.matched, taken.passed_over) == (1, 2)
    assert written(library, "Das zweite Nebelhorn") == "8/10"


def test_a_list_of_subscriptions_is_still_one(library: Library, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text("https://reel.example/feed/ fog\n")
    taken = import_any(library, str(tmp_path / "urls"), now=NOON)
    assert isinstance(taken, Imported)
    assert taken.added == 1
