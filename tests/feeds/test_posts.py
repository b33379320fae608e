from datetime import UTC, datetime

import pytest

from tui.feeds.posts import Post, make_entry, utc, web_address

BASE = "https://critic.example/"


def test_a_cut_off_text_is_a_summary_wherever_it_stands() -> None:
    for end in ("[…]", "[&#8230;]", "...", "<a href='x'>Continue reading <span>“Fog”</span> →</a>", "Read more »"):
        assert make_entry(Post(guid="1", text=f"<p>Long words. {end}</p>", is_content=True), BASE).summary, end


def test_a_long_description_is_the_whole_post_and_a_short_one_is_not() -> None:
    assert not make_entry(Post(guid="1", text="<p>Words of a whole review.</p>" * 80), BASE).summary
    assert make_entry(Post(guid="1", text="<p>One line.</p>"), BASE).summary
    assert not make_entry(Post(guid="1", text="<p>One line.</p>", is_content=True), BASE).summary


def test_sites_that_put_the_whole_post_into_the_description_are_known() -> None:
    assert not make_entry(Post(guid="letterboxd-watch-1", text="Watched."), BASE).summary
    assert not make_entry(Post(guid="1", text="Read.", fields={"user_rating": "4"}), BASE).summary


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ("12", 12),
        (" 3 ", 3),
        ("0", 0),
        ("", None),
        ("-1", None),
        ("many", None),
        ("1000000000", 10**9),
        ("1000000001", None),
        ("9" * 20, None),
        ("9" * 5_000, None),
    ],
)
def test_a_count_of_comments_is_a_number_or_unknown(given: str, count: int | None) -> None:
    assert make_entry(Post(guid="1", comments=given), BASE).comments == count


def test_tags_are_words_once_each() -> None:
    post = Post(guid="1", tags=["Drama", "Drama", "A &amp; B", "http://schemas.example/kind#post", "  ", "<i>Noir</i>"])
    assert make_entry(post, BASE).tags == ("Drama", "A & B", "Noir")


def test_an_update_that_is_the_publication_says_nothing() -> None:
    when = datetime(2026, 3, 14, tzinfo=UTC)
    assert make_entry(Post(guid="1", published=when, updated=when), BASE).updated is None


def test_a_giant_guid_becomes_a_digest_and_giant_fields_are_cut() -> None:
    entry = make_entry(Post(guid="g" * 5_000, title="t" * 5_000, fields={"a:b": "x" * 9_000, "c:d": ""}), BASE)
    assert len(entry.guid) == 32
    assert len(entry.title) == 500
    assert len(entry.fields["a:b"]) == 2_000
    assert "c:d" not in entry.fields


@pytest.mark.parametrize(
    "given", ["", "mailto:a@b.example", "javascript:x", "http://", "https://[::bad", "x" * 3_000, "data:,x"]
)
def test_what_is_no_web_address_is_none(given: str) -> None:
    assert web_address(given, "") == ""


def test_spaces_in_addresses_are_mended() -> None:
    assert web_address(" /a film/ ", BASE) == "https://critic.example/a%20film/"


def test_times_no_calendar_has_are_none() -> None:
    assert utc(2026, 2, 30) is None
    assert utc(0, 1, 1) is None
    assert utc(2016, 12, 31, 23, 59, 60) == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


def test_a_viewing_that_gains_a_text_stays_the_same_entry() -> None:
    seen, told = (make_entry(Post(guid=f"letterboxd-{kind}-7"), BASE) for kind in ("watch", "review"))
    assert seen.guid == told.guid
    assert (seen.fields["guid"], told.fields["guid"]) == ("letterboxd-watch-7", "letterboxd-review-7")
    assert make_entry(Post(guid="letterboxd-list-7"), BASE).guid == "letterboxd-list-7"
