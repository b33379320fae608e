"""What may stand behind each key."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.makers import NOON
from tests.model.test_query_language import meant, refused
from tui.model.query import Between, Condition, Graded, Letter, Named, Not, Published, Verdict
from tui.model.query_language import parse
from tui.model.scale import LETTERS


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("grade>=B-", Between("score", low=67)),
        ("grade>=b–", Between("score", low=67)),
        ("grade≥B−", Between("score", low=67)),
        ("grade<60", Between("score", high=60, below=True)),
        ("grade>60", Between("score", low=60, above=True)),
        ("grade<=60.5", Between("score", high=60.5)),
        ("grade:70..90", Between("score", 70, 90)),
        ("grade:70..", Between("score", low=70)),
        ("grade:..90", Between("score", high=90)),
        ("grade:B-..A", Between("score", 67, 95)),
        ("grade:7/10..A", Between("score", 70, 95)),
        ("grade:B-", Letter("B-")),
        ("grade=B-", Letter("B-")),
        ("grade!=B-", Not(Letter("B-"))),
        ("grade:70", Between("score", 70, 70)),
        ("grade>=7/10", Between("score", low=70)),
        ("grade>=2/3", Between("score", low=66.7)),
        ("grade>=3.5/4.0", Between("score", low=87.5)),
        ("grade>=3,5/4", Between("score", low=87.5)),
        ("grade>=70%", Between("score", low=70)),
        ("grade:none", Graded("none")),
        ("grade:ANY", Graded("any")),
        ("grade:unscored", Graded("unscored")),
        ("year:2023", Between("year", 2023, 2023)),
        ("year>=2020", Between("year", low=2020)),
        ("year:2020..2023", Between("year", 2020, 2023)),
        ("comments>5", Between("comments", low=5, above=True)),
        ("comments:0", Between("comments", 0, 0)),
        ("id:7", Between("id", 7, 7)),
        ("verdict:Up", Verdict("up")),
        ("verdict:down", Verdict("down")),
        ("work:'fog'", Named("work", "'fog'")),
    ],
)
def test_each_value_means_what_it_says(text: str, condition: Condition) -> None:
    assert meant(text) == condition


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_of_the_scale_is_a_bound(letter: str) -> None:
    assert meant(f"grade>={letter}") == Between("score", low=LETTERS[letter])


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("after:2026-01-31", datetime(2026, 1, 31, tzinfo=UTC), None),
        ("after:2026-1-3", datetime(2026, 1, 3, tzinfo=UTC), None),
        ("after:2026-02", datetime(2026, 2, 1, tzinfo=UTC), None),
        ("before:2026", None, datetime(2026, 1, 1, tzinfo=UTC)),
        ("after:today", datetime(2026, 3, 14, tzinfo=UTC), None),
        ("before:yesterday", None, datetime(2026, 3, 13, tzinfo=UTC)),
        ("newer:12h", NOON - timedelta(hours=12), None),
        ("newer:3d", NOON - timedelta(days=3), None),
        ("older:2w", None, NOON - timedelta(weeks=2)),
        ("older:6m", None, NOON - timedelta(days=180)),
        ("older:1Y", None, NOON - timedelta(days=365)),
    ],
)
def test_days_and_ages_become_times(text: str, since: datetime | None, until: datetime | None) -> None:
    assert meant(text) == Published(since, until)


def test_a_day_begins_where_the_reader_is() -> None:
    east = timezone(timedelta(hours=9))
    there = parse("after:2026-03-14", now=NOON.astimezone(east))
    assert there.condition == Published(since=datetime(2026, 3, 13, 15, tzinfo=UTC))


def test_a_time_without_a_zone_is_taken_as_utc() -> None:
    assert parse("newer:1h", now=NOON.replace(tzinfo=None)) == parse("newer:1h", now=NOON)
    assert parse("after:today", now=NOON.replace(tzinfo=None)) == parse("after:today", now=NOON)


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("grade>=E", 7, "letters go A+"),
        ("grade>=", 7, "Expected a grade"),
        ("grade:good", 6, "like B-, 7/10"),
        ("grade>=none", 7, "like B-, 7/10"),
        ("grade>=101", 7, "0 to 100"),
        ("grade>=11/10", 7, "fraction"),
        ("grade>=0/0", 7, "fraction"),
        ("grade:90..70", 6, "turn them round"),
        ("grade:..", 6, "before or after"),
        ("grade:B..Z", 9, "letters go A+"),
        ("grade:1..2..3", 9, "like B-"),
        ("year:20x", 5, "like 2023"),
        ("year>=20233", 6, "like 2023"),
        ("year:²", 5, "like 2023"),
        ("year:2023..2020", 5, "turn them round"),
        ("after:2026-02-31", 6, "There is no day"),
        ("after:0000", 6, "There is no day"),
        ("after:soon", 6, "2026-01-31"),
        ("newer:2", 6, "like 12h"),
        ("newer:2q", 6, "like 12h"),
        ("newer:999999y", 6, "before all time"),
        ("comments>many", 9, "whole number"),
        ("comments>-1", 9, "whole number"),
        ("verdict:meh", 8, "up or down"),
        ("id:1234567890123456", 3, "review's number"),
        ("critic>ada", 6, "critic:ada"),
        ("fog newer>=2w", 9, "newer:2w"),
    ],
)
def test_a_value_that_means_nothing_is_pointed_at(text: str, position: int, says: str) -> None:
    error = refused(text)
    assert error.position == position
    assert says in str(error)
