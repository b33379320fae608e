"""Exports of Letterboxd and IMDb, in their columns and with invented films."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.feeds.diaries import read_diary, recognised
from tui.model.errors import BadFile

RATINGS = """Date,Name,Year,Letterboxd URI,Rating
2025-03-01,The Second Foghorn,2025,https://boxd.it/aa1,3.5
2025-03-02,"Wait, Watch, Wither",2019,https://boxd.it/aa2,5
2025-03-03,Nameless Year,,https://boxd.it/aa3,0.5
"""
DIARY = """Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date
2025-03-01,The Second Foghorn,2025,https://boxd.it/zz1,3,,,2025-02-27
2025-06-01,The Second Foghorn,2025,https://boxd.it/zz2,4,Yes,,2025-05-30
2025-06-02,Goblin Tax,2026,https://boxd.it/zz3,,,"fog, sea",2025-06-01
"""
WATCHLIST = """Date,Name,Year,Letterboxd URI
2025-03-01,Salt Cathedral,2026,https://boxd.it/aa4
"""
IMDB = """Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres
tt0000001,8,2024-01-01,The Second Foghorn,The Second Foghorn,https://imdb.com/,Movie,7.1,99,2025,Drama
tt0000002,10,2024-01-02,Peaks of Fog,Peaks of Fog,https://imdb.com/,TV Series,8,45,2017,Drama
tt0000003,3,2024-01-03,Peaks of Fog: One,Peaks of Fog: One,https://imdb.com/,TV Episode,8,45,2017,Drama
tt0000004,11,2024-01-03,Too Much,Too Much,https://imdb.com/,Movie,8,45,2017,Drama
"""


def zipped(**files: str) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), text)
    return body.getvalue()


def test_letterboxd_s_ratings_are_grades_out_of_five() -> None:
    diary = read_diary(RATINGS.encode(), "ratings.csv")
    first, second, third = diary.notes
    assert diary.site == "Letterboxd"
    assert (first.title, first.year, first.mine.seen, first.mine.source) == (
        "The Second Foghorn",
        2025,
        True,
        "letterboxd",
    )
    assert first.mine.grade is not None
    assert (first.mine.grade.written, first.mine.grade.score) == ("3.5/5", 70)
    assert (second.title, third.year) == ("Wait, Watch, Wither", None)
    assert first.ids == (("boxd", "https://boxd.it/aa1"),)


def test_the_last_entry_of_a_diary_counts_and_its_address_is_no_film_s() -> None:
    foghorn, goblin = read_diary(DIARY.encode("utf-8-sig"), "diary.csv").notes
    assert foghorn.mine.grade is not None
    assert foghorn.mine.grade.written == "4/5"
    assert foghorn.mine.seen_on == datetime(2025, 5, 30, tzinfo=UTC)
    assert foghorn.ids == ()
    assert (goblin.mine.grade, goblin.mine.seen) == (None, True)


def test_a_watchlist_is_wanted_and_not_seen() -> None:
    (salt,) = read_diary(WATCHLIST.encode(), "watchlist.csv").notes
    assert (salt.mine.wanted, salt.mine.seen) == (True, False)


def test_the_zip_is_all_of_them_one_note_a_film() -> None:
    body = zipped(ratings_csv=RATINGS, diary_csv=DIARY, watchlist_csv=WATCHLIST, deleted__diary_csv="x")
    assert recognised(body)
    notes = {note.title: note.mine for note in read_diary(body, "export.zip").notes}
    assert set(notes) == {"The Second Foghorn", "Wait, Watch, Wither", "Nameless Year", "Goblin Tax", "Salt Cathedral"}
    assert notes["Salt Cathedral"].wanted
    assert notes["The Second Foghorn"].seen_on == datetime(2025, 5, 30, tzinfo=UTC)


def test_imdb_s_ratings_are_out_of_ten_with_its_ids_and_episodes_are_passed_over() -> None:
    diary = read_diary(IMDB.encode(), "ratings.csv")
    foghorn, peaks = diary.notes
    assert (diary.site, diary.passed_over) == ("IMDb", 2)
    assert foghorn.mine.grade is not None
    assert (foghorn.mine.grade.score, foghorn.ids, foghorn.kind) == (80, (("imdb", "tt0000001"),), "film")
    assert peaks.kind == "series"
    assert any("TV Episode" in line for line in diary.skipped)


@pytest.mark.parametrize(
    "body",
    [
        b"PK\x03\x04 and then nothing", zipped(other_csv="x"), b"a,b\n1,2", b"",
        b'Date,Name,Year,Letterboxd URI\n"' + b"x" * 200_000,
    ],
    ids=["broken zip", "foreign zip", "foreign columns", "empty", "an endless field"],
)  # fmt: skip
def test_what_is_no_export_is_refused(body: bytes) -> None:
    with pytest.raises(BadFile):
        read_diary(body)


def test_an_export_is_known_by_its_columns() -> None:
    assert recognised(RATINGS.encode())
    assert recognised(IMDB.encode("utf-8-sig"))
    assert not recognised(b"<opml version='2.0'></opml>")
    assert not recognised(b"https://critic.example/feed/ fog\n")
    assert not recognised(b"")


@given(st.binary(max_size=300))
def test_whatever_comes_is_read_or_refused(body: bytes) -> None:
    recognised(body)
    for whole in (body, RATINGS.encode() + body, b"PK\x03\x04" + body):
        try:
            notes = read_diary(whole).notes
        except BadFile:
            continue
        assert all(note.title for note in notes)
