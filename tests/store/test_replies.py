"""The reader's replies: on disk before they are sent, and none is sent twice."""

from datetime import timedelta

import pytest

from tests.makers import NOON, make_draft
from tests.store.shelving import subscribe, take
from tui.model.comment import Comment, Standing
from tui.model.errors import UnknownReply, UnknownReview
from tui.model.reply import Answered, ReplyOutcome, Stage
from tui.model.thread import FoundThread
from tui.store.library import Library

TOP = Comment("1", "Nell", "The fog was real.", published=NOON)
HOUR = timedelta(hours=1)


@pytest.fixture
def number(library: Library) -> int:
    return take(library, subscribe(library), make_draft())[0]


def show(library: Library, number: int, *comments: Comment) -> None:
    library.keep_thread(number, FoundThread(comments, "wordpress", complete=True), now=NOON + HOUR)


def test_a_draft_is_kept_and_rewritten(library: Library, number: int) -> None:
    draft = library.save_draft(number, "Was it?", parent="1", now=NOON)
    assert (draft.text, draft.parent, draft.stage, draft.written) == ("Was it?", "1", Stage.DRAFT, NOON)
    assert library.rewrite_draft(draft.id, "Was it, though?", now=NOON + HOUR)
    assert library.unsettled_replies() == library.thread(number).replies
    assert library.reply(draft.id).text == "Was it, though?"
    library.discard_reply(draft.id)
    with pytest.raises(UnknownReply):
        library.reply(draft.id)


def test_a_draft_under_no_review_is_refused(library: Library) -> None:
    with pytest.raises(UnknownReview):
        library.save_draft(99, "Hello?", now=NOON)


def test_a_draft_does_not_stand_in_the_thread_and_a_sent_reply_does(library: Library, number: int) -> None:
    show(library, number, TOP)
    draft = library.save_draft(number, "Was it?", parent="1", now=NOON)
    assert len(library.thread(number).comments) == 1
    assert library.begin_sending(draft.id, "Tam", now=NOON + HOUR)
    own = library.thread(number).comments[1]
    assert (own.id, own.author, own.text, own.depth, own.own) == (f"reply-{draft.id}", "Tam", "Was it?", 2, True)
    assert own.standing is Standing.SENDING


def test_what_is_being_sent_is_not_sent_again_nor_rewritten(library: Library, number: int) -> None:
    draft = library.save_draft(number, "Was it?", now=NOON)
    assert library.begin_sending(draft.id, "Tam", now=NOON)
    assert not library.begin_sending(draft.id, "Tam", now=NOON)
    assert not library.rewrite_draft(draft.id, "Again", now=NOON)
    assert library.redraft(draft.id).stage is Stage.SENDING


def test_what_was_being_sent_when_matinee_was_killed_is_unknown(library: Library, number: int) -> None:
    draft = library.save_draft(number, "Was it?", now=NOON)
    library.begin_sending(draft.id, "Tam", now=NOON)
    thread = library.look_at_thread(number, now=NOON + HOUR)
    assert [reply.stage for reply in thread.replies] == [Stage.UNKNOWN]
    assert thread.comments[0].standing is Standing.UNKNOWN
    assert not library.begin_sending(draft.id, "Tam", now=NOON + HOUR)
    assert library.redraft(draft.id).stage is Stage.DRAFT
    assert library.begin_sending(draft.id, "Tam", now=NOON + HOUR)


@pytest.mark.parametrize(
    ("kind", "stage"),
    [
        (Answered.HELD, Stage.HELD),
        (Answered.MISSING, Stage.MISSING),
        (Answered.UNKNOWN, Stage.UNKNOWN),
        (Answered.PUBLISHED, Stage.PUBLISHED),
        *((kind, Stage.DRAFT) for kind in Answered if ReplyOutcome(kind).stage is Stage.DRAFT),
    ],
)
def test_what_came_of_it_is_written_down(library: Library, number: int, kind: Answered, stage: Stage) -> None:
    draft = library.save_draft(number, "Was it?", now=NOON)
    library.begin_sending(draft.id, "Tam", now=NOON)
    reply = library.settle_reply(draft.id, ReplyOutcome(kind, "so it says", "https://critic.example/p", "7"))
    assert (reply.stage, reply.words, reply.comment_id) == (stage, "so it says", "7")
    assert (reply.text, reply.id) == ("Was it?", draft.id)


def test_a_held_reply_is_settled_by_the_thread_that_shows_it(library: Library, number: int) -> None:
    show(library, number, TOP)
    draft = library.save_draft(number, "Was it?", parent="1", now=NOON)
    library.begin_sending(draft.id, "Tam", now=NOON)
    library.settle_reply(draft.id, ReplyOutcome(Answered.HELD, comment_id="2"))
    assert library.thread(number).comments[1].standing is Standing.HELD
    show(library, number, TOP, Comment("2", "Tam", "Was it?", "1", published=NOON))
    thread = library.thread(number)
    assert [(each.id, each.own, each.standing) for each in thread.comments][1:] == [("2", True, Standing.SHOWN)]
    assert thread.replies == ()


def test_an_unknown_reply_is_known_again_by_its_words_and_name(library: Library, number: int) -> None:
    draft = library.save_draft(number, 'Was it "real" -- really?', parent="1", now=NOON)
    library.begin_sending(draft.id, "Tam", now=NOON)
    library.settle_reply(draft.id, ReplyOutcome(Answered.UNKNOWN))
    show(library, number, TOP, Comment("2", "Other", "Was it “real” – really?", "1", published=NOON))
    assert library.reply(draft.id).stage is Stage.UNKNOWN
    show(library, number, TOP, Comment("3", "Tam", "Was it “real” – really?", "1", published=NOON))
    assert (library.reply(draft.id).stage, library.reply(draft.id).comment_id) == (Stage.PUBLISHED, "3")
