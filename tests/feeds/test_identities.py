from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOON, make_entry
from tui.feeds.identities import one_each
from tui.model.entry import Entry

HOME = "https://critic.example/blog/"


def post(title: str = "Fog", **fields: object) -> Entry:
    return make_entry(**{"guid": "", "url": "", "html": "<p>Thick.</p>", "published": NOON, "title": title, **fields})


def guids(*entries: Entry) -> list[str]:
    return [entry.guid for entry in one_each(entries, HOME)]


def test_a_guid_is_kept_and_a_link_stands_in_for_none() -> None:
    assert guids(post(guid="7", url=HOME), post(url=f"{HOME}fog")) == ["7", f"{HOME}fog"]


def test_one_guid_for_all_posts_is_no_name_for_any() -> None:
    old, new = (post(f"Film {n}", guid="always", url=f"{HOME}{n}") for n in (1, 2))
    assert guids(new, old, old) == [f"{HOME}2", f"{HOME}1"]


def test_a_link_to_the_site_itself_names_no_post() -> None:
    for home in (HOME, HOME.rstrip("/"), "https://critic.example/"):
        first, second = guids(post("Fog", url=home), post("Rain", url=home))
        assert len({first, second, home}) == 3
        assert guids(post("Fog", url=home)) == [first]


def test_a_link_that_several_posts_share_names_none() -> None:
    fog, rain = post("Fog", url=f"{HOME}reviews"), post("Rain", url=f"{HOME}reviews")
    assert guids(fog, rain) == guids(rain, fog)[::-1]
    assert not {f"{HOME}reviews"} & set(guids(fog, rain))


def test_an_edit_keeps_what_a_post_without_guid_and_link_goes_by() -> None:
    for dated in (NOON, None):
        before = post(url=HOME, published=dated)
        assert guids(before) == guids(post(url=HOME, published=dated, html="<p>Thicker.</p>"))
    assert guids(post()) == guids(post(html="<p>Thicker.</p>"))


def test_posts_with_one_title_are_told_apart_by_their_dates_and_without_them_by_their_texts() -> None:
    later = NOON + timedelta(days=7)
    assert len(set(guids(post("Diary", url=HOME), post("Diary", url=HOME, published=later)))) == 2
    texts = [post("Diary", url=HOME, published=None, html=f"<p>{n}</p>") for n in range(3)]
    assert len(set(guids(*texts))) == 3


def test_posts_with_another_title_are_never_dropped() -> None:
    fog, rain = post("Fog", guid="1"), post("Rain", guid="1")
    assert len(set(guids(fog, rain))) == 2
    assert guids(fog, rain) == guids(rain, fog)[::-1]


def test_a_title_is_not_taken_for_a_text() -> None:
    titled, told = (post(t, html=h, url=f"{HOME}fog", published=None) for t, h in (("Fog", ""), ("", "Fog")))
    assert len(set(guids(titled, told))) == 2


def test_a_post_that_is_listed_twice_is_one() -> None:
    assert guids(post(guid="1"), post(guid="1", html="<p>Thicker.</p>")) == ["1"]
    assert guids(post(url=f"{HOME}fog"), post(url=f"{HOME}fog")) == [f"{HOME}fog"]


FEW = st.sampled_from(["", "a", "b"])


@given(st.lists(st.builds(
    lambda guid, url, title, html, dated: post(
        title, guid=guid, url=url and HOME + url.strip("b"), html=html, published=NOON if dated else None
    ),
    FEW, FEW, FEW, FEW, st.booleans(),
), max_size=6))  # fmt: skip
def test_no_feed_loses_a_title_or_has_a_guid_twice(entries: list[Entry]) -> None:
    kept = one_each(entries, HOME)
    assert {entry.title for entry in kept} == {entry.title for entry in entries}
    assert len({entry.guid for entry in kept}) == len(kept)
    assert all(entry.guid for entry in kept)
    assert {entry.guid for entry in one_each(entries[::-1], HOME)} == {entry.guid for entry in kept}
