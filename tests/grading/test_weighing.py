"""Weights."""

from tui.grading.arbiter import weigh
from tui.grading.fractions import read
from tui.grading.habits import NOTHING_KNOWN, Habits
from tui.grading.passage import Passage
from tui.grading.weighing import LABELLED_TIER, Weighed
from tui.model.grade import Notation

FOG = "The fog comes and the fog goes, and nobody minds.\n\n" * 30


def weighed(text: str, habits: Habits = NOTHING_KNOWN) -> Weighed:
    """Return the first fraction of a text, weighed."""
    passage = Passage(text)
    return weigh(passage, list(read(passage)), habits)[0]


def test_a_label_weighs_more_than_a_place() -> None:
    labelled, alone, within = (
        weighed(f"{FOG}{words}\n\n{FOG}") for words in ("Rating: 7/10", "7/10", "Fog and 7/10, more or less, of fog.")
    )
    assert labelled.weight > alone.weight > within.weight
    assert labelled.tier == LABELLED_TIER
    assert not within.accepted


def test_the_end_weighs_more_than_the_middle() -> None:
    assert weighed(FOG + "7/10").weight > weighed(FOG + "7/10\n\n" + FOG).weight


def test_the_usual_notation_of_a_critic_weighs_more() -> None:
    usual = Habits(notation=Notation.FRACTION)
    assert weighed(FOG + "7/10", usual).weight > weighed(FOG + "7/10").weight


def test_confidence_grows_with_weight() -> None:
    assert 0 < weighed(FOG + "Fog, 7/10, fog\n\n" + FOG).confidence < weighed(FOG + "Rating: 7/10").confidence <= 1
