"""How SQLite goes about what the figures ask: by an index that holds all that is asked, never row by row."""

import sqlite3

import pytest

from tests.store.shelving import drafts, subscribe, take
from tui.model.works import WorkSort, WorksShown
from tui.store import figures, mine, work_list
from tui.store.library import Library

NEWEST = f"SELECT * FROM ({figures.NEWEST_OF_EACH}) WHERE place = 1"
SHARED = (
    "SELECT work_id, critic_id, score FROM review INDEXED BY review_of_work"
    f" WHERE work_id IN ({mine.those('score IS NOT NULL')}) AND score IS NOT NULL"
    " ORDER BY work_id, critic_id, published DESC, id DESC"
)


def plan(library: Library, sql: str, *parameters: object) -> list[str]:
    with library._connections.reading() as connection:
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]


@pytest.fixture
def filled(library: Library) -> Library:
    take(library, subscribe(library), *drafts(40))
    return library


def test_each_critic_s_newest_grades_come_out_of_one_covering_index_in_order(filled: Library) -> None:
    steps = plan(filled, NEWEST)
    assert any("COVERING INDEX review_of_work" in step for step in steps), steps
    assert not any("TEMP B-TREE" in step for step in steps), steps


def test_what_critics_gave_the_reader_s_works_comes_out_of_the_same(filled: Library) -> None:
    steps = plan(filled, SHARED)
    assert any("SEARCH review USING COVERING INDEX review_of_work" in step for step in steps), steps


@pytest.mark.parametrize("sort", [sort for sort in WorkSort if sort is not WorkSort.APART])
def test_the_list_of_works_looks_at_no_review(filled: Library, sort: WorkSort) -> None:
    sql, parameters = work_list.statement(WorksShown(sort=sort), None, 50)
    assert not any("review" in step for step in plan(filled, sql, *parameters))


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        ("SELECT score, reviews FROM ladder WHERE critic_id = 1 ORDER BY score", "PRIMARY KEY"),
        ("SELECT bar, read, reviews FROM tally WHERE critic_id = 1", "PRIMARY KEY"),
        ("SELECT count(*) FROM review WHERE work_id = 1", "COVERING INDEX review_of_work"),
        ("SELECT id FROM work WHERE compared = 0 ORDER BY id LIMIT 5", "work_uncompared"),
        ("UPDATE review SET work_id = 1 WHERE spelled = 2", "review_spelled"),
    ],
)
def test_what_is_asked_often_has_its_index(filled: Library, sql: str, index: str) -> None:
    assert any(index in step for step in plan(filled, sql))


def test_triggers_find_a_work_s_reviews_by_index(filled: Library) -> None:
    """As written in the triggers: SQLite shows no plan of those."""
    with filled._connections.reading() as connection:
        (written,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'figures_added'").fetchone()
    assert "review WHERE work_id = \n        (SELECT new.work_id" in written
    sql = "SELECT max(published) FROM review WHERE work_id = 1"
    assert any("review_of_work" in step for step in plan(filled, sql))
    assert sqlite3.sqlite_version_info >= (3, 35)
