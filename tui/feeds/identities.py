"""Which entries of a feed are the same post. What identifies one must not change while the feed does."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from tui.model.entry import Entry


def one_each(entries: Sequence[Entry], home: str) -> tuple[Entry, ...]:
    """Return the entries with distinct guids, those that are the same post once.

    `entries` have the guid the feed gives, empty where it gives none; `home` is the address of the site or the feed.
    Where software gives all posts one guid their links tell them apart, where all have one link their titles and dates.
    What one entry goes by never depends on its place in the feed: with the next post they all move down.
    """
    links = _several(entries, lambda entry: entry.guid, lambda entry: entry.url or None)
    posts = _several(
        entries, lambda entry: "" if entry.guid else entry.url, lambda entry: (entry.title, entry.published)
    )
    named = [replace(entry, guid=_name(entry, links, posts, home)) for entry in entries]
    undated = {id(new) for old, new in zip(entries, named, strict=True) if not (old.guid or old.published)}

    def said(entry: Entry) -> str:
        return f"{entry.title}\n{entry.html}" if id(entry) in undated else entry.title

    differ = _several(named, lambda entry: entry.guid, said)
    kept: dict[str, Entry] = {}
    for entry in named:
        guid = digest(f"{entry.guid}\n{said(entry)}") if entry.guid in differ else entry.guid
        kept.setdefault(guid, replace(entry, guid=guid))
    return tuple(kept.values())


def digest(text: str) -> str:
    """Return 32 characters that stand for the text."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _name(entry: Entry, links: set[str], posts: set[str], home: str) -> str:
    """Return what an entry goes by. Its text counts only where it says nothing else, as an edit changes it."""
    if entry.guid:
        return entry.url if entry.url and entry.guid in links else entry.guid
    if entry.url and entry.url not in posts and not _is_home(entry.url, home):
        return entry.url
    if entry.published:
        return digest(f"{entry.title}\n{entry.published.isoformat()}")
    return digest(entry.title if entry.title and entry.url else entry.title + entry.html)


def _is_home(url: str, home: str) -> bool:
    parts = urlsplit(url)
    return url.rstrip("/") == home.rstrip("/") or (parts.path in ("", "/") and not parts.query)


def _several(entries: Iterable[Entry], key: Callable[[Entry], str], trait: Callable[[Entry], Hashable]) -> set[str]:
    """Return the keys under which entries with more than one value of a trait stand; None and no key count for none."""
    found: defaultdict[str, set[Hashable]] = defaultdict(set)
    for entry in entries:
        found[key(entry)].add(trait(entry))
    return {name for name, traits in found.items() if name and len(traits - {None}) > 1}
