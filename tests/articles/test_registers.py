"""Registers a post may point into."""

import pytest

from tui.articles.registers import identities, identity


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.themoviedb.org/movie/10683-happiness", ("tmdb", "movie/10683")),
        ("https://www.themoviedb.org/de-DE/tv/1396", ("tmdb", "tv/1396")),
        ("https://m.imdb.com/title/tt0147612/?ref_=x", ("imdb", "tt0147612")),
        ("https://letterboxd.com/film/foghorn-2024/", ("letterboxd", "foghorn-2024")),
        ("https://letterboxd.com/ada/film/foghorn-2024/1/", ("letterboxd", "foghorn-2024")),
        ("https://www.wikidata.org/wiki/Q42", ("wikidata", "Q42")),
        ("https://www.imdb.com/name/nm0000001/", None),
        ("https://letterboxd.com/ada/list/best/", None),
    ],
)
def test_an_address_names_a_work(url: str, found: tuple[str, str] | None) -> None:
    assert identity(url) == found


def test_the_first_in_each_register_counts() -> None:
    urls = ["https://imdb.com/title/tt00001/", "https://imdb.com/title/tt00002/", "https://www.wikidata.org/wiki/Q1"]
    assert identities(urls) == (("imdb", "tt00001"), ("wikidata", "Q1"))
