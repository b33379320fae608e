"""Every answer to a reply is told apart, and says what to do next."""

import pytest

from tests.makers import NOON
from tui.app.widgets.reply_words import by_hand, goes_on, looked, stands, told
from tui.model.reply import Answered, Reply, ReplyOutcome, Stage


@pytest.mark.parametrize("kind", Answered)
def test_every_answer_has_words_of_its_own(kind: Answered) -> None:
    others = {told(ReplyOutcome(each)).words for each in Answered if each is not kind}
    assert told(ReplyOutcome(kind)).words not in others


def test_a_refusal_has_the_site_s_own_words() -> None:
    words = told(ReplyOutcome(Answered.REFUSED, "please enter a valid email address.")).words
    assert words == "The site refused it: please enter a valid email address. Mend it and send it again."


def test_what_is_published_but_was_not_seen_is_not_said_to_be_there() -> None:
    assert "not in the thread yet" in told(ReplyOutcome(Answered.PUBLISHED, seen=False)).words


def test_too_fast_says_for_how_long() -> None:
    assert "in 8 seconds" in told(ReplyOutcome(Answered.TOO_FAST, wait=8)).words
    assert "in 15 seconds" in told(ReplyOutcome(Answered.TOO_FAST)).words


def test_what_nobody_knows_asks_to_look_first() -> None:
    assert "Look before you send it again" in told(ReplyOutcome(Answered.UNKNOWN, "timed out")).words


def test_only_what_the_site_has_not_got_is_written_on() -> None:
    taken = {Answered.PUBLISHED, Answered.HELD, Answered.MISSING, Answered.UNKNOWN}
    assert {kind for kind in Answered if not goes_on(ReplyOutcome(kind))} == taken


def test_without_a_form_the_browser_takes_over() -> None:
    assert {kind for kind in Answered if by_hand(ReplyOutcome(kind))} == {Answered.NO_FORM, Answered.LOGIN_NEEDED}


def test_looking_says_what_was_seen() -> None:
    assert looked(ReplyOutcome(Answered.PUBLISHED)).words == "Your reply is published."
    assert "write it again" in looked(ReplyOutcome(Answered.MISSING)).words
    assert "look there" in looked(ReplyOutcome(Answered.UNKNOWN, "no network")).words


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_explained(stage: Stage) -> None:
    assert stands(Reply(1, 1, None, "Fog.", stage, NOON)).endswith((".", "look for it."))
