"""Headlines taken apart. Most films are invented; the real ones are traps by their names alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.headlines import read_headline
from tui.articles.mentions import Mentions, fold


def knowing(*titles: str, text: str = "") -> Mentions:
    """Mentions of a text that sets `titles` as titles, each twice."""
    names = {fold(title): title for title in titles}
    said = fold(" . ".join([*titles, text]))
    return Mentions(f" {said} ", dict.fromkeys(names, 2), names, dict.fromkeys(names, 0))


FOGHORN = """
The Second Foghorn on Switch: a horn in the hand
The Second Foghorn [二番目の霧笛] Review
The Second Foghorn (Ilse Marrow, Norway)
The Second Foghorn #3 (of 5)
Short Takes: The Second Foghorn
Board Game Review: The Second Foghorn
‘The Second Foghorn’ Review: A Keeper Hears Things
“The Second Foghorn” movie review
'The Second Foghorn' Review
"The Second Foghorn" — Film Review
«The Second Foghorn» Kritik
Review: The Second Foghorn
Movie Review – The Second Foghorn
Movie Review - The Second Foghorn
MOVIE REVIEW: The Second Foghorn
Quick Review: The Second Foghorn
Review #123: The Second Foghorn
In Review: The Second Foghorn
A Review of The Second Foghorn
[Review] The Second Foghorn
The Second Foghorn [Review]
The Second Foghorn (Spoiler-Free Review)
The Second Foghorn – Review
The Second Foghorn: A Review
The Second Foghorn / Review
The Second Foghorn Movie Review
The Second Foghorn Review
The Second Foghorn Review by Ada Quill
The Second Foghorn Review – A Patient Film About Fog
The Second Foghorn review: patient, foggy and fine
REVIEW | The Second Foghorn
The Second Foghorn | Review
The Second Foghorn | Film Review | Reel Talk
Movie Review | The Second Foghorn
The Second Foghorn - Movie Review - Reel Talk
The Second Foghorn – Blu-ray review
The Second Foghorn 4K UHD Blu-ray Review
The Second Foghorn (Blu-ray)
The Second Foghorn [4K UHD Review]
Arrow Video Blu-ray Review: The Second Foghorn
Netflix’s ‘The Second Foghorn’ Review
Sundance 2024: The Second Foghorn
Sundance 2024 Review: The Second Foghorn
TIFF 2023: ‘The Second Foghorn’ Review
Venice 2023: The Second Foghorn
Toronto Film Festival Review: The Second Foghorn
The Second Foghorn (Sundance 2024)
Cannes Review: Ilse Marrow’s ‘The Second Foghorn’
Review: Ilse Marrow’s ‘The Second Foghorn’ is lost at sea
Review: In ‘The Second Foghorn,’ a keeper listens
In ‘The Second Foghorn,’ a Keeper Listens
“The Second Foghorn” Is a Triumph
Throwback Thursday: The Second Foghorn
#45: The Second Foghorn
Film #12 – The Second Foghorn
The Second Foghorn ★★★
★★★★ The Second Foghorn
The Second Foghorn – B+
The Second Foghorn: 7/10
The Second Foghorn (3.5/5)
The Second Foghorn – 85%
The Second Foghorn, directed by Ilse Marrow
Fantasia 2024 Review: The Second Foghorn
Crítica de ‘The Second Foghorn’
Critique : The Second Foghorn
Filmkritik: The Second Foghorn
""".strip().splitlines()

YEARS = """
The Second Foghorn (2023)
The Second Foghorn [2023]
The Second Foghorn (2023) Review
The Second Foghorn Review (2023)
The Second Foghorn (2023) – Movie Review
The Second Foghorn (2023) ★★★½
The Second Foghorn, 2023 - ★★★½
The Second Foghorn, 2023
The Second Foghorn - 2023
The Second Foghorn (Ilse Marrow, 2023)
The Second Foghorn (dir. Ilse Marrow, 2023)
The Second Foghorn (UK, 2023)
The Second Foghorn (2023): Fog and Fury
The Second Foghorn (2023) - Netflix
Film Review: “The Second Foghorn” (2023)
Horror Movie Review: The Second Foghorn (2023)
31 Days of Horror: Day 5 – The Second Foghorn (2023)
""".strip().splitlines()

AS_THEY_ARE = """
[REC]²
1917
2001: A Space Odyssey
8 1/2
9 to 5
Fahrenheit 11/9
Wonder Woman 1984
Blade Runner 2049
Call Me by Your Name
Mission: Impossible – Fallout
Mission: Impossible - Fallout
Star Wars: Episode IV – A New Hope
Kill Bill: Vol. 1
The Hunger Games: Mockingjay – Part 2
Three Billboards Outside Ebbing, Missouri
Borat: Cultural Learnings of America for Make Benefit Glorious Nation of Kazakhstan
Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb
Mel Brooks: The 99 Year Old Man!
Who’s Afraid of Virginia Woolf?
tick, tick… BOOM!
M*A*S*H
*batteries not included
Scary Movie
Not Another Teen Movie
London: The Modern Babylon
Death in Venice
Season of the Witch
Series 7: The Contenders
TRON: Legacy
Plan B
Q & A
X
Us
""".strip().splitlines()


@pytest.mark.parametrize("headline", FOGHORN)
def test_a_title_is_found_in_any_style(headline: str) -> None:
    assert read_headline(headline).title == "The Second Foghorn"


@pytest.mark.parametrize("headline", YEARS)
def test_a_year_is_found_beside_it(headline: str) -> None:
    read = read_headline(headline)
    assert (read.title, read.year) == ("The Second Foghorn", 2023)


@pytest.mark.parametrize("title", AS_THEY_ARE)
def test_a_bare_title_stays_whole(title: str) -> None:
    read = read_headline(title)
    assert (read.title, read.year, read.review) == (title, None, False)


@pytest.mark.parametrize("title", [title for title in AS_THEY_ARE if not title.startswith("Series 7")])
def test_so_it_does_in_front_of_the_word_review(title: str) -> None:
    known = knowing(title)
    assert read_headline(f"{title} Review", known).title == title
    assert read_headline(f"Review: {title}", known).title == title
    assert read_headline(f"{title} (1999)", known).title == title


@pytest.mark.parametrize(
    ("headline", "title", "kind"),
    [
        ("Harbour Lights: Season 2 review", "Harbour Lights", "series"),
        ("‘Harbour Lights’ Season 2 Review: Foggy", "Harbour Lights", "series"),
        ("Harbour Lights S02E05 “The Fog” Review", "Harbour Lights", "series"),
        ("Harbour Lights 1x03 Review: Long, Long Fog", "Harbour Lights", "series"),
        ("Harbour Lights – Season 1, Episode 3: The Fog", "Harbour Lights", "series"),
        ("TV Review: Harbour Lights", "Harbour Lights", "series"),
        ("Book Review: The Keeper’s Log by Petra Lund", "The Keeper’s Log", "book"),
        ("Game Review: Fog Simulator (PS5)", "Fog Simulator", "game"),
        ("Album Review: Low Tide", "Low Tide", "album"),
        ("The Second Foghorn", "The Second Foghorn", ""),
    ],
)
def test_the_kind_is_told(headline: str, title: str, kind: str) -> None:
    read = read_headline(headline)
    assert (read.title, read.kind) == (title, kind)


class TestTheTextDecides:
    def test_whether_movie_is_the_films_word(self) -> None:
        assert read_headline("Salty Movie Review", knowing("Salty Movie")).title == "Salty Movie"
        assert read_headline("Salty Movie Review", knowing("Salty")).title == "Salty"

    def test_whether_a_number_is_a_year(self) -> None:
        assert read_headline("Salt Road 1984 Review", knowing("Salt Road 1984")).title == "Salt Road 1984"
        read = read_headline("Salt Road 1984 Review", knowing("Salt Road"))
        assert (read.title, read.year) == ("Salt Road", 1984)

    def test_where_a_tagline_begins(self) -> None:
        headline = "Salt Road: A Long Way Down"
        assert read_headline(headline, knowing("Salt Road", text="words " * 200)).title == "Salt Road"
        assert read_headline(headline, knowing("Salt Road: A Long Way Down")).title == headline

    def test_that_a_half_said_subtitle_belongs(self) -> None:
        known = knowing("Salt Road", text="In Harbour Lights the keeper rows. " + "words " * 200)
        assert read_headline("Salt Road: Harbour Lights", known).title == "Salt Road: Harbour Lights"


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Salt Road: Terrific Rowing Drama!", "Salt Road"),
        ("Salt Road: May Make You Row!", "Salt Road"),
        ("SALT ROAD: A Few Oars Short Of A Boat", "SALT ROAD"),
        ("Blu-ray Review: Salt Road - Grief, Grace, and a Great Boat", "Salt Road"),
        ("Blu-ray Review: Salt Road: The Return – A Bloody Good Row to Shore", "Salt Road: The Return"),
        ("Salt Road: The Return: Big Oars Dance With Lighthouse Keepers", "Salt Road: The Return"),
        ("“Salt Road” Is Quite the Trip", "Salt Road"),
        ("Best Oar #70: Salt Road", "Salt Road"),
        ("AFI Top 100: Salt Road", "Salt Road"),
        ("Looking Back: Salt Road", "Salt Road"),
        ("Salt Road (1/2 star)", "Salt Road"),
        ("Salt Road: 3 ½ stars", "Salt Road"),
        ("Salt Road ****", "Salt Road"),
        ("Salt Road (15)", "Salt Road"),
        ("(1976) Salt Road", "Salt Road"),
        ("Salt Road – first-look review", "Salt Road"),
        ("Salt Road movie review & film summary (2023)", "Salt Road"),
        ("Movie Short Review: ‘Salt Road’", "Salt Road"),
        ("Movie Review: ‘Salt Road’ Blu-ray", "Salt Road"),
        ("Salt Road / Harbour Lights – Blu-Ray Review", "Salt Road / Harbour Lights"),
        ("Salt Road: The Rowing Film", "Salt Road: The Rowing Film"),
    ],
)
def test_taglines_and_trimmings_as_blogs_write_them(headline: str, title: str) -> None:
    assert read_headline(headline).title == title


def test_a_tagline_in_plain_words_is_cut_off() -> None:
    read = read_headline("The Second Foghorn: where the sea keeps its secrets")
    assert (read.title, read.tail) == ("The Second Foghorn", "where the sea keeps its secrets")


@given(st.text(max_size=120))
def test_any_headline_can_be_read(headline: str) -> None:
    read = read_headline(headline)
    assert read.title == read.title.strip()


MARKS = [
    "Review",
    "‘",
    "’",
    "“",
    "”",
    ":",
    "–",
    "|",
    "(2023)",
    "Fog",
    "the",
    "★★",
    "7/10",
    "Season",
    "-",
    "by",
    "in",
    "[",
]


@given(st.lists(st.sampled_from(MARKS), max_size=14))
def test_any_mixture_of_marks_can_be_read(pieces: list[str]) -> None:
    headline = " ".join(pieces)
    assert len(read_headline(headline).title) <= len(headline)
