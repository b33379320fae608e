"""The sample critics' pages, in the shape of an ordinary WordPress blog."""

import json
from collections.abc import Iterable
from html import escape

from tui.demo.addresses import FEED, Addresses
from tui.demo.feeds import iso
from tui.demo.talk import paragraphs
from tui.demo.texts import Mark, Post, Remark, SampleCritic, opening

_STYLE = "body{max-width:42em;margin:2em auto;font:18px/1.5 serif;padding:0 1em}ol.children{padding-left:1.5em}"


def front(critics: Iterable[SampleCritic], at: Addresses) -> str:
    """Return the sample site's own front page."""
    rows = "\n".join(
        f'<li><a href="{at.home(critic)}">{escape(critic.blog)}</a>: {escape(critic.tagline)}</li>'
        for critic in critics
    )
    title = "Matinee's sample site"
    words = "Every critic, film and comment on it is invented."
    return _page(title, "", f"<h1>{title}</h1>\n<p>{words}</p>\n<ul>\n{rows}\n</ul>")


def home(critic: SampleCritic, at: Addresses) -> str:
    """Return a critic's front page: the feed's link in its head, the posts newest first."""
    posts = "\n".join(
        f"""<article id="post-{post.number}" class="post type-post hentry">
<h2 class="entry-title"><a href="{at.page(critic, post)}" rel="bookmark">{escape(post.title)}</a></h2>
<time class="entry-date published" datetime="{iso(post.at)}">{_day(post)}</time>
<div class="entry-summary"><p>{escape(opening(post.html), quote=False)}</p></div>
</article>"""
        for post in critic.posts
    )
    body = (
        f'{_masthead(critic, at)}\n<main id="main" class="site-main">\n<p>{escape(critic.about)}</p>\n{posts}\n</main>'
    )
    return _page(critic.blog, _feed_link(critic, at) + _rest_link(critic, at), body, "home blog")


def post(critic: SampleCritic, post: Post, at: Addresses) -> str:
    """Return one post's page: article, footer, neighbours, thread and reply form."""
    page = at.page(critic, post)
    title = escape(post.title)
    head = f"""{_feed_link(critic, at)}
<link rel="alternate" type="application/rss+xml" title="{escape(critic.blog)} &raquo; {title} Comments Feed" \
href="{at.talk_feed(critic, post)}" />{_rest_link(critic, at)}
<link rel="alternate" title="JSON" type="application/json" href="{at.rest(critic)}wp/v2/posts/{post.number}" />
<link rel="canonical" href="{page}" />
<link rel="shortlink" href="{at.short(critic, post)}" />{_structured(critic, post, at)}"""
    filed = ", ".join(escape(name) for name in post.categories) or "Uncategorised"
    author = f'<a class="url fn n" href="{at.home(critic)}">{escape(critic.name)}</a>'
    body = f"""{_masthead(critic, at)}
<main id="main" class="site-main">
<article id="post-{post.number}" class="post-{post.number} post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">{title}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <a href="{page}" rel="bookmark">\
<time class="entry-date published" datetime="{iso(post.at)}">{_day(post)}</time></a></span> \
<span class="byline">by <span class="author vcard">{author}</span></span></div></header>
<div class="entry-content">
{post.html}{_box(post.mark) if critic.box and post.mark else ""}
</div>
<footer class="entry-footer"><span class="cat-links">Posted in {filed}</span> \
<span class="comments-link"><a href="{page}#respond">Leave a comment</a></span></footer>
</article>
{_neighbours(critic, post, at)}
<div id="comments" class="comments-area">
{_thread(critic, post, at)}
{_reply_form(critic, post, at)}
</div>
</main>"""
    return _page(f"{post.title} – {critic.blog}", head, body, f"single single-post postid-{post.number}")


def message(title: str, words: str) -> str:
    """Return a page that only says something: not found, closed."""
    return _page(title, "", f"<h1>{escape(title)}</h1>\n<p>{escape(words)}</p>")


def _page(title: str, head: str, body: str, classes: str = "") -> str:
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{escape(title)}</title>
<style>{_STYLE}</style>
{head}
</head>
<body class="{classes}">
{body}
</body>
</html>
"""


def _masthead(critic: SampleCritic, at: Addresses) -> str:
    return f"""<header id="masthead" class="site-header"><p class="site-title">\
