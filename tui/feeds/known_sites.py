"""Where sites that everybody knows keep the feed of one person, by the address of their page (pure)."""

import re
from urllib.parse import parse_qs, urlsplit

_CHANNEL = re.compile(r"(?:channel/|\"(?:channelId|externalId|browseId)\":\s?\")(UC[\w-]{22})")
_READ = 3_000_000
"""Characters of a page that are searched."""
_LETTERBOXD = frozenset({
    "actor", "about", "activity", "apps", "contact", "create-account", "crew", "director", "film", "films", "journal",
    "list", "lists", "members", "pro", "review", "reviews", "search", "settings", "sign-in", "studio", "tag", "year",
})  # fmt: skip
"""First words of addresses that are nobody's name."""
_MEDIUM = frozenset({"about", "feed", "m", "me", "p", "plans", "search", "tag", "topics"})


def place(url: str) -> str:
    """Return the address of the feed that belongs to a page; empty when its site is not known."""
    parts = urlsplit(url)
    top = f"{parts.scheme}://{parts.netloc}"
    name = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    first, *rest = [part for part in parts.path.split("/") if part] or [""]
    found = _of_one_for_all(name, first, rest, parts.query) or _of_own_name(name)
    if name == "goodreads.com" and (number := re.search(r"/(?:user/show|review/list)/(\d+)", parts.path)):
        found = f"/review/list_rss/{number[1]}"
    return found if found.startswith("https:") or not found else f"{top}{found}"


def channels(html: str, url: str) -> tuple[str, ...]:
    """Return the feed of the channel a YouTube page is about, whose address (`/@name`, `/c/name`) does not give it."""
    if not (urlsplit(url).hostname or "").endswith(("youtube.com", "youtu.be")):
        return ()
    found = _CHANNEL.search(html, 0, _READ)
    return (f"https://www.youtube.com/feeds/videos.xml?channel_id={found[1]}",) if found else ()


def _of_one_for_all(name: str, first: str, rest: list[str], query: str) -> str:
    """Return the place on a site where people are parts of the path."""
    if name == "letterboxd.com" and first and first not in _LETTERBOXD:
        return f"/{first}/rss/"
    if name == "medium.com" and first and first not in _MEDIUM:
        return f"/feed/{first}"
    if name == "substack.com" and first.startswith("@"):
        return f"https://{first[1:]}.substack.com/feed"
    if name == "open.substack.com" and first == "pub" and rest:
        return f"https://{rest[0]}.substack.com/feed"
    if name == "tumblr.com" and first:
        return f"https://{first.removeprefix('blog/')}.tumblr.com/rss" if first != "tagged" else ""
    if name == "bsky.app" and first == "profile" and rest:
        return f"/profile/{rest[0]}/rss"
    if name in ("buttondown.com", "buttondown.email") and first:
        return f"/{first}/rss"
    return _of_youtube(first, rest, query) if name == "youtube.com" else ""


def _of_own_name(name: str) -> str:
    """Return the place on a site where people have a host of their own."""
    if name.endswith((".substack.com", ".medium.com")):
        return "/feed"
    if name.endswith(".wordpress.com"):
        return "/feed/"
    if name.endswith(".ghost.io"):
        return "/rss/"
    if name.endswith((".blogspot.com", ".blogger.com")) or re.search(r"\.blogspot\.\w+(?:\.\w+)?$", name):
        return "/feeds/posts/default"
    return "/rss" if name.endswith(".tumblr.com") else ""


def _of_youtube(first: str, rest: list[str], query: str) -> str:
    if first == "channel" and rest:
        return f"/feeds/videos.xml?channel_id={rest[0]}"
    if first == "user" and rest:
        return f"/feeds/videos.xml?user={rest[0]}"
    lists = parse_qs(query).get("list")
    return f"/feeds/videos.xml?playlist_id={lists[0]}" if lists else ""
