"""Writing a reply: on disk from the first key on, seen as the thread would show it, then sent, or kept for later.

What is written stays a draft until the site has it. It is sent from the preview only, by a key of its own, and once.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from textual import work
from textual.app import ComposeResult, SuspendNotSupported
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from tui.app.commands import Place, bindings
from tui.app.dialogs.confirm import ConfirmDialog
from tui.app.dialogs.preview_reply import PreviewReplyDialog
from tui.app.messages import BrowserAsked
from tui.app.widgets.dates import ago
from tui.app.widgets.footer import KeyBar
from tui.app.widgets.reply_words import by_hand, goes_on, told
from tui.app.widgets.telling import Telling
from tui.model.comment import Comment
from tui.model.errors import Failure
from tui.model.record import record
from tui.model.reply import Identity, Reply, ReplyOutcome
from tui.model.text import prose
from tui.store.library import Library

PAUSE = 0.5
"""Seconds after a key until what is written is on disk; the first key does not wait."""
MOST = 60_000
"""Characters of a reply: WordPress's own limit is 65,525 bytes."""


@record(frozen=True, slots=True)
class Subject:
    """What a reply is about."""

    review_id: int
    title: str
    """The work, and whose review."""
    url: str
    """The page it stands under."""
    parent: Comment | None = None
    """What it answers; None for the review itself."""
    draft: Reply | None = None
    """What was written before."""


@record(frozen=True, slots=True)
class Desk:
    """What the App does for somebody who writes."""

    identity: Callable[[bool], Awaitable[Identity | None]]
    """Returns who the reader is; asks when that is not known, or when it is to be asked. None: they would not say."""
    send: Callable[[int, Identity], Awaitable[ReplyOutcome]]
    edit: Callable[[str], str]
    """Returns a text as the reader's editor left it. Raises MatineeError, SuspendNotSupported."""


