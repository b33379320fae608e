"""Searches kept under a name, and the names that can stand in one."""

import pytest

from tests.makers import NOON, make_credits, make_draft
from tests.store.shelving import subscribe, take
from tui.model.errors import UnknownSearch, WrongUse
from tui.model.saved import SavedSearch
from tui.model.work import Work
from tui.store import saved_searches
from tui.store.library import Library


def test_a_search_is_kept_changed_and_removed(library: Library) -> None:
    first = library.save_search("Worth seeing", "grade>=B- unread")
    second = library.save_search("Talk", "comments>5")
    assert library.saved_searches() == (first, second)
    changed = library.save_search("worth  seeing!", "grade>=B", own=first.id)
    assert library.saved_searches() == (SavedSearch(first.id, "worth seeing!", "grade>=B"), second)
    assert library.saved_search("WORTH SEEING") == changed
    library.remove_search(first.id)
    library.remove_search(first.id)
    assert library.saved_searches() == (second,)
    assert library.save_search("Third", "").id > second.id


def test_no_two_have_one_name_and_none_is_nameless(library: Library) -> None:
    kept = library.save_search("Été", "")
    for name, own in (("ete", None), ("Ete!", kept.id + 1), ("  ", None), ("\x1b", None)):
        with pytest.raises(WrongUse):
            library.save_search(name, "", own=own)
    assert library.saved_searches() == (kept,)


def test_there_are_not_too_many_to_count(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_searches, "MOST", 1)
    kept = library.save_search("One", "")
    with pytest.raises(WrongUse, match="Remove one"):
        library.save_search("Two", "")
    assert library.save_search("Uno", "", own=kept.id).name == "Uno"


def test_an_unknown_name_says_which_there_are(library: Library) -> None:
    with pytest.raises(UnknownSearch, match="w keeps one"):
        library.saved_search("fog")
    library.save_search("Worth seeing", "")
    with pytest.raises(UnknownSearch, match="Kept: Worth seeing"):
        library.saved_search("fog")


def test_names_begin_so_or_have_a_word_that_does(library: Library) -> None:
    critic = library.subscribe("https://a.example/feed", name="Émile Quill", tags=("Noir",), now=NOON).id
    subscribe(library, "Quentin Low")
    titles = ("The Quiet Second", "Second Quarrel", "A Quarrel", "100%_Quota")
    take(
        library, critic,
        *(make_draft(guid=title, title=title, work=Work(title), tags=("noir", "quirky"),
                     credits=make_credits(directed_by=("Ana Quist",))) for title in titles),
    )  # fmt: skip
    assert library.names("critic", "QU") == ("Quentin Low", "Émile Quill")
    assert library.names("critic", "em") == ("Émile Quill",)
    assert library.names("critic", "") == ("Émile Quill", "Quentin Low")
    assert library.names("work", "the qu") == ("A Quarrel", "The Quiet Second", "100%_Quota", "Second Quarrel")
    assert library.names("work", "qu", limit=1) == ("A Quarrel",)
    assert library.names("tag", "no") == ("Noir",)
    assert library.names("tag", "q") == ("quirky",)
    assert library.names("director", "qui") == ("ana quist",)
    assert library.names("work", "%") == library.names("work", "_") == ()


def test_a_critic_who_is_gone_is_not_offered(library: Library) -> None:
    critic = subscribe(library)
    library.mark(take(library, critic, make_draft()), "starred", True, now=NOON)
    library.unsubscribe(critic)
    assert library.names("critic", "a") == ()
