"""trafilatura is asked where the article is; what it cannot answer costs nothing."""

from tests.page_making import UNNAMED, article, page
from tui.articles.extraction import article_lines, line_key


def test_the_lines_of_the_article_are_found_and_no_others() -> None:
    lines = article_lines(page(article(), frame=UNNAMED))
    assert line_key("1. Ilse Marrow films the lighthouse as if nobody") in lines
    assert line_key("Subscribe to the fog, in your inbox, every week") not in lines


def test_a_line_is_known_however_its_spaces_stand() -> None:
    assert line_key("- The  keeper\nsays little, the sea") == line_key("The keeper says little, the sea says less")


def test_a_short_line_tells_nothing() -> None:
    assert line_key("The end") == ""


def test_a_page_too_large_is_not_tried() -> None:
    assert article_lines("<p>x</p>" * 20_000) == frozenset()


def test_what_is_no_page_has_no_lines() -> None:
    assert article_lines("") == article_lines("<" * 1_000) == frozenset()
