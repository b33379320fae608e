"""Stars that are drawn."""

import pytest

from tui.articles.markup import parse
from tui.articles.star_images import read_star_images


def stars(*names: str) -> str:
    return "<p>" + "".join(f'<img src="/img/{name}.png">' for name in names) + "</p>"


def icons(*classes: str) -> str:
    return "<p>" + "".join(f'<i class="{name}"></i>' for name in classes) + "</p>"


@pytest.mark.parametrize(
    ("html", "value", "best"),
    [
        ('<img src="a.png" alt="4 stars">', 4, None),
        ('<img src="a.png" alt="3.5 out of 5 stars">', 3.5, 5),
        ('<img src="a.png" alt="★★★½">', 3.5, None),
        ('<img src="a.png" alt="Rating: 4/5">', 4, 5),
        ('<span aria-label="Rated 3 out of 4 stars"></span>', 3, 4),
        ('<svg aria-label="4 out of 5 stars"></svg>', 4, 5),
        ('<img src="/wp-content/uploads/4stars.png">', 4, None),
        ('<img src="/img/stars-3.5.gif">', 3.5, None),
        ('<img src="/img/35stars.gif">', 3.5, None),
        ('<img src="/img/3-5-stars.jpg">', 3.5, None),
        ('<img src="/img/rating-4-of-5-stars.jpg">', 4, 5),
        ('<img src="/img/twoandahalfstars.jpg">', 2.5, None),
        ('<img src="/img/star-rating-3.png">', 3, None),
        (stars("star_on", "star_on", "star_half", "star_off"), 2.5, 4),
        (stars("star-full", "star-full", "star-empty"), 2, 3),
        (stars("star", "star", "star"), 3, None),
        (icons("fa fa-star", "fa fa-star", "fa fa-star-half-o", "fa fa-star-o", "fa fa-star-o"), 2.5, 5),
        ('<div class="star-rating"><span style="width:80%"></span></div>', 4, 5),
        ('<span data-rating="3.5" data-max="5"></span>', 3.5, 5),
        ('<div data-rating="7.5"></div>', 7.5, None),
        ('<img src="/bilder/4sterne.png">', 4, None),
        (stars("on", "on", "off"), 2, 3),
        (
            '<img src="1.png" alt="star"><img src="2.png" alt="half star"><img src="3.png" alt="empty star">',
            1.5,
            3,
        ),
        ('<span class="rating rated-7"></span>', 3.5, 5),
        ('<div class="stars" style="--rating: 4.5;"></div>', 4.5, 5),
        ('<table><tr><th>Rating</th><td><meter max="10" value="8">8 bells</meter></td></tr></table>', 8, 10),
        ('<p><img src="redstar.gif" alt="*"><img src="redstar.gif" alt="*"><br><b>(out of 4)</b></p>', 2, 4),
        (
            '<div><svg class="i-star"><use href="#star-full"></use></svg><svg class="i-star"><use href="#star-half">'
            '</use></svg><svg class="i-star"><use href="#star-empty"></use></svg></div>',
            1.5,
            3,
        ),
        (
            '<div class="fivestar-static-vote"><div class="star"><span class="on">2</span></div><div class="star">'
            '<span class="on"></span></div><div class="star"><span class="off"></span></div></div>',
            2,
            3,
        ),
        ('<span class="rated-large-7" aria-label="3½ stars"></span>', 3.5, 5),
    ],
)
def test_drawn_stars_are_read(html: str, value: float, best: float | None) -> None:
    (found,) = read_star_images(parse(html))
    assert (found.value, found.best) == (value, best)


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "".join(f'<img src="rating_on.gif" alt="{n} Star{"s" * (n > 1)}">' for n in range(1, 6)) + "</p>",
        '<div class="post-ratings"><img src="star_on.gif"><img src="star_off.gif"></div>',
        '<ul><li data-rating="1"></li><li data-rating="2"></li><li data-rating="3"></li></ul>',
        "<p>" + "".join(f'<span data-rating="{n}"></span>' for n in range(1, 6)) + "</p>",
        '<img src="star-wars-poster.jpg" alt="Star Wars">',
        '<img src="a.jpg" alt="A movie star on the red carpet">',
        '<img src="/img/starring.png"><img src="/img/started.png">',
        '<div class="related-posts"><span aria-label="5 out of 5 stars"></span></div>',
        '<aside><img alt="5 stars" src="x.png"></aside>',
        '<div data-rating="0"></div>',
        '<img src="IMG_4stars_were_born_in_this_long_name.jpg">',
        icons("fa fa-star-o", "fa fa-star-o"),
        '<div class="star-rating"><span style="width:87%"></span></div>',
    ],
)
def test_votes_decoys_and_posters_are_not(html: str) -> None:
    assert read_star_images(parse(html)) == ()


def test_a_gauge_of_the_readers_is_theirs() -> None:
    assert read_star_images(parse('<p>Readers <meter max="10" value="6">6</meter></p>')) == ()


def test_stars_on_the_cards_of_other_reviews_are_theirs() -> None:
    card = '<li><a href="/{0}"><img src="/{0}.jpg" alt="{0} poster"></a><i aria-label="{1} out of 5 stars"></i></li>'
    cards = f"<ul>{card.format('brine', 1)}{card.format('kelp', 4)}</ul>"
    assert read_star_images(parse(cards)) == ()
    (own,) = read_star_images(parse(f'{cards}<p><i aria-label="3 out of 5 stars"></i></p>'))
    assert own.value == 3


def test_the_first_row_on_the_page_counts() -> None:
    (found,) = read_star_images(parse('<p><img alt="4 stars"></p><p><img alt="1 star"></p>'))
    assert found.value == 4
