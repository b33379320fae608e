import errno
import socket
import ssl

import pytest

from tui.web.reasons import in_words, of_error, of_status, seconds_to_wait

URL = "https://ada:secret@critic.example/feed"


def certificate_error(code: int, message: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = code, message
    return error


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(socket.EAI_NONAME, "?"), "no such host: critic.example"),
        (socket.gaierror(socket.EAI_AGAIN, "?"), "could not look up critic.example"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "?"), "connection refused by critic.example"),
        (ConnectionResetError(errno.ECONNRESET, "?"), "connection to critic.example broke off"),
        (OSError(errno.ENETUNREACH, "?"), "no network to reach critic.example"),
        (OSError(errno.EHOSTUNREACH, "?"), "critic.example cannot be reached"),
        (OSError(errno.EMFILE, "?"), "too many open connections on this machine"),
        (certificate_error(10, "certificate has expired"), "certificate of critic.example has expired"),
        (certificate_error(62, "hostname mismatch"), "certificate of critic.example is for another name"),
        (
            certificate_error(18, "self-signed certificate"),
            "certificate of critic.example is not trusted (self-signed certificate)",
        ),
    ],
)
def test_a_cause_deep_inside_is_told_in_words(error: Exception, reason: str) -> None:
    try:
        try:
            raise error
        except Exception as inner:
            raise ExceptionGroup("several addresses", [inner]) from inner
    except ExceptionGroup as outer:
        failed = of_error(outer, URL)
    assert failed.reason == reason
    assert failed.next_step


def test_an_unknown_error_is_named_without_the_password() -> None:
    failed = of_error(RuntimeError("odd"), URL)
    assert failed.reason == "connection to critic.example failed (RuntimeError)"


def test_a_status_is_told_in_the_standards_words() -> None:
    assert of_status(404, "\x1b[31mNope", URL, {}).reason == "critic.example answered 404 Not Found"
    assert of_status(404, "", URL, {}).status == 404
    assert of_status(999, "Go\x1b[31m away", URL, {}).reason == "critic.example answered 999 Go away"


def test_a_wait_is_told_and_kept() -> None:
    failed = of_status(429, "", URL, {"retry-after": "90"})
    assert failed.reason == "critic.example answered 429 Too Many Requests and asks to wait 90 s"
    assert failed.wait == 90


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "120"}, 120),
        ({"retry-after": "Sat, 14 Mar 2026 12:05:00 GMT", "date": "Sat, 14 Mar 2026 12:00:00 GMT"}, 300),
        ({"retry-after": "Sat, 14 Mar 2026 11:05:00 GMT", "date": "Sat, 14 Mar 2026 12:00:00 GMT"}, 0),
        ({"retry-after": "Sat, 14 Mar 2026 12:05:00 GMT"}, None),
        ({"retry-after": "soonish"}, None),
        ({"retry-after": "-5"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_against_the_servers_own_clock(headers: dict[str, str], seconds: float | None) -> None:
    assert seconds_to_wait(headers) == seconds


@pytest.mark.parametrize(
    ("seconds", "words"), [(40, "40 s"), (300, "5 min"), (7_200, "2 h"), (259_200, "3 days"), (0.5, "0.5 s")]
)
def test_a_stretch_of_time_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
