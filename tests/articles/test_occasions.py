"""Headlines of what is no review, and films that only sound so."""

import pytest

from tui.articles.occasions import is_certainly_no_review, is_likely_no_review

CERTAIN = """
Best of 2024
The Best Films of 2024
My Top Ten of 2023
The 25 Best Movies on Netflix
10 Best Horror Movies
The Coolest Films of All Time
2026 Ranked
Ilse Marrow Ranked
Every Foghorn Film, Ranked
The Year in Review
Weekly Roundup
Interview: Ilse Marrow on ‘The Second Foghorn’
An Interview with Ilse Marrow
Ilse Marrow Interview
‘The Second Foghorn’ Trailer: See It
Watch: New Trailer for Foghorn
RIP Ilse Marrow (1935–2024)
Ilse Marrow, dead at 92
Podcast: Episode 12
Episode 12: Fog
Box Office: Foghorn Sinks
Oscar Nominations 2025
Most Anticipated Films of 2025
What to Watch This Weekend
Sundance 2024: Festival Diary
Explaining My Ratings
About
Favorites
January 2025 Viewing
The Second Foghorn: Ending Explained
Best of the Bay | Features
As It Was: Ilse Marrow (1947-2025) | Tributes
Ilse Marrow on “The Second Foghorn” | Interviews
Blog News
Ratings Explained
About This Blog
2021 New Year Resolutions
""".strip().splitlines()
LIKELY = """
Critics, Filmmakers, and Why the Future of Movies Belongs to People Who Care
‘The Second Foghorn’ Wins the Golden Bear
Ilse Marrow to Direct ‘The Third Foghorn’
In Defense of Fog
Why Fog Is the Best Villain
An Open Letter to Lighthouses
All physical discs owned
Film Scores List
The Death of Cinema, Hollywood and Me
""".strip().splitlines()
FILMS = """
The Interview
Interview with the Vampire
Top Gun
Best in Show
The Best of Enemies
The Best Years of Our Lives
The Worst Person in the World
12 Angry Men
10 Things I Hate About You
101 Dalmatians
Seven Psychopaths
Five Easy Pieces
Trailer Park Boys
The Year of Living Dangerously
About Time
News of the World
Quiz Show
The Contest
May December
August: Osage County
Best Friends
The Favourite
Now You See Me
Q & A
How to Train Your Dragon
""".strip().splitlines()


@pytest.mark.parametrize("headline", CERTAIN)
def test_some_can_be_nothing_else(headline: str) -> None:
    assert is_certainly_no_review(headline)


@pytest.mark.parametrize("headline", LIKELY)
def test_some_are_likely_something_else(headline: str) -> None:
    assert is_likely_no_review(headline)


@pytest.mark.parametrize("title", FILMS)
def test_films_that_sound_so_stay_films(title: str) -> None:
    assert not is_certainly_no_review(title)
    assert not is_likely_no_review(title)


def test_words_of_a_quoted_title_do_not_count() -> None:
    assert not is_certainly_no_review("‘Box Office Podcast’ Review")
