from dataclasses import replace
from datetime import timedelta

import pytest

from tests.makers import NOON, make_draft, make_entry
from tui.model.entry import Entry
from tui.model.review import Draft, Known, Namesake
from tui.refresh.deciding import Add, Change, Leave, decide, plan, renamed
from tui.refresh.reviewing import draft


def read(entry: Entry) -> Draft:
    return draft(entry, seen=NOON)


def never(entry: Entry) -> Draft:
    raise AssertionError(f"read {entry.title} for nothing")


def known(entry: Entry, *, id: int = 7, comments: int | None = 3) -> Known:
    return Known(id, read(entry).fingerprint, comments)


def test_an_unknown_post_is_added() -> None:
    assert decide(make_entry(), None, read) == Add(read(make_entry()))


def test_a_post_as_it_was_is_left_without_being_read() -> None:
    assert decide(make_entry(), known(make_entry()), never) == Leave(7, None)


def test_only_a_new_number_of_comments_is_told() -> None:
    assert decide(make_entry(comments=5), known(make_entry()), never) == Leave(7, 5)
    assert decide(make_entry(comments=None), known(make_entry()), never) == Leave(7, None)


def test_an_edit_that_shows_is_told_from_one_that_does_not() -> None:
    edited = make_entry(html="<p>Otherwise.</p>")
    assert decide(edited, known(make_entry()), read) == Change(7, read(edited), shows=True)
    tagged = make_entry(tags=("Drama",))
    assert decide(tagged, known(make_entry()), read) == Change(7, read(tagged), shows=False)


def test_a_plan_adds_the_oldest_first_and_counts_what_shows() -> None:
    entries = [
        make_entry(guid="new", published=NOON),
        make_entry(guid="older", published=NOON - timedelta(days=3)),
        make_entry(guid="edited", title="Edited"),
        make_entry(guid="tagged", tags=("x",)),
        make_entry(guid="talked", comments=9),
    ]
    before = {name: known(make_entry(guid=name), id=n) for n, name in enumerate(("edited", "tagged", "talked"))}
    made = plan(entries, before, read)
    assert [draft.guid for draft in made.add] == ["older", "new"]
    assert [id for id, _ in made.change] == [0, 1]
    assert made.changed == 1
    assert made.counts == ((2, 9),)


def test_what_left_the_feed_is_not_mentioned() -> None:
    made = plan([], {"gone": Known(1, make_draft().fingerprint, None)}, never)
    assert not made.add
    assert not made.change


URL, HOME = "https://critic.example/fog/", "https://critic.example/"
OLD = Namesake("old", "http://critic.example/fog", NOON, Known(7, "1", 3))


def test_a_post_under_a_new_guid_is_found_by_its_address() -> None:
    assert renamed([make_entry(guid="new", url=URL)], {}, [OLD], HOME) == {"new": Known(7, "1", 3, renamed=True)}


@pytest.mark.parametrize(
    ("entries", "namesakes", "site"),
    [
        ([make_entry(guid="new", url="https://critic.example/mist/")], [OLD], HOME),
        ([make_entry(guid="new", url="")], [replace(OLD, url="")], HOME),
        ([make_entry(guid="new", url=HOME)], [replace(OLD, url=HOME)], ""),
        ([make_entry(guid="new", url=URL)], [OLD], URL),
        ([make_entry(guid="new", url=URL), make_entry(guid="newer", url=URL)], [OLD], HOME),
        ([make_entry(guid="new", url=URL), make_entry(guid="old")], [OLD], HOME),
        ([make_entry(guid="new", url=URL)], [OLD, replace(OLD, guid="older")], HOME),
        ([make_entry(guid="new", url=URL, published=NOON + timedelta(days=7))], [OLD], HOME),
    ],
    ids=["another", "none", "home", "the site", "shared now", "still there", "shared before", "a week later"],
)
def test_a_post_is_not_taken_for_another(entries: list[Entry], namesakes: list[Namesake], site: str) -> None:
    assert renamed(entries, {}, namesakes, site) == {}


def test_a_renamed_post_is_changed_even_when_nothing_shows() -> None:
    entry = make_entry()
    assert decide(entry, replace(known(entry), renamed=True), read) == Change(7, read(entry), shows=False)
