"""JSON-LD as pages really write it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.json_ld import read_json_ld

Given = dict[str, object]
RATING: Given = {"@type": "Rating", "ratingValue": "4", "bestRating": "5"}
FILM: Given = {
    "@type": "Movie",
    "name": "The Second Foghorn",
    "dateCreated": "2024-05-01",
    "director": [{"@type": "Person", "name": "Ilse Marrow"}],
    "actor": ["Tomas Vey", "Petra Lund"],
    "contentRating": "PG",
    "sameAs": "https://www.imdb.com/title/tt0000001/",
}
REVIEW: Given = {"@context": "https://schema.org", "@type": "Review", "itemReviewed": FILM, "reviewRating": RATING}


def script(data: object) -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    return f'<html><script type="application/ld+json">{text}</script>'


def graded(data: object) -> tuple[float | None, float | None, str | None] | None:
    found, _ = read_json_ld(script(data))
    return (found[0].value, found[0].best, found[0].letter) if found else None


def with_rating(**rating: object) -> Given:
    return {**REVIEW, "reviewRating": {"@type": "Rating", **rating}}


@pytest.mark.parametrize(
    "data",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {**FILM, "review": {**REVIEW, "itemReviewed": None}},
        {**FILM, "review": [{**REVIEW, "itemReviewed": None}]},
        {**REVIEW, "@type": ["Review", "Article"]},
        {**REVIEW, "@type": "CriticReview"},
        {**REVIEW, "@type": "http://schema.org/Review"},
        {**REVIEW, "reviewRating": [RATING]},
        {**REVIEW, "reviewRating": "4/5"},
        with_rating(ratingValue=4),
        with_rating(ratingValue="4,0", bestRating="5"),
        with_rating(ratingValue="4/5"),
        {"@graph": [{**REVIEW, "itemReviewed": {"@id": "#film"}, "reviewRating": {"@id": "#r"}},
                    {**RATING, "@id": "#r"}, {**FILM, "@id": "#film"}]},
    ],
)  # fmt: skip
def test_a_review_is_found_wherever_it_stands(data: object) -> None:
    found, facts = read_json_ld(script(data))
    assert [(one.value, one.best, one.name) for one in found] == [(4, 5, "JSON-LD Review")]
    assert (facts.title, facts.year, facts.kind) == ("The Second Foghorn", 2024, "film")


def test_the_item_tells_who_made_it() -> None:
    _, facts = read_json_ld(script(REVIEW))
    assert facts.directors == ("Ilse Marrow",)
    assert facts.actors == ("Tomas Vey", "Petra Lund")
    assert (facts.rated, facts.ids) == ("PG", (("imdb", "tt0000001"),))


def test_an_item_may_be_a_bare_name() -> None:
    assert read_json_ld(script({**REVIEW, "itemReviewed": "Foghorn &amp; Sons"}))[1].title == "Foghorn & Sons"


@pytest.mark.parametrize(
    ("rating", "value", "best"),
    [
        ({"ratingValue": "87", "bestRating": "100"}, 87, 100),
        ({"ratingValue": 3.5}, 3.5, 5),
        ({"ratingValue": 8}, 8, None),
        ({"ratingValue": "8", "bestRating": 10, "worstRating": 0}, 8, 10),
        ({"ratingValue": 0, "bestRating": 10, "worstRating": 0}, 0, 10),
        ({"ratingValue": "80%"}, 80, 100),
    ],
)
def test_the_top_is_five_when_unsaid(rating: Given, value: float, best: float | None) -> None:
    assert graded(with_rating(**rating)) == (value, best, None)


def test_a_letter_is_a_grade_too() -> None:
    assert graded(with_rating(ratingValue="B+")) == (None, None, "B+")
    assert graded({**REVIEW, "reviewRating": [RATING, {"ratingValue": "B+"}]}) == (4, 5, "B+")


@pytest.mark.parametrize(
    "text",
    [
        "<!-- {} -->",
        "//<![CDATA[\n{}\n//]]>",
        "/* <![CDATA[ */ {} /* ]]> */",
        "  {} ; ",
    ],
)
def test_wrapping_is_looked_through(text: str) -> None:
    assert graded(text.replace("{}", json.dumps(REVIEW))) == (4, 5, None)


def test_usual_mistakes_are_mended() -> None:
    text = json.dumps(REVIEW)
    assert graded(text[:-1] + ",}") == (4, 5, None)
    assert graded(text.replace('"', "&quot;")) == (4, 5, None)
    assert graded(text.replace("The Second", "The\nSecond").replace("\\n", "\n")) == (4, 5, None)


@pytest.mark.parametrize(
    "data",
    [
        {**FILM, "aggregateRating": {"@type": "AggregateRating", "ratingValue": 4.2, "ratingCount": 900}},
        {**REVIEW, "reviewRating": {"@type": "AggregateRating", "ratingValue": 4}},
        {**REVIEW, "@type": "ClaimReview"},
        {**REVIEW, "@type": "UserReview"},
        with_rating(ratingValue=-1, bestRating=-1),
        with_rating(ratingValue=0, bestRating=5),
        with_rating(ratingValue=""),
        with_rating(ratingValue="7", bestRating="5"),
        {**FILM, "review": [{**REVIEW, "author": "Reader One"}, {**REVIEW, "author": "Reader Two"}]},
        "{not json",
        "[" * 100_000,
        "null",
        '"Review"',
    ],
)
def test_decoys_are_left_alone(data: object) -> None:
    if isinstance(data, dict) and data.get("@type") == "Movie":
        data = {key: value for key, value in data.items() if key != "itemReviewed"}
    assert graded(data) is None


KEYS = st.sampled_from([*REVIEW, *FILM, *RATING, "@id", "@graph", "review"])
DATA = st.recursive(
    st.none() | st.text(max_size=8) | st.floats() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(DATA)
def test_any_data_can_be_read(data: object) -> None:
    read_json_ld(script({"@type": "Review", "x": data, "reviewRating": data, "itemReviewed": data}))
    read_json_ld(script(data))


@given(st.text())
def test_any_script_can_be_read(text: str) -> None:
    read_json_ld(script(text))
