"""Replies to the sample's posts, taken and refused as WordPress does; they last as long as the site (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from html import escape

from tui.demo.addresses import Addresses
from tui.demo.texts import Post, Remark, SampleCritic
from tui.model.record import record

TARGET = "wp-comments-post.php"
"""Where a form goes, under the critic's home."""
MOST = 65_525
"""Characters WordPress has room for."""


@record(frozen=True, slots=True)
class Taken:
    """What came of a reply: the critics as they are then, and where its writer is sent, or why not."""

    critics: tuple[SampleCritic, ...]
    location: str = ""
    status: int = 302
    complaint: str = ""


def take(
    critics: Sequence[SampleCritic], at: Addresses, slug: str, form: Mapping[str, str], now: datetime
) -> Taken | None:
    """Return what a filled form to a critic's blog comes to; None where there is no such post.

    A reply is dated after all there is, at `now` at the earliest; a critic who reads everything first (`replies` held)
    keeps it to themselves.
    """
    critic = next((critic for critic in critics if critic.slug == slug), None)
    number = form.get("comment_post_ID", "")
    post = next((post for post in critic.posts if str(post.number) == number), None) if critic else None
    if critic is None or post is None:
        return None
    if refused := _refusal(critic, post, form):
        status, complaint = refused
        return Taken(tuple(critics), status=status, complaint=complaint)
    remark = _remark(critic, post, form, now)
    longer = replace(post, remarks=(*post.remarks, remark))
    posts = tuple(longer if each is post else each for each in critic.posts)
    with_it = tuple(replace(each, posts=posts) if each is critic else each for each in critics)
    return Taken(with_it, _location(at, critic, post, remark))


def error_page(complaint: str) -> str:
    """Return WordPress's own page for what went wrong."""
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>Comment Submission Failure</title></head>
<body id="error-page"><div class="wp-die-message"><p>{escape(complaint, quote=False)}</p></div>
<p><a href='javascript:history.back()'>&laquo; Back</a></p></body></html>"""


def _refusal(critic: SampleCritic, post: Post, form: Mapping[str, str]) -> tuple[int, str] | None:
    author, email, text = (form.get(name, "").strip() for name in ("author", "email", "comment"))
    if critic.replies == "closed":
        return 403, "Sorry, comments are closed for this item."
    if not author or not email:
        return 200, "Error: Please fill the required fields."
    if "@" not in email.strip("@"):
        return 200, "Error: Please enter a valid email address."
    if not text:
        return 200, "Error: Please type your comment text."
    if len(text) > MOST:
        return 200, "Error: Your comment is too long."
    if any((remark.author, remark.text) == (author, text) for remark in post.remarks):
        return 409, "Duplicate comment detected; it looks as though you’ve already said that!"
    return None


def _remark(critic: SampleCritic, post: Post, form: Mapping[str, str], now: datetime) -> Remark:
    number = 1 + max((remark.id for each in critic.posts for remark in each.remarks), default=0)
    parent = form.get("comment_parent", "0")
    known = next((remark.id for remark in post.remarks if str(remark.id) == parent), None)
    last = max((remark.at for remark in post.remarks), default=now)
    text = "\n".join(line.rstrip() for line in form["comment"].strip().splitlines())
    at = max(now.replace(microsecond=0), last + timedelta(seconds=1))
    return Remark(number, form["author"].strip(), text, at, known, held=critic.replies == "held")


def _location(at: Addresses, critic: SampleCritic, post: Post, remark: Remark) -> str:
    page = at.page(critic, post)
    if remark.held:
        return f"{page}?unapproved={remark.id}&moderation-hash={remark.id:032x}#comment-{remark.id}"
    return at.remark(critic, post, remark)
