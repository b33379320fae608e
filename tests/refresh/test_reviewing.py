from datetime import UTC, datetime, timedelta

from tests.makers import NOON, make_entry
from tui.refresh.reviewing import draft, mark, same_entry, shows_same


def test_an_entry_becomes_a_graded_review() -> None:
    made = draft(make_entry(fields={"wfw:comment": "x"}, tags=("Drama",)), seen=NOON)
    assert made.grade is not None
    assert (made.grade.written, made.grade.score) == ("7/10 or B-", 70)
    assert "A patient film about fog" in made.text
    assert (made.guid, made.author, made.tags) == ("https://critic.example/?p=1", "Ada Quill", ("Drama",))
    assert made.fields == (("guid", "https://critic.example/?p=1"), ("wfw:comment", "x"))


def test_a_post_without_a_title_goes_by_its_first_words() -> None:
    assert draft(make_entry(title="", html="<p>Fog, then more fog.</p>"), seen=NOON).title == "Fog, then more fog."
    assert draft(make_entry(title="", html=""), seen=NOON).title == "https://critic.example/second-foghorn"
    assert draft(make_entry(title="", html="", url=""), seen=NOON).title == "Untitled"


def test_a_post_without_a_date_is_dated_when_it_was_first_seen() -> None:
    made = draft(make_entry(published=None, updated=None), seen=NOON)
    assert (made.published, made.dated) == (NOON, False)


def test_a_date_in_the_far_future_is_not_believed() -> None:
    assert draft(make_entry(published=NOON + timedelta(days=400)), seen=NOON).published == NOON
    assert draft(make_entry(published=datetime(1, 1, 1, tzinfo=UTC)), seen=NOON).dated is False
    tomorrow = NOON + timedelta(hours=20)
    assert draft(make_entry(published=tomorrow), seen=NOON).published == tomorrow


def test_a_post_that_only_says_when_it_was_updated_is_dated_by_that() -> None:
    when = datetime(2020, 1, 1, tzinfo=UTC)
    assert draft(make_entry(published=None, updated=when), seen=NOON).published == when


def test_the_fingerprint_knows_the_entry_without_reading_it() -> None:
    entry = make_entry()
    fingerprint = draft(entry, seen=NOON).fingerprint
    assert same_entry(fingerprint, entry)
    assert same_entry(fingerprint, make_entry(comments=99, updated=NOON))
    assert not same_entry(fingerprint, make_entry(html="<p>Other.</p>"))
    assert not same_entry("", entry)


def test_the_fingerprint_tells_what_a_reader_would_notice() -> None:
    def made(**fields: object) -> str:
        return draft(make_entry(**fields), seen=NOON).fingerprint

    html = make_entry().html
    assert shows_same(made(), made(html=html.replace("<em>", "<em class='x'>")))
    assert shows_same(made(), made(tags=("new",)))
    assert not shows_same(made(), made(title="Another"))
    assert not shows_same(made(), made(html=html.replace("7/10 or B-", "8/10 or B")))
    assert not shows_same(made(), made(html=html.replace("patient", "hasty")))


def test_parts_of_a_mark_do_not_run_into_each_other() -> None:
    assert mark(make_entry(title="ab", url="c")) != mark(make_entry(title="a", url="bc"))
