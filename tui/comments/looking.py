"""What became of a reply, as the thread shows it (pure)."""

from dataclasses import replace

from tui.model.reply import Answered, Reply, ReplyOutcome, Stage
from tui.model.thread import Thread


def what_became(reply: Reply, thread: Thread, *, failed: str = "") -> ReplyOutcome:
    """Return what is known of a reply after its thread was fetched, or, when that `failed`, in spite of it.

    A thread that shows the reply has settled it already. Where it does not, only a thread that is complete can say so.
    """
    known = ReplyOutcome(Answered.UNKNOWN, reply.words, reply.url, reply.comment_id)
    if reply.stage is Stage.PUBLISHED:
        return replace(known, kind=Answered.PUBLISHED, words="")
    if reply.stage is Stage.HELD:
        return replace(known, kind=Answered.HELD)
    if reply.stage is Stage.DRAFT:
        return replace(known, kind=Answered.UNSENT)
    if not failed and thread.complete:
        held = " (it may be held for a moderator)" if reply.stage is Stage.UNKNOWN else ""
        return replace(known, kind=Answered.MISSING, words=f"The site does not show it{held}")
    if reply.stage is Stage.TAKEN:
        return replace(known, kind=Answered.PUBLISHED, words="The site says it is published", seen=False)
    if reply.stage is Stage.MISSING:
        return replace(known, kind=Answered.MISSING)
    why = f"Its thread could not be looked at: {failed}" if failed else "Only the newest part of its thread can be seen"
    return replace(known, words=why)
