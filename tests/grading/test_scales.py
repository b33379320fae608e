"""Scales said in words."""

import pytest

from tests.grading.noticing import noticed, only
from tui.grading.scales import beside_label, read


@pytest.mark.parametrize(
    ("text", "value", "best"),
    [
        ("On a scale of 1 to 10, I'd put this at about a 6.", 6, 10),
        ("i rate it a 7 on the 0 to 10 scale .", 7, 10),
        ("on the marrow gauge of 1 to 10 , it is a lazy 6 .", 6, 10),
        ("On a scale from one to five: four.", 4, 5),
        ("Out of 5 stars, I give it 3.", 3, 5),
    ],
)
def test_a_number_and_its_scale_in_one_sentence_belong_together(text: str, value: float, best: float) -> None:
    one = only(read, text)
    assert (one.value, one.best) == (value, best)


def test_a_scale_without_a_number_is_nothing() -> None:
    assert noticed(read, "It is a film of great scale. 7 days later I forgot it.") == []


def test_a_scale_behind_a_label_is_found() -> None:
    assert beside_label("rating (out of 5): 3", 6) == (17, 5)
    assert beside_label("rating: 3", 6) is None
