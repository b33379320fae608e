"""What a site's answer to a reply means (pure). Only a redirect can mean that it was taken.

WordPress 6.1, 6.8 and 7.1: 302 to `…#comment-7` published (a word on the site's list too, which then never appears),
302 with `unapproved=7&moderation-hash=…` held; 200 an error page (a name is missing, the e-mail is none, no text), or
an empty page (a post that takes no replies from strangers); 403 closed, or for members; 409 said before; 429 too fast.
"""

import re
from urllib.parse import parse_qs, urlsplit

from tui.articles import markup
from tui.articles.prose import read_prose
from tui.model.outcome import Failed
from tui.model.reply import Answered, ReplyOutcome
from tui.model.text import field
from tui.web.exchanging import Broken, Exchanged

FLOOD = 15.0
"""Seconds WordPress wants between two replies of one reader."""
_COMMENT = re.compile(r"^comment-(\d{1,18})$")
_ERROR = re.compile(r"^(?:error|fehler|erreur|errore)\s*[:：]\s*", re.IGNORECASE)
_LOGIN = re.compile(r"wp-login\.php|\blog(?:ged)? ?in\b|\bsign(?:ed)? in\b|angemeldet|connect[ée]", re.IGNORECASE)
_LONGEST = 300
_LARGEST = 200_000


def outcome(answer: Exchanged | Broken, page: str, html: str = "") -> ReplyOutcome:
    """Return what an answer to the form on `page` means; `html` is its body, decoded."""
    if isinstance(answer, Broken):
        kind = Answered.UNKNOWN if answer.left else Answered.UNSENT
        return ReplyOutcome(kind, _sentence(answer.failed), page)
    status = answer.status
    if status in (302, 303, 301):
        return _taken(answer, page)
    said = words(html)
    if status == 200:
        return ReplyOutcome(
            Answered.REFUSED, said or "The site answered with an empty page: this post takes no replies", page
        )
    if status in (401, 403):
        return _forbidden(said, html, page, status)
    if status == 409:
        return ReplyOutcome(Answered.DUPLICATE, said or "The site has this very reply already", page)
    if status == 429:
        wait = FLOOD if answer.wait is None else answer.wait
        return ReplyOutcome(Answered.TOO_FAST, said or "The site wants a pause between two replies", page, wait=wait)
    if status in (307, 308):
        return ReplyOutcome(Answered.NO_FORM, "The site wants it sent to another address", page)
    if 400 <= status < 500:
        return ReplyOutcome(Answered.REFUSED, said or f"The site answered {status}", page)
    return ReplyOutcome(Answered.UNKNOWN, said or f"The site answered {status}: nobody knows what became of it", page)


def words(html: str) -> str:
    """Return what an error page says, as one clean line without `Error:` and the way back."""
    if not html.strip():
        return ""
    roots = markup.parse(html[:_LARGEST])
    root = next((node for node in roots), None)
    if root is None:
        return ""
    message = root.css_first(".wp-die-message") or root.css_first("#error-page") or root.css_first("main, body")
    if message is None:
        return ""
    for link in message.css("a[href^='javascript:'], script, style, title"):
        link.decompose()
    lines = [block.text for block in read_prose(message.html or "").blocks]
    said = field(" ".join(part for part in lines if not part.startswith("«")), _LONGEST)
    return _ERROR.sub("", said)


def _taken(answer: Exchanged, page: str) -> ReplyOutcome:
    """Return what a redirect says: held with a number, published with a number, or only that it was taken."""
    try:
        parts = urlsplit(answer.location)
        asked = parse_qs(parts.query)
    except ValueError:
        return ReplyOutcome(Answered.UNKNOWN, "The site leads on to something that is no address", page)
    if parts.path.endswith("/wp-login.php"):
        return ReplyOutcome(Answered.LOGIN_NEEDED, "The site wants its members to log in first", page)
    numbered = _COMMENT.match(parts.fragment)
    id = numbered[1] if numbered else ""
    if unapproved := asked.get("unapproved", [""])[0]:
        return ReplyOutcome(Answered.HELD, "It waits for the site's moderator", page, id or _number(unapproved))
    if not answer.location:
        return ReplyOutcome(Answered.UNKNOWN, "The site leads on without saying where to", page)
    return ReplyOutcome(Answered.PUBLISHED, "", answer.location if id else page, id, seen=False)


def _forbidden(said: str, html: str, page: str, status: int) -> ReplyOutcome:
    """Tell closed from for members: the words are in the site's language, a way to log in is not."""
    if status == 401 or _LOGIN.search(html[:_LARGEST]):
        return ReplyOutcome(Answered.LOGIN_NEEDED, said or "The site wants its members to log in first", page)
    if "wp-die-message" in html or 'id="error-page"' in html:
        return ReplyOutcome(Answered.CLOSED, said or "This post takes no replies any more", page)
    return ReplyOutcome(Answered.REFUSED, said or f"The site answered {status}", page)


def _number(text: str) -> str:
    return text if text.isascii() and text.isdigit() and len(text) < 19 else ""


def _sentence(failed: Failed) -> str:
    return f"{failed.reason[:1].upper()}{failed.reason[1:]}"
