"""The reply form of a page: which fields it wants, where it goes, and why there is none that Matinee can fill (pure).

A browser sends every field of the form; so does Matinee: hidden ones as they are (WordPress's own numbers, Akismet's
nonce), empty ones empty (a field no person sees is there to catch machines that fill it). Consent to cookies is not
given: none are kept, and only without it does WordPress say in its answer that a reply is held.
"""

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tui.articles import markup
from tui.comments.source import whole
from tui.model.record import record
from tui.model.reply import Answered, Identity, Reply, ReplyOutcome
from tui.model.text import field as line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_FORMS = "form#commentform, form.comment-form, form[action*='wp-comments-post.php']"
_OURS = frozenset({"author", "email", "url", "comment_parent"})
_UNUSABLE = ".g-recaptcha, .h-captcha, .cf-turnstile, [class*=captcha], [name*=captcha], input[type=file][required]"
_ELSEWHERE = (
    ("#jetpack_remote_comment, iframe[src*='jetpack.wordpress.com/jetpack-comment']", "Jetpack's comment form"),
    ("#disqus_thread", "Disqus"),
    ("#isso-thread", "Isso"),
    ("iframe#comment-editor, #comment-editor", "Blogger's comment editor"),
)
_SENT = frozenset({"hidden", "text", "email", "url", "search", "tel", "number", "submit", "password", ""})
_MOST_FIELDS = 100


@record(frozen=True, slots=True)
class ReplyForm:
    """A form that can be filled."""

    page: str
    """The page it stands on: the Referer."""
    action: str
    """Where it goes: the same site."""
    fields: tuple[tuple[str, str], ...]
    """What it sends as it stands, in order."""
    text: str
    """The name of the field that takes the text."""

    def filled(self, reply: Reply, identity: Identity) -> list[tuple[str, str]]:
        """Return what is sent: every field of the form, ours filled in."""
        ours = {
            self.text: reply.text,
            "author": identity.name,
            "email": identity.email,
            "url": identity.site,
            "comment_parent": reply.parent or "0",
        }
        given = {name for name, _ in self.fields}
        sent = [(name, ours.get(name, value)) for name, value in self.fields]
        return sent + [(name, ours[name]) for name in (self.text, "comment_parent") if name not in given]


def reply_form(html: str, url: str) -> ReplyForm | ReplyOutcome:
    """Return the form on the page at `url`, or what its absence means."""
    roots = markup.parse(html)
    form = next((node for root in roots if (node := root.css_first(_FORMS)) is not None), None)
    if form is None:
        return _without(roots, html, url)
    attributes = form.attributes
    action = whole(urljoin(url, (attributes.get("action") or "").strip()), url)
    if (attributes.get("method") or "get").lower() != "post" or not action:
        return _no_form("its form is none that Matinee can send", url)
    if not same_site(url, action):
        return _no_form("its form sends what is written to another site", url)
    if form.css_first(_UNUSABLE) is not None:
        return _no_form("its form asks for proof that a person fills it", url)
    text = _text_field(form)
    if not text:
        return _no_form("its form has no place for the text", url)
    fields = _fields(form)
    if missing := _demanded(form, {text, *_OURS}):
        return _no_form(f"its form also asks for: {missing}", url)
    return ReplyForm(url, action, fields, text)


def same_site(page: str, action: str) -> bool:
    """True when a form stays on its page's site: the same host (`www.` or not) and port, and https is not given up."""
    mine, theirs = urlsplit(page), urlsplit(action)
    try:
        ports = mine.port, theirs.port
    except ValueError:
        return False
    same_host = (mine.hostname or "").removeprefix("www.") == (theirs.hostname or "").removeprefix("www.")
    same_way = mine.scheme == theirs.scheme or (mine.scheme, theirs.scheme) == ("http", "https")
    return same_host and same_way and (ports[0] == ports[1] or mine.scheme != theirs.scheme)


