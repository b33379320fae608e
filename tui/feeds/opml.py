"""Lists of subscriptions, in and out: OPML with its folders, and newsboat's `urls` file.

OPML is read by its tags alone, without an XML parser: most that people have is not well-formed, and what has no
entities cannot be made to explode.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import unescape
from xml.sax.saxutils import quoteattr

from tui.feeds.bodies import decode
from tui.feeds.posts import line, web_address
from tui.model.critic import Critic
from tui.model.errors import BadAddress, BadFile
from tui.model.record import record
from tui.web.address import normalise

_OUTLINE = re.compile(r"<outline\b((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?)(/?)>|</outline\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w:.-])([A-Za-z_:][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_WORD = re.compile(r"\"([^\"]*)\"|(\S+)")
_TITLE = re.compile(r"<title>([^<]{1,1000})</title", re.IGNORECASE)
_END = re.compile(r"</opml\s*>", re.IGNORECASE)
_NEWSBOAT_SKIPPED = ("exec:", "filter:", "query:")


@record(frozen=True, slots=True)
class Outline:
    """One subscription of a list."""

    feed_url: str
    """Normalised."""
    name: str = ""
    site_url: str = ""
    tags: tuple[str, ...] = ()
    """Every folder it lies in, from the outermost, and its categories."""


@record(frozen=True, slots=True)
class Listing:
    """What a file of subscriptions holds."""

    outlines: tuple[Outline, ...]
    """Each feed once; one that lies in two folders has the tags of both."""
    skipped: tuple[str, ...] = ()
    """Entries that are no feed we can fetch, as the file has them."""
    title: str = ""
    """What an OPML file calls itself."""
    whole: bool = False
    """True for OPML that goes to its end; of what breaks off nobody knows what it would have named."""


def read(body: bytes, name: str) -> Listing:
    """Return the subscriptions in a file called `name`. Raises BadFile for one that holds none."""
    text = decode(body)
    listing = _read_opml(text) if re.search(r"<(?:opml|outline)\b", text, re.IGNORECASE) else _read_newsboat(text)
    if not listing.outlines:
        raise BadFile(f"{line(name)} holds no subscriptions", "Give an OPML file, or newsboat's `urls`")
    return listing


def write(critics: Iterable[Critic], title: str = "Matinee") -> str:
    """Return subscriptions as OPML 2.0: each in the folder of its first tag, all its tags in `category`."""
    folders: dict[str, list[Critic]] = {}
    for critic in critics:
        folders.setdefault(critic.tags[0] if critic.tags else "", []).append(critic)
    rows: list[str] = []
    for folder, members in folders.items():
        rows += [f"    <outline text={quoteattr(folder)} title={quoteattr(folder)}>"] if folder else []
        rows += [_outline(critic, "      " if folder else "    ") for critic in members]
        rows += ["    </outline>"] if folder else []
    body = "\n".join(rows)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n'
        f"    <title>{_escaped(title)}</title>\n  </head>\n  <body>\n{body}\n  </body>\n</opml>\n"
    )


def _read_opml(text: str) -> Listing:
    found: list[tuple[str, Outline]] = []
    folders: list[str] = []
    for tag in _OUTLINE.finditer(_without_comments(text)):
        if tag[1] is None:
            del folders[-1:]
            continue
        said = {key.lower(): unescape(one or two) for key, one, two in _ATTRIBUTE.findall(tag[1])}
        name = line(said.get("text") or said.get("title") or "", 200)
        address = said.get("xmlurl") or (said.get("url", "") if said.get("type", "").lower() in ("rss", "atom") else "")
        if address:
            tags = [*filter(None, folders), *_categories(said.get("category", ""))]
            site = web_address(said.get("htmlurl", ""), "")
            found.append((address, Outline("", name, site, tuple(dict.fromkeys(tags)))))
        if not tag[2]:
            folders.append("" if address else name)
    title = _TITLE.search(text[:5_000])
    whole = _END.search(text[-500:]) is not None
    return replace(_listing(found), title=line(unescape(title[1]), 200) if title else "", whole=whole)


def _without_comments(text: str) -> str:
    """Return the text without its comments. One that has no end stays: to look for the next would be quadratic."""
    parts, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        parts.append(text[at:begin])
        at = end + 3
    return "".join(parts) + text[at:]


def _categories(given: str) -> list[str]:
    """Return OPML categories, which are paths parted by commas, as tags."""
    return [tag for path in given.split(",") for part in path.split("/") if (tag := line(part, 100))]


def _read_newsboat(text: str) -> Listing:
    found: list[tuple[str, Outline]] = []
    for row in text.splitlines():
        words = _words(row)
        if not words or words[0].startswith("#"):
            continue
        name = next((word[1:] for word in words[1:] if word.startswith("~")), "")
        tags = tuple(line(word, 100) for word in words[1:] if word[0] not in "~!")
        found.append((words[0], Outline("", line(name, 200), "", tags)))
    return _listing(found)


def _words(row: str) -> list[str]:
    return [quoted or bare for quoted, bare in _WORD.findall(row) if quoted or bare]


def _listing(found: Sequence[tuple[str, Outline]]) -> Listing:
    outlines: dict[str, Outline] = {}
    skipped: list[str] = []
    for address, outline in found:
        try:
            if address.startswith(_NEWSBOAT_SKIPPED) or ("." not in address and "://" not in address):
                raise BadAddress(address)
            url = normalise(address)
        except BadAddress:
            skipped.append(line(address, 120))
            continue
        known = outlines.get(url, outline)
        tags = tuple(dict.fromkeys((*known.tags, *outline.tags)))
        outlines[url] = replace(known, feed_url=url, name=known.name or outline.name, tags=tags)
    return Listing(tuple(outlines.values()), tuple(skipped))


def _outline(critic: Critic, indent: str) -> str:
    name = quoteattr(critic.name)
    site = f" htmlUrl={quoteattr(critic.site_url)}" if critic.site_url else ""
    tags = f" category={quoteattr(','.join(critic.tags))}" if critic.tags else ""
    return f'{indent}<outline type="rss" text={name} title={name} xmlUrl={quoteattr(critic.feed_url)}{site}{tags}/>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
