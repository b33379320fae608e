"""Feeds in a line, for tests of what becomes of them."""


def post(
    number: int, *, title: str = "", text: str = "", comments: int | None = None, date: str = "14 Mar 2026"
) -> str:
    """One item of an RSS feed; its guid is `post-NUMBER`."""
    count = "" if comments is None else f"<slash:comments>{comments}</slash:comments>"
    words = text or f"<p>A patient film about fog, number {number}.</p><p>My Grade: 7/10 or B-</p>"
    return (
        f"<item><title>{title or f'Foghorn {number}'}</title><guid isPermaLink='false'>post-{number}</guid>"
        f"<link>https://critic.example/{number}</link><pubDate>Sat, {date} 1{number % 10}:00:00 GMT</pubDate>"
        f"<description><![CDATA[{words}]]></description>{count}</item>"
    )


def rss(*posts: str, title: str = "The Fog Desk") -> str:
    """An RSS feed of these items."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>'
        f"<title>{title}</title><link>https://critic.example/</link>{''.join(posts)}</channel></rss>"
    )
