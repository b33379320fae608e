"""Addresses as a reader may follow them: http, https and mailto only, resolved; players become watch pages."""

import re
from functools import lru_cache
from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

from tui.model.text import prose

_LONGEST = 2_000
_UNSAFE = re.compile(r"[\s<>\"`{}|\\^\x00-\x20\x7f-\x9f]")
_WHOLE = re.compile(r"https?://[^\s/?#]|mailto:[^\s@]+@", re.IGNORECASE)


def resolve(href: str, base: str = "") -> str | None:
    """Return `href` as a whole address, seen from `base`; None when it is none a reader could follow."""
    href = prose(href.strip()).replace("\n", "").replace("\t", "")
    if not href or href[0] == "#" or len(href) > _LONGEST or (href.startswith("//") and not href.strip("/")):
        return None
    if not _WHOLE.match(href):
        if ":" in href.split("/")[0].split("?")[0] and not href.startswith("//"):
            return None  # another scheme: javascript:, data:, tel:
        try:
            href = urljoin(base or "", href)
        except ValueError:
            return None
        if not _WHOLE.match(href):
            return None
    href = _UNSAFE.sub(lambda sign: quote(sign[0]), href)
    try:
        parts = urlsplit(href)
        _ = parts.port
    except ValueError:
        return None
    if base and parts.fragment and href.partition("#")[0] == base.partition("#")[0]:
        return None
    return href


def host(url: str) -> str:
    """Return the host of `url` in lower case without `www.`; empty when it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""


_PATHS = (
    (r"(?:youtube(?:-nocookie)?\.com|youtu\.be)", r"/(?:embed|v|shorts|live|e)/([\w-]{6,20})", "https://www.youtube.com/watch?v={}"),
    (r"youtu\.be", r"/([\w-]{6,20})", "https://www.youtube.com/watch?v={}"),
    (r"(?:player\.)?vimeo\.com", r"/(?:video/)?(\d{4,})", "https://vimeo.com/{}"),
    (r"(?:geo\.)?dailymotion\.com", r"/(?:embed/)?video/(\w+)", "https://www.dailymotion.com/video/{}"),
    (r"dai\.ly", r"/(\w+)", "https://www.dailymotion.com/video/{}"),
    (r"videopress\.com", r"/(?:embed|v)/(\w+)", "https://videopress.com/v/{}"),
    (r"streamable\.com", r"/[eo]/(\w+)", "https://streamable.com/{}"),
    (r"imdb\.com", r"/(?:video|videoembed|videoplayer)/(?:imdb/)?(vi\d+)", "https://www.imdb.com/video/{}/"),
    (r"rumble\.com", r"/embed/(\w+)", "https://rumble.com/{}"),
    (r"player\.bilibili\.com", r"/player\.html\?(?:.*&)?bvid=(\w+)", "https://www.bilibili.com/video/{}"),
    (r"embed\.ted\.com", r"/talks/([\w-]+)", "https://www.ted.com/talks/{}"),
    (r"open\.spotify\.com", r"/embed(?:-podcast)?/(\w+/\w+)", "https://open.spotify.com/{}"),
    (r"embed\.podcasts\.apple\.com", r"/(.+)", "https://podcasts.apple.com/{}"),
)  # fmt: skip
_PLAYERS = tuple((re.compile(host), re.compile(path), watch) for host, path, watch in _PATHS)
_VIDEO = re.compile(
    r"youtube\.com/(watch|playlist)|vimeo\.com/\d|dailymotion\.com/video|videopress\.com/v/|imdb\.com/video|streamable\.com/|"
    r"rumble\.com/|bilibili\.com/video|ted\.com/talks|facebook\.com/[^?]*videos?|apple\.com/trailers|\.(mp4|webm|m4v|mov)$",
    re.IGNORECASE,
)


@lru_cache(2_000)
def watch_page(url: str) -> str:
    """Return the page a person watches for a known player's address; any other address as it is."""
    try:
        parts = urlsplit(url)
        site = host(url)
        query = parse_qs(parts.query) if parts.query else {}
    except ValueError:
        return url
    if site in ("youtube.com", "youtube-nocookie.com") and "v" in query:
        return f"https://www.youtube.com/watch?v={query['v'][0]}" if query["v"][0].isascii() else url
    if site.endswith(("facebook.com", "soundcloud.com")):
        inner = unquote((query.get("href") or query.get("url") or [""])[0])
        return resolve(inner) or url
    whole = parts.path + (f"?{parts.query}" if parts.query else "")
    for known, path, watch in _PLAYERS:
        if known.fullmatch(site) and (found := path.match(whole)):
            return watch.format(found[1])
    return url


def is_video(url: str) -> bool:
    """Tell whether `url` is the page of one video on a known site (or a video file)."""
    return _VIDEO.search(url) is not None
