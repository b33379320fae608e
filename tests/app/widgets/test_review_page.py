"""A whole review laid out: head, text, links."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.prose_making import make_prose, paragraph, spoiler
from tests.makers import NOON, make_credits, make_grade, make_review
from tui.app.widgets.review_page import preview_page, review_page
from tui.model.credits import Credits
from tui.model.edition import Edition
from tui.model.paging import Paged
from tui.model.prose import Link, Prose, Run
from tui.model.review import Review
from tui.model.snippet import Snippet
from tui.model.work import Work

FOG = make_prose(paragraph("Fog."))


def texts(review: Review, prose: Prose = FOG, measure: int = 72) -> list[str]:
    return [line.text.replace("\u00a0", " ") for line in review_page(review, prose, measure, NOON).lines]


def test_the_title_is_the_works_with_its_year_then_who_and_when() -> None:
    lines = texts(make_review())
    assert lines[1] == "The Second Foghorn  2025"
    assert lines[2] == "Ada Quill · 14 March 2026 · just now · 3 comments"


def test_the_posts_own_title_stands_under_the_works_when_it_says_something_else() -> None:
    assert texts(make_review(title="Fog, again"))[2] == "Fog, again"
    assert "Ada Quill" in texts(make_review(title="THE SECOND FOGHORN (2025)"))[2]


@pytest.mark.parametrize(
    "title", ["Review: The Second Foghorn", "The Second Foghorn (2025) – 7/10", "the second foghorn"]
)
def test_a_posts_title_that_adds_nothing_is_left_out(title: str) -> None:
    assert texts(make_review(title=title))[2].startswith("Ada Quill")


@pytest.mark.parametrize("end", ["and then […]", "and then [...] Continue reading The Second Foghorn", "and (more…)"])
def test_a_text_the_feed_broke_off_says_where_the_rest_is(end: str) -> None:
    assert any("breaks off here" in line for line in texts(make_review(), make_prose(paragraph(end))))
    assert not any("breaks off" in line for line in texts(make_review(url=""), make_prose(paragraph(end))))
    assert not any("breaks off" in line for line in texts(make_review(), make_prose(paragraph("And then…"))))


def test_a_text_the_feed_calls_a_summary_breaks_off_until_its_page_is_read() -> None:
    assert any("x fetches" in line for line in texts(make_review(summary=True)))
    assert not any("breaks off" in line for line in texts(make_review(summary=True, paged=Paged(None, ""))))


def test_further_grades_are_named_under_the_first() -> None:
    others = (make_grade(written="8/10"), make_grade(written="[B+]"))
    assert "also gives 8/10, [B+]" in texts(make_review(others=others))


def test_no_gap_is_wider_than_a_line_without_credits() -> None:
    lines = texts(make_review(credits=Credits()), measure=60)
    assert all(one or other for one, other in pairwise(lines))


def test_a_post_that_is_no_review_shows_its_own_title_and_no_grade() -> None:
    lines = texts(make_review(title="Ten films about fog", work=None, grade=None, credits=Credits()))
    assert lines[1] == "Ten films about fog"
    assert "no grade given" not in lines


def test_a_review_without_a_grade_says_so() -> None:
    assert "no grade given" in texts(make_review(grade=None))


def test_the_author_is_named_when_it_is_not_the_critic() -> None:
    assert "by Bram Oxley" in texts(make_review(critic="Second Reel", author="Bram Oxley"))[2]
    assert "by" not in texts(make_review(author="Ada Quill"))[2]


def test_the_trailer_takes_the_number_the_text_gives_it_or_the_next() -> None:
    url = make_credits().trailer or ""
    prose = make_prose(paragraph("See ", Run("this", link=1)), links=[Link(1, url, "this")])
    assert review_page(make_review(), prose, 72, NOON).links == {1: url}
    other = make_prose(paragraph("See ", Run("this", link=1)), links=[Link(1, "https://place.example/", "this")])
    assert review_page(make_review(), other, 72, NOON).links == {1: "https://place.example/", 2: url}


def test_links_that_are_only_in_the_credits_block_are_not_listed() -> None:
    block = paragraph(Run("Ilse Marrow", link=1), role="credits")
    prose = make_prose(block, links=[Link(1, "https://people.example/marrow", "Ilse Marrow")])
    assert 1 not in review_page(make_review(credits=Credits()), prose, 72, NOON).links


def test_hidden_words_are_announced() -> None:
    page = review_page(make_review(), make_prose(paragraph(spoiler("the butler"))), 72, NOON)
    assert page.spoilers
    assert any("v shows them" in line.text for line in page.lines)
    assert not review_page(make_review(), FOG, 72, NOON).spoilers


def test_a_review_without_text_says_what_to_do() -> None:
    assert any("o opens its page" in line for line in texts(make_review(), Prose()))
    assert not any("o opens" in line for line in texts(make_review(url=""), Prose()))


def test_a_preview_is_only_the_start_and_has_no_age() -> None:
    prose = make_prose(*(paragraph("fog " * 100) for _ in range(50)))
    page = preview_page(make_review(), prose, 60, most=20)
    assert len(page.lines) < 50
    assert not any("ago" in line.text or "just now" in line.text for line in page.lines)


@given(
    st.text(alphabet="ab 漢字[/]²é-", min_size=1, max_size=80),
    st.text(alphabet="ab 漢[/]", max_size=40),
    st.integers(16, 80),
)
def test_no_line_of_the_head_is_wider_than_the_measure(title: str, critic: str, measure: int) -> None:
    review = make_review(title=title, critic=critic, work=Work(title[::-1], 2025))
    assert all(cell_len(line.text) <= measure for line in review_page(review, FOG, measure, NOON).lines)


def test_a_changed_grade_is_told_under_the_grade_and_what_the_text_lost_at_the_end() -> None:
    was = Edition(NOON, "The Second Foghorn", make_grade(written="A-"), "A masterpiece.\n\nMy Grade: A-")
    lines = texts(make_review(editions=(was,), text="A patient film about fog."))
    assert "Grade changed from A- to 7/10 or B-, 14 March 2026" in lines
    assert lines.index("Until 14 March 2026 it said:") < lines.index("A masterpiece.")
    assert lines.index("Fog.") < lines.index("A masterpiece.")


def test_a_text_from_the_reviews_page_says_so() -> None:
    said = "The text is from the review's page; the feed gives less."
    assert said in texts(make_review(paged=Paged("<p>The beginning</p>", "")))
    assert said not in texts(make_review(paged=Paged(None, "{}")))
    assert said not in texts(make_review())


def test_a_search_shows_where_its_words_stand_unless_there_are_spoilers() -> None:
    found = Snippet("…the keeper's lamp goes out…", ((14, 18),))
    page = preview_page(make_review(), make_prose(paragraph("fog " * 100)), 60, found=found)
    line = next(line for line in page.lines if "lamp" in line.text)
    assert [line.text[span.start : span.end] for span in line.spans if span.look == "evidence"] == ["lamp"]
    page = preview_page(make_review(), make_prose(paragraph(spoiler("the keeper's lamp"))), 60, found=found)
    assert not any("lamp goes" in line.text for line in page.lines)
