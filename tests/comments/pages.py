"""Pages with comment lists, in the shapes that themes give them."""

# ruff: noqa: E501 (markup is as long as themes make it)

from collections.abc import Sequence

Said = tuple[int, int | None, str, str]
"""(number, the number it answers, author, what was said)."""


def depth(number: int, said: Sequence[Said]) -> int:
    parents = {each[0]: each[1] for each in said}
    parent = parents[number]
    return 1 + (depth(parent, said) if parent else 0)


def nested(said: Sequence[Said], *, above: int | None = None) -> str:
    """`ol.children` within `li#comment-N.depth-N`, as WordPress's own themes have it."""
    items = "".join(
        f'<li id="comment-{number}" class="comment depth-{depth(number, said)}">'
        f'<article id="div-comment-{number}" class="comment-body"><footer class="comment-meta">'
        f'<div class="comment-author vcard"><img alt="" src="/a.png"/><b class="fn">{author}</b> '
        f'<span class="says">says:</span></div><div class="comment-metadata"><a href="#comment-{number}">'
        f'<time datetime="2026-03-14T12:{number % 60:02d}:00+01:00">today</time></a></div></footer>'
        f'<div class="comment-content"><p>{words}</p></div><div class="reply"><a class="comment-reply-link">Reply</a>'
        f"</div></article>{children(number, said)}</li><!-- #comment-## -->"
        for number, parent, author, words in said
        if parent == above
    )
    return f'<ol class="comment-list">{items}</ol>' if above is None else items


def children(number: int, said: Sequence[Said]) -> str:
    inside = nested(said, above=number) if any(each[1] == number for each in said) else ""
    return f'<ol class="children">{inside}</ol>' if inside else ""


def flat(said: Sequence[Said]) -> str:
    """Only `depth-N`, the number on a box within, the author a link, no element for the text."""
    return "<ul class=commentlist>" + "".join(
        f'<li class="comment even depth-{depth(number, said)}" id="li-comment-{number}"><div id="comment-{number}" '
        f'class="comment"><div class="comment-author"><a class="url" href="http://{author.lower()}.example/">{author}</a>'
        f'</div><div class="comment-meta"><a href="#comment-{number}">14 March</a></div><p>{words}</p>'
        f'<div class="comment-reply"><a>Reply</a></div></div></li>'
        for number, _, author, words in said
    ) + "</ul>"  # fmt: skip


def nameless(said: Sequence[Said], *, above: int | None = None) -> str:
    """Nested lists without any `depth-N`: an old theme."""
    items = "".join(
        f'<li class="comment" id="comment-{number}"><cite class="fn">{author}</cite><p>{words}</p>'
        + (f'<ul class="children">{inside}</ul>' if (inside := nameless(said, above=number)) else "")
        + "</li>"
        for number, parent, author, words in said
        if parent == above
    )
    return f"<ol>{items}</ol>" if above is None else items


def blocks(said: Sequence[Said], *, above: int | None = None) -> str:
    """A block theme: plain lists within, blocks for author, date and text."""
    items = "".join(
        f'<li id="comment-{number}" class="comment even thread-even depth-{depth(number, said)}"><div class="wp-block-group">'
        f'<div class="wp-block-comment-author-name"><a rel="external nofollow ugc" href="https://{author.lower()}.example">'
        f'{author}</a></div><div class="wp-block-comment-date"><time datetime="2026-03-14T12:{number % 60:02d}:00+01:00">'
        f'<a href="#comment-{number}">today</a></time></div><div class="wp-block-comment-content"><p>{words}</p></div></div>'
        + (f"<ol>{inside}</ol>" if (inside := blocks(said, above=number)) else "")
        + "</li>"
        for number, parent, author, words in said
        if parent == above
    )
    return f'<ol class="wp-block-comment-template">{items}</ol>' if above is None else items


FORM = """<div id="respond"><h3>Leave a Reply</h3><form action="/wp-comments-post.php" method="post" id="commentform">
<p><textarea id="comment" name="comment" required></textarea></p>
<p><label for="author">Name</label><input id="author" name="author" required><input id="email" name="email" required>
<input id="url" name="url"></p><p><input id="wp-comment-cookies-consent" name="wp-comment-cookies-consent" type="checkbox"
value="yes"></p><p><input name="submit" type="submit" value="Post Comment"><input type="hidden" name="comment_post_ID"
value="7"><input type="hidden" name="comment_parent" value="0"></p>
<p style="display: none;"><input type="hidden" name="akismet_comment_nonce" value="c0ffee"></p>
<p style="display: none !important;"><label>&#916;<textarea name="ak_hp_textarea"></textarea></label></p></form></div>"""


def page(inside: str, *, head: str = "", form: str = FORM) -> str:
    """A whole page around a comment list."""
    return f"""<!doctype html><html><head><title>Fog</title>{head}</head><body class="single postid-7">
<article><h1>Fog</h1><p>A patient film.</p></article><div id="comments"><h2>Thoughts on “Fog”</h2>{inside}{form}</div>
<footer class="site-footer"><p>Proudly powered.</p></footer></body></html>"""
