"""Which answer stands at which address of the sample site: pure, nothing here touches a socket."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from tui.demo import pages
from tui.demo.addresses import FEED, Addresses
from tui.demo.feeds import RENDER, newest
from tui.demo.replying import TARGET, error_page, take
from tui.demo.talk import comments_atom, comments_rss, rest_comments, rest_post
from tui.demo.texts import Post, SampleCritic
from tui.model.record import record

HTML = "text/html; charset=UTF-8"


@record(frozen=True, slots=True)
class Reply:
    """What to send."""

    status: int
    body: str
    content_type: str = HTML
    changed: datetime | None = None
    """For Last-Modified, UTC; None when it cannot be said."""
    headers: tuple[tuple[str, str], ...] = ()


def reply(critics: Sequence[SampleCritic], at: Addresses, target: str) -> Reply:
    """Return the answer to GET `target` (a path with its query)."""
    parts = urlsplit(target)
    slug, _, rest = unquote(parts.path).lstrip("/").partition("/")
    if not slug:
        return Reply(200, pages.front(critics, at))
    if target == "/robots.txt":
        return Reply(200, "User-agent: *\nAllow: /\n", "text/plain; charset=UTF-8")
    critic = next((critic for critic in critics if critic.slug == slug), None)
    if critic is None:
        return _not_found()
    if not parts.path.startswith(f"/{slug}/"):
        return _moved(at.home(critic))
    return _of_critic(critic, at, rest, dict(parse_qsl(parts.query)))


def replied(
    critics: Sequence[SampleCritic], at: Addresses, target: str, body: str, now: datetime
) -> tuple[tuple[SampleCritic, ...], Reply]:
    """Return what a form sent to `target` comes to: the critics as they are then, and the answer."""
    slug, _, rest = unquote(urlsplit(target).path).lstrip("/").partition("/")
    form = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=100))
    taken = take(critics, at, slug, form, now) if rest == TARGET else None
    if taken is None:
        return tuple(critics), _not_found()
    if taken.location:
        return taken.critics, Reply(302, "", headers=(("Location", taken.location),))
    return taken.critics, Reply(taken.status, error_page(taken.complaint))


def _of_critic(critic: SampleCritic, at: Addresses, path: str, query: dict[str, str]) -> Reply:
    if path == FEED[critic.feed][0]:
        return _feed(critic, at, query)
    if path == "":
        return _home(critic, at, query)
    if path.startswith("wp-json/"):
        return _rest(critic, at, path.removeprefix("wp-json/").strip("/"), query)
    slug, _, below = path.partition("/")
    post = next((post for post in critic.posts if post.slug == slug), None)
    if post is None:
        return _not_found()
    if "/" not in path:
        return _moved(at.page(critic, post))
    return _of_post(critic, post, at, below)


def _of_post(critic: SampleCritic, post: Post, at: Addresses, below: str) -> Reply:
    if below == "":
        return Reply(200, pages.post(critic, post, at), changed=post.touched)
    if below == "feed/":
        return Reply(200, comments_rss(critic, post, at), "application/rss+xml; charset=UTF-8", post.touched)
    if below == "feed/atom/":
        return Reply(200, comments_atom(critic, post, at), "application/atom+xml; charset=UTF-8", post.touched)
    return _not_found()


def _feed(critic: SampleCritic, at: Addresses, query: dict[str, str]) -> Reply:
    if critic.feed == "broken":
        return Reply(503, pages.message("Back soon", "The projector is on the workbench. Please try again later."))
    media_type = f"{FEED[critic.feed][1]}; charset=UTF-8"
    page = _page(critic, query.get("paged", "1"))
    # Past the end WordPress answers 404, with a feed of nothing.
    return Reply(200 if page.posts else 404, RENDER[critic.feed](page, at), media_type, newest(critic))


def _page(critic: SampleCritic, number: str) -> SampleCritic:
    """Return a critic with the posts of one page of their feed."""
    at = int(number) - 1 if number.isascii() and number.isdigit() else 0
    return replace(critic, posts=critic.posts[critic.page * at : critic.page * (at + 1)])


def _home(critic: SampleCritic, at: Addresses, query: dict[str, str]) -> Reply:
    if "p" in query:
        post = next((post for post in critic.posts if str(post.number) == query["p"]), None)
        return _moved(at.page(critic, post)) if post else _not_found()
    return Reply(200, pages.home(critic, at), changed=newest(critic))


def _rest(critic: SampleCritic, at: Addresses, path: str, query: dict[str, str]) -> Reply:
    if path == "":
        root = {"name": critic.blog, "description": critic.tagline, "url": at.home(critic), "namespaces": ["wp/v2"]}
        return _json(root)
    if path == "wp/v2/comments":
        return _rest_comments(critic, at, query)
    if path == "wp/v2/posts":
        slug = query.get("slug")
        return _json([rest_post(critic, post, at) for post in critic.posts if slug in (None, post.slug)])
    for post in critic.posts:
        if path == f"wp/v2/posts/{post.number}":
            return _json(rest_post(critic, post, at))
    return _json({"code": "rest_no_route", "message": "No route was found.", "data": {"status": 404}}, 404)


def _rest_comments(critic: SampleCritic, at: Addresses, query: dict[str, str]) -> Reply:
    try:
        page = rest_comments(critic, at, query)
    except ValueError as error:
        return _json({"code": "rest_invalid_param", "message": str(error), "data": {"status": 400}}, 400)
    headers = [("X-WP-Total", str(page.total)), ("X-WP-TotalPages", str(page.pages))]
    if page.following:
        following = f"{at.rest(critic)}wp/v2/comments?{urlencode({**query, 'page': page.following})}"
        headers.append(("Link", f'<{following}>; rel="next"'))
    return _json(page.items, headers=tuple(headers))


def _json(value: Any, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Reply:
    return Reply(status, json.dumps(value, ensure_ascii=False), "application/json; charset=UTF-8", headers=headers)


def _moved(address: str) -> Reply:
    return Reply(301, "", headers=(("Location", address),))


def _not_found() -> Reply:
    return Reply(404, pages.message("Nothing here", "No reel by that name was ever delivered to this house."))
