"""Microdata, valid and as found."""

import pytest

from tui.articles.markup import parse
from tui.articles.microdata import read_microdata


def item(kind: str, inside: str, role: str = "") -> str:
    """An item of schema.org, as property `role` of the one around it."""
    of = f' itemprop="{role}"' if role else ""
    return f'<div{of} itemscope itemtype="https://schema.org/{kind}">{inside}</div>'


VALUE = '<i itemprop="ratingValue">4</i>'
FILM = (
    '<a itemprop="name" href="/f">Foghorn</a><meta itemprop="dateCreated" content="2024-05-01">'
    + item("Person", '<span itemprop="name">Ann Vey</span>', "director")
    + '<span itemprop="actor">Tom Lund</span>'
)
ITEM = item("Movie", FILM, "itemReviewed")
RATING = item("Rating", '<meta itemprop="ratingValue" content="3.5"><i itemprop="bestRating">4</i>', "reviewRating")


def graded(html: str) -> tuple[float | None, float | None] | None:
    found, _ = read_microdata(parse(html))
    return (found[0].value, found[0].best) if found else None


def test_a_review_with_its_rating_and_item() -> None:
    found, facts = read_microdata(parse(item("Review", ITEM + RATING)))
    assert [(one.value, one.best, one.name) for one in found] == [(3.5, 4, "microdata Review")]
    assert (facts.title, facts.year, facts.kind, facts.directors, facts.actors) == (
        "Foghorn", 2024, "film", ("Ann Vey",), ("Tom Lund",),
    )  # fmt: skip


def test_a_value_directly_inside_the_review() -> None:
    html = item(
        "Movie",
        '<h1 itemprop="name">Foghorn</h1><i itemprop="contentRating">PG</i>'
        + item("Review", VALUE + '/<b itemprop="bestRating">5</b>', "review"),
    )
    found, facts = read_microdata(parse(html))
    assert [(one.value, one.best) for one in found] == [(4, 5)]
    assert (facts.title, facts.rated) == ("Foghorn", "PG")


def test_a_rating_that_says_nothing_of_its_top() -> None:
    assert graded(item("Review", VALUE)) == (4, 5)


def test_a_rating_of_its_own() -> None:
    assert graded(item("Rating", '<meta itemprop="ratingValue" content="3.5">')) == (3.5, 5)


@pytest.mark.parametrize(
    "html",
    [
        item("Movie", item("AggregateRating", VALUE, "aggregateRating")),
        item("ClaimReview", VALUE),
        f'<li class="comment">{item("Review", VALUE)}</li>',
        f"<aside>{item('Review', RATING)}</aside>",
        item("Review", item("Movie", item("AggregateRating", VALUE, "aggregateRating"), "itemReviewed")),
        item("Rating", VALUE + '<i itemprop="ratingCount">9</i>'),
        item("Review", '<i itemprop="ratingValue">0</i>'),
    ],
)
def test_decoys_are_left_alone(html: str) -> None:
    assert graded(html) is None


def test_of_several_reviews_the_first_counts() -> None:
    other = item("Review", '<i itemprop="ratingValue">1</i>')
    assert graded(item("Review", RATING) + other) == (3.5, 4)
