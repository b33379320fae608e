"""A body as it came becomes text that is worth parsing, or a reason why it is not. Labels lie; bytes are looked at."""

import codecs
import re
from typing import Literal

from tui.model.errors import NotAFeed
from tui.model.record import record
from tui.model.text import field
from tui.web.address import host

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"), (b"<\0r\0", "utf-16-le"), (b"<\0f\0", "utf-16-le"),
)  # fmt: skip
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{2,40})[\"']")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)
_SEVEN_BIT = frozenset({"iso-2022-jp", "iso-2022-kr", "hz", "hz-gb-2312", "utf-7"})
"""Encodings whose bytes are all valid UTF-8 and mean something else."""
_WIDER = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "us-ascii": "windows-1252", "gb2312": "gb18030"}
"""What people send who declare the key: its superset, as browsers have it."""

_ROOT = re.compile(
    r"<(?:[\w.-]+:)?(rss|feed|rdf|channel|html|head|body|opml|urlset|svg)\b|<!doctype\s+(html)\b", re.IGNORECASE
)
_FEED_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
_PAGE_ROOTS = frozenset({"html", "head", "body"})
_ENTITY = re.compile(r"<!ENTITY\s+(?P<name>[\w:.-]+)\s+(?:\"(?P<one>[^\"&%]*|&#\w+;)\"|'(?P<two>[^'&%]*|&#\w+;)')\s*>")
_LONGEST_ENTITY = 60
"""Characters. One long entity named many times is as much a bomb as a nest of short ones."""
_DEEPEST = 200
"""Nested elements; the deepest real feed seen has 30, all of it XHTML."""
_TAG = re.compile(r"<(/?)[A-Za-z_][^<>]*?(/?)>")
_MANY_TAGS = 4_000
"""Closing tags below which depth needs no counting: what it could cost is too little."""

_PLAIN_CONTROLS = bytes((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20)))
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""U+FFFE and U+FFFF in UTF-8."""
_REFERRED = re.compile(r"&#(?:0*(?:[1-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[1-8bcefBCEF]|1[0-9a-fA-F]));")
_CONTROLS = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|{_REFERRED.pattern}")
_STOWED = 0x10F800
"""Private-use characters from here on stand for the control characters that XML forbids (see `_stow`)."""
_STOWED_BYTES = b"\xf4\x8f\xa0"
"""What each of them begins with in UTF-8: bytes are looked for forty times as fast as a class of characters."""
_STOWED_SEARCH = re.compile(f"[{chr(_STOWED)}-{chr(_STOWED + 31)}]")


@record(frozen=True, slots=True)
class Body:
    """Text to parse."""

    kind: Literal["xml", "json"]
    text: str
    """XML begins at its declaration or root, line feeds alone end lines, and no character is one XML forbids."""


def open_body(body: bytes, *, url: str, content_type: str = "") -> Body:
    """Return what `body` holds. Raises NotAFeed, saying what it is instead, and for XML that is made to hurt."""
    text = decode(body, content_type).lstrip("\ufeff \t\r\n\0")
    if not text:
        raise NotAFeed(f"{host(url)} answered with nothing at all", "Try again later, or open the address in a browser")
    if text[0] in "{[":
        return Body("json", text)
    root = _ROOT.search(text)
    name = (root[1] or root[2] or "").lower() if root else ""
    if root is None or name not in _FEED_ROOTS:
        raise _something_else(name, text, url)
    start = max(text.find("<?xml", 0, root.start()), 0)
    if start == 0 and not text.startswith(("<?", "<!")):
        start = root.start()  # a warning of the server's, a stray comment: nothing that parsing would miss
    _refuse_entities(text, url)
    text = _stow(text[start:].replace("\r\n", "\n").replace("\r", "\n"))
    _refuse_depth(text, url)
    return Body("xml", text)


def decode(body: bytes, content_type: str = "") -> str:
    """Return the text of `body`: by its mark, as UTF-8 if it is that, else as declared, labelled or guessed."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    names = [name for name in (_declared(body), _labelled(content_type)) if name]
    for name in names:
        if name in _SEVEN_BIT and (text := _try(body, name)) is not None:
            return text
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if not names or names[0] in ("utf-8", "utf8"):
        text = body.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        if sum(not character.isascii() for character in text) > 2 * broken:
            return text  # UTF-8 with a few broken bytes, not another encoding
    for name in [*names, "windows-1252"]:
        if (text2 := _try(body, _WIDER.get(name, name))) is not None:
            return text2
    return body.decode("latin-1")


