"""Long texts lifted out of a feed before feedparser reads it and put back after: half its time goes into copying them.

Exactly equivalent, or not done: only an element whose text cannot be mistaken is lifted (one CDATA section, or escaped
text without a child), and what feedparser would have done to it is done here.
"""

import re
from contextlib import suppress
from html import unescape
from typing import Any

_SHORTEST = 300
"""Characters; below that nothing is won."""
_ELEMENT = re.compile(
    r"<(content:encoded|description)>|<(content)((?:\s+(?:type=[\"'](?:html|text/html)[\"']|xml:(?:lang|base|space)=[\"'][^\"'<>]*[\"']))+)>"
)
_FOREIGN = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)|<|\]\]>")
_TOKEN = re.compile(r"^matinee-lifted-(\d+)$")
_C1 = re.compile("[\x80-\x9f]")


def lift(text: str) -> tuple[str, list[str]]:
    """Return the feed with its long texts replaced by tokens, and those texts, decoded."""
    pieces: list[str] = []
    texts: list[str] = []
    done = 0
    for found in _ELEMENT.finditer(text):
        name = found[1] or found[2]
        start = found.end()
        end = text.find(f"</{name}>", start)
        if start < done or end - start < _SHORTEST or (found[2] and "type=" not in found[3]):
            continue
        inner = _text_of(text[start:end])
        if inner is None:
            continue
        pieces += text[done:start], f"matinee-lifted-{len(texts)}"
        texts.append(inner)
        done = end
    return "".join([*pieces, text[done:]]), texts


def put_back(entries: list[Any], texts: list[str]) -> None:
    """Give feedparser's entries their texts back, in place."""
    for entry in entries:
        for content in (*entry.get("content", ()), entry.get("summary_detail")):
            if content:
                content["value"] = _original(content.get("value"), texts)
        if "summary" in entry:
            entry["summary"] = _original(entry["summary"], texts)


def _original(value: Any, texts: list[str]) -> Any:
    token = _TOKEN.match(value) if isinstance(value, str) else None
    return texts[int(token[1])] if token and int(token[1]) < len(texts) else value


def _text_of(inner: str) -> str | None:
    """Return what the inside of an element says; None when that takes a parser to tell."""
    bare = inner.strip()
    if bare.startswith("<![CDATA[") and bare.endswith("]]>"):
        said = bare[9:-3]
        return None if "]]>" in said or "<![CDATA[" in said else _as_feedparser_has_it(said)
    return None if _FOREIGN.search(bare) else _as_feedparser_has_it(unescape(bare) if "&" in bare else bare)


def _as_feedparser_has_it(text: str) -> str:
    """feedparser trims, undoes UTF-8 that was taken for Latin-1, and reads C1 characters as windows-1252 meant them."""
    text = text.strip()
    if not text.isascii():
        with suppress(UnicodeError):
            text = text.encode("iso-8859-1").decode("utf-8")
    if b"\xc2" not in text.encode("utf-8", "replace"):  # with which all of C1 begins
        return text
    return _C1.sub(_windows, text)


def _windows(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("windows-1252", "replace").replace("\ufffd", found[0])
