"""Where on a page the article stands."""

import pytest

from tui.articles.main_text import find_main, page_title
from tui.articles.markup import parse

TEXT = "".join(f"<p>{'The film is patient, and patience is its subject. ' * 5}</p>" for _ in range(4))
MENU = "<nav><p>" + "Home, reviews, essays, and everything else there is to read here. " * 20 + "</p></nav>"
COMMENTS = '<div class="comments-area">' + f"<p>{'I did not like it at all, said nobody. ' * 5}</p>" * 9 + "</div>"


@pytest.mark.parametrize(
    "inside",
    [
        f'<article class="it"><h1>Foghorn</h1>{TEXT}</article>',
        f'<main class="it">{TEXT}</main>',
        f'<div class="it"><div class="entry-content">{TEXT}</div></div>',
        f'<div class="it">{TEXT}</div>',
        f'<section class="it"><div itemprop="reviewBody">{TEXT}</div></section>',
    ],
)
def test_it_is_found_among_menus_and_comments(inside: str) -> None:
    main = find_main(parse(f"<body>{MENU}<div>{inside}{COMMENTS}</div></body>"))
    assert main is not None
    assert main.text(deep=True).count("The film is patient") == 20
    assert "said nobody" not in main.text(deep=True)


def test_a_short_header_around_it_belongs() -> None:
    html = f'<article><header><p>Rating: 4/5</p></header><div class="entry-content">{TEXT}</div></article>'
    main = find_main(parse(html + MENU))
    assert main is not None
    assert "Rating: 4/5" in main.text(deep=True)


def test_a_page_without_paragraphs_is_taken_whole() -> None:
    main = find_main(parse("<body>Only words</body>"))
    assert main is not None
    assert "Only words" in main.text(deep=True)
    assert find_main(()) is None


def test_the_headline_is_the_posts_where_the_first_heading_is_the_blogs() -> None:
    page = '<title>Salt: Foghorn</title><h1 class="title">Salt</h1><h3 class="post-title">Foghorn</h3>'
    assert page_title(parse(page)) == "Foghorn"
    assert page_title(parse(page + '<h3 class="post-title">Brine</h3>')) == "Salt"


def test_the_headline_is_what_the_page_tells_others() -> None:
    assert page_title(parse('<title>T</title><meta property="og:title" content="Foghorn"><h1>H</h1>')) == "Foghorn"
    assert page_title(parse("<title>T</title><h1>H <em>e</em></h1>")) == "H e"
    assert page_title(parse("<title>T</title>")) == "T"
    assert page_title(parse("")) == ""
