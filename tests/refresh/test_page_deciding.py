"""Whose pages are fetched: tables of what is lacking, what the first pages gave, and what the reader said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.makers import NOON, make_draft
from tui.model.paging import Paged, PageNote, PageRule, PageSetting
from tui.model.review import Draft
from tui.refresh.page_deciding import AT_ONCE, how_many, lack, learn, wanted

FULL = make_draft()
UNGRADED = make_draft(grade=None)
EXCERPT = make_draft(summary=True)
AUTO, ALWAYS, NEVER = (PageRule(setting) for setting in PageSetting)
YES = PageRule(learned=True, reason="3 of 3 pages carried a grade", at=NOON - timedelta(days=3))
NO = replace(YES, learned=False)
LONG_AGO = replace(NO, at=NOON - timedelta(days=30))


def note(kind: str, days_ago: float = 0) -> PageNote:
    """`g` a grade, `l` longer text, `n` nothing new, `f` failed, `o` failed for want of a network."""
    failed = kind in "fo"
    return PageNote(
        1, "failed" if failed else "read", NOON - timedelta(days=days_ago), graded=kind == "g", longer=kind == "l",
        reason="404 Not Found" if failed else "", lasting=kind != "o",
    )  # fmt: skip


def notes(kinds: str) -> tuple[PageNote, ...]:
    return tuple(map(note, kinds))


@pytest.mark.parametrize(
    ("newest", "worth"),
    [
        ([FULL] * 10, False),
        ([], False),
        ([UNGRADED] * 2, False),
        ([UNGRADED] * 3, True),
        ([UNGRADED] * 3 + [FULL] * 7, False),
        ([UNGRADED] * 5 + [FULL] * 5, True),
        ([EXCERPT] * 3, True),
        ([EXCERPT] * 4 + [FULL] * 6, False),
        ([make_draft(paged=Paged("<p>x</p>"), summary=True)] * 10, True),
    ],
)
def test_a_feed_lacks_something_when_most_of_the_newest_do(newest: list[Draft], worth: bool) -> None:
    assert lack(newest).worth_a_trial is worth


@pytest.mark.parametrize(
    ("rule", "newest", "came", "many"),
    [
        (AUTO, [UNGRADED] * 6, "", 3),
        (AUTO, [UNGRADED] * 6, "g", 2),
        (AUTO, [UNGRADED] * 6, "ggg", 0),
        (AUTO, [UNGRADED] * 6, "ooo", 3),
        (AUTO, [FULL] * 6, "", 0),
        (YES, [FULL] * 6, "", AT_ONCE),
        (NO, [UNGRADED] * 6, "", 0),
        (LONG_AGO, [UNGRADED] * 6, "", 3),
        (LONG_AGO, [FULL] * 6, "", 0),
        (ALWAYS, [FULL] * 6, "", AT_ONCE),
        (NEVER, [UNGRADED] * 6, "", 0),
        (replace(YES, setting=PageSetting.NEVER), [UNGRADED] * 6, "", 0),
    ],
)
def test_so_many_pages_are_fetched(rule: PageRule, newest: list[Draft], came: str, many: int) -> None:
    assert how_many(rule, newest, notes(came), NOON) == many


@pytest.mark.parametrize(
    ("came", "learned", "reason"),
    [
        ("gg", None, ""),
        ("ggg", True, "3 of 3 pages carried a grade"),
        ("ggn", True, "2 of 3 pages carried a grade"),
        ("lll", True, "3 of 3 gave much more text"),
        ("gln", True, "1 of 3 pages carried a grade, 1 of 3 gave much more text"),
        ("gnn", False, "1 of 3 pages carried a grade"),
        ("nnn", False, "none of 3 pages gave a grade or more text"),
        ("fff", False, "3 of 3 pages could not be read: 404 Not Found"),
        ("ooo", None, ""),
        ("gog", None, ""),
        ("gogg", True, "3 of 3 pages carried a grade"),
    ],
)
def test_the_first_three_pages_teach(came: str, learned: bool | None, reason: str) -> None:
    rule = learn(AUTO, notes(came), NOON)
    assert (rule.learned, rule.reason) == (learned, reason)
    assert rule.at == (None if learned is None else NOON)


def test_what_was_learned_holds_while_pages_give_anything() -> None:
    assert learn(YES, notes("nnnng"), NOON) is YES


def test_five_pages_in_a_row_without_anything_end_it() -> None:
    rule = learn(YES, notes("nnfnn"), NOON)
    assert (rule.learned, rule.reason) == (False, "the last 5 pages gave nothing the feed lacks")


def test_a_second_trial_looks_at_new_pages_only() -> None:
    old = tuple(note("n", days_ago=40) for _ in range(3))
    assert learn(LONG_AGO, old, NOON) is LONG_AGO
    assert learn(LONG_AGO, (*notes("ggg"), *old), NOON).learned is True


def test_learning_keeps_the_readers_word() -> None:
    assert learn(ALWAYS, notes("nnn"), NOON).setting is PageSetting.ALWAYS


@pytest.mark.parametrize(
    ("rule", "draft", "fetched"),
    [
        (YES, UNGRADED, True),
        (YES, EXCERPT, True),
        (YES, FULL, False),
        (ALWAYS, FULL, True),
        (ALWAYS, make_draft(url=""), False),
    ],
)
def test_only_pages_of_what_lacks_something_are_fetched(rule: PageRule, draft: Draft, fetched: bool) -> None:
    assert wanted(rule, draft) is fetched
