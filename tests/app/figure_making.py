"""A library whose critics graded the same works: what consensus, agreement and taste are made of."""

from datetime import timedelta
from pathlib import Path

from tests.app.filling import take
from tests.makers import NOON, make_credits, make_draft, make_grade
from tui.model.grade import Notation
from tui.model.mine import Mine
from tui.model.review import Draft
from tui.model.scale import letter
from tui.model.work import Work
from tui.store.library import Library

FILMS = ("Goblin Tax", "Half Past Forever", "Motherboard", "Salt Cathedral", "Static", "The Second Foghorn", "[REC]²")
GRADES = {
    "Ada Quill": (9, 8, 7, 6, 5, 4, 10),
    "Bram Oxley": (10, 8, 8, 6, 4, 3, 9),
    "Cyra Fenn": (2, 4, 5, 6, 8, 9, 10),
    "Second Reel": (8, None, 7, None, 6, None, None),
}
"""Out of ten, by film; Cyra Fenn likes what the others do not, and all love the last."""


def review_of(film: int, critic: str, value: int | None, days: int) -> Draft:
    """Return one review: `7/10` of a film, and a last sentence that says whose it is."""
    grade = None
    if value is not None:
        grade = make_grade(
            written=f"{value}/10", value=value, best=10, score=10 * value, letter=letter(10 * value), where=None,
            notation=Notation.FRACTION,
        )  # fmt: skip
    last = f"That is the last word of {critic} on it."
    return make_draft(
        guid=f"{critic}-{film}", title=FILMS[film], url=f"https://critic.example/{film}",
        published=NOON - timedelta(days=days), work=Work(FILMS[film], 2019 + film), grade=grade,
        credits=make_credits(directed_by=("Ilse Marrow",) if film % 2 else ("Teo Valdrine",)),
        html=f"<p>A patient film about fog.</p><p>{last}</p><p>My Grade: {value}/10</p>",
        text=f"A patient film about fog.\n\n{last}\n\nMy Grade: {value}/10",
    )  # fmt: skip


def shared(path: Path) -> Library:
    """Return the library, with every review unread."""
    library = Library.open(path / "library.sqlite3")
    for place, (name, values) in enumerate(GRADES.items()):
        feed = f"https://{name.casefold().replace(' ', '-')}.example/feed/"
        critic = library.subscribe(feed, name=name, now=NOON)
        drafts = [review_of(film, name, value, 40 * film + place) for film, value in enumerate(values)]
        take(library, critic, drafts)
    return library


def work_id(library: Library, title: str) -> int:
    """Return the number of a work."""
    from tui.model.works import WorksShown

    return next(row.id for row in library.works(WorksShown()).rows if row.title == title)


def graded_by_me(library: Library, *values: int) -> None:
    """Give the first films my own grades, out of ten."""
    for film, value in zip(FILMS, values, strict=False):
        grade = make_grade(written=f"{value}/10", value=value, best=10, score=10 * value, letter=letter(10 * value))
        library.put_mine(work_id(library, film), Mine(grade, seen=True), now=NOON)
