"""Time grows with the text and no faster, whatever the text is made of."""

from time import perf_counter

import pytest

from tui.grading.reading import read_grade

ATTACKS = {
    "digits": "7", "slashes": "7/", "fractions": "7/10 ", "stars": "★", "half stars": "★½",
    "asterisks": "*", "spaced": "* ", "spaces": " ", "newlines": "\n", "dashes": "-", "long dashes": " – ",
    "out of": "out of ", "ten out of": "ten out of ", "of": "7 of ", "quotes": '"', "said": '"7/10 ',
    "brackets": "(", "labels": "rating ", "colons": "rating: ", "letters": "A ", "signs": "B+",
    "percent": "9%", "give": "i give it a ", "if": "if it were a ", "names": "Ab ", "thumbs": "thumbs ",
    "popcorn": "two popcorn ", "scales": "scale of 1 to ", "numbers": "seven and a half ", "dots": ". ",
    "breaks": "<br />", "hearts": "❤️", "mixed": "7 1/2 ", "comma": "7,", "legend": "5 stars = ",
    "grades": "Grade: B+\n", "words": "fog ", "not": "not a ", "the": "the ", "apostrophes": "it's ",
    "comments": "3 comments on\n", "points": "7 . ", "decimals": "7.5\n", "stacked": "7\n/10\n",
    "asides": "i, a b, gave it 7/10 ", "somebody": "i hear the crowd gave it 7/10 ", "rows": "½ of **** ",
}  # fmt: skip


def seconds(text: str) -> float:
    """Return the best of three readings."""
    times = []
    for _ in range(3):
        start = perf_counter()
        read_grade(text)
        times.append(perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("unit", ATTACKS.values(), ids=ATTACKS)
def test_twice_the_text_takes_about_twice_the_time(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (8_000, 64_000))
    # Eight times the text: linear is a ratio of 8, quadratic 64. Half a millisecond absorbs what every call costs.
    assert seconds(large) / (seconds(small) + 0.0005) < 24


def test_five_megabytes_take_no_longer_than_a_book() -> None:
    book = "I give it 7/10, and the fog is a * * * of its own. " * 4_000
    assert seconds(book * 25) < 5 * seconds(book) + 0.25
