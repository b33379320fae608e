"""Verdicts without a number."""

import pytest

from tests.grading.noticing import noticed, only
from tui.grading.verdicts import read


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Thumbs down on this one", "down"),
        ("Two thumbs way up!", "up"),
        ("SKIP IT", "down"),
        ("The call: STREAM IT", "up"),
        ("Verdict: Rotten", "down"),
        ("Verdict: highly recommended", "up"),
        ("Critic's Pick", "up"),
        ("👎", "down"),
    ],
)
def test_a_verdict_is_up_or_down(text: str, verdict: str) -> None:
    assert noticed(read, text)[0].verdict == verdict


@pytest.mark.parametrize(
    "text", ["he is all thumbs", "you may skip it", "Thumbs up?", "The verdict of the jury", "fresh fish"]
)
def test_thumbs_and_juries_of_the_plot_are_no_verdicts(text: str) -> None:
    assert noticed(read, text) == []


def test_the_count_of_thumbs_is_part_of_what_is_written() -> None:
    assert only(read, "Two thumbs up from me").written == "Two thumbs up"
