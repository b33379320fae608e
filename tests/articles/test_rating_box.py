"""Rating boxes of review plugins."""

import pytest

from tui.articles.markup import parse
from tui.articles.rating_box import read_rating_box


def box(kind: str, total: str) -> str:
    return f'<div class="review-wrapper wp-review-{kind}-type"><div class="review-total-wrapper">{total}</div></div>'


@pytest.mark.parametrize(
    ("html", "value", "best"),
    [
        (box("point", '<span class="review-total-box">7.5<small>Good</small></span>'), 7.5, 10),
        (box("percentage", '<span class="review-total-box">82<i class="percentage-icon">%</i></span>'), 82, 100),
        (box("star", '<span class="review-total-box">4.5</span>'), 4.5, 5),
        ('<span class="review-total-box">7.5/10</span>', 7.5, 10),
        ('<span class="review-total-box">8.1</span>', 8.1, None),
        (box("star", '<b class="review-total-box"><i class="review-total-box-title">It hums</i>4.2</b>'), 4.2, 5),
        ('<div class="review-wu-grade-content"><span>7.2</span></div>', 7.2, 10),
    ],
)
def test_the_total_is_read(html: str, value: float, best: float | None) -> None:
    (found,) = read_rating_box(parse(html))
    assert (found.value, found.best) == (value, best)


def test_the_visitors_votes_are_not() -> None:
    votes = (
        '<div class="user-review-area visitors-review-area"><b class="review-total-box">4.9 <i>(12 votes)</i></b></div>'
    )
    assert read_rating_box(parse(votes)) == ()
    (found,) = read_rating_box(parse(votes + box("point", '<span class="review-total-box">6</span>')))
    assert found.value == 6


def test_a_box_of_words_is_none() -> None:
    assert read_rating_box(parse('<span class="review-total-box">Good</span>')) == ()
