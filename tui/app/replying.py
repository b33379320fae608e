"""Replies, for the App: the desk at which they are written, what became of those on their way, drafts offered again."""

import asyncio
from collections.abc import Callable, Sequence

from textual import on, work

from tui.app.messages import BrowserAsked, OwnReplyAsked, ReplyAsked
from tui.app.talking import Talking
from tui.app.widgets.reply_words import Told, looked, told
from tui.model.comment import Comment
from tui.model.errors import BadSetting, MatineeError
from tui.model.reply import Answered, Identity, Reply, ReplyOutcome, Stage
from tui.model.review import Review


class Replying(Talking):
    """For the App."""

    identity: Identity
    """Who the reader is to the sites they reply on."""
    keep_identity: Callable[[Identity], None] | None
    """Writes it into the configuration; None: it is kept until the end only."""
    editor: Sequence[str]
    """The reader's own editor and its arguments; empty when they named none."""
    _writing_reply = False

    # Writing.

    @on(ReplyAsked)
    @work(group="reply", exit_on_error=False)
    async def write_reply(self, message: ReplyAsked) -> None:
        """Let the reader answer; a draft they left is there again."""
        with self.telling():
            review = await asyncio.to_thread(self.library.review, message.review_id)
            thread = await asyncio.to_thread(self.library.thread, message.review_id)
            parent = message.parent.id if message.parent else None
            drafts = [each for each in thread.replies if each.stage is Stage.DRAFT and each.parent == parent]
            if thread.closed and not drafts:
                self.notify("The site takes no comments here any more. r asks it again.", markup=False)
                return
            await self._compose(review, message.parent, drafts[-1] if drafts else None)

    @work(group="reply", exit_on_error=False)
    async def action_write_on(self) -> None:
        """Go on with the newest draft, in its thread."""
        with self.telling():
            drafts = await self._drafts()
            if not drafts:
                self.notify("No reply waits to be sent", timeout=2)
                return
            draft = max(drafts, key=lambda each: each.written)
            review = await asyncio.to_thread(self.library.review, draft.review_id)
            thread = await asyncio.to_thread(self.library.thread, draft.review_id)
            parent = next((each for each in thread.comments if each.id == draft.parent), None)
            self.show_comments(draft.review_id, draft.parent or "")
            await self._compose(review, parent, draft)

    @work(group="drafts", exit_on_error=False)
    async def offer_drafts(self) -> None:
        """Tell at the start of what was written and not sent, or sent without an answer."""
        with self.telling():
            replies = await asyncio.to_thread(self.library.unsettled_replies)
            drafts = sum(reply.stage is Stage.DRAFT for reply in replies)
            if drafts:
                words = "A reply you wrote is not sent" if drafts == 1 else f"{drafts:,} replies you wrote are not sent"
                self.notify(f"{words} yet: ^R goes on with it.", markup=False, timeout=8)

    async def _drafts(self) -> list[Reply]:
        replies = await asyncio.to_thread(self.library.unsettled_replies)
        return [reply for reply in replies if reply.stage is Stage.DRAFT]

    async def _compose(self, review: Review, parent: Comment | None, draft: Reply | None) -> None:
        from tui.app.screens.compose import ComposeScreen, Desk, Subject

        if self._writing_reply:
            return
        self._writing_reply = True
        title = f"{review.draft.work.title if review.draft.work else review.draft.title} · {review.critic}"
        subject: Subject = Subject(review.id, title, review.draft.url, parent, draft)
        desk = Desk(self.introduced, self.refresher.talk.send, self.edit)
        try:
            sent = await self.push_screen_wait(ComposeScreen(self.library, self.clock, subject, desk))
        finally:
            self._writing_reply = False
        if sent is None:
            self.everywhere("show_talk", review.id)
        else:
            self._settled(review.id, *sent, told(sent[1]))

    def _settled(self, review_id: int, reply_id: int, outcome: ReplyOutcome, words: Told) -> None:
        """Tell what came of a reply, and show it where it stands."""
        named = outcome.kind is Answered.PUBLISHED and outcome.seen and outcome.comment_id
        self.everywhere("show_talk", review_id, outcome.comment_id if named else f"reply-{reply_id}")
        self.notify(words.words, severity=words.severity, markup=False, timeout=8)
        self.everywhere("show_news")

    # Who the reader is.

    async def introduced(self, ask: bool) -> Identity | None:
        """Return who the reader is; asked when that is not known, or when they want to `ask`."""
        from tui.app.dialogs.introduce import IntroduceDialog

        if self.identity.complete and not ask:
            return self.identity
        given = await self.push_screen_wait(IntroduceDialog(self.identity, self.keep_identity is not None))
        if given is not None and given != self.identity:
            self.identity = given
            if self.keep_identity is not None:
                with self.telling():
                    await asyncio.to_thread(self.keep_identity, given)
        return given

    def edit(self, text: str) -> str:
        """Return a text as the reader's editor left it. Raises MatineeError, SuspendNotSupported."""
        from tui.app.editor import edited

        if not self.editor:
            raise BadSetting("no editor is named", "Set VISUAL or EDITOR, as for other programs")
        failed: MatineeError | None = None
        with self.suspend():  # what is raised in here would leave the terminal to nobody
            try:
                text = edited(self.editor, text)
            except MatineeError as error:
                failed = error
        if failed is not None:
            raise failed
        return text

    # What became of it.

    @on(OwnReplyAsked)
    @work(group="reply", exit_on_error=False)
    async def own_reply(self, message: OwnReplyAsked) -> None:
        """Say how a reply stands, and do about it what the reader chooses."""
        from tui.app.dialogs.own_reply import OwnReplyDialog

        with self.telling():
            reply = await asyncio.to_thread(self.library.reply, message.reply_id)
            review = await asyncio.to_thread(self.library.review, reply.review_id)
            match await self.push_screen_wait(OwnReplyDialog(reply)):
                case "look":
                    await self._look(reply)
                case "browse":
                    self.post_message(BrowserAsked(reply.url or review.draft.url))
                case "copy":
                    self.copy_to_clipboard(reply.text)
                    self.notify("Copied", timeout=2)
                case "again":
                    await self._write_again(review, reply)
                case "forget":
                    await asyncio.to_thread(self.library.discard_reply, reply.id)
                    self.everywhere("show_talk", review.id)

    async def _look(self, reply: Reply) -> None:
        self.notify("Looking …", timeout=2)
        outcome = await self.refresher.talk.look_again(reply.id)
        self._settled(reply.review_id, reply.id, outcome, looked(outcome))

    async def _write_again(self, review: Review, reply: Reply) -> None:
        from tui.app.dialogs.confirm import ConfirmDialog

        if reply.stage is Stage.UNKNOWN:
            question = ConfirmDialog("Did you look, and it is not there?", "If it arrived, it would stand there twice.")
            if not await self.push_screen_wait(question):
                return
        draft = await asyncio.to_thread(self.library.redraft, reply.id)
        thread = await asyncio.to_thread(self.library.thread, reply.review_id)
        parent = next((each for each in thread.comments if each.id == reply.parent), None)
        await self._compose(review, parent, draft)
