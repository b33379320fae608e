"""What the arbiter refuses, and that it says why."""

import pytest

from tui.grading.reading import read_grade

FILM = "A patient film about fog, and about the men who wait for it to lift.\n\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("IMDb: 7.4/10", "imdb"),
        ("My wife gave it an 8/10.", "somebody else"),
        ("It could have been a 9/10.", "only supposed"),
        ("Acting: 8/10", "of a part only"),
        ("Rating: 15", "an age"),
        ("* * *", "parts the text"),
        ("I watched 2/3 of the film.", "a share"),
        ("“10/10” – The Daily Lamp", "quotation marks"),
        ("It is 90% fog.", "a share"),
    ],
)
def test_a_refusal_says_why(words: str, why: str) -> None:
    reading = read_grade(FILM + words + " And so on it goes.")
    if reading.reasons:
        assert reading.grade is None, reading
    whole = read_grade(FILM + words)
    assert whole.grade is None
    assert not whole.reasons or any(why in reason for reason in whole.reasons), whole.reasons


def test_comments_below_the_review_are_not_read() -> None:
    reading = read_grade(FILM + "No grade today.\n\n2 comments on “Fog”\n\nBen: I give it 9/10")
    assert reading.grade is None
    assert "below the review" in reading.reasons[0]
