"""Addresses: what a reader typed becomes one we can fetch, and what we fetched becomes one we can show."""

import re
from ipaddress import ip_address
from urllib.parse import quote, urlsplit, urlunsplit

from tui.model.errors import BadAddress
from tui.model.text import field, visible

_MOST = 2_000
"""Characters; the longest address that servers and proxies reliably take."""
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_FEED_SCHEMES = re.compile(r"^(?:feed|rss|pcast|itpc):(?://)?", re.IGNORECASE)
_HOST = re.compile(r"^(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*\.?$")
_PORTS = {"http": 80, "https": 443}
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE = _PATH_SAFE + "?[]|{}"
_NEXT_STEP = "Give a web address such as https://critic.example or critic.example/feed"


def normalise(typed: str) -> str:
    """Return the address a reader meant, http or https, in its one canonical spelling.

    Takes `critic.example`, `feed://…`, `feed:https://…`, `<…>`, spaces around, names in any script. Without a scheme it
    is https, but http for loopback and private places and wherever a port is named. Raises BadAddress.
    """
    return spellings(typed)[0]


def spellings(typed: str) -> tuple[str, ...]:
    """Return the addresses to try for what was typed: one when it names its scheme, else the likelier first."""
    text = field(typed, _MOST * 2).strip("<>\"'“”‘’ ")
    if not text:
        raise BadAddress("An empty address", _NEXT_STEP)
    if len(text) > _MOST:
        raise BadAddress(f"{text[:60]}… is too long for an address", _NEXT_STEP)
    text = _FEED_SCHEMES.sub("", text)
    if re.match(r"^https?://", text, re.IGNORECASE):
        return (_canonical(text, typed),)
    _refuse_other_schemes(text, typed)
    text = text.removeprefix("//")
    secure, plain = _canonical(f"https://{text}", typed), _canonical(f"http://{text}", typed)
    if urlsplit(secure).port or is_private(urlsplit(secure).hostname or ""):
        return plain, secure
    return secure, plain


def site(url: str) -> str:
    """Return the front page of the site an address belongs to."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/", "", ""))


def host(url: str) -> str:
    """Return the host of an address as a reader knows it, for messages; the whole text when it has none."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        name = ""
    if not name:
        return field(url, 80)
    if "xn--" in name:
        name = _readable(name)
    return field(name, 200)


def without_secrets(url: str) -> str:
    """Return the address without the name and password it may carry."""
    try:
        parts = urlsplit(url)
    except ValueError:  # no address: whatever stands before an `@` may be a secret
        return url.rpartition("@")[2]
    if "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def is_private(name: str) -> bool:
    """True when a host name or literal address can only mean this machine or its own network."""
    name = name.strip("[]").rstrip(".").lower()
    try:
        return is_private_address(name)
    except ValueError:
        pass
    return name == "localhost" or "." not in name or name.endswith((".localhost", ".local", ".internal", ".lan"))


def is_private_address(address: str) -> bool:
    """True for a literal address that the public internet does not route. Raises ValueError for a name."""
    literal = ip_address(address.partition("%")[0])
    mapped = getattr(literal, "ipv4_mapped", None)
    return not (mapped or literal).is_global


def _canonical(url: str, typed: str) -> str:
    try:
        parts = urlsplit(url)
        name, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise BadAddress(f"{_shown(typed)} is not an address", _NEXT_STEP) from error
    scheme = parts.scheme.lower()
    netloc = _host(name, typed)
    if port is not None and port != _PORTS[scheme]:
        netloc = f"{netloc}:{port}"
    if "@" in parts.netloc:
        netloc = f"{parts.netloc.rpartition('@')[0]}@{netloc}"
    path = quote(parts.path or "/", safe=_PATH_SAFE)
    return urlunsplit((scheme, netloc, path, quote(parts.query, safe=_QUERY_SAFE), ""))


def _host(name: str, typed: str) -> str:
    """Return the host in ASCII, an IPv6 literal in its brackets."""
    if ":" in name:
        try:
            return f"[{ip_address(name.partition('%')[0])}]"
        except ValueError as error:
            raise BadAddress(f"{_shown(typed)} is not an address", _NEXT_STEP) from error
    if not name.isascii():
        name = _ascii(name, typed)
    name = name.lower()
    if len(name) > 253 or not _HOST.match(name) or (re.fullmatch(r"[0-9.]+", name) and not _is_literal(name)):
        raise BadAddress(f"{_shown(typed)} names no host that could exist", _NEXT_STEP)
    return name


def _is_literal(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _ascii(name: str, typed: str) -> str:
    import idna  # what httpx itself encodes names with; needed for few addresses, so imported here

    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise BadAddress(f"{_shown(typed)} names no host that could exist", _NEXT_STEP) from error


def _readable(name: str) -> str:
    import idna

    try:
        return idna.decode(name)
    except idna.IDNAError:
        return name


def _refuse_other_schemes(text: str, typed: str) -> None:
    """`localhost:8000` and `critic.example:80/x` look like schemes and are none."""
    found = _SCHEME.match(text)
    if found and not re.match(r"\d{1,5}(?:[/?#]|$)", text[found.end() :]):
        raise BadAddress(f"{_shown(typed)} is not a web address", _NEXT_STEP)


def _shown(typed: str) -> str:
    text = visible(typed.strip())
    if "@" in text:
        text = re.sub(r"(?<=//)[^/@]*@", "", text)
    return text if len(text) <= 100 else f"{text[:99]}…"
