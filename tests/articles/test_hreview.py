"""Microformats, both generations."""

import pytest

from tui.articles.hreview import read_hreview
from tui.articles.markup import parse

MODERN = '<div class="h-review">{}</div>'
OLD = '<div class="hreview">{}</div>'


@pytest.mark.parametrize(
    ("html", "value", "best", "title"),
    [
        (MODERN.format('<a class="p-item h-item" href="/f">Foghorn</a><b class="p-rating">4.7</b> out of 5 stars'),
         4.7, 5, "Foghorn"),
        (MODERN.format('<p class="p-item h-item"><a class="p-name" href="/f">Foghorn</a></p><data class="p-rating" '
                       'value="8">eight</data><data class="p-best" value="10"></data>'), 8, 10, "Foghorn"),
        (OLD.format('<p class="item"><a class="fn url" href="/f">Foghorn</a></p><b class="rating">3</b> out of 4'),
         3, 4, "Foghorn"),
        (OLD.format('<p class="item"><b class="fn">Foghorn</b></p><span class="rating"><span class="value">7</span>/'
                    '<span class="best">10</span></span>'), 7, 10, "Foghorn"),
        (OLD.format('<abbr class="rating" title="3.5">***½</abbr>'), 3.5, 5, ""),
        (OLD.format('<b class="fn">Foghorn</b> <b class="rating">**1/2</b> (out of ****)'), 2.5, 4, ""),
    ],
)  # fmt: skip
def test_a_review_is_read(html: str, value: float, best: float, title: str) -> None:
    found, facts = read_hreview(parse(html))
    assert [(one.value, one.best) for one in found] == [(value, best)]
    assert facts.title == title


@pytest.mark.parametrize(
    "html",
    [
        '<p class="h-review">Foghorn</p>',
        '<div class="hreview-aggregate hreview"><b class="rating">4</b></div>',
        '<div id="comments"><div class="h-review"><b class="p-rating">5</b></div></div>',
        '<div class="h-review"><b class="p-rating">nine</b></div>',
    ],
)
def test_others_are_left_alone(html: str) -> None:
    assert read_hreview(parse(html))[0] == ()
