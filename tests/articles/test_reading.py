"""One post, understood."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles.reading import read_article
from tui.model.grade import Source

PRAISE = "It begins with fog and it ends with fog, and between the two a keeper learns to listen to the sea. " * 5
POST = f"""<p>Directed By Ilse Marrow</p><p>Starring – Tomas Vey, Petra Lund</p><p>Rated PG for brief peril</p>
<p>{PRAISE}</p><p>My Grade: 7/10 or B-</p>
<h3>2 thoughts on “The Second Foghorn”</h3><p>I would say 10/10, my grade: A+!</p><h3>Leave a Reply</h3>"""
PAGE = f"""<html><head><meta property="og:title" content="The Second Foghorn Review"><title>x</title></head><body>
<nav><p>{"Home and reviews and more " * 20}</p></nav><article><h1>The Second Foghorn Review</h1>
<div itemscope itemtype="https://schema.org/Review">
<b itemprop="ratingValue">4</b><meta itemprop="bestRating" content="5"></div><p>{PRAISE}</p><p>{PRAISE}</p></article>
<aside><p>Related: Salt Road, 2/5 stars</p></aside><div id="comments"><p>{"No! " * 50} 1/10</p></div></body></html>"""


class TestAPost:
    def test_gives_credits_work_and_grade(self) -> None:
        article = read_article(POST, title="The Second Foghorn", url="https://critic.example/p")
        assert article.credits.directed_by == ("Ilse Marrow",)
        assert article.work is not None
        assert article.work.title == "The Second Foghorn"
        grade = article.reading.grade
        assert grade is not None
        assert (grade.value, grade.best, grade.letter) == (7, 10, "B-")

    def test_marks_the_block_its_grade_was_read_from(self) -> None:
        article = read_article(POST, title="The Second Foghorn")
        (block,) = [block for block in article.prose.blocks if block.role == "grade"]
        assert block.text == "My Grade: 7/10 or B-"
        where = article.reading.grade.where if article.reading.grade else None
        assert where is not None
        assert article.prose.text[where.start : where.end] in block.text

    def test_what_commenters_give_is_not_the_critics(self) -> None:
        article = read_article(POST.replace("My Grade: 7/10 or B-", "So it goes."), title="The Second Foghorn")
        assert article.reading.grade is None

    def test_may_be_plain_text(self) -> None:
        text = f"The Second Foghorn\n\nDirected By Ilse Marrow\n\n{PRAISE}\n\nMy Grade: 7/10\n\n1 comment\n\nI say 2/10"
        article = read_article(text)
        assert article.work is not None
        assert article.work.title == "The Second Foghorn"
        assert article.reading.grade is not None
        assert article.reading.grade.value == 7

    def test_that_is_an_essay_reviews_nothing(self) -> None:
        assert read_article(f"<p>{PRAISE}</p>", title="The 25 Best Films of 2024").work is None

    def test_takes_drawn_stars_for_a_grade(self) -> None:
        article = read_article(f'<p>{PRAISE}</p><p><img src="/3stars.png" alt="3 out of 4 stars"></p>', title="Foghorn")
        assert article.reading.grade is not None
        assert (article.reading.grade.value, article.reading.grade.best) == (3, 4)


class TestAPage:
    def test_gives_text_title_work_and_the_grade_in_its_data(self) -> None:
        article = read_article(PAGE, url="https://critic.example/p", page=True)
        assert (article.title, article.work and article.work.title) == (
            "The Second Foghorn Review",
            "The Second Foghorn",
        )
        grade = article.reading.grade
        assert grade is not None
        assert (grade.value, grade.best) == (4, 5)
        assert "Home and reviews" not in article.prose.text
        assert "Salt Road" not in article.prose.text

    def test_of_a_recipe_or_a_fact_check_is_no_review(self) -> None:
        html = '<div itemscope itemtype="https://schema.org/Recipe"><p>1/4 cup of fog. Rating: 4/5</p></div>'
        article = read_article(html, page=True)
        assert (article.work, article.reading.grade) == (None, None)


def test_data_lifted_out_of_a_post_still_count() -> None:
    data = '{"@type":"Review","itemReviewed":"Foghorn","reviewRating":{"ratingValue":4}}'
    article = read_article(f"<p>{PRAISE}</p>", title="Mist Opportunity", fields={"json-ld": data})
    assert article.reading.grade is not None
    assert article.reading.grade.source is Source.DATA
    assert article.work is not None
    assert article.work.title == "Foghorn"


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60), st.booleans())
@settings(deadline=None)
def test_anything_can_be_read(html: str, title: str, url: str, page: bool) -> None:
    article = read_article(html, title=title, url=url, page=page)
    assert article.prose.text == "\n\n".join(block.text for block in article.prose.blocks)


@pytest.mark.parametrize("module", ["tui.articles.reading", "tui.articles.prose", "tui.articles.credits"])
def test_the_parser_is_loaded_at_first_use(module: str) -> None:
    code = f"import {module}, sys; print('selectolax' in sys.modules, 'textual' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == ["False", "False"]
