"""What stands around a candidate."""

from tui.grading.fractions import read
from tui.grading.passage import Passage
from tui.grading.surroundings import Surroundings, around


def of(text: str) -> Surroundings:
    """Return what stands around the first fraction of a text."""
    passage = Passage(text)
    return around(passage, next(read(passage)))


def test_a_line_of_its_own_is_alone() -> None:
    place = of("Fog.\n\n**7/10**\n\nMore fog.")
    assert place.alone
    assert place.apart
    assert not place.last_line


def test_behind_a_full_stop_at_the_end_it_is_apart() -> None:
    place = of("I wept. A solid 7/10.")
    assert place.apart
    assert place.last_line
    assert not place.alone


def test_within_a_sentence_it_is_not_apart() -> None:
    assert not of("It is a 7/10 film to me.").apart


def test_the_last_part_of_a_sentence_is_its_own() -> None:
    assert of("He hated it, but I give it 7/10.").part == "i give it "


def test_somebodys_speech_is_quoted() -> None:
    assert of("“A clear 7/10,” says the judge.").quoted
    assert not of("I call it “fair”: 7/10.").quoted


def test_comments_stand_behind_the_end() -> None:
    text = "A film about fog, and about the men who wait for it.\n\n3 comments on “Fog”\n\n7/10"
    assert of(text).to_end < 0
