"""Images and players: what they say in words, and where a person would watch them."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.articles.addresses import host, is_video, resolve, watch_page
from tui.model.record import record
from tui.model.text import field

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

PLAYERS = frozenset({
    "iframe", "embed", "object", "video", "amp-youtube", "lite-youtube", "youtube-video", "lite-vimeo", "amp-vimeo",
})  # fmt: skip
_EMOJI_CLASSES = ("emoji", "wp-smiley", "smiley")
_GRADE = re.compile(
    r"\d(?:[.,]\d)?(?: ?[½¼¾]| 1/2)?[ -]?(?:out of|of|/)[ -]?\d"
    r"|(?:\d|½|one|two|three|four|five|half)[ -](?:1/2[ -])?stars?\b"
    r"|^[★☆⭐✩✭✮✯½\ufe0f]+$",
    re.IGNORECASE,
)
_ONE_STAR = re.compile(
    r"(?:(?:full|half|empty|blank|no|gold|white) )?star(?: (?:on|off|half|full|empty))?|[★☆½]", re.IGNORECASE
)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#]|$)", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"[\w%+.-]+\.(?:jpe?g|png|gif|webp|avif|svg)|(?:img|dsc|screenshot|image)[-_ ]?\d+.*", re.IGNORECASE
)
_DECOY = re.compile(
    r"doubleclick|googlesyndication|adservice|amazon-adsystem|googletagmanager|facebook\.com/plugins/(?:like|share|page)|"
    r"platform\.twitter\.com/widgets/(?:tweet_button|follow)|google\.com/recaptcha|disqus|rcm[-.]",
    re.IGNORECASE,
)
_SITES = {
    "youtube.com": "YouTube", "vimeo.com": "Vimeo", "dailymotion.com": "Dailymotion", "imdb.com": "IMDb",
    "ted.com": "TED",
    "open.spotify.com": "Spotify", "soundcloud.com": "SoundCloud", "podcasts.apple.com": "Apple Podcasts",
}  # fmt: skip


@record(frozen=True, slots=True)
class Player:
    """An embedded player."""

    text: str
    """Its own title, else what and where it is: `Video on YouTube`."""
    url: str
    """The page to watch, http or https."""


def player(node: "LexborNode", tag: str, attributes: Mapping[str, str | None], base: str) -> Player | None:
    """Return the player an element embeds; None when it is none, or an advertisement or a counter."""
    if tag in PLAYERS:
        address = _source(node, tag, attributes)
    elif tag in ("div", "figure") and "wp-block-embed__wrapper" in (attributes.get("class") or ""):
        address = (node.text(deep=True) or "").strip() if node.css_first("iframe, a, blockquote") is None else ""
    else:
        return None
    url = resolve(address, base or "https://")
    if url is None or not url.startswith("http") or _DECOY.search(url) or _is_dot(attributes):
        return None
    url = watch_page(url)
    title = field(attributes.get("title") or attributes.get("aria-label") or "", 200)
    return Player(title if title and title.lower() not in _DULL else _name(url), url)


_DULL = frozenset(
    {"youtube video player", "youtube video", "youtube player", "vimeo video player", "embedded content", "video"}
)


def _name(url: str) -> str:
    """Return what to call a player without a title of its own."""
    site = host(url)
    return f"{'Video on' if is_video(url) else 'From'} {_SITES.get(site, site)}"


def _source(node: "LexborNode", tag: str, attributes: Mapping[str, str | None]) -> str:
    """Return the address a player names, wherever lazy loading put it."""
    video = attributes.get("videoid") or attributes.get("data-videoid") or attributes.get("video-id")
    if video:
        return f"https://vimeo.com/{video}" if "vimeo" in tag else f"https://www.youtube.com/watch?v={video}"
    for name in ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cmp-src", "data"):
        given = attributes.get(name)
        if given and not given.startswith(("about:", "data:", "javascript:")):
            return given
    inner = (
        node.css_first("source[src], embed[src], iframe[src], param[name=movie]")
        if tag in ("video", "object")
        else None
    )
    return (inner.attributes.get("src") or inner.attributes.get("value") or "") if inner is not None else ""


def _is_dot(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element is too small to be seen: a counter."""
    return any(attributes.get(side) in ("0", "1", "1px", "0px") for side in ("width", "height"))


def words(attributes: Mapping[str, str | None]) -> str:
    """Return what an image says in words; empty for a decoration, a counter or a bare file name."""
    text = field(attributes.get("alt") or attributes.get("title") or attributes.get("aria-label") or "", 500)
    return "" if _is_dot(attributes) or _FILE_NAME.fullmatch(text) else text


def is_emoji(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an image is an emoji drawn as a picture."""
    names = attributes.get("class") or ""
    return any(name in names.split() for name in _EMOJI_CLASSES)


def is_grade(node: "LexborNode", text: str) -> bool:
    """Tell whether an image stands for a grade, alone: five in a row are buttons to vote with, or on and off."""
    if len(text) > 60 or not _GRADE.search(text):
        return False
    return not any(_is_rating_image(other) for other in (_beside(node, "next"), _beside(node, "prev")))


def _beside(node: "LexborNode", way: str) -> "LexborNode | None":
    other: LexborNode | None = getattr(node, way)
    while other is not None and other.is_text_node and not (other.text_content or "").strip():
        other = getattr(other, way)
    return other


def is_vote(node: "LexborNode", text: str) -> bool:
    """Tell whether an image is one of a row that offers grades to choose from."""
    return bool(_GRADE.search(text)) and not is_grade(node, text) and len(text) <= 60


def _is_rating_image(node: "LexborNode | None") -> bool:
    alt = (node.attributes.get("alt") or "") if node is not None and node.tag == "img" else ""
    return bool(_GRADE.search(alt) or _ONE_STAR.fullmatch(alt))


def link(url: str | None) -> str | None:
    """Return where a linked image leads; None when only to itself, larger."""
    return None if url is None or _PICTURE_FILE.search(url) else url
