"""What comes from outside, made safe to show."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import text

HOSTILE = st.text(
    st.sampled_from(
        "a é\n\t\r\x1b[]0;2mJ\x07\x9b\x9d\x9c\\P^_X\x85\u2028\u202e\u2066\u200b\u200d\ufeff\x00\ud800⭐\ufe0f👩"
    )
)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("\x1b]2;owned\x07Fog", "Fog"),
        ("\x1b]2;owned\x1b\\Fog", "Fog"),
        ("\x9d2;owned\x9cFog", "Fog"),
        ("\x1b]2;owned\nFog", "\nFog"),
        ("\x1b[31mFog\x1b[0m", "Fog"),
        ("\x9b31mFog", "Fog"),
        ("\x1bPq#0\x1b\\Fog", "Fog"),
        ("\x1bcFog", "Fog"),
        ("Fog\x1b", "Fog"),
        ("F\x00o\x08g\x7f", "Fog"),
        ("\u202egoF\u202c", "goF"),
        ("\u2066Fog\u2069", "Fog"),
        ("F\u200bo\ufeffg\u00ad", "Fog"),
        ("Fog\ud800", "Fog"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb", "a\tb"),
    ],
)
def test_what_a_terminal_would_obey_goes_and_the_words_stay(dirty: str, clean: str) -> None:
    assert text.prose(dirty) == clean


@pytest.mark.parametrize("kept", ["[REC]²", "[/]", "⭐️⭐️ 1/2", "👩‍👩‍👧", "می‌خواهم", "Amélie 2: ½", "שלום", "日本語"])
def test_what_a_reader_sees_stays(kept: str) -> None:
    assert text.prose(kept) == kept
    assert text.field(kept) == kept


def test_a_joiner_that_joins_nothing_goes() -> None:
    assert text.prose("Fog\u200d lamp\u200d") == "Fog lamp"
    assert text.prose(" \u200dFog") == " Fog"


def test_a_field_is_one_line() -> None:
    assert text.field("  The\tSecond\n\n Foghorn ") == "The Second Foghorn"


def test_a_field_has_an_end_and_shows_it() -> None:
    assert text.field("fog " * 1_000, 11) == "fog fog fo…"
    assert text.field("fog", 3) == "fog"


def test_visible_shows_every_control() -> None:
    assert text.visible("a\x1b[b\n\u202ec") == "a\\x1b[b\\n\\u202ec"


@given(st.one_of(st.text(), HOSTILE))
def test_clean_text_holds_no_control_but_tab_and_line_feed(dirty: str) -> None:
    for character in text.prose(dirty):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") or character in "\n\t"
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"


@given(st.one_of(st.text(), HOSTILE))
def test_a_field_never_breaks_the_line_nor_grows(dirty: str) -> None:
    line = text.field(dirty, 20)
    assert len(line.splitlines()) <= 1
    assert len(line) <= 20


@given(st.one_of(st.text(), HOSTILE))
def test_cleaning_twice_changes_nothing(dirty: str) -> None:
    assert text.field(text.field(dirty)) == text.field(dirty)
    assert text.prose(text.prose(dirty)) == text.prose(dirty)


@pytest.mark.parametrize("bit", ["\x1b]", "\x1b[0;", "\u200d", "\x1b", "\r", " \u200d"])
def test_cleaning_takes_linear_time(bit: str) -> None:
    begun = time.process_time()
    text.prose(bit * 200_000)
    assert time.process_time() - begun < 2
