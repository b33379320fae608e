"""Why a fetch failed, in words a reader understands. httpx, anyio and ssl nest their causes; here they are unwound."""

import errno
import socket
import ssl
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from tui.model.outcome import Failed
from tui.model.text import field
from tui.web.address import host

_CHECK_NETWORK = "Check that this machine is online"
_CHECK_ADDRESS = "Check the spelling of the address"
_CHECK_PROXY = "Check HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY"
_TRY_LATER = "It is tried again at the next refresh"
_OPENSSL_EXPIRED, _OPENSSL_NOT_YET, _OPENSSL_NAME, _OPENSSL_ADDRESS = 10, 9, 62, 64
_STATUS_STEPS = {
    401: "The site wants a name and password: name it under [sites] in the configuration (the README says how)",
    403: "The site refuses readers like this one; its page may still open in a browser",
    404: "The feed may have moved: give Matinee the site's own address",
    410: "The site says it is gone for good, so it is not visited any more: remove it, or look for a new one",
    429: _TRY_LATER,
}


def errors() -> tuple[type[Exception], ...]:
    """Return what a request may raise: the rest would be bugs."""
    import httpx

    return (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ImportError, OSError, ValueError, ExceptionGroup)


def of_error(error: BaseException, url: str) -> Failed:
    """Return what a failed request comes to. Any exception is taken; one we do not know is named by its class."""
    name = host(url)
    for cause in _causes(error):
        known = _of_lookup(cause, name) or _of_certificate(cause, name) or _of_socket(cause, name)
        if known:
            return known
    return _of_protocol(error, name)


def of_status(status: int, phrase: str, url: str, headers: dict[str, str]) -> Failed:
    """Return what an answer that is no success comes to. `headers` have lower-case names."""
    reason = f"{host(url)} answered {status} {_phrase(status, phrase)}".rstrip()
    wait = seconds_to_wait(headers) if status in (429, 503) else None
    if wait is not None:
        return Failed(f"{reason} and asks to wait {in_words(wait)}", _TRY_LATER, status, wait)
    return Failed(reason, _STATUS_STEPS.get(status, _TRY_LATER if status >= 500 else _CHECK_ADDRESS), status)


def of_closed(name: str, wait: float) -> Failed:
    """Return what it comes to that a host wants to be left alone: it is not asked at all."""
    return Failed(f"{name} asked to be left alone for another {in_words(wait)}", _TRY_LATER, 429, wait)


def seconds_to_wait(headers: dict[str, str]) -> float | None:
    """Return what Retry-After asks for, None when it asks for nothing sensible.

    A date is read against the server's own `Date`, so that no clock of ours is needed.
    """
    asked = headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked[:9])
    try:
        until, now = parsedate_to_datetime(asked), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return None


def in_words(seconds: float) -> str:
    """Return a stretch of time as a reader says it: `40 s`, `5 min`, `3 h`, `2 days`."""
    if seconds < 120:
        return f"{round(seconds, 1):g} s"
    if seconds < 7_200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3_600:.0f} h" if seconds < 172_800 else f"{seconds / 86_400:.0f} days"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and all it was caused by, the groups anyio raises for several addresses of one host included."""
    waiting, seen = [error], set[int]()
    while waiting:
        cause = waiting.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [known for known in (cause.__cause__, cause.__context__) if known]
        if isinstance(cause, BaseExceptionGroup):
            waiting += cause.exceptions


def _of_lookup(cause: BaseException, name: str) -> Failed | None:
    if not isinstance(cause, socket.gaierror):
        return None
    if cause.errno == socket.EAI_AGAIN:
        return Failed(f"could not look up {name}", _CHECK_NETWORK)
    return Failed(f"no such host: {name}", _CHECK_ADDRESS)


def _of_certificate(cause: BaseException, name: str) -> Failed | None:
    if not isinstance(cause, ssl.SSLError):
        return None
    if not isinstance(cause, ssl.SSLCertVerificationError):
        return Failed(
            f"no secure connection to {name} ({field(cause.reason or 'TLS failed', 60).lower()})", _CHECK_ADDRESS
        )
    code = cause.verify_code
    if code == _OPENSSL_EXPIRED:
        return Failed(f"certificate of {name} has expired", "Only the site can renew it; until then it is not trusted")
    if code == _OPENSSL_NOT_YET:
        return Failed(f"certificate of {name} is not valid yet", "Check this machine's clock")
    if code in (_OPENSSL_NAME, _OPENSSL_ADDRESS):
        return Failed(f"certificate of {name} is for another name", _CHECK_ADDRESS)
    return Failed(
        f"certificate of {name} is not trusted ({field(cause.verify_message, 60)})",
        "If it is your own server, name its authority in SSL_CERT_FILE",
    )


def _of_socket(cause: BaseException, name: str) -> Failed | None:
    if not isinstance(cause, OSError) or isinstance(cause, ssl.SSLError):
        return None
    if isinstance(cause, ConnectionRefusedError) or cause.errno == errno.ECONNREFUSED:
        return Failed(f"connection refused by {name}", "Check the address and its port, or try later")
    if isinstance(cause, ConnectionResetError | BrokenPipeError):
        return Failed(f"connection to {name} broke off", _TRY_LATER)
    if cause.errno in (errno.ENETUNREACH, errno.ENETDOWN):
        return Failed(f"no network to reach {name}", _CHECK_NETWORK)
    if cause.errno in (errno.EHOSTUNREACH, errno.EHOSTDOWN, errno.ETIMEDOUT):
        return Failed(f"{name} cannot be reached", _TRY_LATER)
    if cause.errno in (errno.EMFILE, errno.ENFILE):
        return Failed("too many open connections on this machine", "Raise the limit on open files (ulimit -n)")
    return None


def _of_protocol(error: BaseException, name: str) -> Failed:
    """httpx's own complaints have no codes, only sentences: those of h11 and httpcore that we know are told apart."""
    said = str(error)
    if "without sending a response" in said:
        return Failed(f"{name} closed the connection without answering", _TRY_LATER)
    if "without sending complete message body" in said:
        return Failed(f"the answer of {name} broke off before it was complete", _TRY_LATER)
    if "Receive buffer too long" in said:
        return Failed(f"{name} sends too large a header", _TRY_LATER)
    if "Invalid URL in location header" in said:
        return Failed(f"{name} redirects to something that is no address", _TRY_LATER)
    if type(error).__name__ in ("InvalidURL", "UnsupportedProtocol", "UnicodeError"):
        return Failed(f"not an address: {field(said, 80)}", _CHECK_ADDRESS)
    if type(error).__name__ in ("RemoteProtocolError", "LocalProtocolError"):
        return Failed(
            f"{name} does not speak HTTP as it should ({field(said.partition(': bytearray')[0], 80)})", _CHECK_ADDRESS
        )
    if isinstance(error, ImportError):
        return Failed(f"the proxy for {name} speaks SOCKS", "Install the package socksio beside Matinee")
    if type(error).__name__ == "ValueError" and "proxy" in said.lower():
        return Failed(f"the proxy for {name} is no address ({field(said, 80)})", _CHECK_PROXY)
    if type(error).__name__ == "ProxyError":
        return Failed(f"the proxy did not reach {name} ({field(said, 80)})", _CHECK_PROXY)
    return Failed(f"connection to {name} failed ({type(error).__name__})", _TRY_LATER)


def _phrase(status: int, phrase: str) -> str:
    """Return the words for a status: the standard's own, as what a server writes there may be anything."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return field(phrase, 60)