def unstow(text: str) -> str:
    """Return `text` with the control characters back that `open_body` had put into private use."""
    if text.isascii() or _STOWED_BYTES not in text.encode("utf-8", "replace"):
        return text
    return _STOWED_SEARCH.sub(lambda found: chr(ord(found[0]) - _STOWED), text)


def _stow(text: str) -> str:
    """Let control characters ride through XML in private use.

    XML forbids them, plain or as references, so a single one would cost the whole feed its strict reading. To delete
    them is no way out: an escape sequence must be removed whole, by `model.text`, which needs to see its ESC.
    """
    return _CONTROLS.sub(_private, text) if _holds_controls(text) else text


def _holds_controls(text: str) -> bool:
    """True when XML forbids some character of the text; told by its bytes, in a tenth of the time `_CONTROLS` takes."""
    said = text.encode("utf-8", "replace")
    if len(said.translate(None, _PLAIN_CONTROLS)) < len(said) or any(each in said for each in _NO_CHARACTERS):
        return True
    return b"&#" in said and _REFERRED.search(text) is not None


def _private(found: re.Match[str]) -> str:
    code = _code(found[0])
    return chr(_STOWED + code) if 0 < code < 32 else ""


def _code(given: str) -> int:
    """Return the number of a character given plainly, as `&#27;` or as `&#x1b;`."""
    if given.startswith(("&#x", "&#X")):
        return int(given[3:-1], 16)
    return int(given[2:-1]) if given.startswith("&#") else ord(given)


def _declared(body: bytes) -> str:
    found = _DECLARED.search(body[:1_000])
    return found[1].decode("ascii").lower() if found else ""


def _labelled(content_type: str) -> str:
    found = _CHARSET.search(content_type)
    return found[1].lower() if found else ""


def _try(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _something_else(root: str, text: str, url: str) -> NotAFeed:
    """Return the sentence for a body that is no feed."""
    name = host(url)
    if root in _PAGE_ROOTS:
        title = re.search(r"<title[^>]*>([^<]{1,300})", text[:50_000], re.IGNORECASE)
        called = f" (“{field(title[1], 60)}”)" if title and title[1].strip() else ""
        return NotAFeed(
            f"{name} answered with a web page{called} where a feed was expected", "Give the site's own address"
        )
    if root == "opml":
        return NotAFeed(f"{name} answered with a list of feeds (OPML)", "Save it and run `matinee import FILE`")
    if root:
        return NotAFeed(f"{name} answered with XML that is no feed (<{root}>)", "Give the site's own address")
    return NotAFeed(
        f"{name} answered with something that is no feed: “{field(text[:200], 40)}”", "Give the site's own address"
    )


def _refuse_entities(text: str, url: str) -> None:
    """Entities that name others or lie elsewhere are refused before any parser sees them; plain short ones may stay."""
    declared = text.count("<!ENTITY")
    if not declared:
        return
    harmless = [m for m in _ENTITY.finditer(text) if len(m["one"] or m["two"] or "") <= _LONGEST_ENTITY]
    if len(harmless) < declared:
        raise NotAFeed(
            f"the feed of {host(url)} declares entities that could expand without end", "Tell the site's owner"
        )


def _refuse_depth(text: str, url: str) -> None:
    if text.count("</") < _MANY_TAGS:
        return
    depth = 0
    for tag in _TAG.finditer(_without_cdata(text)):
        if tag[1]:
            depth -= 1
        elif not tag[2]:
            depth += 1
            if depth > _DEEPEST:
                raise NotAFeed(f"the feed of {host(url)} is nested deeper than any feed needs", "Tell the site's owner")


def _without_cdata(text: str) -> str:
    """Return the text without what stands in CDATA, where tags mean nothing."""
    first, *others = text.split("<![CDATA[")
    return first + "".join(other.partition("]]>")[2] for other in others)