<a href="{at.home(critic)}" rel="home">{escape(critic.blog)}</a></p>\
<p class="site-description">{escape(critic.tagline)}</p></header>"""


def _feed_link(critic: SampleCritic, at: Addresses) -> str:
    media_type, title = FEED[critic.feed][1], f"{escape(critic.blog)} &raquo; Feed"
    return f'<link rel="alternate" type="{media_type}" title="{title}" href="{at.feed(critic)}" />'


def _rest_link(critic: SampleCritic, at: Addresses) -> str:
    return f'\n<link rel="https://api.w.org/" href="{at.rest(critic)}" />'


def _structured(critic: SampleCritic, post: Post, at: Addresses) -> str:
    if not (critic.box and post.mark and post.film):
        return ""
    review = {
        "@context": "https://schema.org",
        "@type": "Review",
        "url": at.page(critic, post),
        "datePublished": iso(post.at),
        "author": {"@type": "Person", "name": critic.name},
        "publisher": {"@type": "Organization", "name": critic.blog},
        "itemReviewed": {"@type": "Movie", "name": post.film, "datePublished": str(post.year)},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": post.mark.value,
            "bestRating": post.mark.best,
            "worstRating": 0,
        },
    }
    written = json.dumps(review, ensure_ascii=False).replace("<", "\\u003c")
    return f'\n<script type="application/ld+json">{written}</script>'


def _box(mark: Mark) -> str:
    return f"""
<aside class="score-box"><span class="score-label">Score</span>
<span class="score-value">{escape(mark.written)}</span></aside>"""


def _day(post: Post) -> str:
    return f"{post.at:%B} {post.at.day}, {post.at.year}"


def _neighbours(critic: SampleCritic, post: Post, at: Addresses) -> str:
    place = critic.posts.index(post)
    older, newer = critic.posts[place + 1 : place + 2], critic.posts[place - 1 : place] if place else ()
    links = [
        f'<div class="nav-{name}"><a href="{at.page(critic, other)}" rel="{rel}">{escape(other.title)}</a></div>'
        for name, rel, others in (("previous", "prev", older), ("next", "next", newer))
        for other in others
    ]
    return f'<nav class="navigation post-navigation" aria-label="Posts">{"".join(links)}</nav>'


def _thread(critic: SampleCritic, post: Post, at: Addresses) -> str:
    if not post.shown:
        return ""
    count = "One thought" if len(post.shown) == 1 else f"{len(post.shown)} thoughts"
    answers: dict[int | None, list[Remark]] = {}
    for remark in post.shown:
        answers.setdefault(remark.parent, []).append(remark)

    def listed(remark: Remark, depth: int) -> str:
        below = "\n".join(listed(answer, depth + 1) for answer in answers.get(remark.id, ()))
        parent = " parent" if below else ""
        children = f'\n<ol class="children">\n{below}\n</ol>' if below else ""
        critic_class = " byuser bypostauthor" if remark.by_critic else ""
        return f"""<li id="comment-{remark.id}" class="comment{critic_class} depth-{depth}{parent}">
<article id="div-comment-{remark.id}" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">{escape(remark.author)}</b> \
<span class="says">says:</span></div>
<div class="comment-metadata"><a href="{at.remark(critic, post, remark)}"><time datetime="{iso(remark.at)}">\
{remark.at:%B} {remark.at.day}, {remark.at.year} at {remark.at:%H:%M}</time></a></div></footer>
<div class="comment-content">{paragraphs(remark)}</div>
<div class="reply"><a rel="nofollow" class="comment-reply-link" \
href="{at.page(critic, post)}?replytocom={remark.id}#respond" data-commentid="{remark.id}">Reply</a></div>
</article>{children}
</li>"""

    items = "\n".join(listed(remark, 1) for remark in answers.get(None, ()))
    return f"""<h2 class="comments-title">{count} on &ldquo;{escape(post.title)}&rdquo;</h2>
<ol class="comment-list">
{items}
</ol>"""


def _reply_form(critic: SampleCritic, post: Post, at: Addresses) -> str:
    if critic.replies == "closed":
        return '<p class="no-comments">Comments are closed.</p>'
    return f"""<div id="respond" class="comment-respond">
<h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3>
<form action="{at.home(critic)}wp-comments-post.php" method="post" id="commentform" class="comment-form">
<p class="comment-notes">Your email address will not be published. Required fields are marked *</p>
<p><label for="comment">Comment *</label><textarea id="comment" name="comment" required="required"></textarea></p>
<p><label for="author">Name *</label><input id="author" name="author" type="text" required="required" /></p>
<p><label for="email">Email *</label><input id="email" name="email" type="email" required="required" /></p>
<p><label for="url">Website</label><input id="url" name="url" type="url" /></p>
<p class="comment-form-cookies-consent"><input id="wp-comment-cookies-consent" name="wp-comment-cookies-consent" \
type="checkbox" value="yes" /> <label for="wp-comment-cookies-consent">Save my name in this browser.</label></p>
<p class="form-submit"><input name="submit" type="submit" id="submit" value="Post Comment" />
<input type="hidden" name="comment_post_ID" value="{post.number}" id="comment_post_ID" />
<input type="hidden" name="comment_parent" id="comment_parent" value="0" /></p>
</form>
</div>"""
