"""The query language, example by example; `test_query_terms` has the values behind keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tui.model.errors import BadQuery
from tui.model.query import (
    All,
    Between,
    ByCritic,
    Condition,
    Either,
    Graded,
    Marked,
    Named,
    Not,
    Query,
    Words,
    quoted,
)
from tui.model.query_language import DEEPEST, MOST_CHARACTERS, MOST_CONDITIONS, parse
from tui.model.query_terms import KEYS

UNREAD = Marked("read", False)


def meant(text: str) -> Condition:
    return parse(text, now=NOON).condition


def refused(text: str) -> BadQuery:
    with pytest.raises(BadQuery) as caught:
        parse(text, now=NOON)
    return caught.value


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("fog", Words("fog")),
        ("fog lamp", All((Words("fog"), Words("lamp")))),
        ("fog AND lamp", All((Words("fog"), Words("lamp")))),
        ('"the last  lamp"', Words("the last lamp")),
        ("“the last lamp”", Words("the last lamp")),
        ("„the last lamp“", Words("the last lamp")),
        ('"say ""fog"" twice"', Words('say "fog" twice')),
        ("light*", Words("light", beginning=True)),
        ('"light*"', Words("light*")),
        ("unread", UNREAD),
        ("Read", Marked("read")),
        ("starred", Marked("starred")),
        ('"unread"', Words("unread")),
        ("-starred", Not(Marked("starred"))),
        ("NOT starred", Not(Marked("starred"))),
        ("--starred", Marked("starred")),
        ("fog OR lamp", Either((Words("fog"), Words("lamp")))),
        ("fog or lamp", All((Words("fog"), Words("or"), Words("lamp")))),
        ("a b OR c", Either((All((Words("a"), Words("b"))), Words("c")))),
        ("a (b OR c)", All((Words("a"), Either((Words("b"), Words("c")))))),
        ("-(a b)", Not(All((Words("a"), Words("b"))))),
        ("(a)(b)", All((Words("a"), Words("b")))),
        ("critic:#3", ByCritic(3)),
        ('critic:"#3"', Named("critic", "#3")),
        ("CRITIC:Ada", Named("critic", "Ada")),
        ('critic:"Ada Quill" fog', All((Named("critic", "Ada Quill"), Words("fog")))),
        ("tag:weekly", Named("tag", "weekly")),
        ("director:“Ilse Marrow”", Named("director", "Ilse Marrow")),
        ("(grade:none)", Graded("none")),
        ("year >= 2020", Between("year", low=2020)),
        ("don't", Words("don't")),
        ("12:30", Words("12:30")),
        ("spider-man", Words("spider-man")),
    ],
)
def test_each_form_means_what_the_map_says(text: str, condition: Condition) -> None:
    assert meant(text) == condition


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_query_means_every_review(text: str) -> None:
    query = parse(text, now=NOON)
    assert query.is_all
    assert query == Query()


@pytest.mark.parametrize("word", ["grade", "year", "critic", "comments", "id", "after"])
def test_a_key_alone_is_just_a_word(word: str) -> None:
    assert meant(word) == Words(word)


def test_a_title_with_a_colon_is_just_words() -> None:
    assert meant("Mission: Fog") == All((Words("Mission"), Words("Fog")))


def test_a_query_keeps_what_was_written_but_equals_by_what_is_meant() -> None:
    query = parse("  fog   lamp ", now=NOON)
    assert query.text == "fog   lamp"
    assert query == parse("fog lamp", now=NOON)
    assert hash(query) == hash(parse("fog AND lamp", now=NOON))


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("fog gade>=B-", 4, "did you mean “grade”"),
        ("critik:ada", 0, "did you mean “critic”"),
        ("http://critic.example", 0, "in quotes"),
        ("fog (lamp", 4, "never closed"),
        ("((fog)", 0, "never closed"),
        ("fog) lamp", 3, "no “(”"),
        ("()", 0, "nothing between"),
        ("fog OR", 6, "not the end"),
        ("OR fog", 0, "before “OR”"),
        ("fog OR OR lamp", 7, "before “OR”"),
        ("AND fog", 0, "before “AND”"),
        ("fog AND", 7, "not the end"),
        ("-", 0, "no letters"),
        ("fog NOT", 7, "not the end"),
        ("-(", 2, "not the end"),
        ('fog "last lamp', 4, "no partner"),
        ("fog ”", 4, "no partner"),
        ("★★★ fog", 0, "no letters"),
        ('fog "***"', 4, "no letters"),
        (">= 5", 0, "Expected a key"),
        ("fog :lamp", 4, "Expected a key"),
        ("critic: fog", 7, "Expected a critic's name"),
        ('critic:"" fog', 7, "Expected a critic's name"),
        ('fog critic:"ada', 11, "no partner"),
        ("critic:(ada)", 7, "Expected a critic's name"),
    ],
)
def test_a_bad_query_points_at_the_character(text: str, position: int, says: str) -> None:
    error = refused(text)
    assert (error.position, error.query) == (position, text)
    assert says in str(error)
    assert f"character {position + 1}" in str(error)


def test_a_query_that_would_choke_the_library_is_refused() -> None:
    assert "characters" in str(refused("a" * (MOST_CHARACTERS + 1)))
    assert "conditions" in str(refused("a " * (MOST_CONDITIONS + 1)))
    assert "deep" in str(refused("(" * (DEEPEST + 1) + "a"))
    assert meant("(" * DEEPEST + "a" + ")" * DEEPEST) == Words("a")
    assert meant("-" * 3_001 + "starred") == Not(Marked("starred"))


SIGNS = "( ) - OR AND NOT “ ” „ * : >= <= > < = != .. / % # 0 7/10 70 B- 2026-01-01 2w fog none any up unread read 𝟙 é"
BITS = st.sampled_from([*SIGNS.split(), *KEYS, '"', "\0", "\ud800", "\u0301", "9" * 16])


@given(st.one_of(st.text(), st.lists(BITS).map("".join), st.lists(BITS).map(" ".join)))
def test_any_text_is_read_or_refused_at_a_character_of_it(text: str) -> None:
    try:
        query = parse(text, now=NOON)
    except BadQuery as error:
        position = error.position
    else:
        assert parse(query.text, now=NOON) == query
        assert query.is_all == (not text.strip())
        position = 0
    assert 0 <= position <= len(text)


@given(st.lists(BITS).map(" ".join), st.lists(BITS).map(" ".join))
def test_two_queries_together_can_be_written_down_and_read_again(one: str, other: str) -> None:
    try:
        both = parse(one, now=NOON).also(parse(other, now=NOON))
    except BadQuery:
        return
    if len(both.text) < MOST_CHARACTERS:
        assert parse(both.text, now=NOON) == both


@given(st.text(min_size=1))
def test_a_quoted_name_is_read_back(name: str) -> None:
    if name.strip():
        assert meant(f"critic:{quoted(name)}") == Named("critic", " ".join(name.split()))
