"""What a thread says of itself."""

from datetime import timedelta

from tests.app.threading import make_comment, make_thread
from tests.makers import NOON
from tui.app.widgets.thread_words import emptiness, standing, trouble
from tui.model.comment import Standing

HOUR = timedelta(hours=1)


def test_a_thread_says_how_many_and_how_old() -> None:
    thread = make_thread(make_comment(), fetched=NOON - 2 * HOUR)
    assert standing(thread, NOON, fetching=False) == "1 comment · fetched 2 hours ago"
    assert standing(thread, NOON, fetching=True) == "1 comment · fetching …"


def test_new_comments_are_counted() -> None:
    thread = make_thread(make_comment(first_seen=NOON), seen_before=NOON - HOUR)
    assert standing(thread, NOON, fetching=False) == "1 comment · ● 1 new · fetched just now"


def test_a_part_of_a_thread_says_of_how_many() -> None:
    thread = make_thread(make_comment(), complete=False, total=1_250)
    assert standing(thread, NOON, fetching=False).startswith("1 comment of 1,250")


def test_deleted_comments_are_not_counted() -> None:
    thread = make_thread(make_comment(), make_comment(id="2", standing=Standing.GONE))
    assert standing(thread, NOON, fetching=False).startswith("1 comment ·")


def test_a_closed_thread_says_so() -> None:
    assert "closed" in standing(make_thread(make_comment(), closed=True), NOON, fetching=False)


def test_offline_a_thread_says_of_when_it_is_and_why() -> None:
    thread = make_thread(make_comment(), fetched=NOON - 3 * HOUR, tried=NOON, reason="no such host: critic.example")
    assert standing(thread, NOON, fetching=False) == "1 comment · as of 3 hours ago"
    assert trouble(thread, NOON) == (
        "The comments could not be fetched: no such host: critic.example. Shown as of 3 hours ago. r tries again."
    )
    assert trouble(make_thread(), NOON) == ""


def test_every_kind_of_emptiness_says_what_to_do() -> None:
    assert emptiness(make_thread(fetched=None), fetching=True) == ("Fetching the comments …",)
    assert "i writes the first comment." in emptiness(make_thread(), fetching=False)
    assert "takes none any more" in emptiness(make_thread(closed=True), fetching=False)[0]
    assert "r fetches them." in emptiness(make_thread(fetched=None), fetching=False)
    assert "r tries again" in emptiness(make_thread(fetched=None, reason="no network"), fetching=False)[1]
