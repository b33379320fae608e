"""A review and its page become one, and the feed's own is not lost."""

from dataclasses import replace

from tests.makers import NOON, make_entry
from tests.page_making import PARAGRAPH, article
from tui.model.grade import Source
from tui.model.outcome import Failed
from tui.model.paging import Paged, PageText
from tui.model.review import Draft
from tui.refresh.page_taking import Taken, page_of, with_page, without_page
from tui.refresh.rereading import redraft
from tui.refresh.reviewing import draft, same_entry, shows_same

SHORT = f"<p>{PARAGRAPH} […]</p>"
EIGHT = '{"@type": "Review", "reviewRating": [{"@type": "Rating", "ratingValue": 8, "bestRating": 10}]}'
ENTRY = make_entry(html=SHORT, summary=True)


def read(html: str = SHORT, **fields: str) -> Draft:
    return draft(make_entry(html=html, summary=True, fields=fields), seen=NOON)


def taken(review: Draft, html: str, data: str = "") -> Taken:
    found = with_page(review, PageText(html, data))
    assert isinstance(found, Taken)
    return found


def test_the_full_text_takes_the_place_of_the_excerpt() -> None:
    found = taken(read(), article(grade="B+"))
    assert found.longer
    assert "6. Ilse Marrow" in found.draft.text
    assert found.draft.paged == Paged(SHORT, "")


def test_a_grade_in_the_text_of_the_page_is_told_as_the_pages() -> None:
    found = taken(read(), article(grade="B+"))
    assert found.graded
    assert found.draft.grade is not None
    assert (found.draft.grade.written, found.draft.grade.source) == ("B+", Source.PAGE)
    where = found.draft.grade.where
    assert where is not None
    assert found.draft.text[where.start : where.end] == "B+"


def test_a_grade_in_the_data_of_the_page_stays_told_as_data() -> None:
    found = taken(read(), article(), EIGHT)
    assert found.draft.grade is not None
    assert (found.draft.grade.score, found.draft.grade.source) == (80, Source.DATA)


def test_the_feeds_own_field_beats_the_page() -> None:
    found = taken(read(**{"letterboxd:memberRating": "3.5"}), article(grade="B+"), EIGHT)
    assert not found.graded
    assert found.draft.grade is not None
    assert (found.draft.grade.source, found.draft.grade.score) == (Source.FIELD, 70)


def test_a_text_as_long_as_the_feeds_is_shown_but_not_called_longer() -> None:
    found = taken(read(article()), article(grade="B+"))
    assert (found.graded, found.longer) == (True, False)


def test_a_page_that_shows_less_gives_only_its_grade() -> None:
    found = taken(read(article(paragraphs=9)), "<p>Subscribe to read on.</p>", EIGHT)
    assert found.graded
    assert found.draft.html == article(paragraphs=9)
    assert found.draft.paged == Paged(None, EIGHT)


def test_a_paywall_is_a_failure() -> None:
    found = with_page(read(), PageText("<p>Subscribe to read on.</p>"))
    assert isinstance(found, Failed)
    assert "paywall" in found.reason


def test_a_page_without_the_grade_the_feed_gives_is_not_taken() -> None:
    review = read(SHORT + "<p>My Grade: 7/10</p>")
    assert isinstance(with_page(review, PageText(article())), Failed)


def test_an_excerpt_that_gains_a_grade_leaves_the_text_of_the_page() -> None:
    was = taken(read(), article()).draft
    given = page_of(was)
    assert given
    found = with_page(read("<p>7/10 […]</p>"), given, kept=True)
    assert isinstance(found, Taken)
    assert found.draft.text == was.text
    assert found.draft.grade
    assert (found.draft.grade.written, found.draft.grade.source) == ("7/10", Source.PROSE)
    assert found.draft.grade.where is None
    assert redraft(found.draft, None) == found.draft


def test_credits_and_work_that_only_the_feed_gives_stay() -> None:
    review = read(f"<p>Directed By Ilse Marrow</p>{SHORT}")
    assert taken(review, article()).draft.credits == review.credits
    assert taken(review, article()).draft.work == review.work


def test_the_same_entry_is_still_known_as_the_same() -> None:
    found = taken(read(), article(grade="B+")).draft
    assert same_entry(found.fingerprint, ENTRY)
    assert not shows_same(found.fingerprint, read().fingerprint)


def test_the_feeds_own_comes_back_without_the_page() -> None:
    before = read(**{"slash:section": "films"})
    after = without_page(taken(before, article(grade="B+"), EIGHT).draft)
    assert (after.html, after.fields, after.paged) == (before.html, before.fields, None)


def test_what_a_page_gave_is_joined_to_a_new_state_of_the_entry() -> None:
    was = taken(read(), article(grade="B+"), EIGHT).draft
    given = page_of(was)
    assert given == PageText(article(grade="B+"), EIGHT)
    again = taken(replace(read(), title="Foghorn, again"), article(grade="B+"), EIGHT).draft
    assert again.text == was.text


def test_a_page_read_twice_gives_the_same() -> None:
    once = taken(read(), article(grade="B+"), EIGHT)
    assert taken(once.draft, article(grade="B+"), EIGHT) == once


def test_reading_the_library_again_finds_what_the_page_gave() -> None:
    for found in (taken(read(), article(grade="B+")), taken(read(article()), "<p>No.</p>", EIGHT)):
        again = redraft(found.draft, None)
        assert (again.grade, again.text, again.paged) == (found.draft.grade, found.draft.text, found.draft.paged)
