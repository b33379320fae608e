import pytest

from tui.model.outcome import Failed
from tui.web.redirects import is_permanent, refusal, target


async def public(name: str) -> tuple[str, ...]:
    return ("10.0.0.7",) if name.startswith("inside") else ("93.184.216.34",)


def test_a_relative_location_is_resolved() -> None:
    assert target("https://critic.example/a/feed", "../b") == "https://critic.example/b"


@pytest.mark.parametrize(
    "location", ["", "  ", "file:///etc/passwd", "ftp://critic.example/", "http://[::bad/", "data:,x"]
)
def test_a_location_that_leads_nowhere_is_a_failure(location: str) -> None:
    assert isinstance(target("https://critic.example/", location), Failed)


def test_only_301_and_308_are_permanent_and_none_that_gives_up_https() -> None:
    assert is_permanent(301, "http://a.example/", "https://a.example/")
    assert is_permanent(308, "https://a.example/", "https://b.example/")
    assert not is_permanent(302, "http://a.example/", "http://b.example/")
    assert not is_permanent(301, "https://a.example/", "http://a.example/")


@pytest.mark.parametrize(
    "inside", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://inside.example/"]
)
async def test_a_public_site_may_not_lead_into_the_readers_network(inside: str) -> None:
    refused = await refusal("https://critic.example/feed", inside, public)
    assert refused is not None
    assert "private address" in refused.reason


async def test_a_private_site_may_lead_anywhere() -> None:
    assert await refusal("http://nas.local/feed", "http://127.0.0.1/", public) is None
    assert await refusal("http://inside.example/feed", "http://127.0.0.1/", public) is None
    assert await refusal("https://critic.example/feed", "https://other.example/", public) is None
