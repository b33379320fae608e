"""Which label a grade stands behind."""

import pytest

from tui.grading.announcement import label_before, owner, qualifier
from tui.grading.passage import Passage


@pytest.mark.parametrize(
    "text",
    [
        "My rating: #",
        "Rating - a solid #",
        "**Grade:** #",
        "Score\n\n#",
        "Final score of #",
        "Rating (out of 5): #",
        "Grade = #",
        "Vote: #",
    ],
)
def test_a_label_announces_what_follows(text: str) -> None:
    assert label_before(Passage(text), text.index("#")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The score swells and I left, #",
        "my rating went up and down all week until #",
        "He left his mark. #",
        "Grade school. Then #",
    ],
)
def test_a_word_in_a_sentence_announces_nothing(text: str) -> None:
    assert label_before(Passage(text), text.index("#")) is None


def test_the_owner_of_a_score_is_named() -> None:
    passage = Passage("Alex’s Score: 7/10")
    label = label_before(passage, 14)
    assert label is not None
    assert owner(passage, label) == "Alex"


def test_what_qualifies_a_label_is_kept() -> None:
    passage = Passage("Theatre rating: ***")
    label = label_before(passage, 16)
    assert label is not None
    assert qualifier(passage, label) == "theatre"
