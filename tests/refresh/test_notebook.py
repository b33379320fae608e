"""Visits that brought nothing are written down together, and each hears what became of it."""

import asyncio
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.makers import NOON
from tui.model.critic import FeedState
from tui.model.errors import LibraryError
from tui.model.outcome import Failed, FeedOutcome, Unchanged
from tui.refresh.notebook import Notebook
from tui.refresh.visits import Visit
from tui.store.library import Library


@pytest.fixture
def visits(library: Library) -> list[Visit]:
    critics = [library.subscribe(f"https://{name}.example/feed", name=name, now=NOON) for name in ("Ada", "Bo", "Cy")]
    return [Visit(critic, FeedState(), NOON, lambda: 0.5) for critic in critics]


@pytest.fixture
def notebook(library: Library) -> Iterator[Notebook]:
    with ThreadPoolExecutor(max_workers=1) as threads:
        yield Notebook(library, threads)


@pytest.fixture
def transactions(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many visits each transaction wrote down."""
    sizes: list[int] = []
    really = library.record_all

    def record_all(visits: Iterable[tuple[FeedOutcome, FeedState]]) -> None:
        kept = list(visits)
        sizes.append(len(kept))
        really(kept)

    monkeypatch.setattr(library, "record_all", record_all)
    return sizes


async def test_what_ends_at_the_same_time_is_one_transaction(
    notebook: Notebook, visits: list[Visit], library: Library, transactions: list[int]
) -> None:
    ada, bo, cy = visits
    outcomes = await asyncio.gather(
        notebook.note(ada, Unchanged("")), notebook.note(bo, Failed("no such host")), notebook.note(cy, Unchanged(""))
    )
    assert [(outcome.critic, outcome.kind) for outcome in outcomes] == [
        ("Ada", "unchanged"), ("Bo", "failed"), ("Cy", "unchanged"),
    ]  # fmt: skip
    assert transactions == [3]
    assert sorted(outcome.critic for outcome in library.outcomes()) == ["Ada", "Bo", "Cy"]


async def test_what_ends_while_the_others_are_written_is_written_next(
    notebook: Notebook, visits: list[Visit], transactions: list[int]
) -> None:
    first = asyncio.create_task(notebook.note(visits[0], Unchanged("")))
    await asyncio.sleep(0)  # it asks to be written
    await asyncio.sleep(0)  # its writing begins
    await asyncio.gather(first, *(notebook.note(visit, Unchanged("")) for visit in visits[1:]))
    assert transactions == [1, 2]


async def test_a_library_that_cannot_be_written_is_told_to_each_and_the_next_may_try(
    notebook: Notebook, visits: list[Visit], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Iterable[object]) -> None:
        raise LibraryError("the disk is full", "Make room")

    with monkeypatch.context() as patch:
        patch.setattr(library, "record_all", full)
        told = await asyncio.gather(*(notebook.note(each, Unchanged("")) for each in visits), return_exceptions=True)
    assert [type(each) for each in told] == [LibraryError] * 3
    assert (await notebook.note(visits[0], Unchanged(""))).kind == "unchanged"


async def test_closed_it_has_written_what_nobody_waits_for_any_more(
    notebook: Notebook, visits: list[Visit], library: Library
) -> None:
    noting = asyncio.create_task(notebook.note(visits[0], Unchanged("")))
    await asyncio.sleep(0)
    noting.cancel()
    await asyncio.gather(noting, return_exceptions=True)
    await notebook.close()
    assert [outcome.critic for outcome in library.outcomes()] == ["Ada"]