class ComposeScreen(Telling, Screen[tuple[int, ReplyOutcome] | None]):
    """Comes back with the reply's number and what came of it; None when it stays a draft, or nothing was written."""

    BINDINGS = bindings(Place.REPLY)
    CSS_PATH = "compose.tcss"
    PLACES = (Place.REPLY,)
    AUTO_FOCUS = "TextArea"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]

    def __init__(self, library: Library, clock: Callable[[], datetime], subject: Subject, desk: Desk) -> None:
        super().__init__()
        self.library, self.clock, self.subject, self.desk = library, clock, subject, desk
        self.reply = subject.draft
        """The draft as it is on disk; None before the first key."""
        self.words = subject.draft.text if subject.draft else ""
        """What is written, cleaned of what no comment holds."""
        self._saving = asyncio.Lock()
        self._waiting = False

    def compose(self) -> ComposeResult:
        parent = self.subject.parent
        to = f"Your answer to {parent.author or 'somebody'} · " if parent else "Your comment on "
        yield Static(Content.assemble((to, "bold"), self.subject.title), id="to")
        if parent is not None:
            yield Static(Content(parent.text[:600]), id="parent")
        yield TextArea(self.words, id="text", soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        yield Static(id="said", markup=False)
        yield KeyBar(*self.PLACES, anywhere=False)

    def on_mount(self) -> None:
        self.area.move_cursor(self.area.document.end)
        if self.reply is not None:
            said = f" {self.reply.words}" if self.reply.words else ""
            self._say(f"Your draft of {ago(self.reply.written, self.clock())}.{said}")
        else:
            self._say("What you write is kept from the first letter on. F1 shows the keys.")

    async def on_unmount(self) -> None:
        """However this ends, what was written is on disk."""
        with self.telling():
            await self.save()

    @property
    def area(self) -> TextArea:
        """Where one writes."""
        return self.query_one(TextArea)

    # Keeping.

    def on_text_area_changed(self) -> None:
        text = prose(self.area.text[:MOST])
        if text != self.area.text:  # pasted: no comment holds escapes
            self.area.load_text(text)
            self.area.move_cursor(self.area.document.end)
        self.words = text
        if self.reply is None:
            self.keep()
        elif not self._waiting:
            self._waiting = True
            self.set_timer(PAUSE, self.keep)

    @work(group="draft", exit_on_error=False)
    async def keep(self) -> None:
        """Put on disk what is written."""
        self._waiting = False
        with self.telling():
            await self.save()

    async def save(self) -> bool:
        """Put on disk what is written; False when it is no draft any more, as it was sent from elsewhere."""
        async with self._saving:
            text, now = self.words, self.clock()
            if self.reply is None:
                if text.strip():
                    parent = self.subject.parent.id if self.subject.parent else None
                    save = self.library.save_draft
                    self.reply = await asyncio.to_thread(save, self.subject.review_id, text, parent=parent, now=now)
            elif text != self.reply.text:
                kept = await asyncio.to_thread(self.library.rewrite_draft, self.reply.id, text, now=now)
                if not kept:
                    return False
                self.reply = await asyncio.to_thread(self.library.reply, self.reply.id)
        return True

    # Actions.

    @work(exclusive=True, group="preview", exit_on_error=False)
    async def action_preview(self) -> None:
        if not self.words.strip():
            self._say("There is nothing to send yet.", wrong=True)
            return
        with self.telling():
            if not await self.save() or self.reply is None:
                self._say("This was sent already, from another window. Leave, and look in the thread.", wrong=True)
                return
            identity = await self.desk.identity(False)
            if identity is not None:
                await self._offer(self.reply, identity)

    async def _offer(self, reply: Reply, identity: Identity) -> None:
        """Show the reply as the thread would, and take in what came of it."""
        parent = self.subject.parent
        above = parent.id if parent else None
        shown = Comment("reply", identity.name, reply.text, above, published=self.clock(), own=True)
        sender = f"Sent as {identity.name} <{identity.email}> {identity.site}".rstrip()
        send = self.desk.send
        preview = PreviewReplyDialog(shown, parent, sender, self.clock(), lambda: send(reply.id, identity))
        outcome = await self.app.push_screen_wait(preview)
        if outcome is None:
            return
        self.reply = await asyncio.to_thread(self.library.reply, reply.id)
        if goes_on(outcome):
            self._say(told(outcome).words, wrong=True)
            if by_hand(outcome):
                self.app.copy_to_clipboard(reply.text)
                self.post_message(BrowserAsked(outcome.url or self.subject.url))
        else:
            self.dismiss((reply.id, outcome))

    def action_editor(self) -> None:
        """Let the reader's own editor have the text; the screen waits."""
        with self.telling():
            try:
                text = self.desk.edit(self.words)
            except SuspendNotSupported:
                raise Failure("This terminal cannot be given to an editor", "Write here") from None
            self.area.load_text(text)
            self.area.move_cursor(self.area.document.end)
        self.area.focus()

    def action_quote(self) -> None:
        """Put in what is answered, each line behind a mark."""
        if self.subject.parent is None:
            self._say("This answers no comment: there is nothing to quote.", wrong=True)
            return
        quoted = "\n".join(f"> {line}".rstrip() for line in self.subject.parent.text[:4_000].split("\n"))
        self.area.insert(f"{quoted}\n\n")

    @work(exclusive=True, group="preview", exit_on_error=False)
    async def action_introduce(self) -> None:
        with self.telling():
            await self.desk.identity(True)

    @work(exclusive=True, group="preview", exit_on_error=False)
    async def action_discard(self) -> None:
        question = ConfirmDialog("Throw this draft away?", "It is nowhere else.")
        if await self.app.push_screen_wait(question):
            with self.telling():
                async with self._saving:
                    if self.reply is not None:
                        await asyncio.to_thread(self.library.discard_reply, self.reply.id)
                    self.reply, self.words = None, ""
                self.dismiss(None)

    @work(exclusive=True, group="leave", exit_on_error=False)
    async def action_back(self) -> None:
        with self.telling():
            await self.save()
            if self.reply is not None and not self.words.strip():
                await asyncio.to_thread(self.library.discard_reply, self.reply.id)
                self.reply = None
            self.dismiss(None)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.set_class(wrong, "-wrong")
        self.query_one("#said", Static).update(Content(words))
