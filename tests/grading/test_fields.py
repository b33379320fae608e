"""Fields of the feed."""

import pytest

from tui.grading.fields import read
from tui.model.grade import Source


def test_letterboxds_rating_is_out_of_five() -> None:
    (one,) = read({"letterboxd:memberRating": "3.5", "letterboxd:filmTitle": "Salt Harbour"})
    assert (one.written, one.value, one.best, one.source, one.place) == ("3.5", 3.5, 5, Source.FIELD, "field")


@pytest.mark.parametrize("written", ["0", "", "five", "7", "-1", "nan"])
def test_a_field_without_a_rating_is_nothing(written: str) -> None:
    assert list(read({"user_rating": written})) == []


def test_a_rating_is_written_as_the_title_draws_it_where_both_say_the_same() -> None:
    fields = {"letterboxd:memberRating": "3.5"}
    assert [one.written for one in read(fields, "Salt Harbour, 2025 - ★★★½")] == ["★★★½"]
    assert [one.written for one in read(fields, "Salt Harbour, 2025 - ★★★")] == ["3.5"]
