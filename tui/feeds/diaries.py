"""What Letterboxd and IMDb hand a member who asks for their own data: films, grades, days, watchlists.

Letterboxd (Settings, Data) gives a ZIP of `ratings.csv`, `watched.csv`, `watchlist.csv`, `diary.csv` and more, or one
of them is given alone: ratings of 0.5 to 5 stars, https://letterboxd.com/about/importing-data/ has the columns. IMDb
(Your ratings, Export) gives one CSV, ratings of 1 to 10, with its ids. A film that several files tell of is one film.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from tui.grading.by_hand import read_by_hand
from tui.model.errors import BadFile, WrongUse
from tui.model.grade import Grade
from tui.model.mine import FilmNote, Mine
from tui.model.record import record
from tui.model.text import field

MOST_FILMS = 100_000
_MOST_BYTES = 50_000_000
"""Of one file within a ZIP, unpacked."""
_FILES = ("watched.csv", "watchlist.csv", "ratings.csv", "diary.csv")
"""What is read of Letterboxd's ZIP, in the order in which the later one is believed."""
_LETTERBOXD = {"Date", "Name", "Year", "Letterboxd URI"}
_IMDB = {"Const", "Title", "Year"}
_KINDS = {
    "movie": "film", "short": "film", "tvmovie": "film", "tvspecial": "film", "video": "film", "tvshort": "film",
    "tvseries": "series", "tvminiseries": "series", "videogame": "game", "": "film",
}  # fmt: skip
_SHOWN = 20
"""How many lines that cannot be read are told of."""
_HELP = "Give Letterboxd's ZIP or one of its CSV files, or IMDb's CSV of your ratings"


@record(frozen=True, slots=True)
class Diary:
    """An export, read."""

    site: str
    """`Letterboxd` or `IMDb`."""
    notes: tuple[FilmNote, ...]
    skipped: tuple[str, ...] = ()
    """Lines that cannot be read, each with its reason; the first twenty."""
    passed_over: int = 0
    """How many lines that is."""


Reader = Callable[[Mapping[str, str]], FilmNote]
"""Makes a film of one line. Raises ValueError or WrongUse."""


def recognised(body: bytes) -> bool:
    """Return whether a file looks like such an export, by what it begins with."""
    if body[:4] == b"PK\x03\x04":
        return True
    lines = _decoded(body[:2_000]).splitlines()
    head = set(lines[0].replace('"', "").split(",")) if lines else set()
    return head >= _LETTERBOXD or head >= _IMDB


def read_diary(body: bytes, name: str = "") -> Diary:
    """Read an export; `name` is the file's. Raises BadFile."""
    try:
        if body[:4] == b"PK\x03\x04":
            return _merged("Letterboxd", [_read(name, text) for name, text in _unpacked(body)])
        return _merged("", [_read(name, _decoded(body))])
    except (csv.Error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise BadFile(f"The export cannot be read: {field(str(error), 100)}", _HELP) from error


def _unpacked(body: bytes) -> Iterator[tuple[str, str]]:
    """Yield Letterboxd's files at the top of a ZIP: those of deleted and orphaned films lie in folders."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        found = [name for name in _FILES if name in archive.namelist()]
        if not found:
            raise BadFile("The ZIP holds none of Letterboxd's files", _HELP)
        for name in found:
            with archive.open(name) as file:
                unpacked = file.read(_MOST_BYTES + 1)
            if len(unpacked) > _MOST_BYTES:
                raise BadFile(f"{name} is too large for anybody's films", _HELP)
            yield name, _decoded(unpacked)


def _read(name: str, text: str) -> Diary:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    head = set(rows.fieldnames or ())
    if head >= _LETTERBOXD:
        # A diary's address is the entry's, not the film's; a watchlist has no further column that tells it.
        wanted = "Rating" not in head and "watchlist" in name.lower()
        return _each("Letterboxd", rows, lambda row: _letterboxd(row, wanted=wanted, entry="Watched Date" in head))
    if head >= _IMDB:
        return _each("IMDb", rows, lambda row: _imdb(row, listed="Position" in head))
    raise BadFile("These columns are neither Letterboxd's nor IMDb's", _HELP)


def _each(site: str, rows: "csv.DictReader[str]", read: Reader) -> Diary:
    notes: list[FilmNote] = []
    skipped: list[str] = []
    passed = 0
    for row in rows:
        if len(notes) >= MOST_FILMS:
            raise BadFile(f"The export tells of more than {MOST_FILMS:,} films", "Give it in parts")
        try:
            notes.append(read({key: field(value or "", 300) for key, value in row.items() if isinstance(key, str)}))
        except (WrongUse, ValueError) as error:
            passed += 1
            skipped += [f"line {rows.line_num}: {getattr(error, 'what', None) or error}"][: _SHOWN - len(skipped)]
    return Diary(site, tuple(notes), tuple(skipped), passed)


def _letterboxd(row: Mapping[str, str], *, wanted: bool, entry: bool) -> FilmNote:
    day = _day(row.get("Watched Date", ""))
    grade = _grade(row.get("Rating", ""), 5)
    mine = Mine(grade, seen=not wanted, seen_on=day, wanted=wanted, source="letterboxd")
    ids = () if entry or not row["Letterboxd URI"] else (("boxd", row["Letterboxd URI"]),)
    return FilmNote(_title(row["Name"]), _year(row["Year"]), mine, ids)


def _imdb(row: Mapping[str, str], *, listed: bool) -> FilmNote:
    kind = _KINDS.get(row.get("Title Type", "").lower().replace(" ", "").replace("-", ""))
    if kind is None:
        raise ValueError(f"{row['Title']} is no work of its own: {row.get('Title Type')}")
    grade = _grade(row.get("Your Rating", ""), 10)
    wanted = listed and grade is None
    mine = Mine(grade, seen=grade is not None, wanted=wanted, source="imdb")
    ids = (("imdb", row["Const"]),) if row["Const"].startswith("tt") else ()
    return FilmNote(_title(row["Title"]), _year(row["Year"]), mine, ids, kind)


def _merged(site: str, parts: list[Diary]) -> Diary:
    """Put the files of one export together: one note a film, the later file believed."""
    films: dict[tuple[str, int | None], FilmNote] = {}
    for note in (note for part in parts for note in part.notes):
        key = (note.title.casefold(), note.year)
        films[key] = _both(films[key], note) if key in films else note
    skipped = tuple(line for part in parts for line in part.skipped)[:_SHOWN]
    return Diary(site or parts[0].site, tuple(films.values()), skipped, sum(part.passed_over for part in parts))


def _both(one: FilmNote, other: FilmNote) -> FilmNote:
    a, b = one.mine, other.mine
    days = [day for day in (a.seen_on, b.seen_on) if day]
    later = b.grade if b.grade and (not a.grade or not a.seen_on or (b.seen_on and b.seen_on >= a.seen_on)) else a.grade
    mine = replace(a, grade=later, seen=a.seen or b.seen, seen_on=max(days, default=None), wanted=a.wanted or b.wanted)
    return replace(one, mine=mine, ids=tuple(dict.fromkeys((*one.ids, *other.ids))))


def _grade(rating: str, best: int) -> Grade | None:
    return read_by_hand(f"{float(rating):g}/{best}") if rating else None


def _title(text: str) -> str:
    if not text:
        raise ValueError("no title")
    return text


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None


def _day(text: str) -> datetime | None:
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC) if text else None


def _decoded(body: bytes) -> str:
    return body.decode("utf-8-sig", "replace")
