"""Titles a text names."""

from hypothesis import given
from hypothesis import strategies as st

from tui.articles.mentions import fold, read_mentions
from tui.articles.prose import read_prose


def test_titles_stand_in_quotes_or_italics() -> None:
    known = read_mentions(
        read_prose("<p>“Foghorn” follows <em>Salt Road</em>; ‘Harbour’s Edge’ does not. “Foghorn” is it.</p>")
    )
    assert known.counts == {"foghorn": 2, "salt road": 1, "harbours edge": 1}
    assert known.spellings["harbours edge"] == "Harbour’s Edge"


def test_spelling_does_not_matter() -> None:
    assert fold("Mission: Impossible – Fallout!") == fold("MISSION IMPOSSIBLE FALLOUT")
    assert fold("Amélie") == fold("Amelie")
    assert fold("Fog & Sons") == fold("Fog and Sons")
    assert fold("???") == "???"


def test_a_title_is_said_in_whole_words() -> None:
    known = read_mentions(read_prose("It was a dark and foggy night."))
    assert known.says("Foggy Night")
    assert not known.says("Fog")


def test_the_comments_name_nothing() -> None:
    assert not read_mentions(read_prose("<p>Fine.</p><h3>2 comments</h3><p>I prefer “Salt Road”.</p>")).names(
        "Salt Road"
    )


@given(st.text())
def test_any_text_has_mentions(text: str) -> None:
    assert all(fold(name) == name for name in read_mentions(read_prose(text)).counts if name.isascii())
