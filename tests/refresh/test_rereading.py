"""Reading the whole library again."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from tests.makers import NOON, make_draft, make_entry, make_grade, make_outcome, make_review
from tui.model.correction import Rule
from tui.model.critic import FeedState
from tui.model.entry import Entry
from tui.model.grade import Notation
from tui.model.listing import Sort
from tui.model.query import Query
from tui.model.review import Draft
from tui.refresh import rereading
from tui.refresh.rereading import redraft, reread, reread_now, reread_review
from tui.refresh.reviewing import draft
from tui.store.library import Library


def entry(number: int, grade: str = "7/10", **fields: object) -> Entry:
    return make_entry(
        guid=f"fog-{number}", title=f"Fog {number} (2025)", published=NOON - timedelta(hours=number),
        html=f"<p>A patient film about fog, the {number}th this year.</p><p>My Grade: {grade}</p>", **fields,
    )  # fmt: skip


def take(library: Library, drafts: Sequence[Draft], name: str = "Ada Quill") -> tuple[int, ...]:
    critic = library.subscribe(f"https://{name[:3]}.example/feed/", name=name, now=NOON)
    outcome = make_outcome(critic_id=critic.id, critic=name)
    return library.take(critic.id, add=drafts, change=(), counts=(), state=FeedState(), outcome=outcome)


def misread(number: int) -> Draft:
    """A review whose grade an older reader of grades read wrong."""
    old = draft(entry(number), seen=NOON)
    wrong = make_grade(written="1/10", value=1, score=10, letter="D-")
    return make_draft(
        guid=old.guid,
        title=old.title,
        html=old.html,
        text=old.text,
        grade=wrong,
        fingerprint=old.fingerprint[:16] + "x",
    )


@pytest.mark.parametrize("fields", [{}, {"title": ""}, {"title": "", "html": "", "url": ""}, {"published": None}])
def test_what_the_same_reader_read_reads_the_same(fields: dict[str, object]) -> None:
    read = draft(make_entry(**fields), seen=NOON)
    assert redraft(read, None) == read
    assert reread_review(make_review(draft=read), None) is None


def test_what_was_misread_is_put_right_and_the_rest_not_written(library: Library) -> None:
    right, wrong = take(library, [draft(entry(1), seen=NOON), misread(2)])
    library.mark([wrong], "read", True, now=NOON)
    *_, last = reread(library)
    assert (last.done, last.total, last.regraded, last.changed) == (2, 2, 1, 1)
    assert library.rows([wrong])[0].written == "7/10"
    assert library.rows([wrong])[0].read
    *_, again = reread(library)
    assert (again.done, again.changed) == (2, 0)
    assert library.rows([right])[0].written == "7/10"


def test_one_critic_is_reread_alone(library: Library) -> None:
    (ada,) = take(library, [misread(1)])
    (bo,) = take(library, [misread(2)], "Bo Marsh")
    assert reread_now(library, library.critic("Bo").id).regraded == 1
    assert [row.written for row in library.rows([ada, bo])] == ["1/10", "7/10"]


def test_a_rereading_that_was_stopped_goes_on_there(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "BATCH", 2)
    take(library, [misread(number) for number in range(7)])
    steps = reread(library)
    assert next(steps).total == 7
    assert next(steps).done == 2
    assert next(steps).done == 4
    steps.close()
    assert sum(row.written == "7/10" for row in library.page(Query(), Sort.NEWEST).rows) == 4
    first, *_, last = reread(library)
    assert (first.total, last.done, last.regraded) == (3, 3, 3)
    assert next(reread(library)).total == 7


def test_a_rule_gives_bare_numbers_their_scale(library: Library) -> None:
    one, _ = take(library, [draft(entry(1, "7"), seen=NOON), draft(entry(2, "4.5"), seen=NOON)])
    critic = library.critic("Ada").id
    library.correct(one, None, rule=Rule(critic, Notation.NUMBER, 10), now=NOON)
    assert reread_now(library, critic).regraded == 2
    assert [row.score for row in library.page(Query(), Sort.BEST).rows] == [70, 45]


def test_processes_read_what_one_thread_reads(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "_PAYS", 1)
    monkeypatch.setattr(rereading, "BATCH", 3)
    numbers = take(library, [misread(number) for number in range(10)])
    *_, last = reread(library, processes=2)
    assert (last.done, last.regraded) == (10, 10)
    assert {row.written for row in library.rows(numbers)} == {"7/10"}


def test_an_empty_library_is_reread_in_no_time(library: Library) -> None:
    assert [step.total for step in reread(library)] == [0]
