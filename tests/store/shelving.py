"""Filling a library in a test."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from tests.makers import NOON, make_draft, make_grade, make_outcome
from tui.model.critic import FeedState
from tui.model.grade import Grade
from tui.model.review import Draft
from tui.model.scale import LETTERS
from tui.model.work import Work
from tui.store.library import Library

ADA = "https://critic.example/feed/"


def make_library(folder: Path) -> Library:
    """A new library in `folder`."""
    return Library.open(folder / "library.db")


def subscribe(library: Library, name: str = "Ada Quill", feed_url: str = "") -> int:
    """Subscribe to a critic and return their number."""
    address = feed_url or f"https://{name.split()[0].lower()}.example/feed/"
    return library.subscribe(address, name=name, now=NOON).id


def take(library: Library, critic_id: int, *drafts: Draft, index: bool = True) -> tuple[int, ...]:
    """Take these reviews in as one visit would."""
    outcome = make_outcome(critic_id=critic_id, new=len(drafts))
    state = FeedState(checked=NOON)
    return library.take(critic_id, add=drafts, change=[], counts=[], state=state, outcome=outcome, index=index)


def change(library: Library, critic_id: int, review_id: int, draft: Draft) -> None:
    """Put a new state of one review in place."""
    outcome = make_outcome(critic_id=critic_id, new=0, changed=1)
    library.take(critic_id, add=[], change=[(review_id, draft)], counts=[], state=FeedState(), outcome=outcome)


def drafts(many: int, first: int = 0) -> list[Draft]:
    """Reviews that differ in everything a list is sorted by, with ties in each."""
    return [draft(n) for n in range(first, first + many)]


def draft(n: int) -> Draft:
    """Review `n` of a row of them."""
    work = None if n % 7 == 3 else Work(f"{'The ' * (n % 2)}Film {n * 5 % 11}", 2000 + n % 5)
    return make_draft(
        guid=f"post-{n}",
        title=f"Post {n}",
        work=work,
        published=NOON - timedelta(hours=n * 7 % 13),
        grade=grade(n),
        comments=None if n % 5 == 4 else n % 6,
        text=f"Words of post {n}.",
        fingerprint=f"f{n}",
    )


def grade(n: int) -> Grade | None:
    """No grade, a verdict, an unstated scale, or a letter."""
    if n % 4 == 0:
        return None
    if n % 9 == 1:
        return make_grade(written="Thumbs up", value=None, best=None, score=None, letter=None, verdict="up")
    letter = list(LETTERS)[n % len(LETTERS)]
    return make_grade(written=letter, score=LETTERS[letter], letter=letter)


def titles(library: Library, ids: Iterable[int]) -> list[str]:
    """The titles of these reviews."""
    return [row.title for row in library.rows(list(ids))]
