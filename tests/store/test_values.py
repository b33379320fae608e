"""Rows become values of the model, and back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.makers import NOON, make_draft, make_grade
from tui.model.grade import Grade
from tui.model.scale import LETTERS
from tui.store.values import bar, moment, pack, seconds, unpack


@given(st.datetimes(timezones=st.just(UTC)))
@example(datetime(4148, 1, 1, 0, 0, 0, 999_993, tzinfo=UTC))
@example(datetime(1969, 12, 31, 23, 59, 59, 1, tzinfo=UTC))
def test_a_time_comes_back_to_the_second(when: datetime) -> None:
    assert moment(seconds(when)) == when.replace(microsecond=0)


def test_a_time_elsewhere_is_the_same_moment() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=-7)))
    assert seconds(there) == seconds(NOON) == seconds(NOON.replace(tzinfo=None))
    assert moment(None) is None
    assert seconds(None) is None


@given(st.text(), st.text())
def test_a_body_comes_back_whole(html: str, text: str) -> None:
    read = unpack(*pack(make_draft(html=html, text=text)))
    clean = [part.encode("utf-8", "replace").decode() for part in (html, text)]
    assert list(read[:2]) == clean


def test_packing_html_and_text_together_costs_little_more_than_one() -> None:
    words = " ".join(f"word{n * 7919 % 1009}" for n in range(1_000))
    alone = len(pack(make_draft(html=f"<p>{words}</p>", text=""))[0])
    both = len(pack(make_draft(html=f"<p>{words}</p>", text=words))[0])
    assert both < alone * 1.3


@pytest.mark.parametrize(
    ("grade", "where"),
    [
        (None, ""),
        (make_grade(), "B-"),
        (make_grade(letter=None, score=72), "B"),
        (make_grade(letter="E", score=3), "F"),
        (Grade("Thumbs up", verdict="up"), "?"),
        (Grade("Grade: 7.5", value=7.5), "?"),
        (Grade("B+", letter="B+"), "B+"),
    ],
)
def test_a_grade_stands_at_one_bar_of_the_histogram(grade: Grade | None, where: str) -> None:
    assert bar(grade) == where
    assert where in (*LETTERS, "", "?")
