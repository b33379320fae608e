"""What can stand where the cursor is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON
from tests.model.test_query_language import BITS
from tui.model.query import Named, quoted
from tui.model.query_completion import KEYS, Typed, completed, completions, typed
from tui.model.query_language import parse
from tui.model.query_terms import KEYS as EVERY_KEY


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("", Typed(0, 0, "")),
        ("fog gr", Typed(4, 6, "gr")),
        ("-un", Typed(1, 3, "un")),
        ("(unr", Typed(1, 4, "unr")),
        ("grade>=B", Typed(7, 8, "B", None, "grade")),
        ("fog -grade:no", Typed(11, 13, "no", None, "grade")),
        ("critic:ad", Typed(0, 9, "ad", "critic", "critic")),
        ('fog -critic:"Ada Qu', Typed(5, 19, "Ada Qu", "critic", "critic")),
        ("Tag:“slow b", Typed(0, 11, "slow b", "tag", "tag")),
        ('critic:"Ada Quill" un', Typed(19, 21, "un")),
        ('"a phrase un', None),
    ],
)
def test_the_part_that_is_being_typed_is_found(query: str, there: Typed | None) -> None:
    assert typed(query, len(query)) == there


def found(query: str, *names: str) -> list[str]:
    there = typed(query, len(query))
    return [way.text for way in completions(there, names)] if there else []


def test_keys_marks_and_values_go_on() -> None:
    assert found("fog gra") == ["grade>=", "grade<", "grade:"]
    assert found("u") == ["unread"]
    assert found("grade>=b") == ["B+", "B", "B-"]
    assert found("verdict:") == ["up", "down"]
    assert found("unread") == [], "what is whole needs no completing"
    assert found("") == [], "an empty line shows its examples instead"


def test_every_key_of_the_language_can_be_completed() -> None:
    assert {way.text.rstrip(":<>=") for way in KEYS} >= set(EVERY_KEY)


def test_a_name_is_put_in_so_that_it_is_read_back() -> None:
    assert found("critic:qu", "Ada Quill", "quill") == ['critic:"Ada Quill" ', "critic:quill "]
    for name in ("Ada Quill", 'Say "Fog"', "[REC]²", "東京の雨", "-", "a:b", "O'Hara"):
        query, cursor = completed(
            "fog tag:x", Typed(4, 9, "x", "tag", "tag"), completions(Typed(4, 9, "x", "tag", "tag"), [name])[0]
        )
        assert cursor == len(query)
        assert Named("tag", name) in parse(query, now=NOON).condition.parts  # type: ignore[union-attr]


def test_a_completion_in_the_middle_leaves_the_rest_as_it_is() -> None:
    there = typed("fog cri unread", 7)
    assert there
    assert completed("fog cri unread", there, completions(there)[0]) == ("fog critic: unread", 11)
    there = Typed(0, 8, "a", "critic", "critic")
    way = completions(there, ["Ada"])[0]
    assert completed("critic:a unread", there, way) == ("critic:Ada unread", 10)


@given(st.lists(BITS).map("".join), st.integers(0, 200))
def test_nothing_that_can_be_typed_confuses_it(query: str, cursor: int) -> None:
    there = typed(query, min(cursor, len(query)))
    if there:
        assert 0 <= there.start <= there.end == min(cursor, len(query))
        for way in completions(there, [quoted(query)]):
            assert completed(query, there, way)[0].endswith(query[there.end :])
