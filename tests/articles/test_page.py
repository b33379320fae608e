"""Of a page only the review stays: its text, with what carries grades, and what the page's data say."""

import json
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page_making import NAMED, PARAGRAPH, UNNAMED, article, page
from tui.articles.page import read_page
from tui.articles.reading import read_article

ELSEWHERE = ("About the fog", "Someone Else", "dreadful", "Subscribe to the fog", "You may also like", "Posted on")


@pytest.mark.parametrize("frame", [NAMED, UNNAMED], ids=["named", "unnamed"])
class TestTheText:
    def test_is_whole(self, frame: str) -> None:
        found = read_page(page(article(grade="B+"), frame=frame)).html
        assert all(f"{part}. {PARAGRAPH}" in found for part in range(1, 7))
        assert "My Grade: B+" in found

    def test_holds_no_menu_no_other_article_no_comment_and_no_byline(self, frame: str) -> None:
        found = read_page(page(article(grade="B+"), frame=frame)).html
        assert [words for words in ELSEWHERE if words in found] == []

    def test_keeps_what_draws_a_grade(self, frame: str) -> None:
        stars = '<p><img src="/img/four-stars.png" alt="4 out of 5 stars"></p>'
        assert "4 out of 5 stars" in read_page(page(article() + stars, frame=frame)).html

    def test_leaves_out_the_headline_the_feed_has_told(self, frame: str) -> None:
        assert "<h1" not in read_page(page(article(), frame=frame)).html


def test_the_data_of_the_page_are_kept_as_one_review() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Review", "itemReviewed": {"@type": "Movie", "name": "Foghorn",'
        ' "datePublished": "2025"}, "reviewRating": {"ratingValue": 8.5, "bestRating": 10}}</script>'
    )
    said = json.loads(read_page(page(article(), head=head)).data)
    assert said["itemReviewed"] == {"@type": "Movie", "name": "Foghorn", "datePublished": "2025"}
    assert said["reviewRating"][0]["ratingValue"] == "8.5"


@pytest.mark.parametrize(
    ("value", "best", "score"), [("8.5", "10", 85), ("4", "5", 80), ("B+", "", 83), ("0", "10", 0), ("79", "100", 79)]
)
def test_a_grade_told_again_is_the_same_grade(value: str, best: str, score: float) -> None:
    microdata = (
        '<div itemscope itemtype="https://schema.org/Review"><span itemprop="itemReviewed">Foghorn</span>'
        '<span itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">'
        f'<meta itemprop="worstRating" content="0"><meta itemprop="bestRating" content="{best}">'
        f'<meta itemprop="ratingValue" content="{value}"></span></div>'
    )
    parts = read_page(page(article()).replace("</main>", microdata + "</main>"))
    grade = read_article(parts.html, title="Foghorn", fields={"page:json-ld": parts.data}).reading.grade
    assert grade is not None
    assert grade.score == score


def test_readers_votes_are_not_the_grade() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Movie", "name": "Foghorn",'
        ' "aggregateRating": {"@type": "AggregateRating", "ratingValue": 2, "ratingCount": 900}}</script>'
    )
    assert "reviewRating" not in read_page(page(article(), head=head)).data


@settings(max_examples=60)
@given(st.text(alphabet="<>/=\"' abdivpuliscrt&;!-\n\x00\x1b", max_size=400))
def test_no_text_makes_it_fail(html: str) -> None:
    read_page(html)


def test_many_paragraphs_in_large_boxes_are_read_in_linear_time() -> None:
    def seconds(paragraphs: int) -> float:
        text = "<p>A patient film about fog, and men who wait.</p>" * paragraphs
        box = f'<div><h2>Fog</h2><a href="/">more</a>{text}</div>'
        began = process_time()
        read_article(f"<body>{box * 2}</body>", page=True)
        return process_time() - began

    seconds(10)
    # Eight times the page: linear is a ratio of 8, quadratic 64.
    assert seconds(1_600) < 24 * (seconds(200) + 0.005)
