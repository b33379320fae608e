"""What the door's tests share: `matinee` itself, on a library of its own, and the sample site."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Matinee, runner
from tests.makers import NOON, make_draft, make_outcome
from tui.demo.site import DemoSite
from tui.model.critic import FeedState
from tui.model.review import Draft
from tui.store.library import Library


@pytest.fixture
def matinee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Matinee:
    return runner(tmp_path, monkeypatch, capsys)


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with DemoSite(NOON) as site:
        yield site


class Shelf:
    """Puts reviews into the library that `matinee` opens, without a network."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "library" / "library.sqlite3"

    def put(self, *drafts: Draft, critic: str = "Ada Quill") -> tuple[int, ...]:
        with Library.open(self.file) as library:
            found = library.subscribe(f"https://{critic.split()[0].lower()}.example/feed/", name=critic, now=NOON)
            outcome = make_outcome(critic_id=found.id, critic=critic, new=len(drafts))
            add = drafts or (make_draft(),)
            return library.take(found.id, add=add, change=(), counts=(), state=FeedState(), outcome=outcome)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)
