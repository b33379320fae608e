"""Which work a post reviews."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.facts import NOTHING_SAID, Facts
from tui.articles.prose import read_prose
from tui.articles.work import read_work
from tui.model.work import Work

LONG = "It begins with fog and it ends with fog, and between the two a keeper learns to listen. " * 8


def work(
    title: str, html: str = "", url: str = "", facts: Facts = NOTHING_SAID, graded: bool = False, **fields: str
) -> Work | None:
    named = {name.replace("__", ":"): value for name, value in fields.items()}
    return read_work(title, read_prose(html), url, named, facts, graded=graded)


class TestFields:
    def test_letterboxd_names_film_year_and_number(self) -> None:
        read = work(
            "Foghorn, 2024 - ★★★", "<p>Fine.</p>", letterboxd__filmTitle="Foghorn", letterboxd__filmYear="2024",
            tmdb__movieId="4711",
        )  # fmt: skip
        assert read == Work("Foghorn", 2024, ids=(("tmdb", "movie/4711"),))

    def test_a_film_only_watched_is_no_review(self) -> None:
        html = '<p><img src="poster.jpg"></p><p>Watched on Monday March 30, 2026.</p>'
        assert work("Foghorn, 2024 - ★★", html, letterboxd__filmTitle="Foghorn") is None
        assert work("Foghorn, 2024", "<p>x</p>", guid="letterboxd-watch-1", letterboxd__filmTitle="Foghorn") is None

    def test_a_list_is_no_review(self) -> None:
        assert work("Sad, Salty, Angry", "<p>x</p>", "https://letterboxd.com/ada/list/sad-salty-angry/") is None
        assert work("Sad, Salty, Angry", "<ul>" + "<li>Foghorn" * 10 + "</ul>") is None

    def test_a_shelf_holds_books(self) -> None:
        read = work("The Keeper’s Log (Salt Road, #2)", user_rating="4", book_id="18423")
        assert read == Work("The Keeper’s Log", None, "book", ids=(("goodreads", "18423"),))


class TestData:
    def test_the_item_reviewed_is_the_work(self) -> None:
        facts = Facts("Foghorn", 2024, "film", ids=(("imdb", "tt0000001"),), review=True)
        assert work("A horn too far", facts=facts) == Work("Foghorn", 2024, "film", ids=(("imdb", "tt0000001"),))

    def test_a_headline_put_there_is_taken_apart(self) -> None:
        read = work("Foghorn Review", facts=Facts("‘Foghorn’ Review: Lost at Sea", review=True))
        assert read is not None
        assert read.title == "Foghorn"


class TestHeadlines:
    def test_a_bare_title_is_a_work(self) -> None:
        assert work("Salt Road", "<p>Two rowers cross a bay.</p>") == Work("Salt Road")

    def test_the_year_may_stand_in_the_text(self) -> None:
        assert work("Salt Road", "<p><em>Salt Road</em> (2019) is a film about rowing.</p>") == Work("Salt Road", 2019)

    def test_or_in_a_table(self) -> None:
        html = f"<table><tr><td>Director<td>Ann Vey<tr><td>Year<td>2019</table><p>{LONG}</p>"
        assert work("Salt Road", html) == Work("Salt Road", 2019)

    @pytest.mark.parametrize(
        "headline", ["Best of 2024", "Interview: Ann Vey", "About", "Tony Scott Ranked", "The Year in Review"]
    )
    def test_other_occasions_are_no_reviews(self, headline: str) -> None:
        assert work(headline, f"<p>{LONG}</p>", graded=True) is None

    def test_a_film_that_sounds_like_one_is(self) -> None:
        assert work("Contact", "<p>Directed by Ann Vey</p><p>“Contact” listens.</p>") == Work("Contact")

    def test_a_long_headline_without_any_sign_is_an_essay(self) -> None:
        headline = "Some Thoughts I Had While Walking Home Along the Harbour After the Late Show on Sunday"
        assert work(headline, f"<p>{LONG}</p>") is None

    def test_a_page_under_news_is_none(self) -> None:
        assert work("‘Foghorn 2’ Gets Go-Ahead", url="https://c.example/news/foghorn-2/") is None


class TestPuns:
    def test_a_first_line_with_a_year_names_the_work(self) -> None:
        assert work("Mist Opportunity", f"<p>Foghorn (2024)</p><p>{LONG}</p>", graded=True) == Work("Foghorn", 2024)

    def test_a_label_names_it(self) -> None:
        html = f"<p>Title: Foghorn<br>Director: Ann Vey<br>Year: 2024</p><p>{LONG}</p>"
        assert work("Mist Opportunity", html) == Work("Foghorn", 2024)

    def test_what_the_text_names_most_is_it(self) -> None:
        html = f"<p>In “Foghorn” nobody speaks. {LONG}</p><p>“Foghorn” is no “Salt Road”.</p>"
        assert work("Mist Opportunity", html, graded=True) == Work("Foghorn")

    def test_without_any_sign_of_a_review_the_headline_stays(self) -> None:
        assert work("Mist Opportunity", f"<p>{LONG}</p>") == Work("Mist Opportunity")

    def test_a_text_alone_may_begin_with_its_title(self) -> None:
        assert work("", f"Salt Road\n\nDirected By Ann Vey\n\n{LONG}") == Work("Salt Road")


class TestIdentities:
    def test_a_link_into_a_register_identifies_the_work(self) -> None:
        html = '<p>See <a href="https://www.imdb.com/title/tt0086960/">IMDb</a>.</p>'
        assert work("Salt Road", html) == Work("Salt Road", ids=(("imdb", "tt0086960"),))

    def test_of_several_only_the_one_named_like_it(self) -> None:
        html = (
            '<p><a href="https://www.themoviedb.org/movie/1-x">Foghorn</a>'
            '<a href="https://www.themoviedb.org/movie/2">Salt Road</a></p>'
        )
        assert work("Salt Road", html) == Work("Salt Road", ids=(("tmdb", "movie/2"),))
        assert work("Harbour Lights", html) == Work("Harbour Lights")


@given(st.text(max_size=80), st.text(max_size=200), st.text(max_size=60))
def test_any_post_can_be_asked(title: str, html: str, url: str) -> None:
    read = work(title, html, url)
    assert read is None or (read.title and (read.year is None or 1880 <= read.year < 2050))
