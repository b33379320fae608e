"""Pages of invented reviews, as ordinary sites build them."""

PARAGRAPH = (
    "Ilse Marrow films the lighthouse as if nobody had ever seen a lamp go round, and for an hour that is enough."
    " The keeper says little, the sea says less, and the second foghorn answers from where no ship should be."
)
NAMED = '<div class="entry-content">{}</div>'
"""Of a site that names its article's text …"""
UNNAMED = '<div class="c-41"><div class="c-17">{}</div></div>'
"""… and of one that does not."""


def article(number: int = 0, *, grade: str = "", paragraphs: int = 6) -> str:
    """The text of a review, a few paragraphs of it, and its grade."""
    text = "".join(f"<p>{part + 1}. {PARAGRAPH} Night {number}.</p>" for part in range(paragraphs))
    return text + (f"<p>My Grade: {grade}</p>" if grade else "")


def page(text: str, *, frame: str = NAMED, head: str = "", title: str = "Foghorn") -> str:
    """A whole page around a text: masthead, menu, byline, related articles, comments and a form for more."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} – The Fog Desk</title>{head}</head><body>
<header><a href="/">The Fog Desk</a></header><nav><ul><li><a href="/about">About the fog</a></li></ul></nav>
<main><article><h1>{title}</h1><div class="entry-meta">Posted on Saturday by Ada Quill</div>
{frame.format(text)}
<footer class="entry-footer">Filed under Lighthouses</footer></article>
<section class="related-posts"><h2>You may also like</h2><p>{PARAGRAPH.replace("Ilse Marrow", "Someone Else")}</p>
<p>Score: 1/10</p></section>
<div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><p>I thought it was dreadful, and
I will say so at length, because nobody stops me: the lamp, the sea, the horn, all. 2/10.</p></li></ol></div></main>
<aside class="sidebar"><p>Subscribe to the fog, in your inbox, every week, whether you like it or not.</p></aside>
</body></html>"""
