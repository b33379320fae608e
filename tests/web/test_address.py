import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.errors import BadAddress
from tui.web.address import host, is_private, normalise, site, spellings, without_secrets


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("critic.example", "https://critic.example/"),
        ("  critic.example/feed  ", "https://critic.example/feed"),
        ("https://critic.example", "https://critic.example/"),
        ("HTTP://Critic.Example:80/Feed", "http://critic.example/Feed"),
        ("https://critic.example:443/", "https://critic.example/"),
        ("feed://critic.example/rss", "https://critic.example/rss"),
        ("feed:https://critic.example/rss", "https://critic.example/rss"),
        ("feed:http://critic.example/rss", "http://critic.example/rss"),
        ("<https://critic.example/rss>", "https://critic.example/rss"),
        ("//critic.example/rss", "https://critic.example/rss"),
        ("https://critic.example/a film/?q=two words#grade", "https://critic.example/a%20film/?q=two%20words"),
        ("https://critic.example/caf%C3%A9", "https://critic.example/caf%C3%A9"),
        ("https://critic.example/café", "https://critic.example/caf%C3%A9"),
        ("https://kinö.example/", "https://xn--kin-una.example/"),
        ("localhost:8000/feed", "http://localhost:8000/feed"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ("192.168.1.7/feed", "http://192.168.1.7/feed"),
        ("critic.example:8080/feed", "http://critic.example:8080/feed"),
        ("[::1]:8000/feed", "http://[::1]:8000/feed"),
        ("https://ada:secret@critic.example/feed", "https://ada:secret@critic.example/feed"),
    ],
)
def test_what_a_reader_types_becomes_an_address(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "file:///etc/passwd", "ftp://critic.example/", "javascript:alert(1)", "mailto:ada@critic.example",
        "https://", "http://:8000/", "https://critic.example:99999/", "https://cri tic.example/", "https://[::1/feed",
        "https://999.1.1.1/", "https://a..b/", "x" * 3_000, "https://cri\\tic.example/", "exec:ls",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_with_a_next_step(typed: str) -> None:
    with pytest.raises(BadAddress) as refused:
        normalise(typed)
    assert refused.value.next_step
    assert len(str(refused.value)) < 300


def test_the_other_scheme_is_tried_second_only_when_none_was_named() -> None:
    assert spellings("critic.example") == ("https://critic.example/", "http://critic.example/")
    assert spellings("localhost:1") == ("http://localhost:1/", "https://localhost:1/")
    assert spellings("http://critic.example") == ("http://critic.example/",)


def test_a_password_stays_out_of_messages() -> None:
    with pytest.raises(BadAddress) as refused:
        normalise("ftp://ada:secret@critic.example/")
    assert "secret" not in str(refused.value)
    assert without_secrets("https://ada:secret@critic.example:81/x") == "https://critic.example:81/x"
    assert host("https://ada:secret@critic.example/x") == "critic.example"


def test_a_host_is_shown_in_its_own_script() -> None:
    assert host("https://xn--kin-una.example/") == "kinö.example"


def test_controls_in_what_was_typed_do_not_reach_the_message() -> None:
    with pytest.raises(BadAddress) as refused:
        normalise("ftp://\x1b]2;owned\x07critic")
    assert "\x1b" not in str(refused.value)
    assert "\x07" not in str(refused.value)


@pytest.mark.parametrize(
    "name", ["localhost", "127.0.0.9", "10.1.2.3", "::1", "fe80::1", "nas", "tv.local", "::ffff:10.0.0.1"]
)
def test_own_network_is_private(name: str) -> None:
    assert is_private(name)


@pytest.mark.parametrize("name", ["critic.example", "93.184.216.34", "2606:4700::1111"])
def test_the_internet_is_not_private(name: str) -> None:
    assert not is_private(name)


def test_the_site_of_a_page_is_its_front_page() -> None:
    assert site("https://critic.example/a/b?c") == "https://critic.example/"


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused_and_never_two_addresses(typed: str) -> None:
    try:
        once = normalise(typed)
    except BadAddress:
        return
    assert once.startswith(("http://", "https://"))
    assert once.isascii() or "@" in once
    assert normalise(once) == once
