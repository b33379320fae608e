"""A column's name before the title."""

import pytest

from tui.articles.headlines import read_headline
from tui.articles.mentions import read_mentions
from tui.articles.prose import read_prose


def titled(headline: str, html: str) -> tuple[str, int | None]:
    """The title and year read from a headline above this text."""
    found = read_headline(headline, read_mentions(read_prose(html)))
    return found.title, found.year


@pytest.mark.parametrize("sign", [": ", " – ", " - "])
def test_a_column_the_text_never_says_is_no_part_of_the_title(sign: str) -> None:
    html = "<p>I saw <em>Night Bus to Lumen</em> from the last row.</p>"
    assert titled(f"Projection Booth{sign}Night Bus to Lumen (2026)", html) == ("Night Bus to Lumen", 2026)


def test_a_title_with_a_colon_stays_whole_where_the_text_says_it() -> None:
    html = "<p><em>Harbour: Impossible</em> is loud. In <em>Impossible</em> nobody whispers.</p>"
    assert titled("Harbour: Impossible (2025)", html) == ("Harbour: Impossible", 2025)


def test_a_first_half_that_the_text_says_stays() -> None:
    html = "<p>The <em>Lantern</em> films go on. Here is <em>The Last Wick</em>, and it is short.</p>"
    assert titled("Lantern: The Last Wick (2025)", html) == ("Lantern: The Last Wick", 2025)


def test_without_a_text_nothing_is_cut() -> None:
    assert titled("Projection Booth: Night Bus to Lumen (2026)", "") == ("Projection Booth: Night Bus to Lumen", 2026)
