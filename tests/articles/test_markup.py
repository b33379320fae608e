"""Parsing in bounded time, whatever the markup."""

from time import process_time

import pytest

from tui.articles import markup
from tui.articles.prose import read_prose

HOSTILE = {
    "100,000 nested elements": "<div>" * 100_000 + "word",
    "fonts that every paragraph opens again": "".join(f"<p><font size={n}>x" for n in range(20_000)),
    "thousands of attributes": "<div " + " ".join(f"a{n}=1" for n in range(60_000)) + ">x</div>",
    "thousands of options": "<select>" + "<option>" * 60_000,
    "nested lists": "<ul><li>x" * 20_000,
    "nested tables": "<table><tr><td>x" * 10_000,
    "unclosed quotes": "<a title='" * 50_000,
    "unclosed comments": "<!--" * 100_000,
    "unclosed scripts": "<script>" * 50_000,
    "brackets": "<" * 300_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_costs_seconds_at_most(html: str) -> None:
    started = process_time()
    read_prose(html)
    assert process_time() - started < 5


def test_a_megabyte_of_paragraphs_is_read_whole() -> None:
    line = "<p>Some <em>words</em> and <a href='https://e.example/'>a link</a>.</p>\n"
    prose = read_prose(line * 15_000)
    assert len(prose.blocks) == 15_000
    assert {block.text for block in prose.blocks} == {"Some words and a link."}


def test_deep_words_are_found() -> None:
    assert "word" in read_prose("<div>" * 3_000 + "word").text


def test_nul_characters_go() -> None:
    assert read_prose("<p>a\0b</p>").text == "ab"


@pytest.mark.parametrize(
    ("text", "has"), [("a < b", False), ("I <3 it", False), ("<p>a", True), ("x<br/>y", True), ("", False)]
)
def test_markup_is_told_from_signs(text: str, has: bool) -> None:
    assert markup.has_markup(text) is has


def test_scripts_are_cut_out_even_when_never_closed() -> None:
    assert markup.without_raw("a<script>b</script>c<STYLE>d</STYLE>e<script>f") == "ace"