def _without(roots: "tuple[LexborNode, ...]", html: str, url: str) -> ReplyOutcome:
    def there(selector: str) -> "LexborNode | None":
        return next((node for root in roots if (node := root.css_first(selector)) is not None), None)

    if (login := there(".must-log-in")) is not None:
        return ReplyOutcome(Answered.LOGIN_NEEDED, _words(login) or "only members may reply", url)
    for selector, name in _ELSEWHERE:
        if there(selector) is not None:
            return _no_form(f"it takes replies through {name}, which needs a browser", url)
    if (closed := there(".no-comments, .nocomments, .comments-closed")) is not None:
        return ReplyOutcome(Answered.CLOSED, _words(closed) or "it takes no replies", url)
    if there("form.post-password-form") is not None:
        return _no_form("its page asks for a password", url)
    return _no_form("its page has no reply form", url)


def _no_form(why: str, url: str) -> ReplyOutcome:
    return ReplyOutcome(Answered.NO_FORM, why[0].upper() + why[1:], url)


def _words(node: "LexborNode") -> str:
    return line(node.text(deep=True, separator=" "), 200)


def _text_field(form: "LexborNode") -> str:
    """Return the name of the text area a person sees: some sites hide a second one for machines to fill."""
    areas = [node for node in form.css("textarea[name]") if not _is_hidden(node)]
    names = [node.attributes.get("name") or "" for node in areas]
    return "comment" if "comment" in names else names[0] if len(names) == 1 else ""


def _is_hidden(node: "LexborNode") -> bool:
    """True for a field that is on the page and not to be seen, itself or what it stands in."""
    step: LexborNode | None = node
    while step is not None and step.tag != "form":
        said = step.attributes
        style = (said.get("style") or "").replace(" ", "").lower()
        if said.get("aria-hidden") == "true" or "hidden" in said or "display:none" in style or "clip:" in style:
            return True
        step = step.parent
    return False


def _fields(form: "LexborNode") -> tuple[tuple[str, str], ...]:
    """Return what a browser would send of the form untouched: a submit button once, no box that is not ticked."""
    found: list[tuple[str, str]] = []
    submitted = False
    for node in form.css("input[name], textarea[name], select[name], button[name]")[:_MOST_FIELDS]:
        said = node.attributes
        name, kind = said.get("name") or "", (said.get("type") or "").lower()
        if "disabled" in said or not name:
            continue
        if kind in ("checkbox", "radio"):
            if "checked" in said and name != "wp-comment-cookies-consent":
                found.append((name, said.get("value") or "on"))
        elif node.tag == "textarea":
            found.append((name, node.text(deep=True)))
        elif node.tag == "select":
            chosen = node.css_first("option[selected]") or node.css_first("option")
            found.append((name, (chosen.attributes.get("value") or "") if chosen is not None else ""))
        elif kind == "submit" or node.tag == "button":
            if not submitted and kind != "button":
                submitted = True
                found.append((name, said.get("value") or ""))
        elif kind in _SENT:
            found.append((name, said.get("value") or ""))
    return tuple(found)


def _demanded(form: "LexborNode", known: set[str]) -> str:
    """Return what the form demands beside what we can give, by its label; empty when nothing."""
    for node in form.css("input[required], select[required], textarea[required], [aria-required=true]"):
        said = node.attributes
        name, kind = said.get("name") or "", (said.get("type") or "").lower()
        if not name or name in known or kind in ("hidden", "submit") or _is_hidden(node):
            continue
        if said.get("value") and kind not in ("checkbox", "radio"):
            continue
        label = form.css_first(f'label[for="{said.get("id")}"]') if _is_plain(said.get("id")) else None
        return (_words(label) if label is not None else "") or line(name, 60)
    return ""


def _is_plain(id: str | None) -> bool:
    return bool(id) and str(id).replace("-", "").replace("_", "").isalnum()
