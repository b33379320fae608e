"""A reply through its page's own form: the page first, for its hidden fields and cookies, then the form, once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from tui.comments.answers import outcome
from tui.comments.form import ReplyForm, reply_form
from tui.model.outcome import Failed
from tui.model.reply import Answered, Identity, Reply, ReplyOutcome
from tui.web.client import Web
from tui.web.exchanging import Exchanged
from tui.web.visiting import Visit

Decode = Callable[[bytes, str], str]
"""A body and its Content-Type header become text."""


@dataclass(frozen=True)
class OpenForm:
    """A form on a page that was just fetched, and the visit it was fetched in."""

    form: ReplyForm
    visit: Visit
    decode: Decode


async def open_form(web: Web, url: str, named_by: str, decode: Decode) -> OpenForm | ReplyOutcome:
    """Fetch the page at `url` and return its reply form, or why there is none to send. Nothing is sent."""
    if not url:
        return ReplyOutcome(Answered.NO_FORM, "Its feed gives no address")
    visit = Visit(web, named_by)
    page = await visit.get(url)
    if isinstance(page, Failed):
        return ReplyOutcome(Answered.UNSENT, f"Its page could not be had: {page.reason}", url)
    form = await asyncio.to_thread(_read, page, decode)
    return form if isinstance(form, ReplyOutcome) else OpenForm(form, visit, decode)


async def send(opened: OpenForm, reply: Reply, identity: Identity) -> ReplyOutcome:
    """Send it, once, and return what the answer means."""
    form = opened.form
    answer = await opened.visit.post(form.action, form.filled(reply, identity), referer=form.page)
    html = opened.decode(answer.body, answer.content_type) if isinstance(answer, Exchanged) else ""
    return await asyncio.to_thread(outcome, answer, form.page, html)


def _read(page: Exchanged, decode: Decode) -> ReplyForm | ReplyOutcome:
    return reply_form(decode(page.body, page.content_type), page.url)
