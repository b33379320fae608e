"""Audience ratings, and critics' grades that look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.certificates import Certificate, read_certificate


@pytest.mark.parametrize(
    ("line", "value", "reason"),
    [
        ("Rated PG for brief peril and fog", "PG", "brief peril and fog"),
        ("Rated PG-13 (for strong fog)", "PG-13", "strong fog"),
        ("Rated: R – Language, violence.", "R", "Language, violence"),
        ("Rated R.", "R", None),
        ("MPAA Rating: R", "R", None),
        ("MPAA: pg 13 for peril. Running time: 110 minutes", "PG-13", "peril"),
        ("MPAA Rating: Rated NC-17", "NC-17", None),
        ("Rating: PG-13", "PG-13", None),
        ("Rating: PG (thematic elements)", "PG", "thematic elements"),
        ("Rated TV-MA", "TV-MA", None),
        ("Rated R by the MPAA for language throughout", "R", "language throughout"),
        ("FSK 12", "FSK 12", None),
        ("FSK: ab 16", "FSK 16", None),
        ("FSK ab 12 freigegeben", "FSK 12", None),
        ("BBFC: 15", "15", None),
        ("Certificate: 12A", "12A", None),
        ("Cert 18", "18", None),
        ("Rated 15", "15", None),
        ("Not Rated", "Not Rated", None),
        ("This film is not rated.", "Not Rated", None),
        ("PG-13 for some strong fog", "PG-13", "some strong fog"),
        ("Rated · PG", "PG", None),
        ("R for fog (lots of it)", "R", "fog (lots of it)"),
    ],
)
def test_an_audience_rating_is_read(line: str, value: str, reason: str | None) -> None:
    assert read_certificate(line) == Certificate(value, reason)


@pytest.mark.parametrize(
    "line",
    [
        "Rating: 7/10",
        "Rating: A-",
        "Rating: B",
        "Rating: 15",
        "Rated 8 out of 10",
        "Rated 12/20",
        "Rated R Superstar",
        "Rated one of the best films of the year",
        "Rating: 3.5",
        "Rating: ★★★",
        "R is for Rocket",
        "PG Tips for everyone",
        "G",
        "Certificate of birth",
    ],
)
def test_grades_and_sentences_are_none(line: str) -> None:
    assert read_certificate(line) is None


@given(st.text())
def test_any_line_can_be_asked(line: str) -> None:
    read_certificate(line)
